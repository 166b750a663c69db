"""Which date of the evidence stands where a claimed one does not: the same date words with another value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from communique.annotation import AnnotatedArticle
from communique.grounding.claimed_dates import ClaimedDate, grain
from communique.tagging.dates.conflicts import NAMES, weekday_in
from communique.tagging.mentions import DateMention

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PARTIAL_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SHARED, _DAY_LENGTH = 2, 10


@dataclass(frozen=True, slots=True)
class _Said:
    """What a claim says: its value, its weekday and the parts of its day."""

    value: str | None
    weekday: int | None
    parts: tuple[str | None, ...]

    @property
    def tells_anything(self) -> bool:
        """Whether there is anything in it that another date could share."""
        return bool(self.value or self.parts) or self.weekday is not None


def rival(
    claimed: ClaimedDate, nearby: Sequence[DateMention], evidence: Sequence[DateMention], article: AnnotatedArticle
) -> DateMention | None:
    """The nearest date that shares date words with the claim; else the evidence's only one, of the same granularity."""
    said = _Said(claimed.value, weekday_in(claimed.text), _parts(claimed.mention))
    alike = (mention for mention in nearby if _is_like(said, mention, article.text))
    found = next(alike, None) if said.tells_anything else None
    if found is not None or claimed.mention is None or len(evidence) != 1:
        return found
    (only,) = evidence
    return only if only.granularity == grain(claimed) and not _may_be(claimed.value, only) else None


def _is_like(said: "_Said", mention: DateMention, text: str) -> bool:
    parts = said.parts
    if mention.value is None and _may_be(said.value, mention):
        return False
    if said.weekday is None and _are_far_apart(said.value, mention.value):
        return False
    words = mention.span.of(text)
    if said.weekday is not None and said.weekday == weekday_in(words):
        return True
    others = _written_day(words, mention.value, mention.partial)
    if len(parts) == len(others) and parts:
        return sum(part == other and part is not None for part, other in zip(parts, others, strict=True)) >= _SHARED
    return bool(said.value and mention.value and _shares_end(said.value, mention.value))


def _are_far_apart(one: str | None, other: str | None) -> bool:
    """Whether two values are days that differ in two parts: a cheap look before the words are read."""
    if one is None or other is None or len(one) != _DAY_LENGTH or len(other) != _DAY_LENGTH:
        return False
    return (one[:4] == other[:4]) + (one[5:7] == other[5:7]) + (
        one[8:] == other[8:]
    ) < _SHARED and "/" not in one + other


def _may_be(claimed: str | None, mention: DateMention) -> bool:
    """Whether an unresolved date may mean the claimed day: "on Friday" some Friday."""
    if mention.value is not None or claimed is None:
        return False
    day = _DAY.fullmatch(claimed)
    partial = _PARTIAL_DAY.fullmatch(mention.partial or "")
    if day and partial:
        return day.groups()[1:] == partial.groups()
    if day and mention.partial in NAMES:
        return date.fromisoformat(claimed).weekday() == NAMES.index(mention.partial)
    return mention.partial is None or not day


def _parts(mention: DateMention | None) -> tuple[str | None, ...]:
    """Year, month and day of a day; () for anything else."""
    return () if mention is None else _parts_of(mention.value, mention.partial)


@lru_cache(maxsize=1_000)
def _parts_of(value: str | None, partial: str | None) -> tuple[str | None, ...]:
    if day := _DAY.fullmatch(value or ""):
        return day.groups()
    part = _PARTIAL_DAY.fullmatch(partial or "")
    return (None, *part.groups()) if part else ()


@lru_cache(maxsize=1_000)
def _written_day(words: str, value: str | None, partial: str | None) -> tuple[str | None, ...]:
    """The parts of a day whose number the words write themselves: "30 January", not "on Friday"."""
    parts = _parts_of(value, partial)
    is_written = parts and parts[2] is not None and re.search(rf"(?<!\d)0?{int(parts[2])}(?!\d)", words)
    return parts if is_written else ()


def _shares_end(one: str, other: str) -> bool:
    """Whether two ranges begin or end alike, or one is an end of the other."""
    if "/" not in one and "/" not in other:
        return False
    return bool(set(one.split("/")) & set(other.split("/")) - {".."})
