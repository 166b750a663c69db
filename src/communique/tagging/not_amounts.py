"""Numbers that are no amounts: dates, years, clock times, telephone numbers, designations, list numbers."""

import re
from functools import cache

from communique.article import Language
from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.measures import measure_at
from communique.tagging.numbers import Number
from communique.tagging.numerals import lexicon, lower, one_of

_REACH = 24
_YEARS = (1900, 2100)
_JOINED_BEFORE = late(r"(?:\d[:/×-]|[^\W\d_][-–]|\d\)[ -]|\+|#|[^\W\d_]/|\w\.)$")
_JOINED_AFTER = late(r"[:/×]\d|-\d|(?:['’]?s)\b|[^\W\d_]|-year-old|['’]\w*(?:nc[ıiuü])")
_ADDRESSES = late(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+"
    r"|(?:\+\d|(?<![\d.,])0(?=\d{3}\D)|(?:tel|phone|fax|call|telefon|faks|no)\b\.?:?\s*\(?\d)[\d ()/.-]{6,30}\d",
    re.IGNORECASE,
)
_ADDRESS_MARKS = ("://", "www.", "@", "+")
_MAY_HOLD_ADDRESS = late(r"\b(?:0\d{3}\D|(?:tel|phone|fax|call|telefon|faks|no)\b)", re.IGNORECASE)
_GROUP_OF = late(r"\bGroup of $")
_LIST = late(r"\d{1,2}[.)]\s")


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    months = one_of(around["months"])
    before = re.compile(
        rf"(?<!\w)(?:{months}\.?|{one_of(around['designators'])}\.?|{one_of(around['clock_before'])})\s*$",
        re.IGNORECASE,
    )
    after = re.compile(
        rf"\s*(?:{months}(?!\w)|{one_of(around['clock_after'])}(?!\w)"
        rf"|{one_of(around.get('designators_after', []))}(?!\w)|{one_of(around.get('year_after', []))}(?!\w))",
        re.IGNORECASE,
    )
    pronoun = re.compile(rf"(?<!\w){one_of(around['pronoun_before'])}\s+$", re.IGNORECASE)
    hedges = lexicon(language)["modifiers"]["before"].values()
    hedge = re.compile(
        rf"(?<!\w){one_of([word for words in hedges for word in words])}\s*$",
        re.IGNORECASE,
    )
    return before, after, pronoun, hedge


@cache
def _last_words(language: Language) -> frozenset[str]:
    around = lexicon(language)["around"]
    lists = (around["months"], around["designators"], around["clock_before"])
    return frozenset(word.split()[-1] for words in lists for word in words)


def _leads(ahead: str, language: Language) -> bool:
    """Whether the last word before a number may make it none: a cheap look before the pattern."""
    words = ahead.split()
    return bool(words) and lower(words[-1].strip("([."), language) in _last_words(language)


def _is_year(number: Number, before: str, hedge: re.Pattern[str]) -> bool:
    plain = number.digits is not None and number.digits.isdigit() and len(number.digits) == 4 and number.scale == 1  # noqa: PLR2004 - a year
    return plain and _YEARS[0] <= number.value < _YEARS[1] and not hedge.search(before)


def _is_name(text: str, span: Span, before: str) -> bool:
    """Whether a capitalised word within the sentence stands right before and no lower-case noun after: "Apollo 11"."""
    if _GROUP_OF.search(before):
        return True
    named = re.search(r"[^\W\d_][\w’']*[,;]?\s+([A-ZÇĞİÖŞÜ][\w-]*)\s$", before)
    return bool(named and not re.match(r"[ -][^\W\d_]", text[span.end : span.end + 2]))


def forbidden_spans(text: str) -> tuple[Span, ...]:
    """The telephone numbers, web addresses and mail addresses of a text, in order: no amount stands in one."""
    if not any(mark in text for mark in _ADDRESS_MARKS) and not _MAY_HOLD_ADDRESS.search(text):
        return ()
    return tuple(Span(*match.span()) for match in _ADDRESSES.finditer(text))


def is_no_amount(text: str, number: Number, span: Span, language: Language) -> bool:
    """Whether the number at `span` is something else than an amount."""
    if is_sole(text, span):
        return False
    ahead = text[max(0, span.start - _REACH) : span.start]
    before, after, pronoun, _ = _patterns(language)
    literal = number.digits is not None
    if (_leads(ahead, language) and before.search(ahead)) or (literal and after.match(text, span.end)):
        return True
    if literal:
        return _is_literal_of_another_kind(text, number, span, ahead, language)
    if number.alone and language == "tr":
        return measure_at(text, span.end, language, digits=False) is None
    return number.alone and bool(pronoun.search(ahead))


def _is_literal_of_another_kind(text: str, number: Number, span: Span, ahead: str, language: Language) -> bool:
    if text[span.start - 1 : span.start] == "[" and text[span.end : span.end + 1] == "]":
        return True
    joined = _JOINED_AFTER.match(text, span.end) and not measure_at(text, span.end, language, digits=True)
    if number.glued or joined or _JOINED_BEFORE.search(ahead):
        return True
    if language == "tr" and re.match(r"\.\s+\w", text[span.end : span.end + 4]):
        return True
    if span.start == 0 and _LIST.match(text):
        return True
    hedge = _patterns(language)[3]
    return _is_year(number, ahead, hedge) or (number.scale == 1 and _is_name(text, span, ahead))


def is_sole(text: str, span: Span) -> bool:
    """Whether a text is nothing but this number."""
    around = len(text) - len(span)
    return around <= _REACH and not (text[: span.start] + text[span.end :]).strip(" \n.,;:!?")
