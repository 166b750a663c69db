"""Numbers written in digits: what a literal with separators, a fraction or an exponent stands for."""

import re
from functools import lru_cache

_SPACES = " \u00a0\u2009\u202f"
_GROUP = 3
_MOST_DIGITS = 24
VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100))

LITERAL = (
    rf"(?P<slash>(?:\d{{1,3}}[{_SPACES}])?\d{{1,3}}/\d{{1,3}}(?![\w/]|[.,-]\d))"
    rf"|(?P<vulgar>(?:\d{{1,3}}[{_SPACES}]?)?[{''.join(VULGAR)}])"
    rf"|(?P<digits>\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d|[.,]\d{{3}}[.,\d])(?:[.,]\d+)?"
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)*(?:[eE][+-]?\d{1,2}(?!\w))?"
    r"|(?<![\w.,)])[.,]\d+)"
)
"""A number in digits; the group's name says how it is written."""

_FRACTION = re.compile(rf"(?:(\d+)[{_SPACES}])?(\d+)/(\d+)")


@lru_cache(maxsize=4096)
def value_of(literal: str, written: str, thousands: str) -> float | None:
    """The value of a literal of the group `written`, or None where it is no number ("1.2.3", "9/11").

    `thousands` is the language's thousands mark. A single mark before three digits is a thousands mark where it is the
    language's own, or before three zeros: nobody writes "12.000" for twelve.
    """
    if len(literal) > _MOST_DIGITS:
        return None
    if written == "slash":
        return _fraction(literal)
    if written == "vulgar":
        whole = literal[:-1].strip(_SPACES)
        return (float(whole) if whole else 0.0) + VULGAR[literal[-1]]
    if "e" in literal.lower():
        return None if "," in literal or literal.count(".") > 1 else float(literal)
    return _decimal(re.sub(rf"[{_SPACES}'’]", "", literal), thousands, spaced=not literal.isascii() or " " in literal)


def _fraction(literal: str) -> float | None:
    match = _FRACTION.fullmatch(literal)
    if match is None:
        return None
    whole, above, below = int(match[1] or 0), int(match[2]), int(match[3])
    is_part = 0 < above < below and (below in _DENOMINATORS or above == 1)
    return whole + above / below if is_part else None


def _decimal(literal: str, thousands: str, *, spaced: bool) -> float | None:
    """The value of digits with marks: the last of two kinds is the decimal mark, one kind is read by group length."""
    marks = [mark for mark in ".," if mark in literal]
    if not marks:
        return float(literal)
    last = max(marks, key=literal.rfind)
    if len(marks) > 1:
        first = min(marks, key=literal.rfind)
        whole, _, part = literal.rpartition(last)
        return float(f"{whole.replace(first, '')}.{part}") if last not in whole and _grouped(whole, first) else None
    head, *tail = literal.split(last)
    if len(tail) > 1:
        return float(literal.replace(last, "")) if _grouped(literal, last) else None
    own = last == thousands or tail[0] == "000"
    if not spaced and own and len(tail[0]) == _GROUP and 0 < len(head) <= _GROUP and head.strip("0"):
        return float(head + tail[0])
    return float(f"{head or 0}.{tail[0]}")


def _grouped(literal: str, mark: str) -> bool:
    """Whether the groups are of three digits, or of two with three at the end (1,00,000)."""
    head, *tail = literal.split(mark)
    if not 0 < len(head) <= _GROUP:
        return False
    if all(len(part) == _GROUP for part in tail):
        return True
    return len(head) < _GROUP and len(tail[-1]) == _GROUP and all(len(part) == _GROUP - 1 for part in tail[:-1])
