"""Checks of words that are taken as they stand: quotes, places, phrases."""

import re
from difflib import SequenceMatcher

from communique.drafts import Proposed
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, nearest, not_found
from communique.shapes import FieldShape
from communique.source import Match, fold
from communique.spans import Span
from communique.tagging.suffixes import inflection_of
from communique.verdicts import Tier, Verdict

_ELLIPSIS = re.compile(r"\s*(?:\[?(?:\.\.\.|…)\]?)\s*")
_STOPS = " .,;:"
_WORD = re.compile(r"\w+")
_ALIGNED, _FEWEST = 0.8, 4
_MARKS = " \t\n\"'“”‘’«»"


def _supported(match: Match, context: Context, value: str | None = None) -> Finding:
    words = match.span.of(context.article.text) if value is None else value
    return Finding(Verdict.SUPPORTED, "it stands in the evidence", match.span, words, match.tier)


def _best(words: str, context: Context) -> Match | None:
    """The match nearest to the event, the strongest of equals."""
    matches = context.article.source.find(words)
    return min(matches, key=lambda match: (context.distance(match.span), match.tier.rank), default=None)


def _found(proposed: Proposed, context: Context, what: str) -> Finding:
    if proposed.span is not None:
        match: Match | None = Match(proposed.span, Tier.VERBATIM)
    else:
        match = _best(proposed.text, context)
    if match is None:
        return not_found(what, proposed.text)
    return (
        _supported(match, context) if context.distance(match.span) <= NEARBY else misplaced(context, match.span, what)
    )


def ground_phrase(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a phrase: its words stand together in the evidence."""
    finding = _found(proposed, context, "phrase")
    span = finding.span
    if proposed.rule is None and span is not None and _names_source(span, context):
        return Finding(Verdict.MISPLACED, "these words name who said it", span, span.of(context.article.text))
    return finding


def _names_source(span: Span, context: Context) -> bool:
    return any(quote.speaker is not None and quote.speaker.contains(span) for quote in context.article.quotes)


def ground_place(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a place: its words stand with the event, Turkish suffixes apart."""
    finding = _found(proposed, context, "place")
    if finding.verdict is not Verdict.NOT_FOUND:
        return finding
    inflected = (
        place.span
        for place in context.article.places
        if inflection_of(proposed.text, place.span.of(context.article.text))
    )
    span = nearest(context, inflected)
    if span is None:
        return finding
    if context.distance(span) > NEARBY:
        return misplaced(context, span, "place")
    return _supported(Match(span, Tier.SUFFIX), context)


def ground_quote(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on quoted words: verbatim up to typography and a last stop; an ellipsis joins parts in order."""
    if proposed.span is not None:
        return _found(proposed, context, "quote")
    words = proposed.text.strip(_MARKS).rstrip(_STOPS).strip(_MARKS)
    whole = _found(Proposed(words), context, "quote")
    parts = [part.strip(_MARKS) for part in _ELLIPSIS.split(words) if part.strip(_MARKS)]
    if whole.verdict is not Verdict.NOT_FOUND:
        return whole
    if len(parts) < 2:  # noqa: PLR2004 - one part is the whole
        return _rival(words, context) or whole
    span = _in_order(parts, context)
    if span is None:
        return whole
    said = span.of(context.article.text)
    return Finding(Verdict.SUPPORTED, "its parts stand in the evidence in this order", span, said, Tier.ELLIPSIS)


def _rival(words: str, context: Context) -> Finding | None:
    """What the article says instead, where four fifths of the words stand in one sentence in this order."""
    wanted = _WORD.findall(fold(words))
    for sentence in sorted(context.article.passage.shown(), key=lambda held: context.distance(held.span)):
        tokens = list(_WORD.finditer(sentence.span.of(context.article.text)))
        blocks = SequenceMatcher(None, wanted, [fold(token.group()) for token in tokens], autojunk=False)
        shared = [block for block in blocks.get_matching_blocks() if block.size]
        if len(wanted) >= _FEWEST and sum(block.size for block in shared) >= _ALIGNED * len(wanted):
            first, last = tokens[shared[0].b], tokens[shared[-1].b + shared[-1].size - 1]
            span = Span(sentence.span.start + first.start(), sentence.span.start + last.end())
            said = span.of(context.article.text)
            return Finding(Verdict.CONTRADICTED, f"the article says {said!r}", span, found=said)
    return None


def _in_order(parts: list[str], context: Context) -> Span | None:
    """The span from the first part to the last, all in this order within the event's paragraphs."""
    nearby = context.nearby
    if not nearby:
        return None
    whole = within = nearby[0].to(nearby[-1])
    first: Span | None = None
    for part in parts:
        match = next(context.article.source.find(part, within=within), None)
        if match is None:
            return None
        first = first or match.span
        within = Span(match.span.end, whole.end)
    return None if first is None else Span(first.start, within.start)
