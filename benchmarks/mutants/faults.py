"""The kinds of faults: each a small function from a true claim to the same claim with one thing wrong in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from benchmarks.mutants import falsity
from benchmarks.mutants.sources import Kind, Truth
from benchmarks.mutants.words import stands, table

Plant = Callable[[Truth], Iterator[str]]
IsFalse = Callable[[Truth, Truth], bool]

_DAY, _MONTH, _YEAR = (
    re.compile(r"(?:1[89]|20)\d{2}-\d{2}-\d{2}"),
    re.compile(r"\d{4}-(\d{2})"),
    re.compile(r"\b(?:1[89]|20)\d{2}\b"),
)
_DAY_OF_MONTH = re.compile(r"(?<![\d.:/-])([12]?\d|3[01])(?:st|nd|rd|th)?(?![\d.:/%-])")
_LITERAL = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ADJECTIVES = "|".join(map(re.escape, table("adjectives")["words"]))
_DECEMBER, _LAST_QUARTER = 12, 36
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault, the kinds of claims it is planted in, how, and what shows that the outcome is false."""

    name: str
    kinds: tuple[Kind, ...]
    plant: Plant
    is_false: IsFalse


def planted(fault: Fault, truth: Truth) -> Iterator[Truth]:
    """The claim with the fault in it, in each way there is; the whole text counts as evidence."""
    if truth.kind in fault.kinds:
        for value in dict.fromkeys(fault.plant(truth)):
            if value != truth.value:
                yield replace(truth, value=value, evidence=None)


def _next(words: str, rings: list[list[str]]) -> Iterator[str]:
    """The words with one of them, wherever it begins a word, replaced by the next of its ring."""
    for ring in rings:
        for old, new in zip(ring, [*ring[1:], ring[0]], strict=True):
            changed = re.sub(rf"\b{old}(?![^\W\d_])", new, words, count=1)
            if changed != words:
                yield changed


def _number(truth: Truth) -> Iterator[str]:
    """The last digit one more, the first digit one more, two digits changed about, a number word's neighbour."""
    for match in _LITERAL.finditer(truth.value):
        before, literal, after = truth.value[: match.start()], match.group(), truth.value[match.end() :]
        for changed in (_raised(literal, -1), _raised(literal, 0), _transposed(literal)):
            yield before + changed + after
    yield from _next(truth.value, table("rings")["numbers"])


def _raised(literal: str, at: int) -> str:
    at = at % len(literal)
    digit = int(literal[at]) % 9 + 1
    return f"{literal[:at]}{digit}{literal[at + 1 :]}"


def _transposed(literal: str) -> str:
    for at, (one, other) in enumerate(pairwise(literal)):
        if one.isdigit() and other.isdigit() and one != other and "0" not in (one, other):
            return f"{literal[:at]}{other}{one}{literal[at + 2 :]}"
    return literal


def _scale(truth: Truth) -> Iterator[str]:
    yield from _next(truth.value, table("rings")["scales"])
    if match := re.search(r"\d{7,}", truth.value):
        yield truth.value.replace(match.group(), match.group() + "000")
        yield truth.value.replace(match.group(), match.group()[:-3])


def _currency(truth: Truth) -> Iterator[str]:
    forms = table("currencies")
    for code, known in forms.items():
        for form in known:
            pattern = rf"\b{form}\w*" if form.isalpha() else re.escape(form)
            match = re.search(rf"(?:(?:{_ADJECTIVES})\s+)?{pattern}", truth.value, re.IGNORECASE)
            if match:
                others = [other for other in forms if other != code]
                before, after = truth.value[: match.start()], truth.value[match.end() :]
                yield from (f"{before} {other} {after}".strip().replace("  ", " ") for other in others)
                return


def _noun(truth: Truth) -> Iterator[str]:
    before, space, _ = truth.value.rpartition(" ")
    if space:
        yield from (f"{before} {noun}" for noun in table("nouns")[truth.source.language])


def _people(truth: Truth) -> tuple[str, ...]:
    return tuple(max(forms, key=len) for forms in truth.source.people)


def _name_parts(truth: Truth) -> Iterator[str]:
    parts = truth.value.split()
    others = [name.split() for name in _people(truth) if len(name.split()) > 1]
    if not any(stands(" ".join(other), truth.value) or stands(truth.value, " ".join(other)) for other in others):
        return
    for other in others:
        if len(parts) > 1 and not stands(" ".join(other), truth.value):
            yield " ".join([*parts[:-1], other[-1]])
            yield f"{other[0]} {parts[-1]}"


def _stranger(truth: Truth) -> Iterator[str]:
    parts = truth.value.split()
    for name in table("strangers")[truth.source.language]:
        yield " ".join([*parts[:-1], name])
        if len(parts) > 1:
            yield f"{name} {parts[-1]}"


def _country(truth: Truth) -> Iterator[str]:
    for code, forms in table("countries").items():
        for at, form in enumerate(forms):
            if re.search(rf"\b{form}\b", truth.value):
                for other, theirs in table("countries").items():
                    if other != code:
                        yield re.sub(rf"\b{form}\b", theirs[min(at, len(theirs) - 1)], truth.value)
                return


def _code(truth: Truth) -> Iterator[str]:
    yield from (code for code in table("countries") if code != truth.value)


def _place(truth: Truth) -> Iterator[str]:
    first, *rest = truth.value.split()
    for name in table("places")[truth.source.language]:
        yield " ".join([name, *rest])
        yield " ".join([first, name])


def _day(truth: Truth) -> Iterator[str]:
    if _DAY.fullmatch(truth.value):
        for days in (1, -1, 7):
            yield (date.fromisoformat(truth.value) + timedelta(days=days)).isoformat()
    else:
        for match in _DAY_OF_MONTH.finditer(truth.value):
            yield f"{truth.value[: match.start(1)]}{int(match[1]) % 27 + 1}{truth.value[match.end(1) :]}"


def _month(truth: Truth) -> Iterator[str]:
    match = _MONTH.match(truth.value)
    if match and int(match[1]) <= _DECEMBER:
        month = int(match[1]) % _DECEMBER + 1
        yield f"{truth.value[:5]}{month:02}{truth.value[7:].replace('-31', '-28').replace('-30', '-28')}"
    elif match:
        yield f"{truth.value[:5]}{int(match[1]) - 1 if int(match[1]) == _LAST_QUARTER else int(match[1]) + 1}"
    else:
        yield from _next(truth.value, [*table("rings")["months"], *table("rings")["ordinals"]])


def _year(truth: Truth) -> Iterator[str]:
    for match in _YEAR.finditer(truth.value):
        for years in (1, -1, 10):
            moved = f"{truth.value[: match.start()]}{int(match.group()) + years}{truth.value[match.end() :]}"
            yield moved.replace("02-29", "02-28")


def _weekday(truth: Truth) -> Iterator[str]:
    yield from _next(truth.value, table("rings")["days"])


def _relative(truth: Truth) -> Iterator[str]:
    yield from _next(truth.value, table("rings")["relative"])


def _quote_word(truth: Truth) -> Iterator[str]:
    matches = list(_WORD.finditer(truth.value))
    for at, match in enumerate(matches[:: max(1, len(matches) // _MOST_WORDS)][:_MOST_WORDS]):
        new = table("quotes")["words"][truth.source.language][at % 2]
        yield truth.value[: match.start()] + new + truth.value[match.end() :]


def _negation(truth: Truth) -> Iterator[str]:
    """Without its negation, with one, and with its negation left to an ellipsis."""
    for word in table("quotes")["negations"]:
        pattern = rf"(?<=\w){word}\b" if word == "n't" else rf"\b{word}\b ?"
        for match in re.finditer(pattern, truth.value):
            yield truth.value[: match.start()] + truth.value[match.end() :]
            yield f"{truth.value[: match.start()]}… {truth.value[match.end() :]}"
    for old, new in table("quotes")["negated"]:
        yield re.sub(rf"\b{old}\b(?! not)", new, truth.value, count=1)


def _quote_number(truth: Truth) -> Iterator[str]:
    yield from _number(truth)


def _quote_name(truth: Truth) -> Iterator[str]:
    """A word in capitals amid the quote replaced by a stranger's name."""
    match = re.search(r"(?<=[a-zçğıöşü,] )[^\W\d_a-zçğıöşü][^\W\d_]{3,}", truth.value)
    if match:
        yield truth.value[: match.start()] + table("strangers")["en"][0] + truth.value[match.end() :]


FAULTS: tuple[Fault, ...] = (
    Fault("number", ("amount", "quantity"), _number, falsity.other_number),
    Fault("currency", ("amount",), _currency, falsity.other_currency),
    Fault("scale", ("amount",), _scale, falsity.other_words),
    Fault("noun", ("quantity",), _noun, falsity.other_last_word),
    Fault("name part swapped", ("name",), _name_parts, falsity.nobody),
    Fault("name of a stranger", ("name",), _stranger, falsity.nobody),
    Fault("country changed", ("name", "place"), _country, falsity.other_country),
    Fault("country changed", ("country",), _code, falsity.other_country),
    Fault("place changed", ("place",), _place, falsity.other_words),
    Fault("day moved", ("date",), _day, falsity.other_date),
    Fault("month moved", ("date",), _month, falsity.other_date),
    Fault("year moved", ("date",), _year, falsity.other_date),
    Fault("weekday moved", ("date",), _weekday, falsity.other_date),
    Fault("past for future", ("date",), _relative, falsity.other_date),
    Fault("quote word changed", ("quote",), _quote_word, falsity.other_words),
    Fault("quote negation", ("quote",), _negation, falsity.other_words),
    Fault("quote number", ("quote",), _quote_number, falsity.other_words),
    Fault("quote name", ("quote",), _quote_name, falsity.other_words),
)
"""The faults that change the value of one claim."""
