"""Commands that turn JSON lines into JSON lines: a broken line gives an error in its place, and the rest goes on."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import click
from pydantic import BaseModel, ValidationError

from communique.cli import DONE, SOME_FAILED
from communique.errors import InputError
from communique.ingest.json_rows import Row, read_json_lines
from communique.json_lines import json_line

Given = TypeVar("Given", bound=BaseModel)


def transform(path: str, model: type[Given], work: Callable[[Given], str], out: str | None) -> int:
    """Writes what `work` makes of each line of `path` ("-": standard input), in input order; the exit code."""
    lines = _lines(read_json_lines(path), model, work)
    failed = False
    with click.open_file(out or "-", "w", encoding="utf-8", atomic=out not in (None, "-")) as stream:
        for line, is_broken in lines:
            stream.write(line + "\n")
            failed = failed or is_broken
    return SOME_FAILED if failed else DONE


def _lines(
    rows: Iterator[tuple[int, Row]], model: type[Given], work: Callable[[Given], str]
) -> Iterator[tuple[str, bool]]:
    for number, row in rows:
        if isinstance(row, InputError):
            yield _error(None, f"line {number}: {row.message}; {row.mend}"), True
            continue
        try:
            given = model.model_validate(row)
            yield work(given), False
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            yield _error(row.get("id"), f"line {number}: {where}: {first['msg'].removeprefix('Value error, ')}"), True


def _error(line_id: object, message: str) -> str:
    return json_line({"id": line_id, "error": message})
