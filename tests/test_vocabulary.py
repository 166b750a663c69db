"""What the article holds, list by list: each thing once, with all its places."""

from datetime import date

import pytest

from communique.article import Article
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from communique.extractor import annotated_article
from communique.forms import DocumentForm, Entry, SentenceForm
from communique.proposing import propose
from communique.shapes import shape_of
from communique.vocabulary import spoken
from tests.articles import ENGLISH, TURKISH

KINDS: tuple[type[Event], ...] = (MeetingEvent, ArmsDeal, Statement)


def closed(article: Article) -> DocumentForm:
    form = spoken(DocumentForm(KINDS), annotated_article(article), "closed")
    assert isinstance(form, DocumentForm)
    return form


def listed(article: Article) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in closed(article).entries or ():
        found.setdefault(entry.listed, []).append(f"{entry.label} = {entry.hint}" if entry.hint else entry.label)
    return found


def test_an_english_article() -> None:
    assert listed(ENGLISH) == {
        "people": ["Cemil Aksoy", "Haroon Yusuf"],
        "bodies": ["Pakistan Navy", "Denizak"],
        "countries": ["Pakistan", "Turkish"],
        "dates": ["on Thursday = 2026-02-12", "September 2020 = 2020-09"],
        "places": ["Rawalpindi", "Pakistan"],
        "counts": ["two patrol vessels"],
        "quotes": ["Q1 = “Our friendship needs no interpreter”, Haroon Yusuf"],
    }


def test_a_turkish_article_has_its_names_without_suffixes() -> None:
    assert listed(TURKISH) == {
        "people": ["Cemil Aksoy", "Halid Mansur"],
        "bodies": ["Denizak"],
        "countries": ["Katar", "Ankara"],
        "dates": ["12 Şubat 2026'da = 2026-02-12"],
        "places": ["Katar", "Ankara"],
        "sums": ["430 milyon dolarlık"],
        "counts": ["iki devriye gemisi"],
        "quotes": ["Q1 = “Ortak üretime hazırız”, Cemil Aksoy"],
    }


def entry(article: Article, label: str) -> Entry:
    return next(found for found in closed(article).entries or () if found.label == label)


def test_a_name_stands_wherever_its_bearer_is_named() -> None:
    assert [span.of(ENGLISH.text) for span in entry(ENGLISH, "Haroon Yusuf").spans] == ["Haroon Yusuf", "Yusuf"]


def test_two_wordings_of_one_day_are_two_entries_on_both_places() -> None:
    text = "Harbour, 12 February 2026 - Ali Kaya met Sara Khan on Thursday."
    article = Article(id="a", text=text, published=date(2026, 2, 13), language="en")
    dates = [found for found in closed(article).entries or () if found.listed == "dates"]
    assert [found.label for found in dates] == ["12 February 2026", "on Thursday"]
    assert all(len(found.spans) == 2 for found in dates)


def test_one_count_in_two_places_is_one_entry() -> None:
    article = Article(id="a", text="The yard built two ships. Later it sold two ships.", language="en")
    (count,) = (found for found in closed(article).entries or () if found.listed == "counts")
    assert (count.label, len(count.spans)) == ("two ships", 2)


@pytest.mark.parametrize(
    ("event", "field", "labels"),
    [
        pytest.param(MeetingEvent, "date", ["on Thursday", "September 2020"], id="date"),
        pytest.param(ArmsDeal, "quantity", ["two patrol vessels"], id="quantity"),
        pytest.param(ArmsDeal, "amount", [], id="nothing-listed"),
        pytest.param(MeetingEvent, "topics", [], id="open-words"),
        pytest.param(
            Statement, "addressee", ["Cemil Aksoy", "Haroon Yusuf", "Pakistan Navy", "Denizak"], id="people-and-bodies"
        ),
    ],
)
def test_a_field_is_chosen_from_the_lists_of_its_type(event: type[Event], field: str, labels: list[str]) -> None:
    shape = shape_of(event, field)
    assert shape is not None
    assert [found.label for found in closed(ENGLISH).options(shape)] == labels


def test_what_the_article_does_not_have_is_not_asked() -> None:
    asked = [shape.name for shape in closed(ENGLISH).asked(ArmsDeal)]
    assert "amount" not in asked
    assert {"quantity", "description", "supplier"} <= set(asked)


def test_where_nobody_speaks_no_words_are_asked_for() -> None:
    article = Article(id="a", text="Ali Kaya met Sara Khan in Izmir.", language="en")
    assert closed(article).events == (MeetingEvent, ArmsDeal)


def test_a_small_form_with_open_words_asks_the_same_fields_without_options() -> None:
    annotated = annotated_article(ENGLISH)
    form = next(form for form in propose(annotated, (MeetingEvent,), "sentence") if isinstance(form, SentenceForm))
    opened = spoken(form, annotated, "open")
    assert isinstance(opened, SentenceForm)
    assert [question.shape for question in opened.questions] == [question.shape for question in form.questions]
    assert all(question.options == () for question in opened.questions)
    assert spoken(form, annotated, "closed") == form
