"""Numbers in words and digits, English and Turkish: text -> spans with values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import Any

from communique._resources import read_toml
from communique.article import Language
from communique.spans import Span

_MOST_DIGITS = 18
_LARGEST = 1e18
_GROUP = 3
_SPACES = " \u00a0\u202f"
_SUFFIX = r"(?:[uı]n?|l[uı]k|l[ae]|[ae]|d[ae]n?|d[uı]r|[uı]nı|[uı]nu)?"
"""Turkish endings of "milyon", "milyar" and "trilyon"."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `scale` is its last scale word's value (1 without), `digits` the literal where it begins with one.

    `ordinal` marks "21st" and "20'nci". `alone` marks a word that counts only with a noun ("one", "bir").
    """

    span: Span
    value: float
    scale: float = 1.0
    digits: str | None = None
    ordinal: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    span: Span
    kind: str
    value: float


def lower(words: str, language: Language) -> str:
    """The words in lower case by the language's rule for dotted and dotless i; lengths are kept."""
    if language == "tr":
        words = words.replace("İ", "i").replace("I", "ı")
    return (
        "".join(lowered if len(lowered := char.lower()) == 1 else char for char in words)
        if "İ" in words
        else words.lower()
    )


def lexicon(language: Language) -> Mapping[str, Any]:
    """The language's tables of data/numbers.*.toml; English for an unknown one."""
    return read_toml("numbers.tr.toml" if language == "tr" else "numbers.en.toml")


def one_of(words: Iterator[str] | list[str] | Mapping[str, Any]) -> str:
    """A pattern for any of the words, longest first, spaces in them widened."""
    ordered = sorted(words, key=len, reverse=True)
    return (
        "(?:" + "|".join(r"[ \u00a0-]+".join(map(re.escape, word.split())) for word in ordered) + ")"
        if ordered
        else r"(?!)"
    )


@cache
def _values(language: Language) -> Mapping[str, tuple[str, float]]:
    tables = lexicon(language)
    kinds = ("words", "hundreds", "scales", "halves", "plus")
    return {word: (kind, float(value)) for kind in kinds for word, value in tables[kind].items()}


@cache
def _atoms_of(language: Language) -> re.Pattern[str]:
    tables, grammar = lexicon(language), lexicon(language)["grammar"]
    multiplied = one_of([*tables["hundreds"], *tables["scales"]])
    plain = one_of([*tables["words"], *tables["hundreds"]])
    simple = rf"(?:{plain}|{one_of(tables['scales'])})+" if grammar["compounds"] else plain
    scale = one_of(tables["scales"]) + (_SUFFIX if language == "tr" else "")
    article = rf"{one_of(grammar['articles'])}(?=\s+{multiplied}\b)"
    prefixes = "|".join(
        rf"(?<={re.escape(code)})" for code in ("USD", "EUR", "GBP", "PKR", "TRY", "TL", "Rs", "INR", "CAD")
    )
    return re.compile(
        rf"(?P<digits>(?:(?<![\w.,])|{prefixes}|(?<=Rs\.))(?:\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d.,]\d)"
        rf"|\d+(?:[.,]\d+)*(?:[eE][+-]?\d{{1,2}}(?!\w))?|(?<!Rs)[.,]\d+))"
        rf"|(?<!\w)(?:(?P<plus>{one_of(tables['plus'])})|(?P<halves>{one_of(tables['halves'])}(?=\s+{one_of(tables['scales'])}))"
        rf"|(?P<article>{article})|(?P<word>{simple}|{scale}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _glued(language: Language) -> re.Pattern[str]:
    return re.compile(rf"({one_of(lexicon(language)['glued'])})(?!\w)", re.IGNORECASE)


def decimal(literal: str, thousands: str) -> float:
    """The value of digits with separators: the last of two kinds is the decimal mark, one kind by group length.

    A single mark before three digits is a thousands mark only when it is the language's own.
    """
    literal = re.sub(rf"[{_SPACES}]", "", literal)
    marks = [mark for mark in ".," if mark in literal]
    if len(marks) > 1:
        last = max(marks, key=literal.rfind)
        return float(literal.replace(min(marks, key=literal.rfind), "").replace(last, "."))
    if not marks:
        return float(literal)
    head, *tail = literal.split(marks[0])
    grouped = all(len(part) == _GROUP for part in tail) and 0 < len(head) <= _GROUP
    if len(tail) > 1 or (grouped and marks[0] == thousands and head.strip("0")):
        return float(head + "".join(tail)) if grouped else float("nan")
    return float(f"{head}.{tail[0]}")


def _split_compound(word: str, language: Language) -> Iterator[tuple[str, float]]:
    """The number words a Turkish word is written together from: "onbinaltıyüz"."""
    values, place = _values(language), 0
    longest = max(map(len, values))
    while place < len(word):
        end = next(
            (end for end in range(min(place + longest, len(word)), place, -1) if word[place:end] in values), None
        )
        if end is None:
            return
        yield values[word[place:end]]
        place = end


def _atoms(text: str, language: Language) -> Iterator[_Atom]:
    thousands = lexicon(language)["grammar"]["thousands"]
    for match in _atoms_of(language).finditer(text):
        span, kind = Span(*match.span()), match.lastgroup
        if kind == "digits":
            literal = match.group()
            if len(literal) > _MOST_DIGITS:
                continue
            yield _Atom(
                span,
                "digits",
                float(literal) if "e" in literal.lower() and "," not in literal else _value(literal, thousands),
            )
        elif kind == "article":
            yield _Atom(span, "words", 1.0)
        else:
            words = " ".join(re.split(r"[\s\u00a0-]+", lower(match.group(), language)))
            pieces = (_values(language)[words],) if words in _values(language) else _split_compound(words, language)
            yield from (_Atom(span, *piece) for piece in pieces)


def _value(literal: str, thousands: str) -> float:
    try:
        return decimal(literal, thousands)
    except ValueError:
        return float("nan")


def _gap(text: str, one: _Atom, other: _Atom, joint: str) -> bool:
    if one.span == other.span:
        return True
    between = text[one.span.end : other.span.start]
    return len(between) <= 8 and lower(between, "en").strip(_SPACES + "-\n") in ("", joint) and between != ""  # noqa: PLR2004 - " and "


def _joins(one: _Atom, other: _Atom, so_far: "_Sum") -> bool:
    """Whether `other` may follow `one` in one number."""
    match other.kind:
        case "plus":
            return True
        case "scales":
            return (so_far.room > other.value and one.kind != "plus") or one.kind == "plus"
        case "hundreds":
            return one.kind in ("words", "digits", "scales") and so_far.part < 100  # noqa: PLR2004 - a hundred
        case "words":
            tens = one.kind == "words" and one.value >= 20 and other.value < 10 and other.value  # noqa: PLR2004 - "twenty-one"
            ten = one.kind == "words" and one.value == 10 and 0 < other.value < 10  # noqa: PLR2004 - "on bir"
            return bool(tens or ten) or one.kind in ("hundreds", "scales")
        case _:
            return one.kind == "scales" and other.value < one.value and other.kind == "digits"


@dataclass(slots=True)
class _Sum:
    """A number while it is read: whole scales, the part below the next scale, and the room left below the last."""

    whole: float = 0.0
    part: float = 0.0
    room: float = float("inf")
    scale: float = 1.0
    last: float = 0.0

    def add(self, atom: _Atom) -> None:
        if atom.kind == "scales":
            self.whole += (self.part or (0.0 if self.whole else 1.0)) * atom.value
            self.part, self.room, self.scale = 0.0, atom.value, atom.value
        elif atom.kind == "hundreds":
            unit = self.part % 100 if self.part > 1 else self.part
            self.part = self.part - unit + (unit or 1.0) * atom.value
        elif atom.kind == "plus" and not self.part and self.whole:
            self.whole += atom.value * self.scale
        else:
            self.part += atom.value

    @property
    def value(self) -> float:
        return self.whole + self.part


def _grouped(text: str, language: Language) -> Iterator[list[_Atom]]:
    joint = lexicon(language)["grammar"]["joint"]
    group: list[_Atom] = []
    total = _Sum()
    for atom in chain(_atoms(text, language), (None,)):
        if atom is not None and group and _gap(text, group[-1], atom, joint) and _joins(group[-1], atom, total):
            group.append(atom)
            total.add(atom)
            continue
        if group and group[0].kind != "plus":
            yield group
        group, total = ([], _Sum()) if atom is None else ([atom], _Sum())
        if atom is not None:
            total.add(atom)


def _read(text: str, group: list[_Atom], language: Language) -> Number:
    total = _Sum()
    for atom in group:
        total.add(atom)
    span = group[0].span.to(group[-1].span)
    first = group[0]
    words = lower(span.of(text), language)
    literal = first.span.of(text) if first.kind == "digits" else None
    number = Number(span, total.value, total.scale, literal, alone=words in lexicon(language)["grammar"]["alone"])
    glued = _glued(language).match(text, span.end) if len(group) == 1 and literal else None
    if glued:
        factor = float(lexicon(language)["glued"][glued.group(1).lower()])
        number = replace(number, span=Span(span.start, glued.end()), value=number.value * factor, scale=factor)
    return number


@cache
def _after(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = lexicon(language)
    grammar = tables["grammar"]
    ordinal = re.compile(
        rf"['’]?{one_of(grammar['ordinal_marks'])}(?!\w)|[ -]{one_of(grammar['ordinals'])}(?!\w)", re.IGNORECASE
    )
    fraction = re.compile(rf"[ -]({one_of(tables['denominators'])})(?!\w)", re.IGNORECASE)
    return ordinal, fraction


def _finished(text: str, number: Number, language: Language) -> Number:
    """The number with what its following word makes of it: an ordinal or a fraction."""
    ordinal, fraction = _after(language)
    below = number.value % 10 == 0 or number.digits is not None
    if below and (mark := ordinal.match(text, number.span.end)):
        return replace(number, span=Span(number.span.start, mark.end()), ordinal=True)
    if number.digits is None and (mark := fraction.match(text, number.span.end)):
        divisor = lexicon(language)["denominators"][mark.group(1).lower()]
        return replace(number, span=Span(number.span.start, mark.end()), value=number.value / divisor, alone=False)
    return number


def find_numbers(text: str, language: Language) -> Iterator[Number]:
    """The numbers of the text, in order; ordinals are marked, not left out."""
    for group in _grouped(text, language):
        number = _finished(text, _read(text, group, language), language)
        if abs(number.value) <= _LARGEST:
            yield number
