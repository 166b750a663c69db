"""Which date of the evidence stands where a claimed one does not: the same date words with another value."""

import re
from collections.abc import Sequence
from datetime import date

from communique.annotation import AnnotatedArticle
from communique.grounding.claimed_dates import ClaimedDate, grain
from communique.tagging.dates.conflicts import NAMES, weekday_in
from communique.tagging.mentions import DateMention

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PARTIAL_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SHARED = 2


def rival(
    claimed: ClaimedDate, nearby: Sequence[DateMention], evidence: Sequence[DateMention], article: AnnotatedArticle
) -> DateMention | None:
    """The nearest date that shares date words with the claim; else the evidence's only one, of the same granularity."""
    found = next((mention for mention in nearby if _is_like(claimed, mention, article)), None)
    if found is not None or claimed.mention is None or len(evidence) != 1:
        return found
    (only,) = evidence
    return only if only.granularity == grain(claimed) and not _may_be(claimed, only) else None


def _is_like(claimed: ClaimedDate, mention: DateMention, article: AnnotatedArticle) -> bool:
    if _may_be(claimed, mention):
        return False
    words = mention.span.of(article.text)
    said = weekday_in(claimed.text)
    if said is not None and said == weekday_in(words):
        return True
    parts, others = _parts(claimed.mention), _parts(mention) if _has_day(words, mention) else ()
    if len(parts) == len(others) and parts:
        return sum(part == other and part is not None for part, other in zip(parts, others, strict=True)) >= _SHARED
    return bool(claimed.value and mention.value and _shares_end(claimed.value, mention.value))


def _may_be(claimed: ClaimedDate, mention: DateMention) -> bool:
    """Whether an unresolved date may mean the claimed day: "on Friday" some Friday."""
    if mention.value is not None or claimed.value is None:
        return False
    day = _DAY.fullmatch(claimed.value)
    partial = _PARTIAL_DAY.fullmatch(mention.partial or "")
    if day and partial:
        return day.groups()[1:] == partial.groups()
    if day and mention.partial in NAMES:
        return date.fromisoformat(claimed.value).weekday() == NAMES.index(mention.partial)
    return mention.partial is None or not day


def _parts(mention: DateMention | None) -> tuple[str | None, ...]:
    """Year, month and day of a day; () for anything else."""
    if mention is None:
        return ()
    if day := _DAY.fullmatch(mention.value or ""):
        return day.groups()
    partial = _PARTIAL_DAY.fullmatch(mention.partial or "")
    return (None, *partial.groups()) if partial else ()


def _has_day(words: str, mention: DateMention) -> bool:
    """Whether the words write the day's number themselves: "30 January", not "on Friday"."""
    parts = _parts(mention)
    return bool(parts) and parts[2] is not None and re.search(rf"(?<!\d)0?{int(parts[2])}(?!\d)", words) is not None


def _shares_end(one: str, other: str) -> bool:
    """Whether two ranges begin or end alike, or one is an end of the other."""
    ends, others = set(one.split("/")), set(other.split("/"))
    return ("/" in one or "/" in other) and bool(ends & others - {".."})
