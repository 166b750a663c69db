"""Old records checked anew: the same proposals, today's checks and policy, no model."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.errors import InputError
from communique.grounding.ground import ground
from communique.recording import acceptance
from communique.records import EventRecord
from communique.redrafting import draft_of
from communique.segmentation import segment
from communique.verdicts import Check, Policy, Verdict

_PLACES = re.compile(r"/(?:\d+|-)(?=/|$)")


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A value whose verdict is another than it was; None where it was not, or is no more, proposed.

    The empty `path` is the event as a whole: not_found is its refusal, None its acceptance.
    """

    path: str
    proposed: str
    before: Verdict | None
    after: Verdict | None
    reason: str


@dataclass(frozen=True, slots=True)
class Revalidation:
    """A record as today's checks and policy make it, with the id it had, and the verdicts that changed."""

    record: EventRecord
    changes: tuple[VerdictChange, ...]


def revalidate(record: EventRecord, article: Article, *, policy: Policy = Policy()) -> Revalidation:  # noqa: B008 - frozen
    """The record checked anew against its article; the publication date and language are those of the record.

    Raises InputError where the article has another text than the one that was read (code `other_text`), and for a
    record without checks (`no_checks`), as gold ones are: they hold what was proposed.
    """
    if not record.checks:
        raise InputError(
            "this record has no checks, as one that was written by hand",
            code="no_checks",
            mend="score others against it with `communique evaluate`",
        )
    if article.sha256 != record.article.sha256:
        raise InputError(
            f"article {record.article.id!r} has another text than the one that was read",
            code="other_text",
            mend="give the same file, or extract again",
        )
    known = record.article.model_dump(include={"published", "published_from", "language"})
    annotated = _annotated(Article(id=record.article.id, text=article.text, **known))
    grounded = ground(draft_of(record, annotated), annotated, policy)
    checks = (*grounded.checks, *acceptance(grounded))
    provenance = record.provenance.model_copy(update={"policy_sha256": policy.sha256, "library": version("communique")})
    update = {"event": grounded.event, "accepted": grounded.fault is None, "checks": checks, "provenance": provenance}
    return Revalidation(record.model_copy(update=update), tuple(_changes(record.checks, checks)))


@lru_cache(maxsize=2)
def _annotated(article: Article) -> AnnotatedArticle:
    """The article, tagged once for its records, which stand together in a file."""
    return AnnotatedArticle(segment(article))


def _key(check: Check) -> tuple[str, str]:
    """What stays of a check's place when items of its list are refused or kept anew."""
    return _PLACES.sub("", check.path), check.proposed


def _changes(before: Iterable[Check], after: Iterable[Check]) -> Iterator[VerdictChange]:
    old: dict[tuple[str, str], deque[Check]] = defaultdict(deque)
    for check in before:
        old[_key(check)].append(check)
    for check in after:
        known = old[_key(check)].popleft() if old[_key(check)] else None
        if known is None or known.verdict is not check.verdict:
            was = None if known is None else known.verdict
            yield VerdictChange(check.path, check.proposed, was, check.verdict, check.reason)
    for check in (check for left in old.values() for check in left):
        yield VerdictChange(check.path, check.proposed, check.verdict, None, _gone(check))


def _gone(check: Check) -> str:
    return "it is no longer proposed" if check.path else "the event is whole"
