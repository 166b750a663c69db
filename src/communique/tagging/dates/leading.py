"""How a form can begin, so that it is tried only where the text's next characters are such a beginning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

REACH = 5
_OPEN = "\0"
_GROUP = re.compile(r"\((?:\?(?::|P<\w+>|(?P<look><?[=!])|(?P<back>P=)))?")
_BRACKET = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|[()]")
_COUNT = re.compile(r"(?P<sign>[?*+])|\{(?P<least>\d+)(?P<comma>,)?(?P<most>\d*)\}|")
_SIGNS: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_CLASS = re.compile(r"\[(?P<other>\^)?((?:\\.|[^\]\\])+)\]")
_RANGE = re.compile(r"(\w)-(\w)")
_DIGITS = str.maketrans("123456789", "000000000")
_MOST = 50_000

Beginnings = frozenset[str]
_EMPTY: Beginnings = frozenset({""})


@dataclass(slots=True)
class _Reader:
    """A position in a pattern; what it reads are beginnings, each digit a 0, _OPEN standing for what is not known."""

    pattern: str
    at: int = 0

    def alternatives(self) -> Beginnings:
        found = self._sequence()
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            found |= self._sequence()
        return found

    def whole(self) -> Beginnings:
        """The beginnings of a pattern without branches of its own, read as far as they need."""
        found = _EMPTY
        while self.at < len(self.pattern) and not all(map(_is_done, found)):
            found = _followed(found, self._item())
        return found

    def _sequence(self) -> Beginnings:
        found = _EMPTY
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            found = _followed(found, self._item())
        return found

    def _item(self) -> Beginnings:
        found = self._group() if self.pattern[self.at] == "(" else self._single()
        count = _COUNT.match(self.pattern, self.at)
        assert count is not None  # noqa: S101 - it matches the empty string
        self.at = count.end()
        return _repeated(found, *_times(count)) if count[0] else found

    def _group(self) -> Beginnings:
        head = _GROUP.match(self.pattern, self.at)
        assert head is not None  # noqa: S101 - the item begins with a bracket
        self.at = head.end()
        if head["back"]:
            self.at = self.pattern.index(")", self.at) + 1
            return frozenset({_OPEN})
        end = self._closing_bracket()
        found = _EMPTY if head["look"] else _inside(self.pattern[self.at : end])
        self.at = end + 1
        return found

    def _closing_bracket(self) -> int:
        """Where the bracket closes inside which the position is."""
        depth = 1
        for mark in _BRACKET.finditer(self.pattern, self.at):
            depth += {"(": 1, ")": -1}.get(mark[0], 0)
            if not depth:
                return mark.start()
        raise ValueError(f"a bracket is not closed: {self.pattern}")

    def _single(self) -> Beginnings:
        if chars := _CLASS.match(self.pattern, self.at):
            self.at = chars.end()
            return frozenset({_OPEN}) if chars["other"] else _members(chars[2])
        escaped = self.pattern[self.at] == "\\"
        char = self.pattern[self.at + escaped]
        self.at += 1 + escaped
        if escaped:
            return _escaped(char)
        return frozenset({"" if char in "^$" else _OPEN if char == "." else char.translate(_DIGITS)})


@cache
def _inside(pattern: str) -> Beginnings:
    """The beginnings of what stands in brackets; the same months and numbers stand in most forms."""
    return _Reader(pattern).alternatives()


def _times(count: re.Match[str]) -> tuple[int, int | None]:
    """How often an item may stand: at least, and at most where there is an end."""
    if count["sign"]:
        return _SIGNS[count["sign"]]
    least = int(count["least"])
    return least, int(count["most"]) if count["most"] else None if count["comma"] else least


def _repeated(found: Beginnings, least: int, most: int | None) -> Beginnings:
    """The beginnings of an item that stands so often; what lies beyond REACH is not told apart."""
    often = _EMPTY
    for _ in range(min(least, REACH)):
        often = _followed(often, found)
    repeated = often
    for _ in range(min(REACH if most is None else most, REACH) - min(least, REACH)):
        often = _followed(often, found)
        repeated |= often
    return repeated


def _followed(first: Beginnings, then: Beginnings) -> Beginnings:
    """Each beginning with each that may follow it, as far as they are looked at."""
    done = frozenset(filter(_is_done, first))
    if len(done) == len(first):
        return first
    return done | {(one + other)[:REACH] for one, other in product(first - done, then)}


def _is_done(beginning: str) -> bool:
    return len(beginning) >= REACH or beginning.endswith(_OPEN)


def _members(chars: str) -> Beginnings:
    spread = _RANGE.sub(lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), chars)
    plain = re.sub(r"\\.", "", spread).translate(_DIGITS)
    return frozenset(plain).union(*(_escaped(char[1]) for char in re.findall(r"\\.", spread)))


def _escaped(char: str) -> Beginnings:
    if char == "d":
        return frozenset("0")
    if char in "bBAZ":
        return _EMPTY
    return frozenset({_OPEN}) if char.isalnum() else frozenset({char})


def beginnings(pattern: str) -> Beginnings:
    """The first characters of every possible match of the pattern, REACH of them or fewer where more are not known.

    It reads the syntax that date forms use: groups, look-arounds, classes, counts and back-references.
    """
    return frozenset(one.rstrip(_OPEN) for one in _Reader(pattern).whole())


class Leads(dict[str, tuple[int, ...]]):
    """The numbers of the forms that can begin with the key, which is the next REACH characters of a text."""

    def __init__(self, forms: Iterable[Beginnings]) -> None:
        """`forms` are the beginnings of each form, in the order of their numbers."""
        super().__init__()
        self._numbers: dict[str, set[int]] = {}
        for number, known in enumerate(forms):
            for beginning in known:
                self._numbers.setdefault(beginning, set()).add(number)

    def __missing__(self, text: str) -> tuple[int, ...]:
        key = "".join("0" if letter.isdecimal() else letter for letter in text)
        if key != text:
            return self[key]  # numbers have no end, and none is kept
        if len(self) >= _MOST:
            self.clear()
        found = (self._numbers.get(key[:size], set()) for size in range(REACH + 1))
        numbers = self[text] = tuple(sorted(set().union(*found)))
        return numbers
