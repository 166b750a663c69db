"""Drafts of one event become one; two events stay two."""

from typing import Any, ClassVar, Literal

import pytest

from communique.drafts import Draft, Proposed
from communique.events import Actor, ArmsDeal, Event, MeetingEvent, Party, Statement
from communique.fields import Choice, Name, Phrase, Quote, When
from communique.grounded import GroundedEvent
from communique.merging import is_same, merge
from communique.spans import Span

Status = Choice[Literal["held", "planned", "cancelled", "denied"]]


def name(words: str) -> Name:
    return Name(text=words, start=0, end=len(words), value=words)


def meeting(*people: str, status: str | None = None, day: str | None = None) -> MeetingEvent:
    return MeetingEvent(
        participants=tuple(Party(name=name(person)) for person in people),
        status=Status.model_validate({"text": None, "value": status}) if status else None,
        date=When(text=None, value=day, granularity="day", anchor="published") if day else None,
    )


def deal(designation: str | None = None, description: str | None = None, recipient: str | None = None) -> ArmsDeal:
    return ArmsDeal(
        designation=name(designation) if designation else None,
        description=Phrase(text=None, value=description) if description else None,
        recipient=(Actor(name=name(recipient)),) if recipient else (),
    )


def statement(words: str) -> Statement:
    return Statement(quote=Quote(text=None, value=words))


class Launch(Event):
    """A user's own event without an identity of its own."""

    kind: ClassVar[str] = "launch"
    ship: Name | None = None
    note: Phrase | None = None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(meeting("Aksoy", "Yusuf"), meeting("Yusuf", "Aksoy", "Mirza"), id="two-people-shared"),
        pytest.param(meeting("Aksoy"), meeting("Aksoy", "Yusuf"), id="the-only-person-shared"),
        pytest.param(meeting("Aksoy", "Yusuf", day="2026-02-12"), meeting("Aksoy", "Yusuf"), id="date-on-one-side"),
        pytest.param(deal("Doruk", "helicopters"), deal(None, "helicopter", "Navy"), id="same-weapon"),
        pytest.param(deal("MILGEM", None, "Navy"), deal("MILGEM class", "corvettes", "Navy"), id="fuller-designation"),
        pytest.param(statement("we agree"), statement("we agree"), id="same-words"),
        pytest.param(Launch(ship=name("Gazi")), Launch(ship=name("Gazi")), id="any-name-of-an-own-event"),
    ],
)
def test_one_event_told_twice_is_the_same(one: Event, other: Event) -> None:
    assert is_same(one, other)
    assert is_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(meeting("Aksoy", "Yusuf"), meeting("Aksoy", "Mirza"), id="one-visitor-two-hosts"),
        pytest.param(
            meeting("Aksoy", "Yusuf", status="held"), meeting("Aksoy", "Yusuf", status="planned"), id="status"
        ),
        pytest.param(
            meeting("Aksoy", "Yusuf", day="2026-02-12"), meeting("Aksoy", "Yusuf", day="2026-03-01"), id="day"
        ),
        pytest.param(deal("Doruk", "helicopters", "Baku"), deal("Doruk", "helicopters", "Doha"), id="another-buyer"),
        pytest.param(deal("Doruk", "helicopters"), deal("Simurg", "helicopters"), id="another-weapon"),
        pytest.param(meeting(), meeting(), id="nobody"),
        pytest.param(meeting("Aksoy", "Yusuf"), statement("we agree"), id="another-kind"),
        pytest.param(
            Launch(note=Phrase(text=None, value="a")), Launch(note=Phrase(text=None, value="a")), id="no-name"
        ),
    ],
)
def test_two_events_stay_two(one: Event, other: Event) -> None:
    assert not is_same(one, other)


def grounded(event: MeetingEvent, number: int, **fields: Any) -> GroundedEvent:
    draft = Draft(MeetingEvent, (number,), fields)
    return GroundedEvent(draft, event, (Span(number, number + 1),), (), None)


def test_merged_drafts_keep_the_earlier_value_and_join_lists_and_evidence() -> None:
    first = grounded(
        meeting("Aksoy", "Yusuf"), 3, place=Proposed("Rawalpindi"), participants=({"name": Proposed("Aksoy")},)
    )
    second = grounded(
        meeting("Aksoy", "Yusuf"),
        5,
        place=Proposed("Karachi"),
        date=Proposed("on Monday"),
        participants=({"name": Proposed("Yusuf")},),
    )
    apart = grounded(meeting("Mirza", "Qureshi"), 4)
    merged = merge([first, apart, second])
    assert [draft.evidence for draft in merged] == [(3, 5), (4,)]
    assert merged[0].fields["place"] == Proposed("Rawalpindi")
    assert merged[0].fields["date"] == Proposed("on Monday")
    assert merged[0].fields["participants"] == ({"name": Proposed("Aksoy")}, {"name": Proposed("Yusuf")})
    assert merged[1] is apart.draft
