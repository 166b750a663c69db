"""Dates, sums and counts that the words around them give to a field: "to be delivered in @", "worth @", "said on @".

What fits the slot `aside` fills no field: the day on which somebody said it. A count belongs to the phrase that the
event requires: the corvettes that are bought, not the sailors that are trained.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.annotation import AnnotatedArticle, inside
from communique.cues import CompiledCues
from communique.designations import designation
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Amount, Name, Quantity, When
from communique.shapes import FieldShape, typed
from communique.slots import ASIDE, Bearing, fits
from communique.spans import Span
from communique.tagging.mentions import AmountMention, DateMention

_RULE = "word_order"
_LEAD = re.compile(
    r"(?:(?<!\w)(?:in|by|on|from|until|before|after|during|between|around|about|the|late|early|mid|end|start|of|about)\s)+$",
    re.IGNORECASE,
)
_LOOK_BACK = 30


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
    for name, span in (*_dated(article, event, cues, sentences), *_summed(article, event, cues, sentences)):
        used.add(span.start)
        if name != ASIDE:
            found.setdefault(_turned(cues, name, chosen), []).append(Proposed(span.of(article.text), span, rule=_RULE))
    used |= _elsewhere(article, sentences, used, chosen)
    for name, counted in _counted(article, event, cues, sentences):
        found.setdefault(name, []).append(Proposed(counted.of(article.text), counted, rule=_RULE))
    for name, named in _designated(article, event, cues, sentences):
        found.setdefault(name, []).append(Proposed(named.of(article.text), named, rule=_RULE))
    shapes = {shape.name: shape for wanted in (When, Amount, Name) for shape in typed(event, wanted)}
    values = {name: tuple(given) if shapes[name].many else given[0] for name, given in found.items() if name in shapes}
    return Slotted(values, frozenset(used))


def _elsewhere(
    article: AnnotatedArticle, sentences: Sequence[Span], used: set[int], chosen: Mapping[str, DraftValue]
) -> set[int]:
    """Where the dates begin that fill no slot and stand farther from the words of the choice than another one."""
    cue = next((value.span for value in chosen.values() if isinstance(value, Proposed) and value.option), None)
    free = [date.span for date in inside(article.dates, sentences) if date.span.start not in used]
    if cue is None or not free:
        return set()
    nearest = min(free, key=lambda span: max(cue.start - span.end, span.start - cue.end))
    return {span.start for span in free if span != nearest}


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
    """The counts of the first thing that a required phrase names."""
    for shape in typed(event, Quantity):
        for name in cues.requires:
            things = tuple(span for sentence in sentences for span in cues.things(article.source, name, sentence))
            for mention in inside(article.amounts, sentences):
                if mention.noun is not None and any(thing.overlaps(mention.noun) for thing in things):
                    yield shape.name, mention.span.to(mention.noun)


def _designated(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    for shape in typed(event, Name):
        if shape.of is not None and shape.of.kinds == ("other",):
            found = (designation(article, cues, sentence) for sentence in sentences)
            yield from ((shape.name, span) for span in found if span is not None)
