"""CSV, Parquet and DuckDB files, read by the tools that people read them with."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest
from pyarrow import parquet

from communique.errors import InputError
from communique.events import BUILT_IN
from communique.export.arrow import Buffer
from communique.export.csv_tables import CsvTables
from communique.export.duckdb_tables import DuckDBTables, is_duckdb_of_ours
from communique.export.parquet_tables import ParquetTables, is_parquet_of, parquet_lines
from communique.export.tables import event_tables
from communique.records import EventRecord
from tests.export.made import EVERY, HOSTILE, MEETING, STATEMENT, Exercise

TABLES = event_tables((*BUILT_IN, Exercise))
LINES = [one.to_json() for one in EVERY]
SEEN = '=HYPERLINK("http://x","y")\r\n\x00\u202e,";\ufffd ş'


def write(into: Any, records: Iterator[EventRecord]) -> None:
    """Writes the records' rows."""
    with into:
        for one in records:
            line = one.to_json()
            for table in TABLES:
                into.write(table, list(table.rows(json.loads(line))), line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The records in all three forms."""
    for into in (CsvTables(tmp_path, TABLES), ParquetTables(tmp_path, TABLES), DuckDBTables(tmp_path / "d", TABLES)):
        write(into, iter(EVERY))
    return tmp_path


def test_csv_is_read_as_it_is_by_pandas_polars_and_duckdb(folder: Path) -> None:
    path = folder / "events.csv"
    frames = (
        pd.read_csv(path, dtype={"article_id": str}).astype(object).to_dict("records"),
        pl.read_csv(path).to_dicts(),
        duckdb.read_csv(str(path)).pl().to_dicts(),
    )
    for rows in frames:
        assert [row["record_id"] for row in rows] == [one.id for one in EVERY]
        assert rows[1]["amount"] == 1.3e9
        assert rows[0]["topics"] == '["training", "borders; trade"]'
        assert bool(rows[2]["accepted"]) is False


def test_hostile_words_are_one_cell_that_is_no_formula(folder: Path) -> None:
    with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[2]["quote"] == "'" + SEEN.replace("\x00", "").replace("\u202e", "")
    assert rows[2]["medium"] == "'=1+1"
    assert pl.read_csv(folder / "events.csv")["quote"][2] == rows[2]["quote"]


@pytest.mark.parametrize("read", [pl.read_parquet, pd.read_parquet], ids=["polars", "pandas"])
def test_parquet_keeps_types_and_words(folder: Path, read: Any) -> None:
    frame = read(folder / "events.parquet")
    assert list(frame["quote"])[2] == SEEN
    assert next(str(one) for one in frame["date_first"]).startswith("2026-02-06")
    assert list(next(iter(frame["topics"]))) == ["training", "borders; trade"]
    checks = read(folder / "checks.parquet")
    assert set(checks["record_id"]) == {MEETING.id}


def test_duckdb_joins_its_tables(folder: Path) -> None:
    with duckdb.connect(str(folder / "d"), read_only=True) as database:
        joined = database.execute(
            "SELECT e.kind, p.name FROM events e JOIN participants p USING (record_id) ORDER BY 2"
        )
        assert ("meeting", "Haroon Yusuf") in joined.fetchall()
        (quote,) = database.execute("SELECT quote FROM events WHERE kind = 'statement'").fetchone() or ("",)
    assert quote == SEEN


def test_parquet_gives_every_line_back(folder: Path) -> None:
    assert list(parquet_lines(folder, "events")) == LINES


def test_no_records_are_tables_with_columns_alone(tmp_path: Path) -> None:
    for into in (CsvTables(tmp_path, TABLES), ParquetTables(tmp_path, TABLES), DuckDBTables(tmp_path / "d", TABLES)):
        write(into, iter(()))
    assert pl.read_csv(tmp_path / "events.csv").shape == (0, len(TABLES[0].columns))
    assert pl.read_parquet(tmp_path / "checks.parquet").shape == (0, len(TABLES[2].columns))
    assert list(parquet_lines(tmp_path, "events")) == []
    assert is_duckdb_of_ours(tmp_path / "d")


def test_a_full_buffer_becomes_a_row_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Buffer, "ROWS", 2)
    write(ParquetTables(tmp_path, TABLES), iter(EVERY))
    assert parquet.ParquetFile(tmp_path / "events.parquet").num_row_groups == 2
    write(DuckDBTables(tmp_path / "d", TABLES), iter(EVERY))
    with duckdb.connect(str(tmp_path / "d"), read_only=True) as database:
        assert database.execute("SELECT count(*) FROM events").fetchone() == (4,)
    assert list(parquet_lines(tmp_path, "events")) == LINES


def test_what_is_not_ours_is_known(folder: Path) -> None:
    assert is_parquet_of(folder / "events.parquet", "events")
    assert not is_parquet_of(folder / "events.parquet", "checks")
    (folder / "other").write_text("mine", encoding="utf-8")
    assert not is_duckdb_of_ours(folder / "other")
    pl.DataFrame({"a": [1]}).write_parquet(folder / "events.parquet")
    assert not is_parquet_of(folder / "events.parquet", "events")
    with pytest.raises(InputError, match="no table events of communique"):
        list(parquet_lines(folder, "events"))


def test_a_damaged_table_is_told(folder: Path) -> None:
    path = folder / "events.parquet"
    whole = path.read_bytes()
    path.write_bytes(whole[:4] + b"\xff" * (len(whole) // 3) + whole[4 + len(whole) // 3 :])
    with pytest.raises(InputError, match="cannot be read"):
        list(parquet_lines(folder, "events"))


def test_the_hostile_record_is_one() -> None:
    assert STATEMENT.to_json().isprintable()
    assert json.loads(STATEMENT.to_json())["event"]["quote"]["value"] == HOSTILE
