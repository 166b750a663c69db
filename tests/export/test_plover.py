"""Events as PLOVER records, and what is lost by that."""

from typing import Any

import pytest

from communique.events import ArmsDeal, MeetingEvent
from communique.export.actors import actor
from communique.export.plover import LOSSES, Plover
from communique.records import EventRecord
from tests.export.made import AKSOY, DEAL, EXERCISE, MEETING, STATEMENT, YUSUF, data, day, record, value


def coded(one: EventRecord) -> tuple[dict[str, Any] | None, dict[str, int]]:
    """The record as PLOVER has it, and what was lost."""
    plover = Plover()
    made = plover.code(data(one))
    assert set(plover.losses) <= set(LOSSES)
    return made, dict(plover.losses)


def meeting(**fields: Any) -> EventRecord:
    """A held meeting of Aksoy and Yusuf with some fields changed."""
    return record(MeetingEvent, {"participants": [AKSOY, YUSUF], "date": day("2026-01-30"), **fields})


def deal(**fields: Any) -> EventRecord:
    """The deal with some fields changed."""
    return record(ArmsDeal, {**data(DEAL)["event"], **fields})


def test_a_planned_visit() -> None:
    made, losses = coded(MEETING)
    assert made == {
        "id": MEETING.id,
        "date": "2026-02-06",
        "source": [{"code": "TUR", "sector": "GOV", "actor_text": "Cemil Aksoy", "office": "Defence Minister"}],
        "recipient": [{"code": "PAK", "sector": "MIL", "actor_text": "Haroon Yusuf", "office": "Army Chief"}],
        "event": ["CONSULT"],
        "mode": ["visit"],
        "context": ["future"],
        "event_loc": {"name": "Rawalpindi"},
        "cite_info": {"citation": "002", "language": "en", "coder": "communique 0.1", "codebook": "PLOVER 0.7b1"},
    }
    assert losses == {"topics": 1, "place": 1}


@pytest.mark.parametrize(
    ("fields", "mode", "context"),
    [
        pytest.param({"format": value("phone_call")}, ["phone"], None, id="call"),
        pytest.param({"format": value("conference")}, ["multilateral"], None, id="conference"),
        pytest.param({"format": value("meeting"), "status": value("held")}, None, None, id="meeting"),
        pytest.param({"status": value("cancelled")}, None, ["negation"], id="cancelled"),
        pytest.param({"status": value("denied")}, None, ["negation"], id="denied"),
        pytest.param({"host": YUSUF}, ["visit"], None, id="a host"),
    ],
)
def test_modes_and_contexts_of_meetings(fields: dict[str, Any], mode: Any, context: Any) -> None:
    made, _ = coded(meeting(**fields))
    assert made is not None
    assert (made["event"], made.get("mode"), made.get("context")) == (["CONSULT"], mode, context)


def test_without_a_host_all_are_sources_and_a_host_named_twice_is_one() -> None:
    made, _ = coded(meeting())
    assert made is not None
    assert [one["code"] for one in made["source"]] == ["TUR", "PAK"]
    assert "recipient" not in made
    hosted, _ = coded(meeting(host=YUSUF))
    assert hosted is not None
    assert ([one["code"] for one in hosted["source"]], [one["code"] for one in hosted["recipient"]]) == (
        ["TUR"],
        ["PAK"],
    )


@pytest.mark.parametrize(
    ("stage", "category", "sides"),
    [
        ("interest", "AGREE", (["TUR"], ["PAK"])),
        ("negotiation", "CONSULT", (["TUR", "PAK"], None)),
        ("approval", "AGREE", (["TUR"], ["PAK"])),
        ("contract", "COOPERATE", (["TUR"], ["PAK"])),
        ("delivery", "COOPERATE", (["TUR"], ["PAK"])),
        ("cancelled", "COOPERATE", (["TUR"], ["PAK"])),
    ],
)
def test_stages_of_deals(stage: str, category: str, sides: Any) -> None:
    made, losses = coded(deal(stage=value(stage)))
    assert made is not None
    recipient = made.get("recipient")
    told = [one["code"] for one in made["source"]], recipient and [one["code"] for one in recipient]
    assert (made["event"], told) == ([category], sides)
    assert ("negation" in made["context"]) == (stage == "cancelled") == ("cancelled" in losses)
    assert made["comment"] == (f"stage {stage}; MILGEM; corvettes; about 4 corvettes; 1300000000 to 1500000000 USD")


@pytest.mark.parametrize(
    ("one", "loss"),
    [
        pytest.param(STATEMENT, "not_accepted", id="not accepted"),
        pytest.param(STATEMENT.model_copy(update={"accepted": True}), "statement", id="statement"),
        pytest.param(EXERCISE, "other_kind", id="a kind of one's own"),
        pytest.param(deal(stage=None), "no_stage", id="no stage"),
        pytest.param(deal(recipient=[]), "no_actor", id="no recipient"),
        pytest.param(meeting(participants=[]), "no_actor", id="nobody"),
        pytest.param(meeting(date=None), "no_date", id="no date"),
        pytest.param(meeting(date=day("../2026-01-30", "interval")), "no_date", id="no first day"),
        pytest.param(meeting(date=day(None, partial="friday")), "no_date", id="no year"),
    ],
)
def test_what_has_no_place_is_left_out_and_counted(one: EventRecord, loss: str) -> None:
    assert coded(one) == (None, {loss: 1})


@pytest.mark.parametrize(
    ("date", "days", "losses"),
    [
        pytest.param(day("2026-01"), ("2026-01-01", "2026-01-31"), set(), id="month as a day"),
        pytest.param(day("2026-01", "month"), ("2026-01-01", "2026-01-31"), {"coarse_date"}, id="month"),
        pytest.param(day("2026-01-05~"), ("2026-01-05", None), {"about"}, id="about"),
        pytest.param(day("2026-01-05/..", "interval"), ("2026-01-05", None), {"about", "coarse_date"}, id="open"),
    ],
)
def test_dates(date: Any, days: tuple[str, str | None], losses: set[str]) -> None:
    made, lost = coded(meeting(date=date))
    assert made is not None
    assert (made["date"], made.get("enddate")) == days
    assert lost.keys() == losses


def test_an_agreement_of_one_end_is_that_ends() -> None:
    made, _ = coded(deal(stage=value("approval"), supplier=[]))
    assert made is not None
    assert [one["code"] for one in made["source"]] == ["PAK"]
    assert "recipient" not in made


@pytest.mark.parametrize(
    ("organisation", "role", "sector"),
    [
        pytest.param("Turkish Land Forces", None, "MIL", id="army"),
        pytest.param(None, "Genelkurmay Başkanı", "MIL", id="chief of staff"),
        pytest.param(None, "Millî Savunma Bakanı", "GOV", id="minister"),
        pytest.param(None, "Secretary General", "GOV", id="not a general"),
        pytest.param(None, "General", "MIL", id="a general"),
        pytest.param("National Assembly", "Speaker", "LEG", id="parliament"),
        pytest.param("Denizak Shipyard", "President", "BUS", id="a firm's president"),
        pytest.param("Jandarma Genel Komutanlığı", "Komutan", "COP", id="gendarmerie"),
        pytest.param(None, "counterpart", None, id="nobody knows"),
        pytest.param(None, None, None, id="nothing"),
    ],
)
def test_sectors_by_body_and_office(organisation: str | None, role: str | None, sector: str | None) -> None:
    member = {
        "name": value("Emir King"),
        "organisation": value(organisation) if organisation else None,
        "role": value(role) if role else None,
    }
    assert actor(member).get("sector") == sector


def test_a_body_of_several_states_is_an_igo_and_a_firm_goes_by_its_name() -> None:
    assert actor({"name": value("NATO"), "country": None}) == {"code": "IGO", "actor_text": "NATO"}
    assert actor({"name": value("Marmara Tersanesi"), "country": value("TUR")})["sector"] == "BUS"
    assert actor({"name": None, "country": value("TUR", "Turkish")}) == {"code": "TUR", "actor_text": "Turkish"}


def test_actors_without_code_and_sector_are_counted() -> None:
    _, losses = coded(meeting(participants=[{"name": value("Ali Kaya")}, AKSOY]))
    assert losses == {"no_code": 1, "no_sector": 1}
