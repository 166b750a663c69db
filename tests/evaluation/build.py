"""Records made by hand: events in a short form, with offsets where the words stand in the article."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from communique.article import Article
from communique.evaluation import RecordSet
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from communique.fields import When
from communique.records import ArticleReference, EventRecord, Extraction, Provenance, Usage
from communique.shapes import FieldShape, shape_of
from communique.spans import Span
from communique.verdicts import Check, Verdict

TEXT = (
    "Cemil Aksoy met Gen. Haroon Yusuf in Lahore on 12 February 2026 and ordered 36 Karahan drones for $3 million.\n\n"
    "“Our friendship needs no interpreter and no applause,” Yusuf said."
)
ARTICLE = Article(id="a", text=TEXT, published=date(2026, 2, 13), published_from="given", language="en")
_BY_HAND = Provenance(model="hand", prompt="", prompt_sha256="", policy_sha256="", library="", usage=Usage())


def _member(shape: FieldShape, given: Any) -> Any:
    if shape.many:
        return tuple(_one(shape, item) for item in given)
    return _one(shape, given)


def _one(shape: FieldShape, given: Any) -> Any:
    if shape.group is not None:
        held = {"name": given} if isinstance(given, str) else given
        return {name: _member(_shape(shape.group, name), item) for name, item in held.items()}
    table = dict(given) if isinstance(given, Mapping) else {"value": given}
    if shape.is_a(When):
        value = table["value"]
        grain = {4: "year", 7: "month", 10: "day"}.get(len(value or ""), "interval")
        table = {"granularity": grain, "anchor": "none", **table}
    words = table.get("text")
    at = TEXT.find(str(words)) if words is not None else -1
    place = {"start": at, "end": at + len(str(words))} if at >= 0 else {}
    return {"text": None, **table, **place}


def _shape(owner: Any, name: str) -> FieldShape:
    shape = shape_of(owner, name)
    assert shape is not None, name
    return shape


def event(kind: type[Event], **fields: Any) -> Event:
    """An event; a string is a value without words of its own, a table has them as `text`."""
    return kind.model_validate({name: _member(_shape(kind, name), given) for name, given in fields.items()})


def meeting(*participants: Any, **fields: Any) -> Event:
    """A meeting of these."""
    return event(MeetingEvent, participants=participants, **fields)


def deal(**fields: Any) -> Event:
    """An arms deal."""
    return event(ArmsDeal, **fields)


def statement(speaker: str, quote: str, **fields: Any) -> Event:
    """A statement."""
    return event(Statement, speaker=speaker, quote=quote, **fields)


def record(held: Event, article: Article = ARTICLE, **other: Any) -> EventRecord:
    """A record of the event: accepted, without checks, its evidence the first sentence, unless told."""
    evidence = other.pop("evidence", ((0, 10),))
    salt = f"{article.id} {held!r} {evidence} {other.pop('salt', '')}"
    return EventRecord(
        id=sha256(salt.encode()).hexdigest()[:16],
        kind=held.kind,
        accepted=other.pop("accepted", True),
        article=ArticleReference.to(article),
        event=held,
        evidence=tuple(Span(*span) for span in evidence),
        checks=tuple(other.pop("checks", ())),
        provenance=_BY_HAND,
    )


def record_set(*records: EventRecord, articles: Iterable[Article] = (ARTICLE,)) -> RecordSet:
    """The records of some articles, each with its report."""
    return RecordSet.of(
        Extraction(article=article, records=tuple(one for one in records if one.article.id == article.id))
        for article in articles
    )


def check(path: str, verdict: Verdict, proposed: str, value: str | float | None = None) -> Check:
    """A check of one value."""
    return Check(path=path, verdict=verdict, proposed=proposed, value=value, reason="by hand")
