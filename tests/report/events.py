"""Articles and records for the page, made by hand: they are fakes, no model read them."""

import json
from collections.abc import Mapping
from typing import Any

from communique.article import Article
from communique.events import Event
from communique.records import ArticleReference, EventRecord, Provenance, Usage, record_id
from communique.report import Contents
from communique.spans import Span
from communique.verdicts import Check, Tier, Verdict

PROVENANCE = Provenance(model="fake", prompt="p.1", prompt_sha256="0", policy_sha256="0", library="0", usage=Usage())


def words(article: Article, text: str, **more: Any) -> dict[str, Any]:
    """A field value: the words, where they stand first, and what they mean (the words themselves unless given)."""
    start = article.text.index(text)
    return {"text": text, "start": start, "end": start + len(text), "value": text, **more}


def record(
    article: Article,
    kind: type[Event],
    event: Mapping[str, Any],
    *refused: Check,
    accepted: bool = True,
    ordinal: int = 0,
) -> EventRecord:
    """A record over the whole article, each of whose values is supported."""
    held = kind.model_validate(event)
    span = Span(0, len(article.text))
    checks = (*(_check(path, value) for path, value in _values(json.loads(held.model_dump_json()))), *refused)
    return EventRecord(
        id=record_id(article, kind.kind, (span,), ordinal),
        kind=kind.kind,
        accepted=accepted,
        article=ArticleReference.to(article),
        event=held,
        evidence=(span,),
        checks=checks,
        provenance=PROVENANCE,
    )


def _values(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict) and "text" in node:
        return [(path, node)]
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [found for name, child in children for found in _values(child, f"{path}/{name}")]


def _check(path: str, value: Mapping[str, Any]) -> Check:
    span = Span(value["start"], value["end"])
    text = value["text"]
    return Check(
        path=path,
        verdict=Verdict.SUPPORTED,
        tier=Tier.VERBATIM,
        proposed=text,
        value=text,
        span=span,
        reason="it stands",
    )


def contents(*records: EventRecord, articles: tuple[Article, ...], **more: Any) -> Contents:
    """What a page shows of these."""
    return Contents([json.loads(one.to_json()) for one in records], articles, **more)
