"""Other tools' answers as records."""

from datetime import date
from typing import Any

import pytest

from communique.article import Article

recording = pytest.importorskip("benchmarks.extraction.recording", reason="benchmarks/ is not beside the tests")

TEXT = "TUNIS, 6 March 2024. Col. Amel Trabelsi met Marco Venier on Monday. “The drill begins,” Venier said."
ARTICLE = Article(id="drill", text=TEXT, published=date(2024, 3, 6), language="en")


def _records(answer: dict[str, Any]) -> Any:
    return recording.records_of(answer, ARTICLE, "a tool")


def _extraction(kind: str, words: str, **attributes: object) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"class": kind, "text": words, "start": start, "end": start + len(words), "attributes": attributes}


def test_extractions_become_events_with_their_offsets_as_evidence() -> None:
    met = _extraction(
        "meeting",
        "Amel Trabelsi met Marco Venier",
        participants=["Amel Trabelsi", "Marco Venier"],
        countries=["Tunisia", "Italy"],
        date="on Monday",
        place="unknown",
        status="held",
    )
    said = _extraction("statement", "The drill begins,", speaker="Marco Venier", form="direct")
    meeting, statement = _records({"extractions": [met, said, {**said, "class": "other"}]})
    assert [(one.name.value, one.country.value) for one in meeting.event.participants] == [
        ("Amel Trabelsi", "TUN"),
        ("Marco Venier", "ITA"),
    ]
    assert (meeting.event.date.value, meeting.event.place) == ("2024-03-04", None)
    assert meeting.evidence[0].of(TEXT) == "Amel Trabelsi met Marco Venier"
    assert (statement.event.speaker.name.value, statement.event.quote.value) == ("Marco Venier", "The drill begins,")
    assert statement.accepted
    assert statement.checks == ()


def test_countries_without_a_participant_each_are_left_out() -> None:
    met = _extraction(
        "meeting", "Amel Trabelsi met", participants=["Amel Trabelsi", "Marco Venier"], countries=["Italy"]
    )
    (meeting,) = _records({"extractions": [met]})
    assert [one.country for one in meeting.event.participants] == [None, None]


def test_lists_of_events_become_events_without_evidence() -> None:
    deal = {
        "stage": "contract",
        "supplier": {"name": "Cantieri Venier", "country": None},
        "recipient": {"name": "null", "country": "Tunisia"},
        "description": "patrol boats",
        "quantity": "two patrol boats",
        "amount": "$1.5 million",
        "date": "2023",
    }
    (record,) = _records({"events": {"meetings": [], "arms_deals": [deal], "statements": []}})
    event = record.event
    assert (event.supplier[0].name.value, event.recipient[0].country.value) == ("Cantieri Venier", "TUN")
    assert event.recipient[0].name is None
    assert (event.quantity.value, event.amount.value, event.amount.currency) == (2, 1_500_000, "USD")
    assert (event.date.value, event.date.granularity) == ("2023", "year")
    assert record.evidence == ()


def test_two_events_of_the_same_evidence_have_ids_of_their_own() -> None:
    said = {"speaker": "Marco Venier", "form": "direct", "quote": "The drill begins"}
    records = _records({"events": {"statements": [said, said]}})
    assert len({record.id for record in records}) == 2


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            {"events": {"meetings": [{"format": "visit", "status": "held", "participants": []}]}}, id="choices"
        ),
        pytest.param({"events": {}, "failures": ["cut off"]}, id="nothing"),
    ],
)
def test_an_event_of_which_nothing_was_said_is_none(answer: dict[str, Any]) -> None:
    assert _records(answer) == ()


def test_a_date_that_cannot_be_read_is_kept_as_words() -> None:
    met = {"participants": ["Amel Trabelsi"], "date": "after the drill"}
    (record,) = _records({"events": {"meetings": [met]}})
    assert (record.event.date.value, record.event.date.partial) == (None, "after the drill")


def test_an_article_failed_where_a_reason_came_instead_of_events() -> None:
    failed = recording.report_of({"failures": ["cut off"]}, ARTICLE, ())
    assert (failed.status, failed.error.message) == ("failed", "cut off")
    assert recording.report_of({"failures": []}, ARTICLE, ()).status == "read"
