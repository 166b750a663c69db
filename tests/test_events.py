"""Events say what makes them whole."""

from typing import ClassVar, Literal

import pytest

from communique.events import Actor, ArmsDeal, Event, Group, MeetingEvent, Party, Speaker, Statement, values
from communique.fields import Choice, Country, Name, Phrase, Place, Quote


def name(words: str) -> Name:
    return Name(text=words, start=0, end=len(words), value=words)


def party(words: str) -> Party:
    return Party(name=name(words))


def country(code: str) -> Country:
    return Country(text=code, start=0, end=3, value=code)


VISIT = Choice[Literal["meeting", "visit", "phone_call", "video_call", "reception", "conference", "other"]](
    text="visited", start=0, end=7, value="visit"
)
ISLAMABAD = Place(text="Islamabad", start=0, end=9, value="Islamabad")
QUOTE = Quote(text="we agree", start=0, end=8, value="we agree")
SHIPS = Phrase(text="corvettes", start=0, end=9, value="corvettes")


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(MeetingEvent(participants=(party("Aksoy"), party("Yusuf"))), id="two-parties"),
        pytest.param(MeetingEvent(participants=(party("Aksoy"),), host=party("Yusuf")), id="visitor-and-host"),
        pytest.param(
            MeetingEvent(participants=(party("Aksoy"),), format=VISIT, place=ISLAMABAD), id="visit-to-a-place"
        ),
        pytest.param(
            MeetingEvent(participants=(Party(country=country("TUR")), Party(country=country("PAK")))), id="two-states"
        ),
        pytest.param(ArmsDeal(recipient=(Actor(name=name("Navy")),), description=SHIPS), id="recipient-and-weapon"),
        pytest.param(Statement(speaker=Speaker(name=name("Aksoy")), quote=QUOTE), id="speaker-and-words"),
        pytest.param(Statement(speaker=Speaker(organisation=name("DMI")), quote=QUOTE), id="body-and-words"),
    ],
)
def test_a_whole_event_is_accepted(event: Event) -> None:
    assert event.fault() is None


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        pytest.param(MeetingEvent(participants=(party("Aksoy"),)), "two parties", id="one-party"),
        pytest.param(MeetingEvent(participants=(Party(), party("Aksoy"))), "two parties", id="empty-party"),
        pytest.param(MeetingEvent(format=VISIT, place=ISLAMABAD), "two parties", id="visit-of-nobody"),
        pytest.param(ArmsDeal(description=SHIPS), "supplier or a recipient", id="nobody-buys"),
        pytest.param(ArmsDeal(supplier=(Actor(name=name("Navy")),)), "designation", id="nothing-is-sold"),
        pytest.param(Statement(quote=QUOTE), "speaker", id="nobody-speaks"),
        pytest.param(Statement(speaker=Speaker(), quote=QUOTE), "speaker", id="unnamed-speaker"),
        pytest.param(Statement(speaker=Speaker(name=name("Aksoy"))), "words", id="nothing-said"),
    ],
)
def test_an_event_that_is_not_whole_says_what_it_needs(event: Event, reason: str) -> None:
    fault = event.fault()
    assert fault is not None
    assert reason in fault


def test_supplier_and_recipient_are_not_the_same() -> None:
    navy = (Actor(name=name("Navy")),)
    assert (
        ArmsDeal(supplier=navy, recipient=navy, description=SHIPS).fault()
        == "supplier and recipient are the same: Navy"
    )


class Cargo(Group):
    """What a ship carries."""

    what: Phrase | None = None


class Sailing(Event):
    """A user's own event."""

    kind: ClassVar[str] = "sailing"
    ship: Name | None = None
    cargo: tuple[Cargo, ...] = ()


def test_an_event_of_ones_own_needs_a_value() -> None:
    assert Sailing().fault() == "no value is left"
    assert Sailing(ship=name("Gazi")).fault() is None


def test_values_come_with_json_pointers_in_order() -> None:
    event = Sailing(ship=name("Gazi"), cargo=(Cargo(), Cargo(what=SHIPS)))
    assert [(path, value.text) for path, value in values(event)] == [("/ship", "Gazi"), ("/cargo/1/what", "corvettes")]
