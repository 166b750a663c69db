"""Flagged values stay in the tables, beside their checks, and go into no register, event or calendar."""

from pathlib import Path
from typing import Any

import pytest

from communique.events import BUILT_IN, ArmsDeal, MeetingEvent
from communique.export.agenda import Agenda
from communique.export.asserting import asserted
from communique.export.plover import Plover
from communique.export.register import Register
from communique.export.tables import event_tables
from communique.verdicts import Check, Verdict
from tests.export.made import DEAL, HELD, MEETING, REFUSED, data, record


def refused(path: str) -> Check:
    """A check that refused the value at `path`."""
    return Check(path=path, verdict=Verdict.NOT_FOUND, proposed="x", reason="the article does not say it")


def flagged(*paths: str) -> dict[str, Any]:
    """The planned meeting, whose values at `paths` were refused and left."""
    event = data(MEETING)["event"]
    return data(record(MeetingEvent, event, HELD, *(refused(path) for path in paths)))


@pytest.mark.parametrize(
    ("path", "left"),
    [
        pytest.param("/place", {"place": None}, id="a value"),
        pytest.param("/topics/0", {"topics": ["borders; trade"]}, id="one of a list"),
        pytest.param("/host", {"host": None}, id="a group"),
    ],
)
def test_a_refused_value_is_taken_out(path: str, left: dict[str, Any]) -> None:
    held, count = asserted(flagged(path))
    event = {name: [item["value"] for item in one] if isinstance(one, list) else one for name, one in _plain(held)}
    assert count == 1
    assert {name: event[name] for name in left} == left


def _plain(held: Any) -> list[tuple[str, Any]]:
    return [(name, one) for name, one in held["event"].items() if name in ("place", "topics", "host")]


def test_the_last_check_of_a_value_holds() -> None:
    again = Check(path="/place", verdict=Verdict.SUPPORTED, proposed="Rawalpindi", reason="it stands there")
    one = data(record(MeetingEvent, data(MEETING)["event"], refused("/place"), again))
    assert asserted(one) == (one, 0)


def test_a_value_that_was_dropped_takes_nothing_out() -> None:
    one = data(record(MeetingEvent, data(MEETING)["event"], HELD, REFUSED))
    assert asserted(one) == (one, 0)


def test_a_calendar_and_a_coded_event_have_no_refused_value() -> None:
    one = flagged("/place", "/participants/0/name")
    agenda, plover = Agenda(BUILT_IN), Plover()
    entry, coded = agenda.entry(one), plover.code(one)
    assert entry is not None
    assert coded is not None
    assert b"Rawalpindi" not in entry
    assert b"Cemil Aksoy" not in entry
    assert "Rawalpindi" not in str(coded)
    assert (agenda.losses["refused"], plover.losses["refused"]) == (2, 2)


def test_a_refused_date_plans_nothing() -> None:
    agenda = Agenda(BUILT_IN)
    assert agenda.entry(flagged("/date")) is None
    assert agenda.losses == {"no_date": 1}


def test_a_register_has_no_refused_value(tmp_path: Path) -> None:
    with Register(tmp_path) as register:
        register.write(data(record(ArmsDeal, data(DEAL)["event"], refused("/amount"), refused("/quantity"))))
    assert "1300000000" not in (tmp_path / "register.csv").read_text(encoding="utf-8")
    assert register.losses["refused"] == 2
    assert register.losses["price"] == 0


def test_the_tables_show_it_beside_its_check() -> None:
    one = flagged("/place")
    events, _, checks = event_tables(BUILT_IN)
    (row,) = events.rows(one)
    assert "Rawalpindi" in row
    assert [cells[5] for cells in checks.rows(one)] == ["supported", "not_found"]
