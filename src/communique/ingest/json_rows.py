"""Lines to JSON objects; a broken line is named by its number and the rest goes on."""

import json
import sys
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from communique.errors import InputError
from communique.ingest.lines import Lines, buffered

Row = dict[str, Any] | InputError
"""The object of a line, or what is wrong with the line."""
STDIN = "-"


def read_json_lines(path: Path | str, *, mend: str = "check the path") -> Iterator[tuple[int, Row]]:
    """The objects of a JSONL file ("-": standard input) with the numbers of their lines, blank lines passed over;
    raises InputError for a file that cannot be read."""
    return ((number, row) for number, _, row in read_json_texts(path, mend=mend))


def read_json_texts(path: Path | str, *, mend: str = "check the path") -> Iterator[tuple[int, str, Row]]:
    """The same, each with the line as it stands there, without its end."""
    try:
        if str(path) == STDIN:
            with Lines(buffered(sys.stdin.buffer), "standard input") as lines:
                yield from _json_texts(lines)
            return
        with Path(path).open("rb") as file, Lines(file, path) as lines:
            yield from _json_texts(lines)
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", path=path, code="unreadable", mend=mend) from error


def json_rows(lines: Lines) -> Iterator[tuple[int, Row]]:
    """The objects of the lines with their numbers; blank lines are passed over."""
    return ((number, row) for number, _, row in _json_texts(lines))


def _json_texts(lines: Lines) -> Iterator[tuple[int, str, Row]]:
    while True:
        try:
            line = next(lines, None)
        except InputError as error:
            yield lines.number, "", error
            continue
        if line is None:
            return
        if line.strip():
            yield lines.number, line.rstrip("\r\n"), json_row(line, lines.path, lines.number)


def json_row(line: str, path: Path | str, number: int) -> Row:
    """The object of a line, or what is wrong with it; numbers that JSON has not (NaN, 1e999) are wrong too."""
    try:
        row = json.loads(line, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        return broken(f"this line is not JSON{where}", path, number, "write one JSON object a line")
    if not isinstance(row, dict):
        return broken("this line is not a JSON object", path, number, 'write {"text": …} on each line')
    return row


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if not isfinite(value):
        _refuse(number)
    return value


def broken(message: str, path: Path | str, number: int, mend: str) -> InputError:
    """What is wrong with a line."""
    return InputError(message, code="broken_line", path=path, line=number, mend=mend)
