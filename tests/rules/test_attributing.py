"""Utterances: which tagged quotes are statements, each told once."""

import pytest

from communique.annotation import AnnotatedArticle
from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import BUILT_IN, Statement
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.proposing import propose
from communique.rules.attributing import is_source_tag, utterances


def annotated(text: str, language: Language = "en") -> AnnotatedArticle:
    return annotated_article(Article(text=text, language=language))


def told(text: str, language: Language = "en") -> list[str]:
    article = annotated(text, language)
    return [" … ".join(part.span.of(text) for part in utterance) for utterance in utterances(article)]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        pytest.param("en", "Ada Kent said on Monday that the talks would end in June.", "on Monday", id="behind"),
        pytest.param("en", "On Monday, Ada Kent said that the talks would end in June.", "On Monday", id="before"),
        pytest.param("en", "Ada Kent on Monday said that the talks would end in June.", "on Monday", id="between"),
        pytest.param("en", "Ada Kent said that the talks would end in June.", None, id="in-the-words"),
        pytest.param("en", "Ada Kent, who left on Monday, said that it was ready.", None, id="far-off"),
        pytest.param("tr", "Bakan Ada Kent, dün yaptığı açıklamada filonun geldiğini söyledi.", "dün", id="turkish"),
    ],
)
def test_a_statement_has_the_date_beside_its_verb(language: Language, text: str, date: str | None) -> None:
    (form,) = propose(annotated(text, language), (Statement,), "sentence")
    assert isinstance(form, SentenceForm)
    value = form.given.get("date")
    assert (value.text if isinstance(value, Proposed) else None) == date


def test_an_office_speaks_for_the_name_before_it() -> None:
    text = "Asked about the price, Ada Kent, chief of Delta Marine, said: “We are ready.”"
    article = annotated(text)
    speakers = [quote.speaker_entity for quote in article.quotes]
    assert [article.fullest[one].span.of(text) for one in speakers if one is not None] == ["Ada Kent"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Ada Kent said the talks went well.", ["the talks went well"], id="clause"),
        pytest.param("Ada Kent stressed that work would go on.", ["work would go on"], id="that-clause"),
        pytest.param("Ada Kent praised the crews of both ships.", [], id="phrase"),
        pytest.param("According to Ada Kent, the talks went well.", [], id="source"),
        pytest.param("Ada Kent did not say how much the ships would cost.", [], id="unsaid"),
        pytest.param(
            "“The ships sail soon,” Ada Kent said on Monday. “The crews are ready.”",
            ["The ships sail soon … The crews are ready."],
            id="divided",
        ),
        pytest.param(
            "The old ships, Ada Kent said, will go to the yard next year.",
            ["The old ships … will go to the yard next year"],
            id="divided-clause",
        ),
        pytest.param(
            "Ada Kent said that the sale was “a matter of time” and that the price was fair to both yards.",
            ["the sale was “a matter of time” and that the price was fair to both yards"],
            id="part-of-a-clause",
        ),
    ],
)
def test_a_statement_has_words_with_a_verb_of_their_own_and_is_told_once(text: str, words: list[str]) -> None:
    assert told(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Bakan Deniz Kaya, eğitimin süreceğini söyledi.", ["eğitimin süreceğini"], id="clause"),
        pytest.param("Bakan Deniz Kaya, iş birliğinin önemini vurguladı.", [], id="phrase"),
        pytest.param("Bakan Deniz Kaya'ya göre görüşme iyi geçti.", [], id="source"),
    ],
)
def test_a_turkish_statement_has_a_clause(text: str, words: list[str]) -> None:
    assert told(text, "tr") == words


def test_a_name_behind_the_report_of_another_event_is_its_source() -> None:
    text = "Ada Kent met Veli Aydin in Doha on Friday, the Qatari Navy said. The harbour is calm, Ada Kent said."
    article = annotated(text)
    tagged = [is_source_tag(article, utterance) for utterance in utterances(article)]
    assert tagged == [True, True]
    forms = [form for form in propose(article, BUILT_IN, "sentence") if isinstance(form, SentenceForm)]
    quotes = [form.given["quote"] for form in forms if form.event is Statement]
    assert [getattr(quote, "text", None) for quote in quotes] == ["The harbour is calm"]


def test_a_turkish_verb_of_announcing_closes_the_report_of_another_event() -> None:
    text = (
        "Katar Savunma Bakanlığı, Bakan Ada Kent'in Doha'da Veli Aydın ile görüştüğünü duyurdu."
        " Katar Savunma Bakanlığı, limanın yarın kapanacağını duyurdu."
    )
    forms = [one for one in propose(annotated(text, "tr"), BUILT_IN, "sentence") if isinstance(one, SentenceForm)]
    quotes = [form.given["quote"] for form in forms if form.event is Statement]
    assert [getattr(quote, "text", None) for quote in quotes] == ["limanın yarın kapanacağını"]
