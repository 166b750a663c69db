"""Records made by hand for exports: every kind of value, and what an article should not hold."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from communique.article import Article
from communique.events import ArmsDeal, Event, Group, MeetingEvent, Of, Statement
from communique.fields import Amount, Choice, Country, Name, Phrase, When
from communique.records import ArticleReference, EventRecord, Usage, record_id
from communique.records import Provenance as _Provenance
from communique.spans import Span
from communique.verdicts import Check, Tier, Verdict

ARTICLE = Article(id="002", text="Aksoy met Yusuf on Friday.", published=date(2026, 1, 30), language="en")
PROVENANCE = _Provenance(model="fake", prompt="p.1", prompt_sha256="0", policy_sha256="0", library="0.1", usage=Usage())
HOSTILE = '=HYPERLINK("http://x","y")\r\n\x00\u202e,";\ud800 ş'
"""A formula with a line end, control characters, a mark of direction, half a character and what CSV quotes."""


class Weapon(Group):
    """A group of one's own, which holds a group itself."""

    designation: Annotated[Name | None, Of("other")] = None
    prices: tuple[Amount, ...] = ()


class Side(Group):
    """A side of an exercise; its country is told in words."""

    name: Name | None = None
    country: Phrase | None = None
    weapons: tuple[Weapon, ...] = ()


class Exercise(Event):
    """A class of one's own, whose fields take names that others have."""

    kind: ClassVar[str] = "exercise"
    stage: Choice[Literal["planned", "held"]] | None = None
    participants: tuple[Side, ...] = ()
    date: When | None = None
    amount: Country | None = None
    language: Phrase | None = None


def value(said: Any, text: str = "Aksoy", **more: Any) -> dict[str, Any]:
    """A field value of words that stand at the article's beginning."""
    return {"text": text, "start": 0, "end": len(text), "value": said, **more}


def day(edtf: str | None, granularity: str = "day", **more: Any) -> dict[str, Any]:
    """A date."""
    return value(edtf, "on Friday", granularity=granularity, anchor="published", **more)


def record(
    kind: type[Event], event: Mapping[str, Any], *checks: Check, accepted: bool = True, ordinal: int = 0
) -> EventRecord:
    """A record of the article."""
    span = Span(0, 26)
    return EventRecord(
        id=record_id(ARTICLE, kind.kind, (span,), ordinal),
        kind=kind.kind,
        accepted=accepted,
        article=ArticleReference.to(ARTICLE),
        event=kind.model_validate(event),
        evidence=(span,),
        checks=checks,
        provenance=PROVENANCE,
    )


def data(one: EventRecord) -> dict[str, Any]:
    """The record as its line says."""
    held: dict[str, Any] = json.loads(one.to_json())
    return held


HELD = Check(
    path="/participants/0/name",
    verdict=Verdict.SUPPORTED,
    tier=Tier.VERBATIM,
    proposed="Aksoy",
    value="Aksoy",
    span=Span(0, 5),
    reason="it stands in the evidence",
)
REFUSED = Check(path="/participants/-", verdict=Verdict.NOT_FOUND, proposed="Kaya", value=12.5, reason="no Kaya")

AKSOY = {
    "name": value("Cemil Aksoy"),
    "role": value("Defence Minister"),
    "organisation": None,
    "country": value("TUR"),
}
YUSUF = {"name": value("Haroon Yusuf"), "role": value("Army Chief"), "organisation": None, "country": value("PAK")}
MEETING = record(
    MeetingEvent,
    {
        "format": value("visit"),
        "status": value("planned"),
        "participants": [AKSOY],
        "host": YUSUF,
        "date": day("2026-02-06"),
        "place": value("Rawalpindi"),
        "topics": [value("training"), value("borders; trade")],
    },
    HELD,
    REFUSED,
)
DEAL = record(
    ArmsDeal,
    {
        "stage": value("contract"),
        "supplier": [{"name": value("Denizak"), "country": value("TUR")}],
        "recipient": [{"name": value("Pakistan Navy"), "country": value("PAK")}],
        "designation": value("MILGEM"),
        "description": value("corvettes"),
        "quantity": value(4, unit="corvettes", modifier="about"),
        "amount": value(1.3e9, max=1.5e9, currency="USD", modifier="range"),
        "date": day("2018-07", "month"),
        "deliveries": [day("2027", "year"), day(None, "day", partial="XXXX-05-18")],
        "terms": [value("technology_transfer"), value("licence")],
    },
)
STATEMENT = record(
    Statement,
    {"speaker": {"name": value("Cemil Aksoy")}, "quote": value(HOSTILE), "medium": value("=1+1")},
    accepted=False,
)
EXERCISE = record(
    Exercise,
    {
        "stage": value("planned"),
        "participants": [
            {
                "name": value("Side A"),
                "country": value("the north"),
                "weapons": [{"designation": value("Bozkır"), "prices": [value(2, unit="lira"), value(3, max=4)]}],
            }
        ],
        "date": day("2026-03-02/2026-03-05", "interval"),
        "amount": value("TUR"),
        "language": value("Turkish"),
    },
)
EVERY = (MEETING, DEAL, STATEMENT, EXERCISE)
