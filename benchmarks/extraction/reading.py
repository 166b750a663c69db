"""A tool's answer to plain events: the names of our fields, with what the tool said in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PlainEvent = Mapping[str, Any]
"""`kind`, `evidence` as pairs of offsets, and field names of that kind with words, mappings or lists of either."""

_LISTS = {"meetings": "meeting", "arms_deals": "arms_deal", "statements": "statement"}


def plain_events(answer: Mapping[str, Any]) -> Iterator[PlainEvent]:
    """The events of an answer, of whichever shape it is."""
    for extraction in answer.get("extractions", ()):
        read = _EXTRACTIONS.get(extraction["class"])
        if read is not None:
            yield read(extraction, extraction.get("attributes") or {})
    events = answer.get("events", {})
    for name, kind in _LISTS.items():
        yield from ({"kind": kind, **event} for event in events.get(name, ()))


def _meeting(extraction: Mapping[str, Any], attributes: Mapping[str, Any]) -> PlainEvent:
    names, countries = _list(attributes.get("participants")), _list(attributes.get("countries"))
    participants = [{"name": name} for name in names]
    if len(countries) == len(names):
        participants = [{"name": name, "country": country} for name, country in zip(names, countries, strict=True)]
    return {**attributes, "kind": "meeting", "participants": participants, **_evidence(extraction)}


def _arms_deal(extraction: Mapping[str, Any], attributes: Mapping[str, Any]) -> PlainEvent:
    sides = {
        side: [{"name": name, "country": attributes.get(f"{side}_country")} for name in _list(attributes.get(side))]
        for side in ("supplier", "recipient")
    }
    return {**attributes, **sides, "kind": "arms_deal", **_evidence(extraction)}


def _statement(extraction: Mapping[str, Any], attributes: Mapping[str, Any]) -> PlainEvent:
    return {**attributes, "kind": "statement", "quote": extraction["text"], **_evidence(extraction)}


_EXTRACTIONS = {"meeting": _meeting, "arms_deal": _arms_deal, "statement": _statement}


def _evidence(extraction: Mapping[str, Any]) -> dict[str, Any]:
    start, end = extraction.get("start"), extraction.get("end")
    return {"evidence": [] if start is None or end is None else [[start, end]]}


def _list(given: object) -> Sequence[str]:
    """What was given for a list, which may be one value."""
    if isinstance(given, str):
        return (given,)
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, list) else ()
