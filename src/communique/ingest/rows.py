"""Rows of CSV, and rows to articles; a broken row is named by its line and the rest goes on."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from communique.article import Article
from communique.errors import InputError
from communique.ingest.decoding import LARGEST
from communique.ingest.json_rows import Row, broken
from communique.ingest.lines import Lines

FIELDS = ("id", "text", "published", "title", "url", "language")


def csv_rows(lines: Lines) -> Iterator[tuple[int, Row]]:
    """The rows below a header, with the numbers of their first lines; empty cells are left out."""
    csv.field_size_limit(LARGEST)
    header: Sequence[str] | None = None
    for number, cells in _cells(lines):
        if isinstance(cells, InputError):
            yield number, cells
        elif header is None:
            header = cells
            if fault := _header_fault(header):
                mend = f"the first line names the columns, with commas: {', '.join(FIELDS)}"
                yield number, broken(fault, lines.path, number, mend)
                return
        else:
            yield number, _csv_row(header, cells, lines.path, number)


def _cells(lines: Lines) -> Iterator[tuple[int, Sequence[str] | InputError]]:
    """The cells of each row that is not blank, or what is wrong with it."""
    reader = csv.reader(lines, strict=True)
    while True:
        number = lines.number + 1
        try:
            cells = next(reader, None)
        except InputError as error:
            yield number, error
            continue
        except csv.Error as error:
            mend = "quote cells that hold quotes, and close each quote"
            yield number, broken(f"this is not CSV ({error})", lines.path, number, mend)
            continue
        if cells is None:
            return
        if cells:
            yield number, cells


def _header_fault(header: Sequence[str]) -> str | None:
    twice = next((name for name in header if header.count(name) > 1), None)
    if twice is not None:
        return f"the header names {twice!r} twice"
    return None if "text" in header else 'the header has no "text"'


def _csv_row(header: Sequence[str], cells: Sequence[str], path: Path | str, number: int) -> Row:
    if len(cells) != len(header):
        return broken("this row has not as many cells as the header", path, number, "quote cells that hold commas")
    return {name: cell for name, cell in zip(header, cells, strict=True) if cell != ""}


def row_article(row: dict[str, Any], path: Path | str, number: int) -> Article | InputError:
    """The article of a row, or what is wrong with it; a language other than en and tr is "other"."""
    unknown = sorted(set(row) - set(FIELDS))
    if unknown:
        return broken(f"unknown field {unknown[0]!r}", path, number, f"the fields are {', '.join(FIELDS)}")
    if not isinstance(row.get("text"), str):
        what = "is missing" if row.get("text") is None else "is no text"
        return broken(f'the field "text" {what}', path, number, 'give the article in "text"')
    halved = next((name for name, value in row.items() if not _is_unicode(value)), None)
    if halved is not None:
        mend = "write the character itself, or both halves of its escape"
        return broken(f'the field "{halved}" has a lone surrogate (half a character)', path, number, mend)
    try:
        return Article.model_validate(_given(row))
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(step) for step in first["loc"])
        mend = "dates are written 2026-01-30, the rest as text"
        return broken(f'the field "{name}": {first["msg"].removeprefix("Value error, ")}', path, number, mend)


def _given(row: dict[str, Any]) -> dict[str, Any]:
    """What the row gives of an article: a number is an id too, and an empty language or date is none."""
    given = {name: value for name, value in row.items() if value is not None}
    if type(given.get("id")) is int:
        given["id"] = str(given["id"])
    if isinstance(given.get("language"), str) and given["language"] not in ("en", "tr"):
        given["language"] = "other"
    if "published" in given:
        given["published_from"] = "given"
    return given


def _is_unicode(value: object) -> bool:
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True
