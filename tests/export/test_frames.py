"""Records as frames of pandas and polars."""

from typing import Any

import pandas as pd
import polars as pl
import pytest

from communique import records_to_frame
from communique.errors import ConfigurationError
from communique.export import arrow, frames
from tests.export.made import EVERY, MEETING


def test_pandas_has_a_row_an_event() -> None:
    frame = records_to_frame(EVERY)
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["kind"]) == ["meeting", "arms_deal", "statement", "exercise"]
    assert frame["date_first"].dt.month.tolist()[:2] == [2, 7]
    assert list(frame["exercise_amount"].dropna()) == ["TUR"]


def test_polars_has_the_same_columns() -> None:
    frame = records_to_frame(EVERY, library="polars")
    assert isinstance(frame, pl.DataFrame)
    assert frame.columns == list(records_to_frame(EVERY).columns)
    assert frame["topics"].dtype == pl.List(pl.String)


def test_tables_join_and_whole_numbers_stay_whole() -> None:
    people = records_to_frame(EVERY, "participants")
    joined = people.merge(records_to_frame(EVERY), on="record_id")
    assert set(joined[joined["field"] == "host"]["name"]) == {"Haroon Yusuf"}
    assert str(people["position"].dtype) == "Int64"
    assert records_to_frame((MEETING,), "checks", library="polars")["verdict"].to_list() == ["supported", "not_found"]


def test_no_records_are_a_frame_with_columns() -> None:
    assert records_to_frame(()).shape[0] == 0
    assert "quantity_unit" in records_to_frame((), library="polars").columns


@pytest.mark.parametrize(
    ("module", "name", "library", "told"),
    [
        pytest.param(frames, "pd", "pandas", "pip install pandas", id="pandas"),
        pytest.param(frames, "pl", "polars", "pip install polars", id="polars"),
        pytest.param(arrow, "pa", "polars", r'pip install "communique\[export\]"', id="pyarrow"),
    ],
)
def test_a_library_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, library: str, told: str
) -> None:
    monkeypatch.setattr(module, name, None)
    with pytest.raises(ConfigurationError, match=told):
        records_to_frame((), library=library)  # type: ignore[call-overload] # one of the two


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param({"table": "polars"}, "table 'polars' is none of events, participants, checks", id="table"),
        pytest.param({"library": "numpy"}, "library 'numpy' is none of pandas, polars", id="library"),
    ],
)
def test_a_table_or_library_that_is_none_is_told(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        records_to_frame((), **options)
