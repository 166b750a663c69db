"""Subjects that stand before the words that tell what they do."""

import pytest

from communique.article import Article, Language
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.subjects import subject_before
from communique.spans import Span


def _subject(text: str, telling: str, language: Language = "tr") -> str:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(MeetingEvent, language)
    assert cues is not None
    start = text.index(telling)
    sentence = article.source.sentence_at(start)
    assert sentence is not None
    return subject_before(article, MeetingEvent, cues, Span(start, sentence.span.end)).of(text)


@pytest.mark.parametrize(
    ("before", "telling", "subject"),
    [
        pytest.param(
            "Bakan Ada Kent dün Lima'ya gitti. ",
            "Ardından Başkan Lino Ferro tarafından kabul edildi.",
            "Ada Kent",
            id="by-whom",
        ),
        pytest.param(
            "Bakan Ada Kent dün Lima'ya gitti. ", "Akşam Başkan Lino Ferro ile görüştü.", "Ada Kent", id="with-whom"
        ),
        pytest.param(
            "Bakan Ada Kent dün Lima'ya gitti. Hava soğuktu. ",
            "Akşam Başkan Lino Ferro ile görüştü.",
            "Ada Kent",
            id="two-sentences-before",
        ),
        pytest.param(
            "Bakan Ada Kent dün Lima'ya gitti. ", "Veli Aydın da Başkan Lino Ferro ile görüştü.", "", id="its-own"
        ),
        pytest.param(
            "Bakan Ada Kent dün Lima'ya gitti.\n\n", "Başkan Lino Ferro ile görüştü.", "", id="another-paragraph"
        ),
        pytest.param(
            "Bakan Ada Kent'i Veli Aydın uğurladı. ", "Akşam Başkan Lino Ferro ile görüştü.", "", id="an-object-first"
        ),
        pytest.param(
            "Başkan Lino Ferro dün Lima'ya gitti. ", "Ardından Ferro ile görüştü.", "", id="whom-the-sentence-names"
        ),
    ],
)
def test_a_turkish_sentence_without_a_subject_has_that_of_the_one_before(
    before: str, telling: str, subject: str
) -> None:
    assert _subject(before + telling, telling) == subject


def test_an_english_sentence_has_its_own() -> None:
    assert _subject("Minister Ada Kent flew to Lima. Later met Lino Ferro.", "Later", "en") == ""


@pytest.mark.parametrize(
    ("before", "telling", "subject"),
    [
        pytest.param(
            "Bakan Ada Kent, Veli Aydın'ı ziyaret ederek ", "Başkan Lino Ferro ile görüştü.", "Ada Kent", id="who-acts"
        ),
        pytest.param(
            "Veli Aydın'ı Bakan Ada Kent kabul etti, ",
            "Başkan Lino Ferro ile görüştü.",
            "Ada Kent",
            id="an-object-first",
        ),
        pytest.param(
            "Veli Aydın'ın aktardığına göre Ada Kent, Omar Rana'yı kabul etti, ",
            "Başkan Lino Ferro ile görüştü.",
            "Ada Kent",
            id="behind-a-source",
        ),
        pytest.param(
            "Veli Aydın'la görüşen Ada Kent, ", "yarın Lino Ferro'yu ziyaret edecek.", "Ada Kent", id="a-participle"
        ),
    ],
)
def test_a_later_part_of_a_sentence_has_that_of_the_first(before: str, telling: str, subject: str) -> None:
    assert _subject(before + telling, telling) == subject
