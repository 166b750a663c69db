"""Days that share the month said before the first of them: "on March 15, 17 and 18"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.tagging.dates.atoms import Atom
from communique.tagging.dates.readings import Calendar

_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\w:%$])(?![.,/-]\d)"
_MONTH_FIRST = re.compile(rf"[a-z]{{3,9}}\.? {{1,2}}(?:the )?{_DAY}\Z")
_MORE = re.compile(
    rf"(?P<days>(?:, {_DAY}){{0,4}},? (?:and|&) (?:the )?{_DAY})"
    r"(?=\W*(?:\Z|\n)|[.,;:)!?]| (?:in|at|to|for|with|during|as|when|while|before|after|by|on|from|of)\b)"
)
_NUMBER = re.compile(r"\d+")
_LAST = 31


def with_listed_days(atoms: Iterable[Atom], words: str) -> Iterator[Atom]:
    """The expressions, and the days listed behind one; `words` is the folded English text."""
    end = 0
    for atom in atoms:
        if atom.start < end:
            continue
        found = tuple(_days(atom, words))
        yield from found
        end = found[-1].end


def _days(atom: Atom, words: str) -> Iterator[Atom]:
    reading, more = atom.reading, _MORE.match(words, atom.end)
    numbers = list(_NUMBER.finditer(words, *more.span("days"))) if more else []
    match reading:
        case Calendar(month=int(), day=int(), year=None, within=None, weekday=None) if (
            more
            and _MONTH_FIRST.search(words, atom.start, atom.end)
            and all(1 <= int(number[0]) <= _LAST for number in numbers)
        ):
            yield atom
            for number in numbers:
                yield Atom(number.start(), number.end(), replace(reading, day=int(number[0])))
        case _:
            yield atom
