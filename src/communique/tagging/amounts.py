"""Money, percentages and counts: a passage -> mentions with values, ISO 4217 currencies and head nouns."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.article import Language
from communique.passage import Passage
from communique.spans import Span
from communique.tagging.currencies import Money, currency_around, is_dotted, shared_currency
from communique.tagging.head_nouns import head_noun
from communique.tagging.measures import is_further_part, joined
from communique.tagging.mentions import AmountMention
from communique.tagging.modifiers import modifier_of
from communique.tagging.not_amounts import forbidden_spans, is_no_amount, is_sole
from communique.tagging.numbers import Number, find_numbers
from communique.tagging.numerals import lexicon, may_hold_numbers, one_of
from communique.tagging.ranges import paired
from communique.tagging.worded import Keys

_UNKNOWN: Keys = {}
_BEFORE = 40
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1e6
_JOINTS = ("", "and", "ve")
_LISTED = (",", "and", "or", ", and", "ve", "veya", "ya da", "ile")
_CHANGED = re.compile(r"to|['’]?[dt][ae]n")
"""What leads from the first of two sums to the second: "from 5 to 7 million dollars", "5 milyondan 7 milyon dolara"."""
_COMPARED = re.compile(
    r",?\s+(?:(?:up|down)\s+from|from|compared\s+(?:with|to)|versus|against)\s+(?:about\s+|around\s+)?", re.IGNORECASE
)
_IN_TURN = re.compile(r",\s(?:[A-ZÇĞİÖŞÜ][\w.-]*\s?){1,3}")
"""What stands between the sums of two givers: "Oman gave 2 million, Qatar 5 million dollars"."""
_CLOSERS = (*".,;:!?", "")
_PLURAL = re.compile(r"\s+(?:[^\W\d_]+s|people|men|women|children|personnel)(?!\w)", re.IGNORECASE)
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MEASURING = ("m", "mm", "t", "g")
_POUNDS_OF_MARKS = re.compile(r"[ \u00a0](?P<letter>[KMBT])(?!\w)")
_LETTERS = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}


class _Tagged(NamedTuple):
    """A mention and the number it begins with."""

    mention: AmountMention
    low: Number


@cache
def _percent(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    around = lexicon(language)["around"]
    before = re.compile(rf"(?<!\w){one_of(around['percent_before'])}\s*$", re.IGNORECASE)
    return before, re.compile(rf"[ \u00a0-]?{one_of(around['percent_after'])}(?!\w)", re.IGNORECASE)


def _of_number(low: Number, high: Number | None) -> AmountMention:
    """The bare number or range: its value, not yet what is counted."""
    span = low.span.to(high.span) if high else low.span
    shared = high.scale if high and low.scale == 1 else 1.0
    maximum = high.value if high else None
    return AmountMention(span, "number", low.value * shared, maximum, modifier="range" if high else "exact")


def _as_money(text: str, mention: AmountMention, money: Money, low: Number) -> AmountMention:
    span, factor = money.span, money.factor
    if mention.value < 0 and text[span.start - 1 : span.start] in ("-", "−"):
        span = Span(span.start - 1, span.end)
    letter = _POUNDS_OF_MARKS.match(text, mention.span.end) if span.end == mention.span.end and low.scale == 1 else None
    if letter:
        span, factor = Span(span.start, letter.end()), _LETTERS[letter["letter"]]
    if (
        low.scale == 1
        and abs(low.value) < _THOUSAND
        and _DOTTED.fullmatch(low.digits or "")
        and is_dotted(money.currency)
    ):
        factor *= _THOUSAND
    maximum = None if mention.maximum is None else mention.maximum * factor
    value = mention.value * factor
    return mention._replace(
        span=span, kind="money", value=value, maximum=maximum, currency=money.currency, unit=money.minor
    )


def _as_percent(text: str, mention: AmountMention, language: Language) -> AmountMention | None:
    before, after = _percent(language)
    ahead = before.search(text, max(0, mention.span.start - _BEFORE), mention.span.start)
    behind = after.match(text, mention.span.end)
    if ahead is None and behind is None:
        return None
    start = ahead.start() if ahead else mention.span.start
    end = behind.end() if behind else mention.span.end
    unit = "percentage points" if behind and "point" in behind.group().lower() else "percent"
    return mention._replace(span=Span(start, end), kind="percent", unit=unit)


def _as_count(text: str, mention: AmountMention, language: Language, *, digits: bool) -> AmountMention:
    highest = mention.maximum or mention.value
    noun = head_noun(text, mention.span.end, language, plural=highest != 1, digits=digits)
    return mention if noun is None else mention._replace(kind="count", unit=noun.of(text), noun=noun)


def _without_letter(text: str, number: Number) -> Number:
    """The number without a scale letter that is a unit here: "a 30m yacht", but "9m people"."""
    if number.letter not in _MEASURING or (number.letter == "m" and _PLURAL.match(text, number.span.end)):
        return number
    span = Span(number.span.start, number.span.end - len(number.letter))
    return number._replace(span=span, value=number.value / number.scale, scale=1.0, letter="")


def _valued(text: str, low: Number, high: Number | None, language: Language, floor: int) -> AmountMention | None:
    if low.ordinal:
        return None
    bare = _of_number(low, high)
    if money := currency_around(text, bare.span, language, floor=floor):
        mention = _as_money(text, bare, money, low)
    else:
        low, high = _without_letter(text, low), high and _without_letter(text, high)
        bare = _of_number(low, high)
        mention = _as_percent(text, bare, language) or bare
        if mention.kind == "number":
            if is_no_amount(text, high or low, bare.span, language):
                return None
            mention = bare if low.share else _as_count(text, bare, language, digits=(high or low).digits is not None)
            if low.alone and high is None and mention.noun is None and not is_sole(text, bare.span):
                return None
    modifier = "exact" if high else modifier_of(text, mention.span, language)
    return mention if modifier == "exact" else mention._replace(modifier=modifier)


def _free(text: str, language: Language) -> Iterator[tuple[Number, Number | None]]:
    """The numbers and ranges that stand in no telephone number or address."""
    forbidden: list[Span] | None = None
    for low, high in paired(text, language):
        if low.digits is not None:
            if forbidden is None:
                forbidden = list(reversed(forbidden_spans(text)))
            while forbidden and forbidden[-1].end <= low.span.start:
                forbidden.pop()
            if forbidden and forbidden[-1].overlaps(low.span):
                continue
        yield low, high


def tag_amounts_in(text: str, *, language: Language) -> tuple[AmountMention, ...]:
    """The amounts of a text, in order; bare numbers have the kind "number"."""
    found: list[_Tagged] = []
    for low, high in _free(text, language):
        mention = _valued(text, low, high, language, found[-1].mention.span.end if found else 0)
        if mention is not None:
            _add(text, found, _Tagged(mention, low))
    return tuple(tagged.mention for tagged in found)


def _add(text: str, found: list[_Tagged], tagged: _Tagged) -> None:
    """Adds a mention to those before it, or joins it with the last one."""
    if found:
        whole, part = found[-1].mention, tagged.mention
        span = whole.span.to(part.span)
        if _is_remainder(text, whole, part):
            found[-1] = _Tagged(
                whole._replace(span=span, value=round(whole.value + part.value / 100, 2)), found[-1].low
            )
            return
        if is_further_part(text, whole, part):
            found[-1] = _Tagged(part._replace(span=span, value=joined(whole, part)), found[-1].low)
            return
        if _shares_currency(text, found[-1], tagged):
            scale = tagged.low.scale if found[-1].low.scale == 1 else 1.0
            shared = whole._replace(kind="money", currency=part.currency, value=whole.value * scale)
            found[-1] = _Tagged(shared, found[-1].low)
        if _goes_by(text, whole, tagged):
            tagged = tagged._replace(mention=part._replace(kind="money", currency=whole.currency))
    found.append(tagged)


def _goes_by(text: str, whole: AmountMention, tagged: _Tagged) -> bool:
    """Whether a large bare number is compared with the money before it: "$7 billion, up from 6 billion"."""
    part = tagged.mention
    if whole.kind != "money" or whole.unit or part.kind != "number" or tagged.low.scale < _MILLION:
        return False
    return _COMPARED.fullmatch(text[whole.span.end : part.span.start]) is not None


def _is_remainder(text: str, whole: AmountMention, part: AmountMention) -> bool:
    """Whether `part` gives the hundredths of the money right before it: "20 dollars and 43 cents", "15 dollars 50"."""
    if whole.kind != "money" or whole.unit or whole.maximum is not None or not 0 < part.value < _HUNDRED:
        return False
    between = text[whole.span.end : part.span.start]
    if part.kind == "money":
        return bool(part.unit) and between.strip() in _JOINTS
    return part.kind == "number" and between.strip() in _JOINTS and text[part.span.end : part.span.end + 1] in _CLOSERS


def _shares_currency(text: str, one: _Tagged, other: _Tagged) -> bool:
    """Whether a bare number has the currency named after the next one: "5 and 7 million dollars"."""
    whole, part = one.mention, other.mention
    if (
        whole.kind != "number"
        or whole.noun
        or part.kind != "money"
        or part.unit
        or part.span.start != other.low.span.start
    ):
        return False
    alike = one.low.scale in (1, other.low.scale) and (one.low.scale != 1 or whole.value < _THOUSAND)
    between = text[whole.span.end : part.span.start].strip()
    is_joined = between in _LISTED or _CHANGED.fullmatch(between) is not None or _IN_TURN.fullmatch(between) is not None
    return alike and is_joined


def _moved(mention: AmountMention, offset: int) -> AmountMention:
    noun = mention.noun and Span(mention.noun.start + offset, mention.noun.end + offset)
    return mention._replace(span=Span(mention.span.start + offset, mention.span.end + offset), noun=noun)


def tag_amounts(passage: Passage, keys: Keys = _UNKNOWN) -> tuple[AmountMention, ...]:
    """The amounts of every sentence, in text order; a bare "rupees" takes its state from the article."""
    mentions = []
    for sentence in passage.sentences:
        words = sentence.span.of(passage.text)
        if not may_hold_numbers(words, keys.get(sentence.span.start), passage.language):
            continue
        for mention in tag_amounts_in(words, language=passage.language):
            known = mention
            if mention.kind == "money" and mention.currency is None:
                known = mention._replace(currency=shared_currency(passage.text, mention.span.of(words)))
            mentions.append(_moved(known, sentence.span.start))
    return tuple(mentions)


def parse_amount(words: str, *, language: Language) -> AmountMention | None:
    """The amount the words stand for: money before others; a bare number is one even where it looks like a year."""
    mentions = tag_amounts_in(words, language=language)
    if mentions:
        return next((mention for mention in mentions if mention.kind == "money"), mentions[0])
    return parse_number(words, language=language)


def parse_number(words: str, *, language: Language) -> AmountMention | None:
    """The first number of the words, whatever stands around it; None for an ordinal."""
    number = next(find_numbers(words, language), None)
    return None if number is None or number.ordinal else AmountMention(number.span, "number", number.value)
