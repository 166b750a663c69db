"""What is true of our own articles: claims written by hand, and what recorded answers were asserted for."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

from benchmarks.mutants.sources import EXAMPLES, SNAPSHOTS, Kind, Row, Text, Truth
from communique.events import ArmsDeal, Event, Group, MeetingEvent, Statement
from communique.fields import Amount, Country, GroundedValue, Name, Place, Quantity, Quote, When
from communique.shapes import shape_of
from communique.spans import Span

BY_HAND = Path(__file__).parents[1] / "data" / "truths.toml"
_EVENTS: dict[str, type[Event]] = {event.kind: event for event in (MeetingEvent, ArmsDeal, Statement)}
_KINDS: tuple[tuple[type[GroundedValue], Kind], ...] = (
    (Name, "name"),
    (When, "date"),
    (Quote, "quote"),
    (Quantity, "quantity"),
    (Amount, "amount"),
    (Place, "place"),
    (Country, "country"),
)


def own_truths() -> Iterator[Truth]:
    """The claims over our own articles, each with its evidence and once more without."""
    for key, facts in _facts().items():
        source = _text(key)
        for truth in (*_by_hand(source, facts), *_recorded(source)):
            yield truth
            yield replace(truth, evidence=None)


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(BY_HAND.read_text(encoding="utf-8"))


@cache
def _text(key: str) -> Text:
    facts = _facts()[key]
    path = EXAMPLES / f"{key}.txt"
    return Text(
        file=path.name,
        key=key,
        text=path.read_text(encoding="utf-8"),
        language=facts["language"],
        published=facts.get("published"),
        people=tuple(tuple(forms) for forms in facts["persons"]),
        dates=frozenset(facts["dates"]),
        all_dates=True,
    )


def _by_hand(source: Text, facts: dict[str, Any]) -> Iterator[Truth]:
    for kind, value, words, *speaker in facts["claims"]:
        assert kind in get_args(Kind), f"{source.key}: {kind!r} is no kind of claim"
        assert source.text.count(words) == 1, f"{source.key}: {words!r} stands {source.text.count(words)} times"
        start = source.text.index(words)
        at = Span(start, start + len(words))
        yield Truth(source, kind, value, at, speaker[0] if speaker else None, evidence=at)


def _recorded(source: Text) -> Iterator[Truth]:
    """The asserted values of the recorded answers that have words of their own in the evidence."""
    path = SNAPSHOTS / f"{source.key}.json"
    for record in filter(lambda line: "event" in line, json.loads(path.read_text(encoding="utf-8"))):
        spans = [Span(item["start"], item["end"]) for item in record["evidence"]]
        speaker = ((record["event"].get("speaker") or {}).get("name") or {}).get("value")
        for check in record["checks"]:
            kind = _kind(_EVENTS[record["kind"]], check["path"].split("/")[1:])
            if kind is None or check["verdict"] not in ("supported", "inferred") or not check["span"]:
                continue
            at = Span(check["span"]["start"], check["span"]["end"])
            evidence = next((span for span in spans if span.contains(at)), None)
            described = kind == "name" and not check["proposed"].split()[-1][:1].isupper()
            if evidence is not None and not described:
                value = _proposed(kind, check)
                yield Truth(source, kind, value, at, speaker if kind == "quote" else None, evidence=evidence)


def _proposed(kind: Kind, check: Row) -> str:
    """The value asserted: dates by their value, the others by their words."""
    return str(check["value"] if kind == "date" and check["value"] else check["proposed"])


def _kind(owner: type[Event] | type[Group], path: list[str]) -> Kind | None:
    """The kind of claim that a record's pointer is, None for phrases and choices."""
    shape = shape_of(owner, path[0]) if path else None
    rest = [part for part in path[1:] if not part.isdecimal()]
    if shape is None or (shape.group and not rest):
        return None
    if shape.group is not None:
        return _kind(shape.group, rest)
    return next((kind for wanted, kind in _KINDS if shape.is_a(wanted)), None)
