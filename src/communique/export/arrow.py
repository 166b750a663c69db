"""Tables as Arrow holds them: what Parquet, DuckDB and data frames are written from."""

from collections.abc import Iterable, Sequence

from communique.errors import ConfigurationError
from communique.export.tables import Row, Table

try:
    import pyarrow as pa
except ImportError:  # the extra `export` is not installed; arrow_schema says so
    pa = None

JSON_COLUMN = "json"
"""The column of `events` and `articles` that holds the line as it was, so that nothing is lost."""
KEPT_WHOLE = ("events", "articles")
MARK = b"communique.table"
"""The key of a table's name in the schema's metadata: by it a file of ours is known."""

_NO_ARROW = 'this needs pyarrow; run `pip install "communique[export]"`, or export to csv'


def arrow_schema(table: Table, *, with_lines: bool = True) -> "pa.Schema":
    """The table's schema, `with_lines` as its last column where the table keeps them; raises ConfigurationError
    without pyarrow."""
    if pa is None:
        raise ConfigurationError(_NO_ARROW)
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    fields = [pa.field(column.name, types[column.type]) for column in table.columns]
    if with_lines and table.name in KEPT_WHOLE:
        fields.append(pa.field(JSON_COLUMN, pa.string(), nullable=False))
    return pa.schema(fields, metadata={MARK: table.name.encode()})


def arrow_table(schema: "pa.Schema", rows: Iterable[Row]) -> "pa.Table":
    """The rows under the schema."""
    columns: Sequence[Sequence[object]] = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


class Buffer:
    """Rows of one table, of which `take` gives an Arrow table; `is_full` says when it is time."""

    ROWS = 5000

    def __init__(self, table: Table) -> None:
        self.schema = arrow_schema(table)
        self._keeps_lines = table.name in KEPT_WHOLE
        self._rows: list[Row] = []

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def is_full(self) -> bool:
        """Whether there are rows enough for a row group."""
        return len(self._rows) >= self.ROWS

    def add(self, rows: Sequence[Row], line: str) -> None:
        """Adds rows; `line` is the JSON they were read from."""
        self._rows.extend((*row, line) for row in rows) if self._keeps_lines else self._rows.extend(rows)

    def take(self) -> "pa.Table":
        """The rows so far, which are then forgotten."""
        rows, self._rows = self._rows, []
        return arrow_table(self.schema, rows)
