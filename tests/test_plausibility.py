"""What speaks against accepting an event is said by small rules, and a class of one's own can have some."""

from collections.abc import Iterator
from typing import ClassVar, Literal

import pytest

from communique.events import Actor, ArmsDeal, Event, MeetingEvent, Party, Speaker, Statement
from communique.fields import Choice, Country, Name, Phrase, Place, Quote
from communique.plausibility import Rule, sides

VISIT = Choice[Literal["visit"]](text="visited", start=0, end=7, value="visit")
SHIPS = Phrase(text="corvettes", start=0, end=9, value="corvettes")
QUOTE = Quote(text="we agree", start=0, end=8, value="we agree")


def name(words: str, start: int = 0) -> Name:
    return Name(text=words, start=start, end=start + len(words), value=words)


def country(code: str, start: int = 0) -> Country:
    return Country(text=code, start=start, end=start + 3, value=code)


def person(words: str, code: str | None = None, body: str | None = None) -> Party:
    own = country(code, 50) if code else None
    return Party(name=name(words), country=own, organisation=name(body, 70) if body else None)


TURKIYE = Party(name=Name(text="TUR", start=0, end=3, value="TUR"), country=country("TUR"))
PAKISTAN = Party(country=country("PAK"))
NAVY = Actor(name=name("Navy"))
BAKU = Actor(name=Name(text="AZE", start=0, end=3, value="AZE"), country=country("AZE"))


@pytest.mark.parametrize(
    ("parties", "count"),
    [
        pytest.param((person("Aksoy", "TUR"), person("Yusuf", "PAK")), 2, id="two-people"),
        pytest.param((person("Aksoy", "TUR"), person("Demir", "TUR")), 2, id="two-people-of-one-country"),
        pytest.param((person("Aksoy", "TUR"), TURKIYE), 1, id="an-official-and-the-own-country"),
        pytest.param((TURKIYE, person("Aksoy", "TUR")), 1, id="the-country-first"),
        pytest.param((TURKIYE, PAKISTAN), 2, id="two-states"),
        pytest.param((TURKIYE, Party(country=country("TUR"))), 1, id="one-state-twice"),
        pytest.param((person("Yusuf", "PAK", "Army"), person("Army", "PAK")), 1, id="an-officer-and-the-own-body"),
        pytest.param((person("Haroon Yusuf"), person("Yusuf")), 1, id="one-person-by-two-names"),
        pytest.param((TURKIYE, person("Aksoy", "TUR"), PAKISTAN), 2, id="three-parties-of-two-sides"),
    ],
)
def test_parties_of_one_side_count_once(parties: tuple[Party, ...], count: int) -> None:
    assert len(sides(parties)) == count


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        pytest.param(
            MeetingEvent(participants=(person("Aksoy", "TUR"), TURKIYE)),
            "Aksoy and TUR are one side: a meeting needs two",
            id="a-minister-and-the-own-country",
        ),
        pytest.param(
            MeetingEvent(participants=(person("Haroon Yusuf"),), host=person("Yusuf")), "one side", id="own-host"
        ),
        pytest.param(
            MeetingEvent(
                format=VISIT,
                participants=(person("Haroon Yusuf"),),
                host=person("Haroon Yusuf"),
                place=Place(text="Doha", start=0, end=4, value="Doha"),
            ),
            "one side",
            id="a-host-without-a-guest",
        ),
        pytest.param(ArmsDeal(supplier=(NAVY,), recipient=(BAKU, NAVY), description=SHIPS), "are the same", id="both"),
        pytest.param(
            ArmsDeal(supplier=(BAKU,), recipient=(Actor(country=country("AZE")),), description=SHIPS),
            "are the same",
            id="one-state-on-both-ends",
        ),
        pytest.param(
            Statement(
                speaker=Speaker(name=name("It was a long day for all of us and nobody would say why it was")),
                quote=QUOTE,
            ),
            "the speaker is no name",
            id="a-sentence-speaks",
        ),
        pytest.param(
            Statement(speaker=Speaker(name=name("We agree")), quote=QUOTE), "all that is said", id="words-speak"
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(event: Event, reason: str) -> None:
    fault = event.fault()
    assert fault is not None
    assert reason in fault


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(
            MeetingEvent(
                participants=(person("Aksoy", "TUR"), TURKIYE),
                format=VISIT.model_copy(),
                place=Place(text="Doha", start=9, end=13, value="Doha"),
            ),
            id="a-visit-of-one-side-to-a-place",
        ),
        pytest.param(
            ArmsDeal(
                supplier=(Actor(name=name("Denizak"), country=country("TUR", 30)),),
                recipient=(Actor(country=country("TUR")),),
                description=SHIPS,
            ),
            id="a-firm-sells-at-home",
        ),
    ],
)
def test_what_may_be_is_accepted(event: Event) -> None:
    assert event.fault() is None


def _is_not_overladen(launch: "Launch") -> Iterator[str]:
    if len(launch.cargo) > 1:
        yield "one cargo is enough"


class Launch(Event):
    """A user's own event with a rule of its own."""

    kind: ClassVar[str] = "launch"
    rules: ClassVar[tuple[Rule, ...]] = (_is_not_overladen,)
    cargo: tuple[Phrase, ...] = ()


def test_an_event_of_ones_own_has_its_own_rules() -> None:
    assert Launch(cargo=(SHIPS,)).fault() is None
    assert Launch(cargo=(SHIPS, SHIPS)).fault() == "one cargo is enough"
