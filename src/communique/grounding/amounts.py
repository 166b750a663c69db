"""Checks of amounts and counts: number, scale, currency and noun are those of an amount of the article."""

from collections.abc import Iterator

from communique.drafts import Proposed
from communique.fields import Quantity
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.shapes import FieldShape
from communique.source import fold
from communique.spans import Span
from communique.tagging.amounts import parse_amount
from communique.tagging.mentions import AmountMention
from communique.verdicts import Tier, Verdict


def ground_amount(proposed: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on an amount or a count."""
    found = sorted(_matching(proposed, shape, context), key=lambda hit: (context.distance(hit[0].span), hit[1].rank))
    if not found:
        return _rival(proposed, context) or not_found("amount", proposed.text)
    mention, tier = found[0]
    whole = _whole(mention)
    if context.distance(whole) > NEARBY:
        return misplaced(context, whole, "amount")
    return Finding(
        Verdict.SUPPORTED, "it stands in the evidence", whole, mention.value, tier, details=_details(mention)
    )


def _whole(mention: AmountMention) -> Span:
    """The number with its noun."""
    return mention.span if mention.noun is None else mention.span.to(mention.noun)


def _details(mention: AmountMention) -> dict[str, object]:
    return {
        "max": mention.maximum,
        "currency": mention.currency,
        "unit": mention.unit,
        "modifier": mention.modifier,
    }


def _matching(proposed: Proposed, shape: FieldShape, context: Context) -> Iterator[tuple[AmountMention, Tier]]:
    words = fold(proposed.text)
    parsed = parse_amount(proposed.text, language=context.article.passage.language)
    is_count = shape.is_a(Quantity)
    for mention in context.article.amounts:
        if (mention.kind == "money") == is_count:
            continue
        if _whole(mention) == proposed.span or fold(_whole(mention).of(context.article.text)) == words:
            yield mention, Tier.VERBATIM
        elif proposed.span is None and parsed is not None and _same(parsed, mention):
            yield mention, Tier.EQUAL


def _same(parsed: AmountMention, mention: AmountMention) -> bool:
    """Whether number, currency and noun agree; a noun or a currency that was not proposed does not disagree."""
    if (parsed.value, parsed.maximum) != (mention.value, mention.maximum):
        return False
    if parsed.currency not in (None, mention.currency):
        return False
    return not parsed.unit or not mention.unit or _same_noun(parsed.unit, mention.unit)


def _same_noun(one: str, other: str) -> bool:
    return fold(one).split()[-1] == fold(other).split()[-1]


def _rival(proposed: Proposed, context: Context) -> Finding | None:
    """The amount that stands in the evidence with the same currency or noun, but another number."""
    parsed = parse_amount(proposed.text, language=context.article.passage.language)
    if parsed is None:
        return None
    for mention in context.article.amounts:
        if context.distance(mention.span) == 0 and parsed.kind == mention.kind and _same_slot(parsed, mention):
            words = _whole(mention).of(context.article.text)
            return Finding(Verdict.CONTRADICTED, f"the article says {words!r}", _whole(mention), found=words)
    return None


def _same_slot(parsed: AmountMention, mention: AmountMention) -> bool:
    if mention.kind == "money":
        return parsed.currency == mention.currency or parsed.value == mention.value
    return bool(parsed.unit and mention.unit and _same_noun(parsed.unit, mention.unit))
