"""JSON on one line, whatever its strings hold."""

import json
import re
from typing import Any

_MAY_BREAK = re.compile(
    "[\x7f-\x9f\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180e\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def json_line(value: Any) -> str:  # noqa: ANN401 - JSON is anything
    """The value as one line of JSON. What some readers take for a line end (U+0085, U+2028), what a terminal obeys and
    what turns the direction of writing is escaped, which JSON reads as the same character, and so is half a character,
    which no file could hold."""
    return escaped(json.dumps(value, ensure_ascii=False))


def escaped(line: str) -> str:
    """A line of JSON without characters that are more than text where it is shown or read by lines."""
    return _MAY_BREAK.sub(_escape, line)


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
