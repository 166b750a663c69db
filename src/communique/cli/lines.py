"""Commands that turn JSON lines into JSON lines: a broken line gives an error in its place, and the rest goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click
from pydantic import BaseModel, ValidationError

from communique.cli import DONE, SOME_FAILED
from communique.cli.places import written
from communique.cli.terminal import counted
from communique.errors import InputError
from communique.ingest.json_rows import Row, read_json_lines
from communique.ingest.paths import SUFFIXES
from communique.json_lines import json_line

Given = TypeVar("Given", bound=BaseModel)
_ARTICLES = frozenset(SUFFIXES) - {".jsonl"}
_MEND = 'give one JSON object a line, like {"id": "1", "text": "…"}; --help has the members'


@dataclass(frozen=True, slots=True)
class GivenLine(Generic[Given]):
    """A line: where it stands, what it holds, or (`given` is None) what is wrong with it and the id it has."""

    path: str
    number: int
    given: Given | None
    fault: str = ""
    line_id: object = None


def check_is_lines(path: Path | str, *, mend: str) -> None:
    """Raises InputError for a file that by its name is an article, of which every line would be a fault."""
    if Path(path).suffix.lower() in _ARTICLES:
        raise InputError("this is no file of JSON Lines", path=path, mend=mend)


def given_lines(paths: Sequence[str], model: type[Given]) -> Iterator[GivenLine[Given]]:
    """The lines of the files ("-": standard input), one by one."""
    for path in paths:
        check_is_lines(path, mend=_MEND)
        for number, row in read_json_lines(path):
            yield _read(path, number, row, model)


def transform(paths: Sequence[str], model: type[Given], work: Callable[[Given], str], out: str | None) -> int:
    """Writes what `work` makes of each line of the files, in input order; the exit code."""
    failed = 0
    with written(out, paths) as stream:
        for line in given_lines(paths, model):
            stream.write((_error(line, len(paths)) if line.given is None else work(line.given)) + "\n")
            failed += line.given is None
    if failed:
        were = "was" if failed == 1 else "were"
        click.echo(f"communique: {counted(failed, 'line')} {were} not read; each has its error in its place", err=True)
    return SOME_FAILED if failed else DONE


def _read(path: str, number: int, row: Row, model: type[Given]) -> GivenLine[Given]:
    if isinstance(row, InputError):
        return GivenLine(path, number, None, f"{row.message}; {row.mend}")
    try:
        return GivenLine(path, number, model.model_validate(row))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        fault = f"{where}: {first['msg'].removeprefix('Value error, ')}"
        return GivenLine(path, number, None, fault, row.get("id"))


def _error(line: GivenLine[Given], files: int) -> str:
    where = f"line {line.number}" if files == 1 else f"{line.path}, line {line.number}"
    return json_line({"id": line.line_id, "error": f"{where}: {line.fault}"})
