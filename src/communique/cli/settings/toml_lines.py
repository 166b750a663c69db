"""The line of a key in a TOML document, which tomllib does not tell."""

import tomllib
from collections.abc import Mapping, Sequence
from typing import Any


def line_of(text: str, path: Sequence[str]) -> int | None:
    """The line (from 1) on which the key or table at `path` begins; None where it is written with escapes.

    The parser itself is asked: a key begins where the lines before are a whole document without it, and so are the
    lines up to the end of its value, with it.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        if path[-1] not in line or not _is_without(lines[: number - 1], path):
            continue
        if _begins(lines, number, path):
            return number
    return None


def _is_without(lines: Sequence[str], path: Sequence[str]) -> bool:
    document = _parsed(lines)
    return document is not None and not _has(document, path)


def _begins(lines: Sequence[str], number: int, path: Sequence[str]) -> bool:
    for end in range(number, len(lines) + 1):
        document = _parsed(lines[:end])
        if document is not None:
            return _has(document, path)
    return False


def _parsed(lines: Sequence[str]) -> dict[str, Any] | None:
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _has(document: object, path: Sequence[str]) -> bool:
    for step in path:
        if not isinstance(document, Mapping) or step not in document:
            return False
        document = document[step]
    return True
