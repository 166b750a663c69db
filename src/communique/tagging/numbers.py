"""Numbers in words and digits, English and Turkish: text -> spans with values."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.article import Language
from communique.spans import Span
from communique.tagging.number_readings import Reading, read
from communique.tagging.numerals import Atom, atoms_of, lexicon, one_of

_LARGEST = 1e18
_REACH = 24
_SPACES = " \u00a0\u2009\u202f"
_SIGNS = "-−"
_MARKS = ("$", "€", "£", "¥", "₺", "₹")
_OPENERS = "([{\"'“‘/"
_OF = re.compile(r"\s+of\s")
_CLOSERS = re.compile(r"[\s.,;:!?)\]]*(?:$|\n)")


class Number(NamedTuple):
    """A number; `scale` is its last scale word's value (1 without), `digits` the literal where it begins with one.

    `ordinal` marks "21st" and "20'nci". `alone` marks a word that counts only with a noun ("one", "bir"). `letter` is
    the scale letter at the digits ("m" of "21m"), `glued` says that a currency's code must stand at the digits,
    `share` that it is a part of a whole ("üçte iki", "half of").
    """

    span: Span
    value: float
    scale: float = 1.0
    digits: str | None = None
    ordinal: bool = False
    alone: bool = False
    letter: str = ""
    glued: bool = False
    share: bool = False


@cache
def _alone(language: Language) -> frozenset[str]:
    return frozenset(lexicon(language)["grammar"]["alone"])


@cache
def _letters(language: Language) -> re.Pattern[str]:
    tables = lexicon(language)
    return re.compile(rf"({one_of(tables['glued'])})(?!\w)", re.IGNORECASE)


@cache
def _ordinal_mark(language: Language) -> re.Pattern[str]:
    return re.compile(rf"['’]?{one_of(lexicon(language)['grammar']['ordinal_marks'])}(?!\w)", re.IGNORECASE)


@cache
def _article(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon(language)['grammar']['articles'])}\s+$", re.IGNORECASE)


@cache
def _refused(language: Language) -> re.Pattern[str]:
    """Words before a hundred or a scale that leave it without a value: "several hundred"."""
    return re.compile(rf"(?<!\w){one_of(lexicon(language)['grammar']['unvalued'])}[\s-]+$", re.IGNORECASE)


@cache
def _part_context(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What makes "half", "a third" a part by itself: not after "first", but before "of" or after "more than"."""
    grammar = lexicon(language)["grammar"]
    hedges = [word for words in lexicon(language)["modifiers"]["before"].values() for word in words]
    return (
        re.compile(rf"(?<!\w){one_of(grammar['periods'])}\s+$", re.IGNORECASE),
        re.compile(rf"\s+{one_of(grammar['part_of'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){one_of([*hedges, 'by'])}\s+$", re.IGNORECASE),
    )


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def _is_sole(text: str, start: int, end: int) -> bool:
    return start < _REACH and not text[:start].strip() and bool(_CLOSERS.match(text, end))


def _start(text: str, reading: Reading, language: Language) -> int | None:
    """Where a number begins, with its article; None where its first word begins none."""
    first = reading.atoms[0]
    if first.kind in ("words", "digits", "parts"):
        return first.start
    before = _before(text, first.start)
    article = _article(language).search(before)
    start = first.start - len(before) + article.start() if article else first.start
    if first.kind in ("halves", "denominators", "couples"):
        return start if article or first.kind == "halves" or (first.text == "quarter" and reading.scale > 1) else None
    if article:
        return start
    bare = first.kind == "hundreds" or first.text in lexicon(language)["grammar"]["bare_scales"]
    return first.start if bare and not _refused(language).search(before) else None


def _is_part(text: str, span: Span, first: Atom, language: Language) -> bool:
    """Whether a lone "half", "a third" or "a couple" is a number here."""
    period, of, hedge = _part_context(language)
    ahead = _before(text, span.start)
    if period.search(ahead):
        return False
    if of.match(text, span.end) or _is_sole(text, span.start, span.end):
        return True
    return first.kind != "couples" and (bool(hedge.search(ahead)) or first.text in ("yarım", "yarısı"))


def _sign(text: str, start: int) -> int | None:
    """Where the minus sign before a literal stands: at it, and after a space, a bracket or a currency's mark."""
    at = start - 2 if text[start - 1 : start] in _MARKS else start - 1
    if at < 0:
        return None
    if text[at] not in _SIGNS:
        ahead = _before(text, start)
        return (
            start - len(ahead.lstrip()) if len(ahead) == start and ahead.strip() in _SIGNS and ahead.strip() else None
        )
    free = at == 0 or text[at - 1].isspace() or text[at - 1] in _OPENERS or text[at - 1] in _MARKS
    return at if free else None


def _digits_at(text: str, atom: Atom) -> tuple[bool, bool]:
    """Whether digits stand free or at letters, which may be a currency's code, and whether they may be a number."""
    before = text[atom.start - 1 : atom.start]
    if before.isalpha():
        return True, True
    return False, not (
        before.isdigit() or before == "_" or (before in (".", ",") and text[atom.start - 2 : atom.start - 1].isdigit())
    )


def _with_letter(text: str, number: Number, language: Language) -> Number:
    """The number with the scale written at its digits: "21m", "2.5bn"."""
    letter = _letters(language).match(text, number.span.end)
    if letter is None:
        return number
    factor = float(lexicon(language)["glued"][letter[1].lower()])
    span = Span(number.span.start, letter.end())
    return number._replace(span=span, value=number.value * factor, scale=factor, letter=letter[1])


def _literal(text: str, reading: Reading, number: Number, language: Language) -> Number | None:
    first = reading.atoms[0]
    glued, possible = _digits_at(text, first)
    if not possible:
        return None
    number = number._replace(digits=first.text, glued=glued)
    if len(reading.atoms) == 1:
        number = _with_letter(text, number, language)
    if _ordinal_mark(language).match(text, number.span.end):
        return number._replace(ordinal=True)
    start = None if glued else _sign(text, first.start)
    if start is not None:
        beside = text[first.start - 1] not in _MARKS
        number = number._replace(span=Span(start if beside else first.start, number.span.end), value=-number.value)
    return number


def _finished(text: str, reading: Reading, language: Language) -> Number | None:
    """The number of a reading, or None where the words are none."""
    first, last = reading.atoms[0], reading.atoms[-1]
    start = _start(text, reading, language)
    if start is None:
        return None
    value = -reading.value if reading.negative else reading.value
    span = Span(reading.sign if reading.negative else start, last.end)
    share = reading.share or (abs(value) < 1 and _OF.match(text, span.end) is not None)
    number = Number(span, value, reading.scale, ordinal=reading.ordinal, share=share)
    if first.kind == "digits":
        return _literal(text, reading, number, language)
    if len(reading.atoms) == 1 and first.kind in ("halves", "denominators", "couples"):
        return number if _is_part(text, span, first, language) else None
    alone = len(reading.atoms) == 1 and not reading.negative and first.text in _alone(language)
    return number._replace(alone=alone) if alone else number


def find_numbers(text: str, language: Language) -> Iterator[Number]:
    """The numbers of the text, in order; ordinals are marked, not left out."""
    for reading in read(text, tuple(atoms_of(text, language)), language):
        number = _finished(text, reading, language)
        if number is not None and abs(number.value) <= _LARGEST:
            yield number
