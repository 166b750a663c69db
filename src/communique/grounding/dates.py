"""Checks of dates: the value of an expression that the article has, standing with the event.

A coarser date than the article's follows from it ("January 2026" where it says 30 January 2026) and is inferred; a
finer one, or a day out of a range, never is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.annotation import AnnotatedArticle
from communique.drafts import Proposed
from communique.grounding.claimed_dates import ClaimedDate, claimed_date, covers, grain, is_coarse
from communique.grounding.excluded import excluded, is_excluded
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, nearest, not_found
from communique.grounding.rival_dates import rival
from communique.shapes import FieldShape
from communique.tagging.dates import has_date_word
from communique.tagging.dates.conflicts import misfit
from communique.tagging.dates.edges import edges_in
from communique.tagging.mentions import DateMention
from communique.verdicts import Tier, Verdict


def ground_when(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a date: by its words, else by its value; a rival in the evidence contradicts it."""
    claimed = claimed_date(proposed, context.article)
    matches = tuple(_matching(claimed, context.article))
    stated = tuple(match for match in matches if not is_excluded(match[0].span, context.article))
    found = min(stated, key=lambda match: (context.distance_of_date(match[0].span), match[1].rank), default=None)
    if found is not None and context.distance_of_date(found[0].span) <= NEARBY:
        return _dated(*found)
    if matches and not stated:
        return excluded(matches[0][0].span, context.article)
    near = context.dates
    if (entailed := _coarser(claimed, near, context) or _end_of_range(claimed, near, context)) is not None:
        return entailed
    if found is not None:
        return misplaced(context, found[0].span, "date")
    return _vague(claimed, context) or _contradicted(claimed, context) or not_found("date", proposed.text)


def _contradicted(claimed: ClaimedDate, context: Context) -> Finding | None:
    other = rival(claimed, context.dates, context.evident_dates, context.article)
    if other is None:
        return None
    words = other.span.of(context.article.text)
    return Finding(Verdict.CONTRADICTED, f"the article says {words!r}", other.span, claimed.value, found=words)


def _matching(claimed: ClaimedDate, article: AnnotatedArticle) -> Iterator[tuple[DateMention, Tier]]:
    """The mentions that say the claimed date: in its words, in a part of them, or with its value."""
    index = article.date_index
    for mention in index.with_words(claimed.words):
        is_it = mention.span == claimed.span or index.words[mention] == claimed.words
        if is_it or _is_part(claimed, mention, index.words[mention], article):
            yield mention, Tier.VERBATIM
    if claimed.mention is None or misfit(claimed.text, claimed.value):
        return
    same = index.of_days(claimed.value) if claimed.value else index.of_partial(claimed.mention.partial or "")
    for mention in same:
        if not claimed.edges or claimed.edges == edges_in(index.words[mention]):
            yield mention, Tier.EQUAL


def _is_part(claimed: ClaimedDate, mention: DateMention, written: str, article: AnnotatedArticle) -> bool:
    """Whether the words of one are some of the other's, and say as much: "Friday" of "Friday, 30 January 2026"."""
    if len(claimed.words) > len(written):
        return claimed.mention is None and any(
            match.span.contains(mention.span) for match in article.source.find(claimed.text)
        )
    parsed = claimed.mention
    if parsed is None or parsed.granularity != mention.granularity:
        return False
    return parsed.anchor == "published" or parsed.value in (None, mention.value)


def _coarser(claimed: ClaimedDate, near: Sequence[DateMention], context: Context) -> Finding | None:
    """The finding for a month, quarter, half or year in which a date beside the event lies."""
    article = context.article
    worded = set(article.date_index.with_words(claimed.words))
    if not worded and not is_coarse(claimed):
        return None
    for mention in near:
        value = _whole(claimed, mention, is_worded=mention in worded)
        if value is not None:
            found = _dated(mention._replace(value=value, granularity=grain(claimed)), Tier.EQUAL)
            words = mention.span.of(article.text)
            return replace(found, verdict=Verdict.INFERRED, reason=f"{words!r} lies in it", rule="coarser_date")
    return None


def _end_of_range(claimed: ClaimedDate, near: Sequence[DateMention], context: Context) -> Finding | None:
    """The finding for the one end of "since 1985", or for an end of a closed range in the words it is printed in."""
    index = context.article.date_index
    for mention in near:
        if mention.value is None or "/" not in mention.value:
            continue
        ends = mention.value.split("/")
        printed = f" {claimed.words} " in f" {index.words[mention]} "
        if claimed.value in ends and (".." in ends or printed):
            words = mention.span.of(context.article.text)
            found = _dated(mention._replace(value=claimed.value, granularity=grain(claimed)), Tier.EQUAL)
            return replace(found, verdict=Verdict.INFERRED, reason=f"it is an end of {words!r}", rule="range_end")
    return None


def _vague(claimed: ClaimedDate, context: Context) -> Finding | None:
    """The finding for words of time beside the event that say no day: "for weeks". Capitals may be names: "May"."""
    language = context.article.passage.language
    if claimed.mention is not None or not claimed.text.islower() or not has_date_word(claimed.text, language):
        return None
    found = context.article.source.find(claimed.text)
    span = nearest(context, (match.span for match in found if match.tier.rank <= Tier.TYPOGRAPHY.rank))
    if span is None or context.distance_of_date(span) > NEARBY:
        return None
    said = "its words stand in the evidence; what days they mean is not known"
    details = {"granularity": "interval", "anchor": "none", "partial": None}
    return Finding(Verdict.SUPPORTED, said, span, None, Tier.VERBATIM, rule="vague_date", details=details)


def _whole(claimed: ClaimedDate, mention: DateMention, *, is_worded: bool) -> str | None:
    """The claimed value if it covers the mention's; the mention's own month for "January" in "30 January 2025"."""
    if mention.value is None or claimed.value is None or not covers(claimed, mention):
        if not is_worded or claimed.mention is None or mention.granularity != "day" or mention.value is None:
            return None
        return mention.value[:7] if claimed.mention.granularity == "month" else None
    return claimed.value


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
