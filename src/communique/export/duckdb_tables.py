"""Tables in one DuckDB file; like Parquet, `events` and `articles` keep each line in their column `json`."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from communique.errors import ConfigurationError, InputError
from communique.export.arrow import Buffer
from communique.export.tables import Row, Table, TableName

try:
    import duckdb
except ImportError:  # the extra `export` is not installed; DuckDBTables says so
    duckdb = None  # type: ignore[assignment] # a module or nothing

_NO_DUCKDB = 'DuckDB is not installed; run `pip install "communique[export]"`, or export to csv'
_MEND = "make room, or give another place to -o"
_MEMORY = "100MB"  # of what is kept before it is on the disk; the library's own bound is most of the machine's
_OURS = {"events": "record_id", "participants": "record_id", "checks": "record_id"}


class DuckDBTables:
    """Writes tables into the database file `path`, which is made; a context manager."""

    def __init__(self, path: Path, tables: Sequence[Table]) -> None:
        if duckdb is None:
            raise ConfigurationError(_NO_DUCKDB)
        self._path = path
        self._buffers = {table.name: Buffer(table) for table in tables}

    def __enter__(self) -> Self:
        self._database = duckdb.connect(str(self._path), config={"memory_limit": _MEMORY})
        for name, buffer in self._buffers.items():
            self._run(f"CREATE TABLE {name} AS SELECT * FROM rows", buffer)  # noqa: S608 - a name of TableName
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            for name in (name for name, buffer in self._buffers.items() if len(buffer)):
                self._flush(name)
        self._database.close()

    def write(self, table: Table, rows: Sequence[Row], line: str) -> None:
        """Adds rows to a table; `line` is the JSON they were read from."""
        buffer = self._buffers[table.name]
        buffer.add(rows, line)
        if buffer.is_full:
            self._flush(table.name)

    def _flush(self, name: TableName) -> None:
        self._run(f"INSERT INTO {name} SELECT * FROM rows", self._buffers[name])  # noqa: S608 - a name of TableName

    def _run(self, statement: str, buffer: Buffer) -> None:
        try:
            self._database.register("rows", buffer.take())
            self._database.execute(statement)
            self._database.unregister("rows")
        except duckdb.Error as error:
            raise InputError(f"it cannot be written ({error})", path=self._path, mend=_MEND) from error


def is_duckdb_of_ours(path: Path) -> bool:
    """Whether the file is a database with our tables; raises ConfigurationError without DuckDB."""
    if duckdb is None:
        raise ConfigurationError(_NO_DUCKDB)
    try:
        with duckdb.connect(str(path), read_only=True) as database:
            columns = database.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    except duckdb.Error:
        return False
    return set(_OURS.items()) <= set(columns)
