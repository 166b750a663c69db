"""Tables as CSV (RFC 4180, UTF-8): for people and for every tool; JSON Lines and Parquet lose nothing.

Dates are ISO 8601, lists JSON, booleans true and false, nothing is an empty cell. Numbers are written as numbers. Texts
have no control or hidden characters, and none is a formula; see `formulas`.
"""

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from communique.characters import BREAKS, is_hidden
from communique.export.columns import Column
from communique.export.fields import Cell, plain_number
from communique.export.formulas import neutralised
from communique.export.tables import Row, Table

SUFFIX = ".csv"


def csv_cell(cell: Cell) -> str:
    """The cell as it is written."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return plain_number(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return csv_text(cell) if isinstance(cell, str) else csv_text(json.dumps(cell, ensure_ascii=False))


def csv_text(text: str) -> str:
    """A text that a spreadsheet shows and does not run."""
    if not text.isprintable():
        text = "".join(letter for letter in text if letter in BREAKS or not is_hidden(letter))
    return neutralised(text)


def header(columns: Sequence[Column]) -> str:
    """The first line of a table's file, without its end."""
    return ",".join(column.name for column in columns)


class CsvTables:
    """Writes tables into `folder`, a file each; a context manager."""

    def __init__(self, folder: Path, tables: Sequence[Table]) -> None:
        self._paths = {table.name: folder / f"{table.name}{SUFFIX}" for table in tables}
        self._tables = tables
        self._files: list[IO[str]] = []

    def __enter__(self) -> Self:
        self._writers = {}
        for table in self._tables:
            file = self._paths[table.name].open("w", encoding="utf-8", newline="")
            self._files.append(file)
            self._writers[table.name] = csv.writer(file)  # with the line ends of RFC 4180, so that a lone one is quoted
            self._writers[table.name].writerow([column.name for column in table.columns])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def write(self, table: Table, rows: Sequence[Row], line: str) -> None:  # noqa: ARG002 - the stored forms keep the line
        """Adds rows to a table."""
        self._writers[table.name].writerows([csv_cell(cell) for cell in row] for row in rows)
