"""The characters that a form can begin with, so that a form is tried only where the text's next character is one."""

import re
from dataclasses import dataclass

ANY = "any"
EMPTY = ""
_GROUP = re.compile(r"\((?:\?(?::|P<\w+>|(?P<look><?[=!])|(?P<back>P=)))?")
_COUNT = re.compile(r"[?*]|\{0,\d*\}|(?P<some>\+|\{\d+(?:,\d*)?\})|")
_CLASS = re.compile(r"\[(?P<other>\^)?((?:\\.|[^\]\\])+)\]")
_RANGE = re.compile(r"(\w)-(\w)")


@dataclass(slots=True)
class _Reader:
    """A position in a pattern."""

    pattern: str
    at: int = 0

    def alternatives(self) -> frozenset[str]:
        """The first characters of the branches up to the group's end; EMPTY among them where one may be empty."""
        found = self._sequence()
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            found |= self._sequence()
        return found

    def _sequence(self) -> frozenset[str]:
        found = frozenset({EMPTY})
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            item = self._item()
            found = found - {EMPTY} | item if EMPTY in found else found
        return found

    def _item(self) -> frozenset[str]:
        found = self._group() if self.pattern[self.at] == "(" else self._single()
        count = _COUNT.match(self.pattern, self.at)
        assert count is not None  # noqa: S101 - it matches the empty string
        self.at = count.end()
        return found | {EMPTY} if count[0] and not count["some"] else found

    def _group(self) -> frozenset[str]:
        head = _GROUP.match(self.pattern, self.at)
        assert head is not None  # noqa: S101 - the item begins with a bracket
        self.at = head.end()
        if head["back"]:
            self.at = self.pattern.index(")", self.at) + 1
            return frozenset({ANY, EMPTY})
        found = self.alternatives()
        self.at += 1
        return frozenset({EMPTY}) if head["look"] else found

    def _single(self) -> frozenset[str]:
        if chars := _CLASS.match(self.pattern, self.at):
            self.at = chars.end()
            return frozenset({ANY}) if chars["other"] else _members(chars[2])
        escaped = self.pattern[self.at] == "\\"
        char = self.pattern[self.at + escaped]
        self.at += 1 + escaped
        if not escaped:
            return frozenset({EMPTY if char in "^$" else ANY if char == "." else char})
        return _escaped(char)


def _members(chars: str) -> frozenset[str]:
    spread = _RANGE.sub(lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), chars)
    plain = re.sub(r"\\.", "", spread)
    return frozenset(plain).union(*(_escaped(char[1]) for char in re.findall(r"\\.", spread)))


def _escaped(char: str) -> frozenset[str]:
    if char == "d":
        return frozenset("0123456789")
    if char in "bBAZ":
        return frozenset({EMPTY})
    return frozenset({ANY}) if char.isalnum() else frozenset({char})


def first_characters(pattern: str) -> frozenset[str]:
    """Every character with which a match of the pattern can begin; ANY among them where that is not known.

    It reads the syntax that date forms use: groups, look-arounds, classes, counts and back-references.
    """
    found = _Reader(pattern).alternatives()
    return found - {EMPTY} | {ANY} if EMPTY in found else found
