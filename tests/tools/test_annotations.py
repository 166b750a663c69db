"""Compact annotations become events whose words stand in the article."""

from datetime import date
from typing import Any

import pytest
from tools.annotations import AnnotationError, locate, read_event

from communique.article import Article
from communique.events import ArmsDeal, MeetingEvent, Statement, values
from communique.passage import Passage
from communique.segmentation import segment
from communique.spans import Span

TEXT = (
    "Minister Selin Korkut will see Jamal Rafiq in Lahore on Tuesday.\n\n"
    "Rafiq's navy bought three minesweepers for €90 million in 2019. “The sea,” said Rafiq, “forgets nobody.”\n\n"
    "Korkut Lahor'dan Katar'a geçecek."
)
PASSAGE: Passage = segment(Article(id="a", text=TEXT, published=date(2026, 5, 4), language="en"))
MEETING: dict[str, Any] = {
    "evidence": ["will see Jamal Rafiq"],
    "status": "planned",
    "participants": [{"name": "Selin Korkut", "country": "TUR"}, "Jamal Rafiq"],
    "date": {"text": "on Tuesday", "value": "2026-05-05"},
}
DEAL: dict[str, Any] = {
    "evidence": ["bought three minesweepers"],
    "recipient": {"text": "Rafiq's navy", "value": "navy"},
    "description": "minesweepers",
    "date": {"text": "2019", "value": "2019"},
}
STATEMENT: dict[str, Any] = {
    "evidence": ["forgets nobody"],
    "speaker": {"name": {"text": "Rafiq", "value": "Jamal Rafiq"}},
    "quote": ["The sea,", "forgets nobody."],
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Rafiq", "Jamal Rafiq", id="the first that stands alone"),
        pytest.param("Lahor", "Lahor'dan", id="a whole word goes before the head of another"),
        pytest.param("Kata", "Katar'a", id="a base before its suffix"),
    ],
)
def test_words_are_found_whole_or_before_a_suffix(words: str, found: str) -> None:
    span = locate(TEXT, words, ())
    assert span is not None
    assert span.of(TEXT) == words
    assert span.start == TEXT.index(found) + found.index(words)


def test_evidence_goes_before_the_rest_of_the_article() -> None:
    paragraph = Span(TEXT.index("Rafiq's"), len(TEXT))
    assert locate(TEXT, "Rafiq", (paragraph,)) == Span(paragraph.start, paragraph.start + 5)
    assert locate(TEXT, "Qatar", (paragraph,)) is None


def test_a_meeting_has_its_sentence_and_values() -> None:
    found = read_event(PASSAGE, "meeting", MEETING)
    assert [span.of(TEXT) for span in found.evidence] == [TEXT.split("\n", maxsplit=1)[0]]
    event = found.event
    assert isinstance(event, MeetingEvent)
    assert event.date is not None
    assert (event.date.value, event.date.granularity, event.date.anchor) == ("2026-05-05", "day", "published")
    assert [party.name and party.name.value for party in event.participants] == ["Selin Korkut", "Jamal Rafiq"]
    assert all(value.text is None or TEXT[value.start : value.end] == value.text for _, value in values(event))


def test_a_deal_takes_a_date_with_a_year_from_the_text() -> None:
    event = read_event(PASSAGE, "arms_deal", {**DEAL, "recipient": [{"name": {"text": "navy", "value": "navy"}}]}).event
    assert isinstance(event, ArmsDeal)
    assert event.date is not None
    assert (event.date.granularity, event.date.anchor) == ("year", "text")


def test_an_interrupted_quotation_is_one_span_over_its_parts() -> None:
    event = read_event(PASSAGE, "statement", STATEMENT).event
    assert isinstance(event, Statement)
    assert event.quote is not None
    assert event.quote.value == "The sea, forgets nobody."
    assert event.quote.text == "The sea,” said Rafiq, “forgets nobody."


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        pytest.param("meeting", {**MEETING, "place": "Multan"}, "place: the article does not say 'Multan'", id="words"),
        pytest.param("meeting", {**MEETING, "venue": "Lahore"}, "venue: no such field", id="field"),
        pytest.param("meeting", {**MEETING, "status": "maybe"}, "status: Input should be", id="choice"),
        pytest.param("meeting", {**MEETING, "participants": ["Jamal Rafiq"]}, "two parties", id="not acceptable"),
        pytest.param("meeting", {**MEETING, "evidence": ["Rafiq"]}, "stands 3 times", id="evidence is not unique"),
        pytest.param(
            "meeting", {**MEETING, "evidence": ["Multan"]}, "no sentence has 'Multan'", id="no evidence words"
        ),
        pytest.param("statement", {"quote": "The sea"}, "give the sentences", id="no evidence"),
        pytest.param("arms_deal", DEAL, r"recipient\[0\]\.text: no such field", id="group"),
    ],
)
def test_what_does_not_fit_is_refused_by_field(kind: str, given: dict[str, Any], message: str) -> None:
    with pytest.raises(AnnotationError, match=message):
        read_event(PASSAGE, kind, given)


@pytest.mark.parametrize(
    ("value", "granularity"),
    [
        ("2025-07", "month"),
        ("2025-22", "season"),
        ("2025-34", "quarter"),
        ("2025-40", "half"),
        ("202X", "decade"),
        ("2025~", "year"),
        ("2026-05-01/2026-05-03", "interval"),
        (None, "day"),
    ],
)
def test_a_dates_granularity_follows_from_its_value(value: str | None, granularity: str) -> None:
    given = {**MEETING, "date": {"text": "on Tuesday", "value": value, "partial": "tuesday"}}
    event = read_event(PASSAGE, "meeting", given).event
    assert isinstance(event, MeetingEvent)
    assert event.date is not None
    assert event.date.granularity == granularity
