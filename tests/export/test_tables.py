"""Rows and columns follow from the event classes, those of a user's own too."""

from datetime import date
from typing import Any, ClassVar

import pytest

from communique.errors import ConfigurationError
from communique.events import BUILT_IN, Event
from communique.export.tables import articles_table, event_tables
from communique.fields import Phrase, When
from communique.records import ArticleReference, ArticleReport, Conflict, EventRecord, Failure, Missed
from communique.spans import Span
from tests.export.made import ARTICLE, DEAL, EXERCISE, HOSTILE, MEETING, STATEMENT, Exercise, data

EVENTS, PARTICIPANTS, CHECKS = event_tables((*BUILT_IN, Exercise))


def rows(table: Any, record: EventRecord) -> list[dict[str, Any]]:
    """The rows of a record, each by column, without what is empty."""
    names = [column.name for column in table.columns]
    made = (zip(names, row, strict=True) for row in table.rows(data(record)))
    return [{name: cell for name, cell in row if cell is not None} for row in made]


def test_a_meeting_is_a_row() -> None:
    (row,) = rows(EVENTS, MEETING)
    assert row == {
        "record_id": MEETING.id,
        "kind": "meeting",
        "accepted": True,
        "article_id": "002",
        "article_sha256": ARTICLE.sha256,
        "published": date(2026, 1, 30),
        "language": "en",
        "evidence_start": 0,
        "evidence_end": 26,
        "refused": 1,
        "model": "fake",
        "prompt": "p.1",
        "library": "0.1",
        "prompt_tokens": 0,
        "completion_tokens": 0,
        "calls": 0,
        "format": "visit",
        "status": "planned",
        "date": "2026-02-06",
        "date_first": date(2026, 2, 6),
        "date_last": date(2026, 2, 6),
        "date_granularity": "day",
        "place": "Rawalpindi",
        "topics": ["training", "borders; trade"],
    }


def test_numbers_money_and_lists_of_a_deal() -> None:
    (row,) = rows(EVENTS, DEAL)
    told = {name: row[name] for name in row if name.startswith(("quantity", "amount", "date", "deliv", "terms"))}
    assert told == {
        "quantity": 4.0,
        "quantity_unit": "corvettes",
        "quantity_modifier": "about",
        "amount": 1.3e9,
        "amount_max": 1.5e9,
        "amount_currency": "USD",
        "amount_modifier": "range",
        "date": "2018-07",
        "date_first": date(2018, 7, 1),
        "date_last": date(2018, 7, 31),
        "date_granularity": "month",
        "deliveries": ["2027", "XXXX-05-18"],
        "terms": ["technology_transfer", "licence"],
    }


def test_those_who_take_part_are_a_row_each() -> None:
    assert [(row["field"], row.get("position"), row["path"], row["name"]) for row in rows(PARTICIPANTS, MEETING)] == [
        ("participants", 0, "/participants/0", "Cemil Aksoy"),
        ("host", None, "/host", "Haroon Yusuf"),
    ]
    assert [row["country"] for row in rows(PARTICIPANTS, MEETING)] == ["TUR", "PAK"]
    assert [row["field"] for row in rows(PARTICIPANTS, DEAL)] == ["supplier", "recipient"]


def test_checks_are_a_row_each() -> None:
    held, refused = rows(CHECKS, MEETING)
    assert held["asserted"] is True
    assert (held["field"], held["start"], held["end"]) == ("participants/name", 0, 5)
    assert refused == {
        "record_id": MEETING.id,
        "article_id": "002",
        "position": 1,
        "path": "/participants/-",
        "field": "participants",
        "verdict": "not_found",
        "asserted": False,
        "proposed": "Kaya",
        "value": "12.5",
        "reason": "no Kaya",
    }


def test_a_class_of_ones_own_shares_columns_of_one_type_and_names_the_others() -> None:
    (row,) = rows(EVENTS, EXERCISE)
    assert row["language"] == "en"
    assert row["exercise_language"] == "Turkish"
    assert row["exercise_amount"] == "TUR"
    assert (row["stage"], row["date_last"]) == ("planned", date(2026, 3, 5))
    kinds = {column.name: column.kinds for column in EVENTS.columns}
    assert kinds["stage"] == ("arms_deal", "exercise")
    assert kinds["date"] == ("meeting", "arms_deal", "statement", "exercise")
    assert kinds["record_id"] == ()


def test_groups_within_groups_are_rows_too() -> None:
    side, weapon = rows(PARTICIPANTS, EXERCISE)
    assert (side["name"], side["exercise_country"]) == ("Side A", "the north")
    assert "country" not in side
    assert (weapon["field"], weapon["path"]) == ("participants/weapons", "/participants/0/weapons/0")
    assert (weapon["designation"], weapon["prices"]) == ("Bozkır", ["2 lira", "3 to 4"])


def test_half_a_character_becomes_one_that_a_file_can_hold() -> None:
    (row,) = rows(EVENTS, STATEMENT)
    assert row["quote"] == HOSTILE.replace("\ud800", "\ufffd")


def test_a_kind_without_a_class_keeps_what_every_record_has() -> None:
    events, participants, checks = event_tables(())
    assert rows(events, MEETING)[0]["record_id"] == MEETING.id
    assert "status" not in rows(events, MEETING)[0]
    assert rows(participants, MEETING) == []
    assert len(rows(checks, MEETING)) == 2


def test_a_flagged_date_that_is_none_has_no_days() -> None:
    event = {"date": {**data(MEETING)["event"]["date"], "value": "soon"}}
    (row,) = rows(EVENTS, MEETING.model_copy(update={"event": type(MEETING.event).model_validate(event)}))
    assert row["date"] == "soon"
    assert "date_first" not in row


def test_a_name_that_another_column_has_gets_the_kind_before_it() -> None:
    class Clash(Event):
        kind: ClassVar[str] = "clash"
        date: When | None = None
        date_first: Phrase | None = None

    names = [column.name for column in event_tables((Clash,))[0].columns]
    assert names[-3:] == ["date_granularity", "date_partial", "clash_date_first"]


def test_a_field_that_no_column_can_be_named_after_is_told() -> None:
    class Clash(Event):
        kind: ClassVar[str] = "clash"
        date: When | None = None
        clash_date_first: Phrase | None = None
        date_first: Phrase | None = None

    with pytest.raises(ConfigurationError, match=r"clash\.date_first: no column can be named after it"):
        event_tables((Clash,))


def test_numbers_beyond_64_bits_are_refused() -> None:
    held = data(MEETING)
    held["evidence"] = [{"start": 0, "end": 2**70}]
    with pytest.raises(OverflowError, match="64 bits"):
        list(EVENTS.rows(held))


def test_an_article_is_a_row_with_or_without_events() -> None:
    report = ArticleReport(
        article=ArticleReference.to(ARTICLE),
        status="failed",
        error=Failure(code="server", message="it is down"),
        events=(MEETING.id,),
        missed_evidence=(Missed(start=0, end=2, kind="meeting"),),
        conflicts=(
            Conflict(start=0, end=2, kind="weekday_date", text="x", value="2026-01-30", said="a", falls_on="b"),
        ),
        injections=(Span(0, 1),),
    )
    table = articles_table()
    (row,) = table.rows(report.model_dump(mode="json"))
    told = dict(zip((column.name for column in table.columns), row, strict=True))
    assert told["published"] == date(2026, 1, 30)
    assert (told["error_code"], told["events"], told["missed"]) == ("server", [MEETING.id], 1)
    assert (told["conflicts"], told["injections"]) == (1, 1)
