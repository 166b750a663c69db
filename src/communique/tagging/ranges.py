"""Two numbers that are the ends of one range: "5 to 7 million", "between $5 and $7", "5 ile 7 arasında"."""

import re
from collections.abc import Iterator
from functools import cache

from communique.article import Language
from communique.tagging.numbers import Number, find_numbers
from communique.tagging.numerals import lexicon, one_of

_REACH = 40
_CURRENCY = r"(?:[A-Z]{0,3}[$€£¥₺₹]|Rs\.?|[A-Z]{3})?\s*"
_UNIT = r"(?P<unit>[ \u00a0-]?(?:%|[^\W\d_]{1,12}))?"


@cache
def _marks(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    marks, words = [[mark for mark in around["range_marks"] if mark.isalpha() is kind] for kind in (False, True)]
    joint = rf"(?P<joint>\s*{one_of(marks)}\s*|\s+{one_of(words)}\s+)"
    return (
        re.compile(rf"{_UNIT}{joint}{_CURRENCY}", re.IGNORECASE),
        re.compile(rf"{_UNIT}\s+{around['between_mark']}\s+(?:about\s+)?{_CURRENCY}", re.IGNORECASE),
    )


@cache
def _between(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    return (
        re.compile(rf"(?<!\w){one_of(around['between'])}\s+{_CURRENCY}$", re.IGNORECASE),
        re.compile(rf"[^.;\n]{{0,25}}?\b{one_of(around['between_after'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)from\s+{_CURRENCY}$", re.IGNORECASE),
    )


@cache
def _ranging(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(lexicon(language)['around']['ranging'])}\s+from\s+{_CURRENCY}$", re.IGNORECASE)


def _is_range(text: str, low: Number, high: Number, language: Language) -> bool:
    gap = text[low.span.end : high.span.start]
    if len(gap) > _REACH or low.ordinal or high.ordinal or high.span.start < low.span.end:
        return False
    if low.value * (high.scale if low.scale == 1 else 1) >= high.value:
        return False
    before = text[max(0, low.span.start - _REACH) : low.span.start]
    mark, between = _marks(language)
    opened, closed, changed = _between(language)
    if match := mark.fullmatch(gap):
        is_change = " to" in gap and changed.search(before) and not _ranging(language).search(before)
        is_change = is_change or (" to" in gap and low.value < 1 and text[low.span.end - 1].isalpha())
        is_choice = low.scale not in (1, high.scale) and match["joint"].strip().isalpha()
        return not is_change and not is_choice and _same_unit(text, match["unit"], high)
    match = between.fullmatch(gap)
    if match is None or not (opened.search(before) or closed.match(text, high.span.end)):
        return False
    return _same_unit(text, match["unit"], high)


def _same_unit(text: str, unit: str | None, high: Number) -> bool:
    """Whether the unit printed after the first end stands after the second too."""
    if not unit:
        return True
    words, end = unit.lstrip(" \u00a0-").lower(), high.span.end
    return text[end : end + len(words) + 1].lstrip(" \u00a0-").lower().startswith(words)


def paired(text: str, language: Language) -> Iterator[tuple[Number, Number | None]]:
    """The numbers of the text, the two ends of a range together."""
    held: Number | None = None
    for number in find_numbers(text, language):
        if held is not None and _is_range(text, held, number, language):
            yield held, number
            held = None
            continue
        if held is not None:
            yield held, None
        held = number
    if held is not None:
        yield held, None
