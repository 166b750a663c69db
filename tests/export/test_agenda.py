"""Planned meetings as a calendar, read back by icalendar."""

from datetime import date
from typing import Any

import icalendar
import pytest

from communique.errors import ConfigurationError
from communique.events import BUILT_IN, Event, MeetingEvent
from communique.export import agenda
from communique.export.agenda import Agenda
from communique.records import EventRecord
from tests.export.made import AKSOY, DEAL, EXERCISE, HOSTILE, MEETING, STATEMENT, Exercise, data, day, record, value

KINDS: tuple[type[Event], ...] = (*BUILT_IN, Exercise)


def written(*records: EventRecord) -> tuple[bytes, dict[str, int]]:
    """The file of the records, and what was left out."""
    made = Agenda(KINDS)
    entries = [entry for one in records if (entry := made.entry(data(one))) is not None]
    return b"".join((made.begin, *entries, made.end)), dict(made.losses)


def entries(*records: EventRecord) -> list[Any]:
    """The entries as icalendar reads them."""
    return list(icalendar.Calendar.from_ical(written(*records)[0]).walk("VEVENT"))


def planned(**fields: Any) -> EventRecord:
    """A planned meeting."""
    event = {"status": value("planned"), "participants": [AKSOY], "date": day("2026-02-06"), **fields}
    return record(MeetingEvent, event)


def test_a_planned_meeting_is_an_all_day_entry() -> None:
    (entry,) = entries(MEETING)
    assert (entry.start, entry.end) == (date(2026, 2, 6), date(2026, 2, 7))
    assert str(entry["SUMMARY"]) == "Meeting: Cemil Aksoy, Haroon Yusuf"
    assert str(entry["LOCATION"]) == "Rawalpindi"
    assert str(entry["UID"]) == f"{MEETING.id}@communique"
    assert entry["DTSTAMP"].dt.isoformat() == "2026-01-30T00:00:00+00:00"
    assert str(entry["DESCRIPTION"]).splitlines() == [
        'Date: 2026-02-06 ("on Friday")',
        "Topics: training, borders; trade",
        "Article: 002, 2026-01-30",
    ]


def test_the_same_records_give_the_same_bytes() -> None:
    assert written(MEETING, EXERCISE) == written(MEETING, EXERCISE)


def test_an_interval_lasts_its_days_and_a_class_of_ones_own_may_plan() -> None:
    (entry,) = entries(EXERCISE)
    assert (entry.start, entry.end) == (date(2026, 3, 2), date(2026, 3, 6))
    assert str(entry["SUMMARY"]) == "Exercise: Side A"


@pytest.mark.parametrize(
    ("one", "loss"),
    [
        pytest.param(planned(status=value("held")), "not_planned", id="held"),
        pytest.param(planned(status=value("cancelled")), "not_planned", id="cancelled"),
        pytest.param(planned(status=None), "not_planned", id="nothing said"),
        pytest.param(DEAL, "not_planned", id="a deal"),
        pytest.param(MEETING.model_copy(update={"kind": "unknown"}), "not_planned", id="another kind"),
        pytest.param(STATEMENT, "not_accepted", id="not accepted"),
        pytest.param(planned(date=None), "no_date", id="no date"),
        pytest.param(planned(date=day("2026-02", "month")), "no_days", id="month"),
        pytest.param(planned(date=day("2026-02/2026-03", "interval")), "no_days", id="months"),
        pytest.param(planned(date=day("2026-02-06/..", "interval")), "no_days", id="open"),
        pytest.param(planned(date=day(None, partial="friday")), "no_days", id="no year"),
        pytest.param(planned(date=day("soon")), "no_days", id="no date at all"),
        pytest.param(planned(date=day("9999-12-31")), "no_days", id="the last day there is"),
    ],
)
def test_what_has_no_day_is_left_out_and_counted(one: EventRecord, loss: str) -> None:
    made, losses = written(one)
    assert losses == {loss: 1}
    assert b"VEVENT" not in made


def test_about_a_day_is_that_day_and_says_so() -> None:
    (entry,) = entries(planned(date=day("2026-05-27~")))
    assert entry.start == date(2026, 5, 27)
    assert "2026-05-27~" in str(entry["DESCRIPTION"])


def test_an_article_without_a_day_is_stamped_with_the_events() -> None:
    one = planned()
    held = one.model_copy(update={"article": one.article.model_copy(update={"published": None})})
    (entry,) = entries(held)
    assert entry["DTSTAMP"].dt.date() == date(2026, 2, 6)


def test_words_of_an_article_cannot_end_an_entry() -> None:
    breaking = f"{HOSTILE}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-EVIL:1 " + "ş" * 200
    made, _ = written(planned(place=value(breaking), topics=[value(breaking)]))
    (entry,) = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert "X-EVIL" not in entry
    assert str(entry["LOCATION"]).startswith('=HYPERLINK("http://x","y") ,";\ufffd ş END:VEVENT')
    assert max(map(len, made.split(b"\r\n"))) <= 75
    assert b"\x00" not in made


def test_without_icalendar_the_mend_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "icalendar", None)
    with pytest.raises(ConfigurationError, match=r'pip install "communique\[export\]"'):
        Agenda(KINDS)
