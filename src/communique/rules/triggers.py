"""Whether a sentence looks like an event: by its words alone, or by words together with those it names."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.events import Event
from communique.fields import Name
from communique.rules.cues import CompiledCues
from communique.shapes import typed
from communique.spans import Span
from communique.tagging.mentions import NameMention, QuoteMention

_PARTIES = 2
_RECALLED = re.compile(r"\s(?:ardından|sonra|sonrasında|öncesinde|akabinde)(?!\w)")
"""What makes the noun before it one of an event that has been told of: "Görüşmenin ardından"."""
_AT = re.compile(r"(?:\shere)?,?\s(?:in\s|at\s|on\s)?(?:the\s)?")
_IN_OFFICE = re.compile(
    r"\s(?:in|at)\s(?:his|her)\s(?:office|residence)(?:\s(?:in|at)(?:\s(?:[A-Z][\w’'-]*|al|el|of|the))+)?"
)
_BETWEEN = re.compile(r"(?:\s+(?:(?!from|in|at|on|by|for|of|to|with)[^\W\d_][\w’'.-]*),?){0,4}\s*", re.IGNORECASE)
"""What may stand between "received" and the name of whom: "his visiting Turkish counterpart,"."""


def trigger(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> Span | None:
    """The words of the sentence that propose it, or None."""
    if (found := cues.trigger(article.source, sentence)) is not None:
        return found
    if cues.requires:
        return _of_named_thing(article, event, cues, sentence)
    return next(with_object(article, cues, sentence), None) or _with_parties(article, cues, sentence)


def _of_named_thing(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span) -> Span | None:
    """The trigger of a sentence that lacks the required phrase, but names a thing: "ordered twelve Simurgs"."""
    wanted = [shape.of.kinds for shape in typed(event, Name) if shape.of is not None]
    is_named = any((name.kind,) in wanted for name in inside(article.names, (sentence,)))
    return next(cues.hits(article.source, cues.triggers, sentence), None) if is_named else None


def with_object(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Iterator[Span]:
    """The verbs with a name right behind them, its title and office included."""
    starts = {mention.begin for mention in _mentions(article, sentence)}
    for hit in cues.hits(article.source, cues.objects, sentence):
        end = _behind_circumstances(article, hit.end, sentence)
        comma = 1 if end > hit.end and article.text.startswith(",", end) else 0  # "received on Monday, the minister"
        between = _BETWEEN.match(article.text, end + comma, sentence.end)
        reach = end if between is None else between.end()
        if any(end < start <= reach for start in starts):
            yield hit


def _behind_circumstances(article: AnnotatedArticle, end: int, sentence: Span) -> int:
    """Where the place and the day end that stand before the object: "received in Riyadh on Wednesday the minister"."""
    office = _IN_OFFICE.match(article.text, end)
    end = end if office is None else office.end()
    places = (place.span for place in inside(article.places, (sentence,)))
    for span in sorted((*places, *(date.span for date in inside(article.dates, (sentence,))))):
        if span.end > end and _AT.fullmatch(article.text, end, max(end, span.start)):
            end = span.end
    return end


def _with_parties(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Span | None:
    """The noun of a sentence that names two parties, whoever is its source apart."""
    hit = next(cues.hits(article.source, cues.between, sentence), None)
    if hit is None:
        return None
    if _is_recalled(article, hit, sentence):
        return None
    said = (quote for quote in article.quotes if quote.span.overlaps(sentence) and not _is_joint(article, quote))
    said_by = {quote.speaker_entity for quote in said}
    parties = {name.entity for name in _mentions(article, sentence) if name.entity not in said_by}
    parties |= {entity for group in inside(article.groups, (sentence,)) for entity in group.entities}
    return hit if len(parties) >= _PARTIES else None


def _is_joint(article: AnnotatedArticle, quote: QuoteMention) -> bool:
    """Whether several say it together, who are no source then: "Kent and Ferro continued the talks"."""
    named = () if quote.speaker is None else _mentions(article, quote.speaker)
    return len({name.entity for name in named}) >= _PARTIES


def _is_recalled(article: AnnotatedArticle, hit: Span, sentence: Span) -> bool:
    """Whether the Turkish noun only says after what the sentence's own deed is done, and nobody is named before it."""
    is_behind = article.passage.language == "tr" and _RECALLED.match(article.text, hit.end) is not None
    return is_behind and not any(name.span.start < hit.start for name in _mentions(article, sentence))


def _mentions(article: AnnotatedArticle, sentence: Span) -> Iterator[NameMention]:
    found = named_inside(article, (sentence,))
    return (mention for mention in found if mention.kind == "person")
