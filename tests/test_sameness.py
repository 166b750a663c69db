"""Two drafts tell of one event where their identity agrees and nothing speaks against it."""

from typing import ClassVar, Literal

import pytest

from communique.events import Actor, ArmsDeal, Event, MeetingEvent, Party, Statement
from communique.fields import Choice, Country, Name, Phrase, Place, Quantity, Quote, When
from communique.sameness import is_same

Status = Choice[Literal["held", "planned", "cancelled", "denied"]]


def name(words: str) -> Name:
    return Name(text=words, start=0, end=len(words), value=words)


def choice(option: str | None) -> Choice[str] | None:
    return Choice[str].model_construct(text=None, start=None, end=None, value=option) if option else None


def when(day: str | None) -> When | None:
    if day is None or day[0].isdigit():
        return When(text=None, value=day, granularity="day", anchor="published") if day else None
    return When(text=None, value=None, granularity="day", anchor="none", partial=day)


def meeting(*people: str, day: str | None = None, place: str | None = None, **choices: str) -> MeetingEvent:
    event = MeetingEvent(
        participants=tuple(Party(name=name(person)) for person in people),
        date=when(day),
        place=Place(text=None, value=place) if place else None,
    )
    return event.model_copy(update={field: choice(option) for field, option in choices.items()})


def deal(
    designation: str | None = None,
    description: str | None = None,
    recipient: str | Actor | None = None,
    **other: object,
) -> ArmsDeal:
    buyer = Actor(name=name(recipient)) if isinstance(recipient, str) else recipient
    event = ArmsDeal(
        designation=name(designation) if designation else None,
        description=Phrase(text=None, value=description) if description else None,
        recipient=(buyer,) if buyer else (),
    )
    return event.model_copy(update=other)


def count(number: float) -> Quantity:
    return Quantity(text=None, value=number, unit="drones")


TURKIYE = Actor(name=name("TUR"), country=Country(text="TUR", start=0, end=3, value="TUR"))
TURKISH_NAVY = Actor(name=name("Turkish Navy"), country=Country(text="TUR", start=9, end=12, value="TUR"))


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
        pytest.param(deal(None, "missiles", "Navy"), deal(None, "arms", "Navy"), id="arms-of-any-kind"),
        pytest.param(deal("MILGEM", None, "Navy"), deal("MILGEM class", "corvettes", "Navy"), id="fuller-designation"),
        pytest.param(
            meeting("Aksoy", "Yusuf", format="visit"), meeting("Aksoy", "Yusuf", format="meeting"), id="a-frame"
        ),
        pytest.param(meeting("Aksoy", format="visit"), meeting("Aksoy", "Yusuf", format="reception"), id="own-frame"),
        pytest.param(
            meeting("Aksoy", "Yusuf", day="2026-02-11", format="visit"),
            meeting("Aksoy", "Yusuf", format="meeting"),
            id="the-same-two-on-a-visit-with-its-day",
        ),
        pytest.param(
            meeting("Aksoy", "Yusuf", day="2026-02"),
            meeting("Aksoy", "Yusuf", day="2026-02-12"),
            id="a-day-of-the-month",
        ),
        pytest.param(
            meeting("Aksoy", "Yusuf", day="XXXX-02-12"), meeting("Aksoy", "Yusuf", day="2026-02-12"), id="no-year"
        ),
        pytest.param(
            meeting("Aksoy", "Yusuf", place="army headquarters"),
            meeting("Aksoy", "Yusuf", place="Lahore"),
            id="a-house",
        ),
        pytest.param(deal("Doruk", "helicopters", "Baku"), deal("Doruk", "aircraft", "Baku"), id="another-word-for-it"),
        pytest.param(
            deal(None, "fighters", "Baku", quantity=count(42)),
            deal(None, "aircraft", "Baku", quantity=count(42)),
            id="another-word-for-as-many",
        ),
        pytest.param(
            deal("Doruk", None, "TUR", quantity=count(42)),
            deal("Doruk", None, "Land Forces", quantity=count(42)),
            id="as-many-for-a-service-of-no-country-told",
        ),
        pytest.param(
            deal(None, "new armoured vehicles", "Baku"),
            deal(None, "armoured new patrol vehicles", "Baku"),
            id="some-of-its-words",
        ),
        pytest.param(
            deal("Doruk", stage=choice("contract")),
            deal("Doruk", stage=choice("delivery"), date=when("2023")),
            id="stages",
        ),
        pytest.param(
            deal("Doruk", recipient=TURKIYE), deal("Doruk", recipient=TURKISH_NAVY), id="a-state-and-its-service"
        ),
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
        pytest.param(meeting("Aksoy", "Yusuf", day="friday"), meeting("Aksoy", "Yusuf", day="monday"), id="weekday"),
        pytest.param(
            meeting("Aksoy", "Yusuf", day="XXXX-02-12"), meeting("Aksoy", "Yusuf", day="2026-02-13"), id="another-day"
        ),
        pytest.param(meeting("Aksoy", "Yusuf", place="Doha"), meeting("Aksoy", "Yusuf", place="Lahore"), id="city"),
        pytest.param(
            meeting("Aksoy", "Yusuf", format="phone_call"), meeting("Aksoy", "Yusuf", format="meeting"), id="a-call"
        ),
        pytest.param(
            meeting("Aksoy", day="2026-02-11", format="visit"),
            meeting("Aksoy", "Yusuf", day="2026-02-12", format="meeting"),
            id="a-visit-with-its-own-day",
        ),
        pytest.param(
            meeting("Aksoy", day="2026-02-11", format="visit"),
            meeting("Aksoy", "Yusuf", format="meeting"),
            id="a-visit-told-by-its-day",
        ),
        pytest.param(
            deal("Doruk", stage=choice("contract"), date=when("2020")),
            deal("Doruk", stage=choice("delivery"), date=when("2023")),
            id="two-stages-with-their-days",
        ),
        pytest.param(deal("Doruk", quantity=count(12)), deal("Doruk", quantity=count(4)), id="another-number"),
        pytest.param(
            deal("Doruk", supplier=(TURKIYE,)),
            deal("Doruk", recipient=TURKIYE),
            id="the-seller-of-one-buys-the-other",
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
