"""Units of measurement after a number: "30 knots", "76mm", "200 deniz mili", and measures of several parts."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.article import Language
from communique.spans import Span
from communique.tagging.mentions import AmountMention
from communique.tagging.numerals import lexicon, one_of

_SHORT = 2
_MOST_OVER = 10
"""How far the smaller part may exceed one of the larger: "2 yards and 7 feet" is said, "2 km and 90,000 m" is not."""


@cache
def _forms() -> Mapping[str, str]:
    units: Mapping[str, Any] = read_toml("units.toml")["units"]
    return {form: symbol for symbol, unit in units.items() for form in unit["forms"]}


@cache
def _folded() -> Mapping[str, str]:
    return {form.lower(): symbol for form, symbol in _forms().items()}


@cache
def _pattern(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    long = one_of([form for form in _forms() if len(form) > _SHORT or not form.isalpha()])
    short = one_of([form for form in _forms() if len(form) <= _SHORT])
    ending = lexicon(language)["grammar"]["noun_endings"]
    no_unit = r"\w|-\d" if language == "tr" else r"\w|['’][a-z]|-\d"  # "76 mm'lik", but "Type 23 m's"
    return (
        re.compile(rf"[ \u00a0-]?(?P<unit>(?i:{long}))(?:{ending})(?!\w)"),
        re.compile(rf"[ \u00a0-]?(?P<unit>{short})(?!{no_unit})"),
    )


def measure_at(text: str, start: int, language: Language, *, digits: bool) -> Span | None:
    """The unit that a number ending at `start` counts; forms of two letters only after digits."""
    long, short = _pattern(language)
    match = long.match(text, start) or (short.match(text, start) if digits else None)
    return None if match is None else Span(*match.span("unit"))


def symbol_of(unit: str) -> str | None:
    """The unit's symbol for a form as printed: "kilometres" and "km" give "km"."""
    return _forms().get(unit) or _folded().get(" ".join(unit.lower().split()))


def is_further_part(text: str, whole: AmountMention, part: AmountMention) -> bool:
    """Whether `part` goes on with the measure before it in a smaller unit: "6 feet 2 inches"."""
    if whole.noun is None or part.noun is None or whole.maximum is not None or part.maximum is not None:
        return False
    ratio = _ratio(whole.unit, part.unit)
    if ratio is None or not 0 <= part.value < ratio * _MOST_OVER:
        return False
    tables = read_toml("units.toml")["compound"]
    between = text[whole.noun.end : part.span.start].strip()
    return between in tables["joints"] or (between == "," and symbol_of(whole.unit or "") in tables["comma"])


def joined(whole: AmountMention, part: AmountMention) -> float:
    """The value of both parts together, in the unit of the second."""
    return whole.value * (_ratio(whole.unit, part.unit) or 1.0) + part.value


def _ratio(one: str | None, other: str | None) -> float | None:
    """How many of the second unit one of the first holds; None for no larger unit of the same dimension."""
    units = read_toml("units.toml")["units"]
    large, small = units.get(symbol_of(one or "")), units.get(symbol_of(other or ""))
    if large is None or small is None or large["of"] != small["of"] or large["size"] <= small["size"]:
        return None
    ratio = large["size"] / small["size"]
    return float(round(ratio, 6))
