"""Grounded events to records."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version

from communique.article import Article
from communique.completion import TokenUsage
from communique.grounded import GroundedEvent
from communique.prompting import prompt_sha256
from communique.records import ArticleReference, EventRecord, Provenance, Usage, record_id
from communique.tracing import traced
from communique.verdicts import Check, Policy, Verdict


@traced("record")
def to_records(events: Iterable[GroundedEvent], article: Article, policy: Policy) -> tuple[EventRecord, ...]:
    """The records of an article's events, in order of their first evidence."""
    ordered = sorted(events, key=lambda event: (event.evidence[:1], event.event.kind))
    seen: Counter[tuple[object, ...]] = Counter()
    return tuple(_record(event, article, policy, seen) for event in ordered)


def usage_of(usage: TokenUsage) -> Usage:
    """The part of a usage that is the same on every run."""
    return Usage(prompt_tokens=usage.prompt, completion_tokens=usage.completion, calls=usage.calls)


def _record(event: GroundedEvent, article: Article, policy: Policy, seen: Counter[tuple[object, ...]]) -> EventRecord:
    kind, draft = event.event.kind, event.draft
    key = (kind, event.evidence)
    ordinal, seen[key] = seen[key], seen[key] + 1
    return EventRecord(
        id=record_id(article, kind, event.evidence, ordinal),
        kind=kind,
        accepted=event.fault is None,
        article=ArticleReference.to(article),
        event=event.event,
        evidence=event.evidence,
        checks=(*event.checks, *acceptance(event)),
        provenance=Provenance(
            model=draft.model,
            prompt=draft.prompt,
            prompt_sha256=prompt_sha256(draft.prompt),
            policy_sha256=policy.sha256,
            library=_library(),
            usage=usage_of(draft.usage),
        ),
    )


@cache
def _library() -> str:
    """The library's version, whose metadata take longer to parse than an event to record."""
    return version("communique")


def acceptance(event: GroundedEvent) -> tuple[Check, ...]:
    """Why the event as a whole was not accepted, as a check on the root pointer."""
    if event.fault is None:
        return ()
    kind = event.event.kind
    return (Check(path="", verdict=Verdict.NOT_FOUND, proposed=kind, rule="acceptance", reason=event.fault),)
