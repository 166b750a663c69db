"""Numbers that are no amounts: dates, years, clock times, telephone numbers, designations, list numbers."""

import re
from functools import cache

from communique.article import Language
from communique.spans import Span
from communique.tagging.numbers import Number, lexicon, one_of

_REACH = 24
_YEARS = (1900, 2100)
_JOINED_BEFORE = re.compile(r"(?:\d[:/-]|[^\W\d_][-–]|\d\)[ -]|\+|#|[^\W\d_]/|\w\.)$")
_JOINED_AFTER = re.compile(r"[:/]\d|-\d|(?:['’]?s)\b|[^\W\d_]|-year-old|['’]\w*(?:nc[ıiuü])")
_GLUED_UNIT = re.compile(r"(?:km|kms|mm|cm|kg|m|ft|mph|nm|kw|mw|hp|lbs?|mi|ml|g|l)(?!\w)", re.IGNORECASE)
_LIST = re.compile(r"\d{1,2}[.)]\s")


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


def _is_year(number: Number, before: str, hedge: re.Pattern[str]) -> bool:
    plain = number.digits is not None and number.digits.isdigit() and len(number.digits) == 4 and number.scale == 1  # noqa: PLR2004 - a year
    return plain and _YEARS[0] <= number.value < _YEARS[1] and not hedge.search(before)


def _is_name(text: str, span: Span, before: str) -> bool:
    """Whether a capitalised word within the sentence stands right before and no lower-case noun after: "Apollo 11"."""
    named = re.search(r"\w[\w’']*[,;]?\s+([A-ZÇĞİÖŞÜ][\w-]*)\s$", before)
    return bool(named and not re.match(r"[ -][^\W\d_]", text[span.end : span.end + 2]))


def is_no_amount(text: str, number: Number, span: Span, language: Language) -> bool:
    """Whether the number at `span` is something else than an amount."""
    ahead = text[max(0, span.start - _REACH) : span.start]
    before, after, pronoun, hedge = _patterns(language)
    literal = number.digits is not None
    if before.search(ahead) or (literal and after.match(text, span.end)):
        return True
    if number.alone:
        return bool(pronoun.search(ahead)) or language == "tr"
    if not literal:
        return False
    if _JOINED_BEFORE.search(ahead) or (_JOINED_AFTER.match(text, span.end) and not _GLUED_UNIT.match(text, span.end)):
        return True
    if language == "tr" and re.match(r"\.\s+\w", text[span.end : span.end + 4]):
        return True
    starts_list = span.start == 0 and _LIST.match(text)
    return bool(starts_list) or _is_year(number, ahead, hedge) or _is_name(text, span, ahead)
