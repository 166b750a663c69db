"""Checks of words that are taken as they stand: phrases."""

from communique.drafts import Proposed
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.shapes import FieldShape
from communique.source import Match
from communique.spans import Span
from communique.verdicts import Tier, Verdict


def _supported(match: Match, context: Context, value: str | None = None) -> Finding:
    words = match.span.of(context.article.text) if value is None else value
    return Finding(Verdict.SUPPORTED, "it stands in the evidence", match.span, words, match.tier)


def _best(words: str, context: Context) -> Match | None:
    """The match nearest to the event, the strongest of equals."""
    matches = context.article.source.find(words)
    return min(matches, key=lambda match: (context.distance(match.span), match.tier.rank), default=None)


def ground_words(proposed: Proposed, context: Context, what: str) -> Finding:
    """The verdict on words that stand in one piece."""
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
    finding = ground_words(proposed, context, "phrase")
    span = finding.span
    if proposed.rule is None and span is not None and _names_source(span, context):
        return Finding(Verdict.MISPLACED, "these words name who said it", span, span.of(context.article.text))
    return finding


def _names_source(span: Span, context: Context) -> bool:
    return any(quote.speaker is not None and quote.speaker.contains(span) for quote in context.article.quotes)
