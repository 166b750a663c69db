"""Checks of amounts and counts: number, scale, currency and noun are those of an amount of the article.

A modifier is no part of the value ("about 30" supports "30" and "at least 30"); but "at least 30" against "at most 30"
is contradicted. The end of a range alone is not the range. Another noun at the same number is no rival: the article
says nothing of what was claimed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.annotation import AnnotatedArticle
from communique.drafts import Proposed
from communique.fields import Quantity
from communique.grounding.claimed_amounts import ClaimedAmount, claimed_amount, whole
from communique.grounding.excluded import excluded, is_excluded
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.grounding.rival_amounts import rival
from communique.shapes import FieldShape
from communique.source import fold
from communique.tagging.amount_index import same_noun, same_number
from communique.tagging.currencies import may_be
from communique.tagging.mentions import AmountMention
from communique.tagging.modifiers import opposed
from communique.verdicts import Tier, Verdict

_NEAR_WORDS = 60
_FIRST_OF = re.compile(r"(?:first|last|next|part|rest|some|out|half) of $", re.IGNORECASE)
_WHOLE = re.compile(r"(\w+(?:[ıiuü]n|[dt][ae]n))[ ]+(?:ilk[ ]+|son[ ]+)?$")
_OPEN = re.compile(
    r"(?:['’]\w+)?\s*(?:$|[.,;:)\n]|(?:to|for|in|by|from|with|at|on|and|or|later|more|next|others?|a|last|this|earlier|before|will|did|daha|ise|ve)\b)"
)


@dataclass(frozen=True, slots=True)
class _Match:
    mention: AmountMention
    tier: Tier
    distance: int


def ground_amount(proposed: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on an amount or a count."""
    article = context.article
    claimed = claimed_amount(proposed.text, article.passage.language, is_count=shape.is_a(Quantity))
    if claimed is None:
        return not_found("amount", proposed.text)
    matches = tuple(_matching(proposed, claimed, shape, context))
    stated = tuple(match for match in matches if not is_excluded(whole(match.mention), article))
    if matches and not stated:
        return excluded(whole(matches[0].mention), article)
    best = min(stated, key=lambda match: (match.distance, match.tier.rank, match.mention.span.start), default=None)
    if best is not None and best.distance <= NEARBY:
        reason, span = "it stands in the evidence", whole(best.mention)
        return Finding(Verdict.SUPPORTED, reason, span, best.mention.value, best.tier, details=_details(best.mention))
    if best is not None:
        return misplaced(context, whole(best.mention), "amount")
    return rival(claimed, context) or not_found("amount", proposed.text)


def _details(mention: AmountMention) -> dict[str, object]:
    return {
        "max": mention.maximum,
        "currency": mention.currency,
        "unit": mention.unit,
        "modifier": mention.modifier,
    }


def _matching(proposed: Proposed, claimed: ClaimedAmount, shape: FieldShape, context: Context) -> Iterator[_Match]:
    article = context.article
    for mention in article.amount_index.of_value(claimed.amount):
        if mention.kind == "money" and shape.is_a(Quantity):
            continue
        span = whole(mention)
        if proposed.span is not None and proposed.span not in (span, mention.span):
            continue
        if proposed.span is not None or says(claimed, mention, article):
            verbatim = proposed.span is not None or fold(span.of(article.text)) == fold(claimed.text)
            yield _Match(mention, Tier.VERBATIM if verbatim else Tier.EQUAL, context.distance(span))


def says(claimed: ClaimedAmount, mention: AmountMention, article: AnnotatedArticle) -> bool:
    """Whether the mention says what is claimed; a currency or noun that was not claimed does not disagree."""
    amount = claimed.amount
    if not same_number(amount, mention) or opposed(amount.modifier, mention.modifier):
        return False
    if amount.kind in ("money", "percent"):
        return amount.kind == mention.kind and _same_unit(claimed, mention, article)
    if mention.kind == "percent" or not _has_names(claimed, mention, article):
        return False
    if amount.unit is None:
        return not claimed.rest or _stand_after(claimed.rest, mention, article)
    if mention.unit is not None and mention.kind == "count":
        return same_noun(amount.unit, mention.unit)
    return mention.kind == "number" and (
        _is_elliptic(amount.unit, mention, article) or _is_part(amount.unit, mention, article)
    )


def _same_unit(claimed: ClaimedAmount, mention: AmountMention, article: AnnotatedArticle) -> bool:
    amount = claimed.amount
    if amount.kind == "percent":
        return amount.unit == mention.unit
    if amount.currency == mention.currency:
        return True
    if amount.currency is None:
        return mention.currency is None or may_be(mention.currency, claimed.text)
    return mention.currency is None and may_be(amount.currency, mention.span.of(article.text))


def _has_names(claimed: ClaimedAmount, mention: AmountMention, article: AnnotatedArticle) -> bool:
    """Whether the names in the claimed words stand in the mention's sentence: "36 TB2 drones" is not "36 drones"."""
    sentence = article.source.sentence_at(mention.span.start)
    if not claimed.names or sentence is None:
        return not claimed.names
    words = fold(sentence.span.of(article.text))
    return all(fold(name) in words for name in claimed.names)


def _stand_after(words: tuple[str, ...], mention: AmountMention, article: AnnotatedArticle) -> bool:
    """Whether the words a claim without noun has beside its number stand right after the mention's number."""
    end = max(mention.span.end + _NEAR_WORDS, whole(mention).end)
    after = re.split(r"[.;!?]\s", article.text[mention.span.end : end], maxsplit=1)[0]
    written = fold(after).split()
    return all(
        any(same_noun(fold(word), other.strip(".,;:()'\"")) for other in written if other.strip(".,;:()'\""))
        for word in words
    )


def _is_part(noun: str, mention: AmountMention, article: AnnotatedArticle) -> bool:
    """Whether the Turkish noun of the whole stands right before the number: "54 obüsün 18'i", "uçaklardan 4'ü"."""
    before = _WHOLE.search(article.text, max(0, mention.span.start - _NEAR_WORDS), mention.span.start)
    return article.passage.language == "tr" and before is not None and same_noun(noun, before[1])


def _is_elliptic(noun: str, mention: AmountMention, article: AnnotatedArticle) -> bool:
    """Whether a bare number counts a noun named with another number before: "two frigates and the next two"."""
    sentence = article.source.sentence_at(mention.span.start)
    if sentence is None:
        return False
    is_part = _FIRST_OF.search(article.text, sentence.span.start, mention.span.start)
    if not is_part and not _OPEN.match(article.text, mention.span.end, sentence.span.end):
        return False
    return any(
        sentence.span.start <= other.span.start < mention.span.start for other in article.amount_index.of_noun(noun)
    )
