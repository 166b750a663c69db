"""Rows of Parquet files. Columns that are none of an article's are passed over: such files are made for many ends."""

from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from communique.errors import ConfigurationError, InputError
from communique.ingest.decoding import LARGEST, too_long
from communique.ingest.json_rows import Row
from communique.ingest.rows import FIELDS

try:
    import pyarrow as pa
    from pyarrow import parquet
except ImportError as error:
    raise ConfigurationError('Parquet needs pyarrow; run `pip install "communique[export]"`') from error

_ROWS = 64
_MEND = "give a Parquet file with a column text, and where there are such id, published, title, url, language"


def parquet_rows(stream: BufferedReader, path: Path | str) -> Iterator[tuple[int, Row]]:
    """The rows with their numbers, from 1; raises InputError for a file that is none."""
    try:
        file = parquet.ParquetFile(stream)
        columns = [name for name in FIELDS if name in file.schema_arrow.names]
        if "text" not in columns:
            raise InputError("there is no column text", code="broken_file", path=path, mend=_MEND)
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield number, _bounded(row, path, number)
    except (pa.ArrowException, OSError) as error:
        told = str(error).partition("\n")[0]
        raise InputError(f"it cannot be read as Parquet ({told})", code="broken_file", path=path, mend=_MEND) from error


def _bounded(row: dict[str, object], path: Path | str, number: int) -> Row:
    text = row["text"]
    return too_long("this row's text", path, number) if isinstance(text, str) and len(text) > LARGEST else row
