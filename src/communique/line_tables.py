"""Lines of records and reports as rows of one table, for Parquet and for Ray datasets."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from communique.errors import ConfigurationError
from communique.records import RECORD

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError as error:
    raise ConfigurationError('Parquet needs pyarrow; run `pip install "communique[export]"`') from error

LINES = pa.schema(
    [
        pa.field("article", pa.string(), nullable=False),
        pa.field("schema", pa.string(), nullable=False),
        pa.field("id", pa.string()),
        pa.field("kind", pa.string()),
        pa.field("accepted", pa.bool_()),
        pa.field("line", pa.string(), nullable=False),
    ]
)
"""`line` is what `communique extract` writes: of an event where `schema` is communique/record/1, of an article where it
is communique/article/1, which has no id, kind and accepted."""

_ROWS_A_GROUP = 5000


def line_row(line: str) -> Mapping[str, Any]:
    """The row of a record's or a report's line."""
    told = json.loads(line)
    row = {"article": told["article"]["id"], "schema": told["schema"], "line": line}
    return row | {name: told[name] for name in ("id", "kind", "accepted")} if told["schema"] == RECORD else row


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes a Parquet file; one group of rows is held."""
    with parquet.ParquetWriter(path, LINES, compression="zstd") as writer:
        for rows in _groups(lines):
            writer.write_table(pa.Table.from_pylist(rows, schema=LINES))


def is_of_lines(file: "Path | pa.NativeFile") -> bool:
    """Whether a file is one of ours."""
    try:
        return bool(parquet.read_schema(file).names == LINES.names)
    except (pa.ArrowException, OSError):
        return False


def _groups(lines: Iterable[str]) -> Iterator[list[Mapping[str, Any]]]:
    rows: list[Mapping[str, Any]] = []
    for line in lines:
        rows.append(line_row(line))
        if len(rows) == _ROWS_A_GROUP:
            yield rows
            rows = []
    if rows:
        yield rows
