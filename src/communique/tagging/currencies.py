"""The currency beside a number: marks, ISO 4217 codes and names, English and Turkish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pycountry

from communique._resources import read_toml
from communique.article import Language
from communique.spans import Span
from communique.tagging.numbers import lower, one_of

_REACH = 12


@dataclass(frozen=True, slots=True)
class Money:
    """The whole span of an amount of money; `currency` is ISO 4217, or None where several states share the name."""

    span: Span
    currency: str | None
    minor: str | None = None
    """The hundredths' name as printed ("cents"), where the number counts them."""


def _tables() -> Mapping[str, Any]:
    return read_toml("currencies.toml")


@cache
def _codes() -> Mapping[str, str]:
    """The marks, abbreviations and codes as printed."""
    iso = {currency.alpha_3: currency.alpha_3 for currency in pycountry.currencies}
    return {**iso, **_tables()["abbreviations"], **{mark.upper(): code for mark, code in _tables()["symbols"].items()}}


@cache
def _before() -> re.Pattern[str]:
    words = set(_tables()["words"]["codes"])
    letters = [code for code in _codes() if code[0].isalpha() and "$" not in code and code not in words]
    marks = "|".join(re.escape(mark) for mark in sorted(_tables()["symbols"], key=len, reverse=True))
    return re.compile(rf"(?:(?<!\w)(?:{one_of(letters)})|(?<![^\W\d_])(?i:{marks})|(?i:[$€£¥₺]))\s*$")


@cache
def _after(language: Language) -> re.Pattern[str]:
    names = _tables()["tr" if language == "tr" else "en"]
    suffix = r"\w{0,7}" if language == "tr" else ""
    codes = [code for code in _codes() if code[0].isalpha() and "$" not in code]
    lira = r"|" + "|".join(_tables()["en"]["names"]) if language == "tr" else ""
    marks = "|".join(re.escape(mark) for mark in sorted(_tables()["symbols"], key=len, reverse=True))
    return re.compile(
        rf"[\s-]?(?:(?:(?i:(?P<state>{one_of(names['adjectives'])})['’s]*\s+)?"
        rf"(?:(?i:(?P<name>{'|'.join(names['names'])}){suffix}{lira})(?!\w)|(?P<dollar>\$))"
        rf"|(?P<code>{one_of(codes)}(?!\w)|(?i:{marks})))"
        rf"(?:\s?(?i:c)(?!\w))?)"
    )


def _named(match: re.Match[str], language: Language) -> str | None:
    names = _tables()["tr" if language == "tr" else "en"]
    word = lower(match["name"] or ("dollar" if match["dollar"] else match.group().strip()), language)
    every = {**_tables()["en"]["names"], **names["names"]}
    code = next((code for pattern, code in every.items() if re.match(rf"{pattern}", word, re.IGNORECASE)), "")
    if not match["state"]:
        return code or None
    state = names["adjectives"].get(" ".join(lower(match["state"], language).split()), "")
    special = _tables()["states"].get(state, {}).get(word[:3])
    return special or _tables()["national"].get(state) or code or None


@cache
def _hundredths(language: Language) -> re.Pattern[str]:
    names = "|".join(_tables()["tr" if language == "tr" else "en"]["minor"])
    return re.compile(
        rf"[\s-]?((?:{names}){r'(?:[ea]|lik|l[ıiuü]k|[ıiuü])?' if language == 'tr' else ''})(?!\w)", re.IGNORECASE
    )


def currency_around(text: str, number: Span, language: Language, *, floor: int = 0) -> Money | None:
    """The money a number is part of: the mark before it (not before `floor`), else the mark, code or name after."""
    minor = _hundredths(language).match(text, number.end)
    if minor:
        return Money(Span(number.start, minor.end(1)), None, minor.group(1))
    after = _after(language).match(text, number.end)
    ahead = _before().search(text, max(floor, number.start - _REACH), number.start)
    if ahead:
        mark = " ".join(ahead.group().split())
        code = _codes().get(mark) if mark in _codes() else _codes().get(mark.upper())
        end = after.end() if after and after["code"] and code in (None, "", "USD") else number.end
        code = (_codes().get(after["code"]) or code) if end != number.end and after else code
        return Money(Span(ahead.start(), end), code or None)
    if after is None:
        return None
    printed = after["code"]
    code = (_codes().get(printed) or _codes().get(printed.upper())) if printed else _named(after, language)
    return Money(Span(number.start, after.end()), code or None)


def rupee_of(text: str) -> str | None:
    """The ISO 4217 code of a bare "rupees" in this article, where only one such state is named."""
    states: Mapping[str, list[str]] = _tables()["context"]["rupee"]
    named = [code for code, names in states.items() if any(name in text for name in names)]
    return named[0] if len(named) == 1 else None
