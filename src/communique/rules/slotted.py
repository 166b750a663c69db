"""Dates, sums and counts that the words around them give to a field: "to be delivered in @", "worth @", "said on @".

What fits the slot `aside` fills no field: the day on which somebody said it. A count belongs to the phrase that the
event requires: the corvettes that are bought, not the sailors that are trained.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Amount, Name, Quantity, When
from communique.rules.cues import CompiledCues
from communique.rules.designations import designation
from communique.rules.slots import ASIDE, Bearing, fits
from communique.shapes import FieldShape, typed
from communique.spans import Span
from communique.tagging.dates import bounds
from communique.tagging.mentions import AmountMention, DateMention

_RULE = "word_order"
_LEAD = re.compile(
    r"(?:(?<!\w)(?:in|by|on|from|until|before|after|during|between|around|about|the|late|early|mid|end|start|of|about)\s)+$",
    re.IGNORECASE,
)
_LOOK_BACK = 30
WHOLE = "whole"
"""The slot of a count of which one is told apart: "the last of six"; `Cues.turns` says when it is the event's own."""
_ONE_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|final|lead|one|latest)\sof\s(?:(?:the|its|their)\s)?$",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:remaining|(?:geri )?kalan)\s$", re.IGNORECASE)
_PART_BEHIND = re.compile(
    r"\w{0,6}\s(?:ilki(?:ni|nin|ne)?|ikincisi|üçüncüsü|dördüncüsü|sonuncusu|biri|ikisi|üçü|dördü|beşi|altısı|(?:ilk|son)\s\w+[ıiuü])(?!\w)"
)
_NAMED = re.compile(
    r"(?:\s(?:[A-ZÇĞİÖŞÜ][\w./-]*[®™]?|\d[xX×]\d|\d+[\w-]*|adet|tane|yeni|daha|new|more|additional|used|second-hand))*\s"
)
"""What may stand between a number and the thing it counts: the thing's name and number."""
_CONVERTED = re.compile(r"(?:,?\s(?:or|i\.e\.|yani)|\s?\()[\s\w]{0,20}$")
"""What stands before a sum in another currency: "7 billion shillings, or about $73 million", "3 milyar lira (90 …)"."""


@dataclass(frozen=True, slots=True)
class Slotted:
    """The values by field, and where the values begin that may fill no other field."""

    values: Mapping[str, DraftValue]
    used: frozenset[int]


def slotted(
    article: AnnotatedArticle,
    event: type[Event],
    cues: CompiledCues,
    sentences: Sequence[Span],
    chosen: Mapping[str, DraftValue],
) -> Slotted:
    """What slots give the event's dates, sums and counts in the sentences; `chosen` are the choices decided before."""
    found: dict[str, list[Proposed]] = {}
    used: set[int] = set()
    own_days = days_of_steps(event)
    for name, span in (*_dated(article, event, cues, sentences), *_summed(article, event, cues, sentences)):
        used.add(span.start)
        turned = _turned(cues, name, chosen)
        if name != ASIDE and not (turned in own_days and is_to_come(article, span)):
            found.setdefault(turned, []).append(Proposed(span.of(article.text), span, rule=_RULE))
    used |= _elsewhere(article, sentences, used, chosen)
    used |= _conversions(article, sentences)
    for name, count in _counted(article, event, cues, sentences):
        turned = _turned(cues, name, chosen)
        found.setdefault(turned, []).append(Proposed(count.of(article.text), count, rule=_RULE))
        used |= {count.start} if turned in (WHOLE, ASIDE) else set()
    for name, named in _designated(article, event, cues, sentences):
        found.setdefault(name, []).append(Proposed(named.of(article.text), named, rule=_RULE))
    shapes = {shape.name: shape for wanted in (When, Amount, Name) for shape in typed(event, wanted)}
    values = {name: tuple(given) if shapes[name].many else given[0] for name, given in found.items() if name in shapes}
    return Slotted(values, frozenset(used))


def days_of_steps(event: type[Event]) -> frozenset[str]:
    """The single dates of an event that is told in steps: each is the day on which a step was taken."""
    return frozenset(shape.name for shape in typed(event, When) if event.steps and not shape.many)


def is_to_come(article: AnnotatedArticle, span: Span) -> bool:
    """Whether the date begins, or a term ends, after the article was published."""
    published = article.passage.article.published
    value = next((date.value for date in article.dates if date.span == span), None)
    first, last = bounds(value) if value is not None else (None, None)
    start = first if first is not None else last
    return published is not None and start is not None and start > published


def _elsewhere(
    article: AnnotatedArticle, sentences: Sequence[Span], used: set[int], chosen: Mapping[str, DraftValue]
) -> set[int]:
    """Where the dates begin that fill no slot and stand farther from the words of the choice than another one."""
    cue = next((value.span for value in chosen.values() if isinstance(value, Proposed) and value.option), None)
    lead = article.dateline
    dated = [date.span for date in inside(article.dates, sentences) if lead is None or not lead.contains(date.span)]
    free = [span for span in dated if span.start not in used]
    if cue is None or not free:
        return set()
    nearest = min(free, key=lambda span: max(cue.start - span.end, span.start - cue.end))
    return {span.start for span in free if span != nearest}


def _conversions(article: AnnotatedArticle, sentences: Sequence[Span]) -> set[int]:
    """Where the sums begin that only tell the sum before them in another currency."""
    sums = [mention for mention in inside(article.amounts, sentences) if mention.kind == "money"]
    return {
        behind.span.start
        for before, behind in pairwise(sums)
        if before.currency != behind.currency and _CONVERTED.fullmatch(article.text, before.span.end, behind.span.start)
    }


def _turned(cues: CompiledCues, name: str, chosen: Mapping[str, DraftValue]) -> str:
    """The field that a slot of the field `name` fills: another where a choice says so, as a delivery's day its date."""
    options = {value.option for value in chosen.values() if isinstance(value, Proposed)}
    return next((turned for option, turned in cues.turns.get(name, {}).items() if option in options), name)


def _dated(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    fields = (*(shape.name for shape in typed(event, When)), *cues.turns, ASIDE)
    for sentence in sentences:
        for mention in inside(article.dates, (sentence,)):
            if (name := _fitting(article, cues, mention, sentence, fields)) is not None:
                yield name, mention.span


def _summed(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    fields = (*(shape.name for shape in _sums(event)), ASIDE)
    for sentence in sentences:
        for mention in inside(article.amounts, (sentence,)):
            if mention.kind != "money":
                continue
            if (name := _fitting(article, cues, mention, sentence, fields)) is not None:
                yield name, mention.span


def _sums(event: type[Event]) -> Iterator[FieldShape]:
    return (shape for shape in typed(event, Amount) if not shape.is_a(Quantity))


def _fitting(
    article: AnnotatedArticle,
    cues: CompiledCues,
    mention: DateMention | AmountMention,
    sentence: Span,
    fields: tuple[str, ...],
) -> str | None:
    lead = _LEAD.search(article.text, max(sentence.start, mention.span.start - _LOOK_BACK), mention.span.start)
    phrase = mention.span if lead is None else Span(lead.start(), mention.span.end)
    fit = next(fits(cues.slots, article.source, Bearing(phrase, "", sentence), fields), None)
    return None if fit is None else fit.field


def _counted(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    """The counts of the things that a required phrase names, in text order."""
    for shape in typed(event, Quantity):
        for name in cues.requires:
            things = tuple(span for sentence in sentences for span in cues.things(article.source, name, sentence))
            for mention in inside(article.amounts, sentences):
                if (found := counted(article, mention, things)) is not None:
                    yield _kind_of_count(article, found[0], shape.name), found[0]


def _kind_of_count(article: AnnotatedArticle, count: Span, name: str) -> str:
    """The field of a count: none for what is only left of what was told before ("the remaining four", "kalan dört")."""
    if _REST.search(article.text, max(0, count.start - _LOOK_BACK), count.start):
        return ASIDE
    return WHOLE if _is_whole(article, count) else name


def _is_whole(article: AnnotatedArticle, count: Span) -> bool:
    """Whether one or some of what is counted is told apart: "the last of six", "altı helikopterin ilk ikisi"."""
    before = _ONE_OF.search(article.text, max(0, count.start - _LOOK_BACK), count.start)
    return before is not None or _PART_BEHIND.match(article.text, count.end) is not None


def counted(article: AnnotatedArticle, mention: AmountMention, things: Sequence[Span]) -> tuple[Span, Span] | None:
    """The number with what it counts, as far as the taggers read it, and the thing that is; None where it counts none.

    The thing's name may stand between: "30 Yıldırım jet eğitim uçağı"."""
    if mention.kind not in ("count", "number"):
        return None
    noun = mention.noun
    if any(thing.overlaps(mention.span) for thing in things):  # "155mm artillery shells"
        return None
    whole = mention.span if noun is None else mention.span.to(noun)
    thing = next((one for one in things if noun is not None and one.overlaps(noun)), None)
    if thing is not None:
        return whole, thing
    thing = next((one for one in things if one.start >= mention.span.end), None)
    if thing is None or (noun is not None and noun.of(article.text)[0].islower()):
        return None
    is_named = _NAMED.fullmatch(article.text, mention.span.end, thing.start) is not None
    return (whole, thing) if is_named else None


def _designated(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    for shape in typed(event, Name):
        if shape.of is not None and shape.of.kinds == ("other",):
            found = (designation(article, cues, sentence) for sentence in sentences)
            yield from ((shape.name, span) for span in found if span is not None)
