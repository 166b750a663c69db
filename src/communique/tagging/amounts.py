"""Money, percentages and counts: a passage -> mentions with values, ISO 4217 currencies and head nouns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from communique.article import Language
from communique.passage import Passage
from communique.spans import Span
from communique.tagging.currencies import Money, currency_around, rupee_of
from communique.tagging.head_nouns import head_noun
from communique.tagging.mentions import AmountMention, Modifier
from communique.tagging.not_amounts import is_no_amount
from communique.tagging.numbers import Number, find_numbers, lexicon, one_of

_BEFORE = 40
_HUNDRED = 100
_JOINTS = ("", "and", "ve")
_CLOSERS = (*".,;:!?", "")
_MODIFIERS: tuple[Modifier, ...] = ("at_least", "at_most", "about")


@cache
def _percent(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    before = re.compile(rf"(?<!\w){one_of(around['percent_before'])}\s*$", re.IGNORECASE)
    return before, re.compile(rf"[ \u00a0-]?{one_of(around['percent_after'])}(?!\w)", re.IGNORECASE)


@cache
def _modifiers(language: Language) -> tuple[tuple[Modifier, re.Pattern[str], re.Pattern[str]], ...]:
    tables = lexicon(language)["modifiers"]
    suffix = r"(?:['’]?\w{1,4})?\s+(?:daha\s+)?" if language == "tr" else r"\s*"
    return tuple(
        (
            name,
            re.compile(rf"(?<!\w){one_of(tables['before'][name])}\s*$", re.IGNORECASE),
            re.compile(rf"{suffix}{one_of(tables['after'].get(name, []))}(?!\w)", re.IGNORECASE),
        )
        for name in _MODIFIERS
    )


@cache
def _range_marks(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    mark = re.compile(rf"\s*{one_of(around['range_marks'])}\s*[$€£₺]?\s*", re.IGNORECASE)
    between = re.compile(rf"\s+{around['between_mark']}\s+[$€£₺]?\s*", re.IGNORECASE)
    before = re.compile(rf"(?<!\w){one_of(around['between'])}\s+[$€£₺]?\s*$", re.IGNORECASE)
    after = re.compile(rf"[^.;\n]{{0,25}}?\b{one_of(around['between_after'])}(?!\w)", re.IGNORECASE)
    return mark, between, before, after


def _modifier(text: str, span: Span, language: Language) -> Modifier:
    before, end = text[max(0, span.start - _BEFORE) : span.start], span.end
    for name, ahead, behind in _modifiers(language):
        if ahead.search(before) or behind.match(text, end):
            return name
    return "exact"


def _is_range(text: str, low: Number, high: Number, language: Language) -> bool:
    gap = text[low.span.end : high.span.start]
    if len(gap) > _BEFORE or high.ordinal or low.value * (high.scale if low.scale == 1 else 1) >= high.value:
        return False
    mark, between, before, after = _range_marks(language)
    if mark.fullmatch(gap):
        return True
    opened = before.search(text[max(0, low.span.start - _BEFORE) : low.span.start]) or after.match(text, high.span.end)
    return bool(between.fullmatch(gap) and opened)


def _pairs(text: str, language: Language) -> Iterator[tuple[Number, Number | None]]:
    """The numbers, the two ends of a range together."""
    held: Number | None = None
    for number in find_numbers(text, language):
        if held is not None and not held.ordinal and _is_range(text, held, number, language):
            yield held, number
            held = None
            continue
        if held is not None:
            yield held, None
        held = number
    if held is not None:
        yield held, None


def _of_number(low: Number, high: Number | None) -> AmountMention:
    """The bare number or range: its value, not yet what is counted."""
    span = low.span.to(high.span) if high else low.span
    shared = high.scale if high and low.scale == 1 else 1.0
    maximum = high.value if high else None
    return AmountMention(span, "number", low.value * shared, maximum, modifier="range" if high else "exact")


def _as_money(mention: AmountMention, money: Money) -> AmountMention:
    return replace(mention, span=money.span, kind="money", currency=money.currency, unit=money.minor)


def _as_percent(text: str, mention: AmountMention, language: Language) -> AmountMention | None:
    before, after = _percent(language)
    ahead = before.search(text, max(0, mention.span.start - _BEFORE), mention.span.start)
    behind = after.match(text, mention.span.end)
    if ahead is None and behind is None:
        return None
    start = ahead.start() if ahead else mention.span.start
    end = behind.end() if behind else mention.span.end
    return replace(mention, span=Span(start, end), kind="percent", unit="percent")


def _as_count(text: str, mention: AmountMention, language: Language) -> AmountMention:
    highest = mention.maximum or mention.value
    noun = head_noun(text, mention.span.end, language, plural=highest != 1)
    return mention if noun is None else replace(mention, kind="count", unit=noun.of(text), noun=noun)


def _valued(text: str, low: Number, high: Number | None, language: Language, floor: int) -> AmountMention | None:
    if low.ordinal:
        return None
    bare = _of_number(low, high)
    if money := currency_around(text, bare.span, language, floor=floor):
        mention = _as_money(bare, money)
    elif percent := _as_percent(text, bare, language):
        mention = percent
    elif is_no_amount(text, high or low, bare.span, language):
        return None
    else:
        mention = _as_count(text, bare, language)
        if low.alone and high is None and mention.noun is None:
            return None
    return mention if high else replace(mention, modifier=_modifier(text, mention.span, language))


def tag_amounts_in(text: str, *, language: Language) -> tuple[AmountMention, ...]:
    """The amounts of a text, in order; bare numbers have the kind "number"."""
    found: list[AmountMention] = []
    for low, high in _pairs(text, language):
        mention = _valued(text, low, high, language, found[-1].span.end if found else 0)
        if mention is None:
            continue
        if found and _is_remainder(text, found[-1], mention):
            whole = found.pop()
            mention = replace(
                whole, span=whole.span.to(mention.span), value=round(whole.value + mention.value / 100, 2)
            )
        found.append(mention)
    return tuple(found)


def _is_remainder(text: str, whole: AmountMention, part: AmountMention) -> bool:
    """Whether `part` gives the hundredths of the money right before it: "20 dollars and 43 cents", "15 dollars 50"."""
    if whole.kind != "money" or whole.unit or whole.maximum is not None or not 0 < part.value < _HUNDRED:
        return False
    between = text[whole.span.end : part.span.start]
    if part.kind == "money":
        return bool(part.unit) and between.strip() in _JOINTS
    return part.kind == "number" and between.strip() in _JOINTS and text[part.span.end : part.span.end + 1] in _CLOSERS


def _moved(mention: AmountMention, offset: int) -> AmountMention:
    noun = mention.noun and Span(mention.noun.start + offset, mention.noun.end + offset)
    return replace(mention, span=Span(mention.span.start + offset, mention.span.end + offset), noun=noun)


def tag_amounts(passage: Passage) -> tuple[AmountMention, ...]:
    """The amounts of every sentence, in text order; a bare "rupees" takes its state from the article."""
    rupee = rupee_of(passage.text)
    mentions = []
    for sentence in passage.sentences:
        for mention in tag_amounts_in(sentence.span.of(passage.text), language=passage.language):
            is_rupee = mention.kind == "money" and mention.currency is None
            known = (
                replace(mention, currency=rupee)
                if is_rupee and _names_rupee(mention, sentence.span.of(passage.text))
                else mention
            )
            mentions.append(_moved(known, sentence.span.start))
    return tuple(mentions)


def _names_rupee(mention: AmountMention, text: str) -> bool:
    words = mention.span.of(text).lower()
    return "rup" in words or words.startswith("rs") or "₨" in words


def parse_amount(words: str, *, language: Language) -> AmountMention | None:
    """The amount the words stand for: money before others; a bare number is one even where it looks like a year."""
    mentions = tag_amounts_in(words, language=language)
    if mentions:
        return next((mention for mention in mentions if mention.kind == "money"), mentions[0])
    number = next(find_numbers(words, language), None)
    return None if number is None or number.ordinal else AmountMention(number.span, "number", number.value)
