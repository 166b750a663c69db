"""Arms deals in both column sets of SIPRI's register."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from communique.events import ArmsDeal
from communique.export.deals import state_name
from communique.export.register import DELIVERIES, REGISTER, Register
from communique.records import EventRecord
from tests.export.made import DEAL, MEETING, data, day, record, value

Rows = list[dict[str, str]]


def written(folder: Path, *records: EventRecord) -> tuple[Rows, Rows, Mapping[str, int]]:
    """The rows of both files, and the losses. The columns without a name are called "?1" to "?3"."""
    with Register(folder) as into:
        for one in records:
            into.write(data(one))
    unnamed = iter(("?1", "?2", "?3"))
    columns = [name or next(unnamed) for name in REGISTER]
    return _read(folder / "register.csv", columns), _read(folder / "deliveries.csv", list(DELIVERIES)), into.losses


def _read(path: Path, columns: list[str]) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return [{name: cell for name, cell in zip(columns, row, strict=True) if cell} for row in rows]


def deal(**fields: Any) -> EventRecord:
    """The deal with some fields changed; None takes one away."""
    event = {**data(DEAL)["event"], **fields}
    return record(ArmsDeal, {name: held for name, held in event.items() if held is not None})


def test_an_order_has_its_number_as_an_estimate_and_its_price_in_the_comments(tmp_path: Path) -> None:
    (row,), (newer,), losses = written(tmp_path, DEAL)
    assert row == {
        "Recipient": "Pakistan",
        "Supplier": "Turkiye",
        "Year of order": "2018",
        "Number ordered": "4",
        "?2": "?",
        "Weapon designation": "MILGEM",
        "Weapon description": "corvettes",
        "Comments": "price 1300000000 to 1500000000 USD; number about 4 corvettes; supplier Denizak; "
        "recipient Pakistan Navy; terms technology transfer, licence; delivery due 2027, XXXX-05-18; "
        "article 002 of 2026-01-30",
        "record_id": DEAL.id,
        "article_id": "002",
    }
    assert newer == {
        "Supplier": "Turkiye",
        "Recipient": "Pakistan",
        "Designation": "MILGEM",
        "Description": "corvettes",
        "Order date": "2018",
        "Order date is estimate": "No",
        "Local production": "Yes",
        "record_id": DEAL.id,
        "article_id": "002",
    }
    assert losses == {"price": 1, "terms": 1}


def test_a_delivery_has_its_number_and_year(tmp_path: Path) -> None:
    held = deal(
        stage=value("delivery"), date=day("2021~", "year"), deliveries=None, amount=None, terms=[value("second_hand")]
    )
    (row,), (newer,), _ = written(tmp_path, held)
    assert (row["Number delivered"], row["?3"], row["Year(s) of delivery"]) == ("4", "?", "2021?")
    assert row["status"] == "Second hand"
    assert not {"Year of order", "Number ordered", "?1", "?2"} & row.keys()
    assert (newer["Numbers delivered"], newer["Numbers delivered is estimate"]) == ("4", "Yes")
    assert (newer["Delivery year"], newer["Delivery year is estimate"]) == ("2021", "Yes")


def test_a_delivery_over_years_is_a_row_each_without_a_number(tmp_path: Path) -> None:
    held = deal(
        stage=value("delivery"), date=day("2021", "year"), deliveries=[day("2022", "year"), day("2022-05", "month")]
    )
    (row,), newer, losses = written(tmp_path, held)
    assert (row["Year(s) of delivery"], row["Number delivered"]) == ("2021; 2022", "4")
    assert [one["Delivery year"] for one in newer] == ["2021", "2022"]
    assert not any("Numbers delivered" in one for one in newer)
    assert losses["several_years"] == 1


def test_an_end_that_nobody_knows_is_said_to_be_unknown(tmp_path: Path) -> None:
    (row,), _, losses = written(tmp_path, deal(supplier=[{"name": value("a firm")}]))
    assert row["Supplier"] == "unknown supplier(s)"
    assert "supplier a firm" in row["Comments"]
    assert losses["unknown_end"] == 1


def test_several_states_are_a_row_each_pair_and_nothing_is_counted_twice(tmp_path: Path) -> None:
    both = [{"country": value("PAK")}, {"country": value("QAT")}]
    rows, newer, losses = written(tmp_path, deal(recipient=both))
    assert [one["Recipient"] for one in rows] == ["Pakistan", "Qatar"]
    assert not any("Number ordered" in one for one in rows)
    assert rows[0]["Comments"].startswith("number 4 in all, for Turkiye to Pakistan; Turkiye to Qatar; price")
    assert len(newer) == 2
    assert losses["several_states"] == 1


@pytest.mark.parametrize(
    ("held", "loss"),
    [
        pytest.param(MEETING, "other_kind", id="no deal"),
        pytest.param(record(ArmsDeal, {}, accepted=False), "not_accepted", id="not accepted"),
        pytest.param(deal(stage=value("negotiation")), "not_ordered", id="negotiation"),
        pytest.param(deal(stage=None), "not_ordered", id="no stage"),
    ],
)
def test_what_is_no_order_is_left_out_and_counted(tmp_path: Path, held: EventRecord, loss: str) -> None:
    assert written(tmp_path, held) == ([], [], {loss: 1})


@pytest.mark.parametrize(
    ("quantity", "count", "mark"),
    [
        pytest.param(value(4, unit="ships"), "4", None, id="exact"),
        pytest.param(value(4, unit="ships", modifier="at_least"), "4", "?", id="at least"),
        pytest.param(value(4, max=6, unit="ships", modifier="range"), "4", "?", id="range"),
        pytest.param(value(2.5, unit="tonnes"), None, None, id="no whole items"),
        pytest.param(None, None, None, id="none"),
    ],
)
def test_a_number_is_marked_unless_it_is_exact(
    tmp_path: Path, quantity: Any, count: str | None, mark: str | None
) -> None:
    (row,), _, losses = written(tmp_path, deal(quantity=quantity))
    assert (row.get("Number ordered"), row.get("?2")) == (count, mark)
    assert losses["no_count"] == (quantity is not None and count is None)


@pytest.mark.parametrize(
    ("date", "year", "mark"),
    [
        pytest.param(day("2018-07-05"), "2018", None, id="day"),
        pytest.param(day("2018~", "year"), "2018", "?", id="about"),
        pytest.param(day("2018/2020", "interval"), "2018", "?", id="years"),
        pytest.param(day("../2020", "interval"), "2020", "?", id="open"),
        pytest.param(day("199X", "decade"), "1990", "?", id="decade"),
        pytest.param(day(None, partial="XXXX-05-18"), None, None, id="no year"),
        pytest.param(day("soon"), None, None, id="a flagged one"),
    ],
)
def test_a_year_is_marked_unless_it_is_told(tmp_path: Path, date: Any, year: str | None, mark: str | None) -> None:
    (row,), (newer,), _ = written(tmp_path, deal(date=date))
    assert (row.get("Year of order"), row.get("?1")) == (year, mark)
    assert newer.get("Order date is estimate") == (None if year is None else "Yes" if mark else "No")


def test_no_trend_indicator_value_is_ever_filled(tmp_path: Path) -> None:
    rows, newer, _ = written(tmp_path, DEAL, deal(stage=value("delivery")))
    filled = {name for row in (*rows, *newer) for name in row}
    blank = {name for name in (*REGISTER, *DELIVERIES) if "TIV" in name} | {"SIPRI estimate", "SIPRI AT Database ID"}
    assert len(blank) == 7
    assert not blank & filled


def test_words_of_an_article_are_no_formula(tmp_path: Path) -> None:
    written(tmp_path, deal(designation=value("=cmd|' /C calc'!A0")))
    frame = pd.read_csv(tmp_path / "register.csv")
    assert list(frame["Weapon designation"]) == ["'=cmd|' /C calc'!A0"]
    assert list(frame.columns[-2:]) == ["record_id", "article_id"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TUR", "Turkiye"),
        ("ARE", "UAE"),
        ("KOR", "South Korea"),
        ("IRN", "Iran"),
        ("USA", "United States"),
        ("TZA", "Tanzania"),
        ("XKX", "Kosovo"),
        ("ZZZ", "ZZZ"),
    ],
)
def test_states_are_spelled_as_sipri_does(code: str, name: str) -> None:
    assert state_name(code) == name
