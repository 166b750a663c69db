"""The currency beside a number: marks, ISO 4217 codes and names, English and Turkish."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import pycountry

from communique._resources import read_toml
from communique.article import Language
from communique.spans import Span
from communique.tagging.numerals import lexicon, lower, one_of

_REACH = 20
_WEIGHED = re.compile(r"\s+of\s+(?!the\b|aid\b|debt\b)", re.IGNORECASE)


class Money(NamedTuple):
    """The whole span of an amount of money; `currency` is ISO 4217, or None where several states share the name."""

    span: Span
    currency: str | None
    minor: str | None = None
    """The hundredths' name as printed ("cents"), where the number counts them."""
    factor: float = 1.0
    """What a scale letter at the code multiplies by ("MEUR")."""


def _tables() -> Mapping[str, Any]:
    return read_toml("currencies.toml")


@cache
def _codes() -> Mapping[str, str]:
    """The marks, abbreviations and codes as printed."""
    iso = {currency.alpha_3: currency.alpha_3 for currency in pycountry.currencies}
    return {**iso, **_tables()["abbreviations"], **{mark.upper(): code for mark, code in _tables()["symbols"].items()}}


@cache
def currency_codes() -> frozenset[str]:
    """The codes of ISO 4217."""
    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


@cache
def _scaled() -> Mapping[str, tuple[str, float]]:
    """The codes with a scale letter before them ("MEUR", "TSEK") and the factor it stands for."""
    letters: Mapping[str, float] = _tables()["letters"]
    codes = {currency.alpha_3 for currency in pycountry.currencies} - {*_tables()["words"]["codes"]}
    scaled = {letter + code: (code, factor) for letter, factor in letters.items() for code in codes}
    return {printed: value for printed, value in scaled.items() if printed not in _codes()}


@cache
def _marks() -> str:
    return "|".join(re.escape(mark) for mark in sorted(_tables()["symbols"], key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    words = set(_tables()["words"]["codes"])
    letters = [code for code in {*_codes(), *_scaled()} if code[0].isalpha() and "$" not in code and code not in words]
    names = one_of(_tables()["words"]["before"])
    return re.compile(
        rf"(?:(?<!\w)(?:{one_of(letters)}|(?i:{names}))|(?<![^\W\d_])(?i:{_marks()})|[$€£¥₺])\.?\s*[-−]?\s*$"
    )


@cache
def _after(language: Language) -> re.Pattern[str]:
    names = _tables()["tr" if language == "tr" else "en"]
    suffix = rf"(?:{lexicon(language)['grammar']['noun_endings']})"
    codes = [code for code in {*_codes(), *_scaled()} if code[0].isalpha() and "$" not in code]
    lira = r"|" + "|".join(_tables()["en"]["names"]) if language == "tr" else ""
    dashed = r"(?:[.,]?\s?[-–]\s?)?" if language == "tr" else ""
    state = rf"(?:(?i:(?P<state>{one_of(names['adjectives'])})['’s]*\s+))?"
    name = rf"(?i:(?P<name>{'|'.join(names['names'])}){suffix}{lira})(?!\w)"
    code = rf"(?P<code>{one_of(codes)}(?!\w)|(?i:{_marks()})(?![^\W\d_]|\d))"
    return re.compile(rf"{dashed}[\s-]?(?:{state}(?:{name}|(?P<dollar>\$)(?!\d))|{code})(?:\s?(?i:c)(?!\w))?")


@cache
def _name_patterns(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    every = {**_tables()["en"]["names"], **_tables()["tr" if language == "tr" else "en"]["names"]}
    return tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in every.items())


def _named(match: re.Match[str], language: Language) -> str | None:
    names = _tables()["tr" if language == "tr" else "en"]
    word = lower(match["name"] or ("dollar" if match["dollar"] else match.group().strip()), language)
    code = next((code for pattern, code in _name_patterns(language) if pattern.match(word)), "")
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


@cache
def _beginnings(language: Language) -> frozenset[str]:
    """How all begins that may stand after a number and make it money: two letters, of a name small ones, or a mark."""
    tables = (_tables()["en"], _tables()["tr" if language == "tr" else "en"])
    names = [name for table in tables for name in (*table["names"], *table["adjectives"])]
    forms = [form.lower() for form in (*names, *_tables()["symbols"])] + [*_codes(), *_scaled()]
    return frozenset((*(form[:2] for form in forms), *(form[0] for form in forms if not form[0].isalnum())))


@cache
def _endings() -> frozenset[str]:
    """The last letters of all that may stand before a number and make it money."""
    return frozenset(form.rstrip(".")[-1].lower() for form in (*_codes(), *_scaled(), *_tables()["words"]["before"]))


def currency_around(text: str, number: Span, language: Language, *, floor: int = 0) -> Money | None:
    """The money a number is part of: the mark before it (not before `floor`), else the mark, code or name after."""
    minor = _hundredths(language).match(text, number.end)
    if minor:
        word = lower(minor.group(1), language)
        table = _tables()["tr" if language == "tr" else "en"]["minor"]
        code = next((code for pattern, code in table.items() if re.match(pattern, word)), "")
        return Money(Span(number.start, minor.end(1)), code or None, minor.group(1))
    follows, leads = _beginnings(language), _endings()
    after = None
    ahead_of = text[number.end : number.end + 8].lstrip(" \u00a0.,-–\n")
    if not follows.isdisjoint((ahead_of[:2], ahead_of[:1], lower(ahead_of[:2], language))):
        after = _after(language).match(text, number.end)
    ahead = None
    if (
        number.start > floor
        and text[max(0, number.start - 6) : number.start].rstrip(" \u00a0.-−")[-1:].lower() in leads
    ):
        ahead = _before().search(text, max(floor, number.start - _REACH), number.start)
    if ahead:
        return _marked(ahead, after, number)
    if after is None or _is_weight(text, after):
        return None
    code, factor = _coded(after["code"]) if after["code"] else (_named(after, language), 1.0)
    return Money(Span(number.start, after.end()), code or None, factor=factor)


def _marked(ahead: re.Match[str], after: re.Match[str] | None, number: Span) -> Money:
    """The money of a mark before the number; a code after it says more ("$4 CAD")."""
    code, factor = _coded(ahead.group())
    end = after.end() if after and after["code"] and code in (None, "USD") else number.end
    if after and end != number.end:
        code = _coded(after["code"])[0] or code
    return Money(Span(min(ahead.start(), number.start), end), code, factor=factor)


def _coded(printed: str) -> tuple[str | None, float]:
    """The currency of a mark or code as printed, and the factor its scale letter stands for."""
    mark = " ".join(printed.strip().rstrip("-−").split())
    if mark in _scaled():
        return _scaled()[mark]
    known = (_codes().get(form) for form in (mark, mark.upper(), mark.rstrip("."), mark.rstrip(".").upper()))
    return next((code for code in known if code is not None), None) or None, 1.0


def _is_weight(text: str, after: re.Match[str]) -> bool:
    """Whether "pounds" are a weight: "a 500-pound bomb", "20 pounds of explosives"."""
    name = (after["name"] or "").lower()
    if (
        after["state"]
        or name not in ("pound", "pounds")
        or "million" in text[max(0, after.start() - 8) : after.start()]
    ):
        return False
    return after.group().startswith("-") or bool(_WEIGHED.match(text, after.end()))


def is_dotted(currency: str | None) -> bool:
    """Whether amounts of a currency are printed with a dot between thousands, also in English ("€1.250")."""
    return currency in _tables()["words"]["dotted"]


def shared_currency(text: str, words: str) -> str | None:
    """The ISO 4217 code of a name that several states share ("rupees"), where the article names one such state."""
    families: Mapping[str, Any] = _tables()["context"]
    printed = words.lower()
    family = next((family for family in families.values() if any(name in printed for name in family["names"])), None)
    if family is None:
        return None
    named = [code for code, states in family["states"].items() if any(state in text for state in states)]
    return named[0] if len(named) == 1 else None


def may_be(currency: str, words: str) -> bool:
    """Whether money printed as `words` without a state ("300 rupees") may be in `currency`."""
    printed = words.lower()
    return any(
        currency in family["states"]
        for family in _tables()["context"].values()
        if any(n in printed for n in family["names"])
    )
