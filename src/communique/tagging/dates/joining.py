"""Neighbouring expressions that say one date: "the third quarter" + "of 2023", "from March" + "to May"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.late_patterns import late
from communique.tagging.dates.atoms import Atom
from communique.tagging.dates.lexicon import Lexicon
from communique.tagging.dates.readings import (
    Between,
    Calendar,
    Edge,
    Holiday,
    Offset,
    Ordinal,
    Reading,
    Relative,
    Run,
    Season,
    Weekday,
)

_FAR = 24
_LEAD = late(r"(?:^|[^\w])((?:[^\W\d_]+ ){0,2}[^\W\d_]+) *\Z")
_TAIL = late(r" {1,2}([^\W\d_]+)(?: {1,2}([^\W\d_]+))?")
_DATED = late(r" {1,2}tarihin(?:e {1,2}(?P<until>kadar|dek|değin)|den {1,2}(?:itibaren|beri|bu {1,2}yana))(?!\w)")
"""What opens a date with a word for it: "15 Mayıs 2027 tarihine kadar"."""
_CONTAINERS = (Calendar, Relative, Season, Ordinal)


def joined(atoms: Iterable[Atom], words: str, lexicon: Lexicon) -> tuple[Atom, ...]:
    """The expressions with neighbours made one; what needs a neighbour and has none is left out."""
    stack: list[Atom] = []
    for atom in atoms:
        stack.append(atom)
        while len(stack) > 1 and (one := _pair(stack[-2], stack[-1], words, lexicon)):
            stack[-2:] = [one]
    return tuple(_opened(atom, words, lexicon) for atom in _ended(stack, words, lexicon) if not atom.needs)


def _ended(atoms: list[Atom], words: str, lexicon: Lexicon) -> Iterator[Atom]:
    """The atoms, of which a run up to a day ("the three months ended 31 March") has that day from the one beside it."""
    for place, atom in enumerate(atoms):
        beside = place - 1 if lexicon.looks_ahead else place + 1
        if atom.needs and isinstance(atom.reading, Run) and 0 <= beside < len(atoms):
            first, last = sorted((atom, atoms[beside]), key=lambda one: one.start)
            if not atoms[beside].needs and words[first.end : last.start].strip(" ") in lexicon.joins["ended"]:
                yield atom._replace(reading=replace(atom.reading, base=atoms[beside].reading), needs=False)
                continue
        yield atom


def _pair(left: Atom, right: Atom, words: str, lexicon: Lexicon) -> Atom | None:
    if right.start - left.end > _FAR:
        return None
    gap = words[left.end : right.start]
    if "\n" in gap:
        return None
    if gap.strip(" ") == "(" and words[right.end : right.end + 1] == ")":
        return _bracketed(left, right)
    reading = _nested(left, right, gap.strip(" "), lexicon)
    if reading is not None:
        return Atom(left.start, right.end, reading, case=right.case, edge=right.edge)
    return _ranged(left, right, words, lexicon)


def _bracketed(left: Atom, right: Atom) -> Atom | None:
    """A day that is explained in brackets: "on Tuesday (May 12)", "12 May (Tuesday)"."""
    reading = _beside(left.reading, right.reading)
    if reading is None:
        return None
    return Atom(left.start, right.end + 1, reading, case=left.case or right.case, edge=left.edge)


def _nested(left: Atom, right: Atom, gap: str, lexicon: Lexicon) -> Reading | None:
    one, other = (right, left) if lexicon.looks_ahead else (left, right)
    joins = lexicon.joins
    if gap in joins["of"] and not other.needs and (found := _put_within(one.reading, other.reading)):
        return found
    if gap in joins["next_to"] and (found := _beside(left.reading, right.reading)):
        return found
    if left.case == "ablative" and not gap and (found := _counted_from(left.reading, right.reading)):
        return found
    if isinstance(left.reading, Run) and not right.needs and _is_onward(left.reading) and gap in ("", "the"):
        return replace(left.reading, base=right.reading)
    if isinstance(one.reading, Offset) and one.needs and not other.needs and gap in ("", "the"):
        return replace(one.reading, base=other.reading)
    return None


def _put_within(inner: Reading, outer: Reading) -> Reading | None:
    match inner, outer:
        case Ordinal(within=None), Calendar(day=None) | Relative(unit="week" | "month" | "quarter" | "year" | "half"):
            return replace(inner, within=outer)
        case Calendar(year=None, month=int(), shift=None, within=None), Relative(unit="year"):
            return replace(inner, within=outer)
        case Between(Calendar(year=None, shift=None) as first, Calendar(year=None, shift=None) as last), Relative(
            "year"
        ):
            return Between(replace(first, within=outer), replace(last, within=outer))
        case Calendar(year=None, month=None, within=None), Relative(unit="month") | Calendar(month=int(), day=None):
            return replace(inner, within=outer)
        case Weekday(week=None, shift=None), Relative(unit="week"):
            return replace(inner, week=outer)
    return None


def _counted_from(day: Reading, distance: Reading) -> Reading | None:
    """A distance from a day named before it: "15 Temmuz'dan bir gün önce"."""
    match day, distance:
        case Calendar(day=int()) | Holiday(), Offset(base="published", grain=None):
            return replace(distance, base=day)
    return None


def _is_onward(run: Run) -> bool:
    return run.base is None and all(count > 0 for count, _ in run.steps)


def _beside(left: Reading, right: Reading) -> Reading | None:
    match left, right:
        case Relative(unit="week"), Weekday(week=None, shift=None):
            return replace(right, week=left)
        case Offset(steps=((int(), "week"),), base="published", grain=None), Weekday(week=None, shift=None):
            return replace(right, week=left)
        case Weekday(week=None), Calendar(day=int()):
            return right
        case Calendar(day=int()), Weekday(week=None, shift=None) | Holiday():
            return left
    return None


def _ranged(left: Atom, right: Atom, words: str, lexicon: Lexicon) -> Atom | None:
    gap = words[left.end : right.start].strip(" ")
    if isinstance(left.reading, Between) or isinstance(right.reading, Between) or _dangling(left) or _dangling(right):
        return None
    start = _led(left, words, lexicon.joins["range_before"])
    closed = lexicon.joins.get("range_after", frozenset())
    end = _trailed(right, words, closed)
    plain = gap in lexicon.joins["range"] and (type(left.reading) is type(right.reading) or start < left.start)
    paired = gap in lexicon.joins["between"] and (end > right.end if closed else start < left.start)
    by_case = left.case == "ablative" and right.case == "dative" and not gap
    if not (plain or paired or by_case):
        return None
    return Atom(start, end, Between(_edged(left), _edged(right)))


def _dangling(atom: Atom) -> bool:
    return atom.needs and not isinstance(atom.reading, Relative)


def _led(atom: Atom, words: str, leads: frozenset[str]) -> int:
    """Where the longest of the words in front of the atom begins, the atom's own start without any."""
    return _begun(_lead_words(atom, words), leads, atom)


def _lead_words(atom: Atom, words: str) -> re.Match[str] | None:
    """The last three words in front of the atom, or fewer."""
    return _LEAD.search(words, max(0, atom.start - _FAR), atom.start)


def _begun(found: re.Match[str] | None, leads: frozenset[str], atom: Atom) -> int:
    """Where the longest of the `leads` that the words in front end with begins."""
    if not found:
        return atom.start
    lead = found[1]
    while lead not in leads:
        lead, blank, rest = lead.partition(" ")
        if not blank:
            return atom.start
        lead = rest
    return found.end(1) - len(lead)


def _trailed(atom: Atom, words: str, trails: frozenset[str]) -> int:
    found = _TAIL.match(words, atom.end)
    if found and f"{found[1]} {found[2]}" in trails:
        return found.end()
    return found.end(1) if found and found[1] in trails else atom.end


def _edged(atom: Atom) -> Reading:
    return Edge(atom.reading, atom.edge) if atom.edge else atom.reading


def _opened(atom: Atom, words: str, lexicon: Lexicon) -> Atom:
    """The atom with its open end: "since 2019" begins with it, "until March" ends with it."""
    if isinstance(atom.reading, Between):
        return atom
    atom = atom._replace(reading=_edged(atom))
    if lexicon.looks_ahead:
        return _opened_behind(atom, words, lexicon)
    lead = _lead_words(atom, words)
    if (start := _begun(lead, lexicon.joins["since"], atom)) < atom.start:
        return atom._replace(start=start, reading=Between(atom.reading, None))
    if (start := _begun(lead, lexicon.joins["until"], atom)) < atom.start:
        return atom._replace(start=start, reading=Between(None, atom.reading))
    return atom


def _opened_behind(atom: Atom, words: str, lexicon: Lexicon) -> Atom:
    if dated := _DATED.match(words, atom.end):
        ends = (None, atom.reading) if dated["until"] else (atom.reading, None)
        return atom._replace(end=dated.end(), reading=Between(*ends))
    if atom.case == "ablative" and (end := _trailed(atom, words, lexicon.joins["since"])) > atom.end:
        return atom._replace(end=end, reading=Between(atom.reading, None))
    if atom.case == "dative" and (end := _trailed(atom, words, lexicon.joins["until"])) > atom.end:
        return atom._replace(end=end, reading=Between(None, atom.reading))
    return atom
