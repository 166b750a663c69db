"""Events as PLOVER records, one JSON object a line.

PLOVER, the Political Language Ontology for Verifiable Event Records, is the Open Event Data Alliance's successor of
CAMEO: event, mode and context say what, how and why; actors are ISO 3166 codes with sectors. Names of fields and
categories are those of its manual, draft 0.7b1 (https://github.com/openeventdata/PLOVER). What it cannot hold stands in
`LOSSES`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.export.actors import Member, actor
from communique.export.asserting import asserted
from communique.export.deals import amount_words
from communique.export.fields import days_of, text
from communique.export.losses import REFUSED, Losses, LossTable

Record = Mapping[str, Any]
CODER = "communique"
"""`cite_info.coder` begins with it: by it a file of ours is known."""
CODEBOOK = "PLOVER 0.7b1"

LOSSES: LossTable = {
    "refused": REFUSED,
    "not_accepted": "not accepted: asserts nothing, left out",
    "statement": "a statement: PLOVER codes no comments, left out",
    "other_kind": "a kind of event that PLOVER has no category for: left out",
    "no_stage": "a deal without a stage: nothing tells its category, left out",
    "no_date": "an event without a date, or with one that has no first day: PLOVER wants one, left out",
    "no_actor": "an event without the actors that its category wants: left out",
    "coarse_date": "a date coarser than a day: written as its first and last day",
    "about": "a date that is about or open at its end: written as if it were exact",
    "cancelled": "a cancelled event: its category with the context negation, as nobody is told to have cancelled it",
    "denied": "a denied event: its category with the context negation",
    "format": "a format that PLOVER has no mode for (meeting, reception, video call …): left out, or the nearest mode",
    "no_code": "an actor without a country: no code",
    "no_sector": "an actor whose sector no words of office or body tell: no sector",
    "topics": "topics, outcome, terms, deliveries and evidence: left out",
    "body": "the body of somebody who has a name: its sector alone is kept",
    "weapon": "weapon, number and price of a deal: in the comment",
    "stage": "the stage of a deal: in the comment; approval and interest are one category",
    "place": "a place: its name without GeoNames id and coordinates",
}


@dataclass(frozen=True, slots=True)
class Coded:
    """A category with its mode and contexts, and who stands on which side."""

    event: str
    source: tuple[Member, ...]
    recipient: tuple[Member, ...] = ()
    mode: str | None = None
    context: tuple[str, ...] = ()
    comment: str | None = None


MODES: Mapping[str, str] = {
    "phone_call": "phone",
    "video_call": "phone",
    "visit": "visit",
    "conference": "multilateral",
}
"""The mode of a meeting, by its format; with a host it is a visit, else none."""
STANDING: Mapping[str, str] = {"planned": "future", "cancelled": "negation", "denied": "negation"}
"""The context of a meeting, by its status."""
STAGES: Mapping[str, str] = {
    "interest": "AGREE",
    "negotiation": "CONSULT",
    "approval": "AGREE",
    "contract": "COOPERATE",
    "delivery": "COOPERATE",
    "cancelled": "COOPERATE",
}
"""The category of a deal, by its stage; its contexts are military and economic, of a cancelled one negation, too."""
_WITH_BOTH = ("COOPERATE",)


class Plover:
    """Codes records; `losses` counts what was lost, by the names of `LOSSES`."""

    def __init__(self) -> None:
        self.losses: Losses = Counter()

    def code(self, record: Record) -> dict[str, Any] | None:
        """The PLOVER record, None for an event that has none."""
        record, refused = asserted(record)
        days = _days(record["event"].get("date"))
        coded = _coded(record)
        if isinstance(coded, str):
            self.losses[coded] += 1
            return None
        if days is None or not coded.source or (coded.event in _WITH_BOTH and not coded.recipient):
            self.losses["no_date" if days is None else "no_actor"] += 1
            return None
        self.losses.update(_lost(record["event"], coded))
        self.losses.update(["refused"] * refused)
        return _record(record, coded, days)


def _coded(record: Record) -> Coded | str:
    """The category of a record, or the loss that it is."""
    if not record["accepted"]:
        return "not_accepted"
    coder = {"meeting": _meeting, "arms_deal": _deal}.get(record["kind"])
    if coder is None:
        return "statement" if record["kind"] == "statement" else "other_kind"
    return coder(record["event"])


def _meeting(event: Mapping[str, Any]) -> Coded:
    """CONSULT: visitors meet a host, else all are sources."""
    host = event.get("host")
    guests = tuple(member for member in event.get("participants") or () if not _is_same(member, host))
    mode = MODES.get(_value(event, "format") or "") or ("visit" if host else None)
    context = STANDING.get(_value(event, "status") or "")
    hosts = (host,) if host else ()
    source, recipient = (guests, hosts) if guests else (hosts, ())
    return Coded("CONSULT", source, recipient, mode, (context,) if context else ())


def _is_same(member: Member, host: Member | None) -> bool:
    """Whether somebody who takes part is the host, named twice."""
    if host is None:
        return False
    names = [(one.get("name") or {}).get("value") for one in (member, host)]
    return names[0] is not None and names[0] == names[1]


def _deal(event: Mapping[str, Any]) -> Coded | str:
    stage = _value(event, "stage")
    if stage is None:
        return "no_stage"
    supplier, recipient = (tuple(event.get(end) or ()) for end in ("supplier", "recipient"))
    context = ("military", "economic", *(("negation",) if stage == "cancelled" else ()))
    category = STAGES[stage]
    if category == "CONSULT":
        return Coded(category, (*supplier, *recipient), (), None, context, _deal_comment(event, stage))
    source, rest = (supplier, recipient) if supplier or category in _WITH_BOTH else (recipient, ())
    return Coded(category, source, rest, None, context, _deal_comment(event, stage))


def _deal_comment(event: Mapping[str, Any], stage: str) -> str:
    told = (
        _value(event, "designation"),
        _value(event, "description"),
        _amount(event, "quantity"),
        _amount(event, "amount"),
    )
    return "; ".join((f"stage {stage}", *(part for part in told if part)))


def _amount(event: Mapping[str, Any], name: str) -> str | None:
    held = event.get(name)
    return amount_words(held) if held else None


def _value(event: Mapping[str, Any], name: str) -> str | None:
    held = event.get(name)
    return held["value"] if held else None


def _days(when: Mapping[str, Any] | None) -> tuple[str, str | None] | None:
    """The first day, and the last one where it is another; None where there is no first day."""
    first, last = days_of(when["value"]) if when else (None, None)
    if first is None:
        return None
    return first.isoformat(), last.isoformat() if last and last != first else None


def _lost(event: Mapping[str, Any], coded: Coded) -> Iterator[str]:
    when, actors = event["date"], [actor(one) for one in (*coded.source, *coded.recipient)]
    form, standing = _value(event, "format"), _value(event, "status") or _value(event, "stage")
    happened = {
        "coarse_date": when["granularity"] != "day",
        "about": "~" in when["value"] or ".." in when["value"],
        "cancelled": standing == "cancelled",
        "denied": standing == "denied",
        "format": form is not None and form not in ("phone_call", "visit", "conference"),
        "topics": any(event.get(name) for name in ("topics", "outcome", "terms", "deliveries")),
        "weapon": any(event.get(name) for name in ("designation", "description", "quantity", "amount")),
        "stage": _value(event, "stage") is not None,
        "place": bool(event.get("place")),
    }
    yield from (name for name, is_so in happened.items() if is_so)
    yield from ("no_code" for one in actors if "code" not in one)
    yield from ("no_sector" for one in actors if "sector" not in one)
    members = (*coded.source, *coded.recipient)
    yield from ("body" for one in members if one.get("name") and one.get("organisation"))


def _record(record: Record, coded: Coded, days: tuple[str, str | None]) -> dict[str, Any]:
    place = _value(record["event"], "place")
    told = {
        "id": record["id"],
        "date": days[0],
        "enddate": days[1],
        "source": _actors(coded.source),
        "recipient": _actors(coded.recipient) or None,
        "event": [coded.event],
        "mode": [coded.mode] if coded.mode else None,
        "context": list(coded.context) or None,
        "event_loc": {"name": text(place)} if place else None,
        "cite_info": _cite_info(record),
        "comment": text(coded.comment),
    }
    return {name: value for name, value in told.items() if value is not None}


def _actors(members: Sequence[Member]) -> list[dict[str, str]]:
    return [actor(member) for member in members]


def _cite_info(record: Record) -> dict[str, str]:
    cited = {
        "citation": text(record["article"]["id"]),
        "language": record["article"].get("language"),
        "coder": f"{CODER} {record['provenance']['library']}",
        "codebook": CODEBOOK,
    }
    return {name: value for name, value in cited.items() if value is not None}
