"""Tables as Parquet, a file each, in row groups of bounded size; and the way back to JSON Lines.

The tables `events` and `articles` have each line as it was in their column `json`: an event is open, the tables flatten
it, and only its own bytes give it back whole whatever its class becomes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from communique.errors import ConfigurationError, InputError
from communique.export.arrow import JSON_COLUMN, MARK, Buffer
from communique.export.tables import Row, Table, TableName

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError:  # the extra `export` is not installed; whoever reads or writes says so
    pa = parquet = None

SUFFIX = ".parquet"
_NO_ARROW = 'Parquet needs pyarrow; run `pip install "communique[export]"`'


class ParquetTables:
    """Writes tables into `folder`, a file each; a context manager. Memory holds one row group of each table."""

    def __init__(self, folder: Path, tables: Sequence[Table]) -> None:
        self._buffers = {table.name: Buffer(table) for table in tables}
        self._paths = {table.name: folder / f"{table.name}{SUFFIX}" for table in tables}

    def __enter__(self) -> Self:
        self._writers = {
            name: parquet.ParquetWriter(self._paths[name], buffer.schema, compression="zstd")
            for name, buffer in self._buffers.items()
        }
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, writer in self._writers.items():
            if kind is None and len(self._buffers[name]):
                self._flush(name)
            writer.close()

    def write(self, table: Table, rows: Sequence[Row], line: str) -> None:
        """Adds rows to a table; `line` is the JSON they were read from."""
        buffer = self._buffers[table.name]
        buffer.add(rows, line)
        if buffer.is_full:
            self._flush(table.name)

    def _flush(self, name: TableName) -> None:
        self._writers[name].write_table(self._buffers[name].take())


def is_parquet_of(path: Path, table: TableName) -> bool:
    """Whether the file is such a table of ours; raises ConfigurationError without pyarrow."""
    if parquet is None:
        raise ConfigurationError(_NO_ARROW)
    try:
        metadata = parquet.read_schema(path).metadata or {}
    except (OSError, pa.ArrowException):
        return False
    return bool(metadata.get(MARK) == table.encode())


def parquet_lines(folder: Path, table: TableName) -> Iterator[str]:
    """The lines that the table was written from, in order; raises InputError for what is no table of ours."""
    path = folder / f"{table}{SUFFIX}"
    mend = "give the folder that `communique export --to parquet` wrote"
    if not is_parquet_of(path, table):
        raise InputError(f"it is no table {table} of communique", path=path, mend=mend)
    try:
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(Buffer.ROWS, columns=[JSON_COLUMN]):
                yield from batch.column(0).to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise InputError(f"it cannot be read ({error})", path=path, mend=mend) from error
