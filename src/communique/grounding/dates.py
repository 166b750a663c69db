"""Checks of dates: the value of an expression that the article has, standing with the event."""

from collections.abc import Iterator

from communique.drafts import Proposed
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.shapes import FieldShape
from communique.source import fold
from communique.tagging.dates import parse_date
from communique.tagging.mentions import DateMention
from communique.verdicts import Tier, Verdict


def ground_when(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a date: by its words, else by its value."""
    mentions = sorted(_matching(proposed, context), key=lambda found: (context.distance(found[0].span), found[1].rank))
    if not mentions:
        return not_found("date", proposed.text)
    mention, tier = mentions[0]
    if context.distance(mention.span) > NEARBY:
        return misplaced(context, mention.span, "date")
    return _dated(mention, tier)


def _matching(proposed: Proposed, context: Context) -> Iterator[tuple[DateMention, Tier]]:
    article = context.article
    words = fold(proposed.text)
    parsed = parse_date(proposed.text, language=article.passage.language, published=article.passage.published)
    for mention in article.dates:
        written = fold(mention.span.of(article.text))
        if mention.span == proposed.span or written == words:
            yield mention, Tier.VERBATIM
        elif f" {words} " in f" {written} " or f" {written} " in f" {words} ":
            if parsed is None or parsed.value in (None, mention.value):
                yield mention, Tier.VERBATIM
        elif parsed is not None and parsed.value is not None and parsed.value == mention.value:
            yield mention, Tier.EQUAL


def _dated(mention: DateMention, tier: Tier) -> Finding:
    details = {"granularity": mention.granularity, "anchor": mention.anchor, "partial": mention.partial}
    if mention.anchor == "none":
        said = "it stands in the evidence" if mention.value else "it stands in the evidence; its year is not known"
        return Finding(Verdict.SUPPORTED, said, mention.span, mention.value, tier, details=details)
    anchor = "publication date" if mention.anchor == "published" else "date named before it"
    return Finding(
        Verdict.INFERRED,
        f"resolved against the {anchor}",
        mention.span,
        mention.value,
        tier,
        rule=f"date_from_{mention.anchor}",
        details=details,
    )
