"""Rows of JSONL and CSV to articles; a broken row is named by its line and the rest goes on."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from communique.article import Article
from communique.errors import InputError

FIELDS = ("id", "text", "published", "title", "url", "language")
_CSV_FIELD = 2**31 - 1
Row = tuple[int, dict[str, Any] | InputError]


def json_rows(text: str, path: Path | str) -> Iterator[Row]:
    """The lines of a JSONL file with their numbers; blank lines are passed over."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _json_row(line, path, number)


def _json_row(line: str, path: Path | str, number: int) -> dict[str, Any] | InputError:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return _broken(f"this line is not JSON{where}", path, number, "write one JSON object a line")
    if not isinstance(row, dict):
        return _broken("this line is not a JSON object", path, number, 'write {"text": …} on each line')
    return row


def csv_rows(text: str, path: Path | str) -> Iterator[Row]:
    """The rows of a CSV file with a header, with the numbers of their last lines; empty cells are left out."""
    csv.field_size_limit(_CSV_FIELD)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            yield reader.line_num, _csv_row(row, path, reader.line_num)
    except csv.Error as error:
        number = reader.line_num + 1
        yield number, _broken(f"this is not CSV ({error})", path, number, "quote fields that hold quotes")


def _csv_row(row: dict[str | None, Any], path: Path | str, number: int) -> dict[str, Any] | InputError:
    if None in row or None in row.values():
        return _broken("this row has not as many cells as the header", path, number, "quote cells that hold commas")
    return {str(name): cell for name, cell in row.items() if cell != ""}


def row_article(row: dict[str, Any], path: Path | str, number: int) -> Article | InputError:
    """The article of a row, or what is wrong with it; a language other than en and tr is "other"."""
    unknown = sorted(set(row) - set(FIELDS))
    if unknown:
        return _broken(f"unknown field {unknown[0]!r}", path, number, f"the fields are {', '.join(FIELDS)}")
    if not isinstance(row.get("text"), str):
        return _broken('the field "text" is missing', path, number, 'give the article in "text"')
    given = {name: value for name, value in row.items() if value is not None}
    if isinstance(given.get("language"), str) and given["language"] not in ("en", "tr"):
        given["language"] = "other"
    if "published" in given:
        given["published_from"] = "given"
    try:
        return Article.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(step) for step in first["loc"])
        return _broken(
            f'the field "{name}": {first["msg"]}', path, number, "dates are written 2026-01-30, the rest as text"
        )


def _broken(message: str, path: Path | str, number: int, mend: str) -> InputError:
    return InputError(message, code="broken_line", path=path, line=number, mend=mend)
