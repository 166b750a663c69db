"""What a spreadsheet would run is text, and every text comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.export.csv_tables import csv_cell
from communique.export.formulas import neutralised


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("=1+1", id="equals"),
        pytest.param("+49 30", id="plus"),
        pytest.param("-2+3", id="minus"),
        pytest.param("@SUM(A1)", id="at"),
        pytest.param("\t=1", id="tab"),
        pytest.param("\r=1", id="carriage return"),
        pytest.param("\n=1", id="line feed"),
        pytest.param("＝1", id="full width"),
        pytest.param("'=1", id="an apostrophe that was there"),
    ],
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["2026-01-30", "../2026", "'tis", "a=b", "", "(=1)"])
def test_other_texts_stay(text: str) -> None:
    assert neutralised(text) == text


@given(st.text(alphabet="'=+-@\t\r\na1 ＝", max_size=6))
def test_every_text_comes_back(text: str) -> None:
    """As docs/exports.md tells a reader to do it."""
    cell = neutralised(text)
    begins = cell.lstrip("'")[:1]
    is_marked = cell.startswith("'") and bool(begins) and begins in "=+-@\t\r\n＝＋－＠"
    assert (cell[1:] if is_marked else cell) == text


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param(-5.0, "-5", id="a number stays a number"),
        pytest.param(-0.25, "-0.25", id="with its digits"),
        pytest.param(1.3e9, "1300000000", id="without an exponent"),
        pytest.param("\u200b=1+1", "'=1+1", id="hidden letters do not hide a formula"),
        pytest.param(["=1"], '["=1"]', id="a list begins with its bracket"),
        pytest.param(None, "", id="nothing"),
        pytest.param(False, "false", id="no"),
    ],
)
def test_cells(cell: str | float | list[str] | None, written: str) -> None:
    assert csv_cell(cell) == written
