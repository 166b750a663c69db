"""Groups are one by their names; one without a name tells at most the country of another."""

from typing import Any

import pytest

from communique.evaluation.arguments import arguments
from communique.evaluation.bearers import is_alike, is_compatriot
from communique.events import Group, MeetingEvent
from communique.fields import Name, Phrase, Quantity
from communique.shapes import shape_of
from tests.evaluation.build import meeting

PARTICIPANTS = shape_of(MeetingEvent, "participants")
PAKISTAN = {"country": {"value": "PAK"}}


def party(given: Any) -> Group:
    held = meeting(given)
    assert isinstance(held, MeetingEvent)
    return held.participants[0]


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param("Haroon Yusuf", "Yusuf", True, id="name"),
        pytest.param({"name": "Haroon Yusuf", **PAKISTAN}, {"name": "Ali Demir", **PAKISTAN}, False, id="other-name"),
        pytest.param({"organisation": "Pakistan Navy"}, "Pakistan Navy", True, id="name-in-another-field"),
        pytest.param(PAKISTAN, "Pakistan", True, id="country-by-name-and-code"),
        pytest.param(PAKISTAN, PAKISTAN, True, id="country"),
        pytest.param({"name": "Haroon Yusuf", **PAKISTAN}, PAKISTAN, False, id="person-and-country"),
        pytest.param({"name": "Pakistan Navy", **PAKISTAN}, "Pakistan", False, id="body-and-country"),
        pytest.param({"role": "envoy", **PAKISTAN}, {"role": "envoy"}, True, id="role-alone"),
        pytest.param({"role": "envoy"}, {"role": "pilot"}, False, id="another-role"),
    ],
)
def test_groups_are_one_by_what_names_them(gold: Any, predicted: Any, *, expected: bool) -> None:
    assert PARTICIPANTS is not None
    assert is_alike(PARTICIPANTS, party(gold), party(predicted)) is expected


def test_a_country_is_right_even_where_the_name_is_missing() -> None:
    gold, predicted = meeting({"name": "Haroon Yusuf", **PAKISTAN}), meeting(PAKISTAN)
    assert [(held.role, held.right) for held in arguments(gold, predicted)] == [
        ("participants.name", False),
        ("participants.country", True),
    ]
    assert not is_compatriot(party("Pakistan"), party("Pakistan"))


class Crew(Group):
    """A group of one's own, with several names."""

    names: tuple[Name, ...] = ()
    task: Phrase | None = None
    size: Quantity | None = None


def test_groups_of_ones_own_are_compared_by_any_of_their_names_or_values() -> None:
    def crew(*names: str, task: str = "drill") -> Crew:
        held = tuple(Name(text=None, value=name) for name in names)
        return Crew(names=held, task=Phrase(text=None, value=task))

    assert PARTICIPANTS is not None
    assert is_alike(PARTICIPANTS, crew("Ali Demir", "Ayşe Kaya"), crew("Kaya"))
    assert not is_alike(PARTICIPANTS, crew("Ali Demir"), crew("Ayşe Kaya"))
    assert is_alike(PARTICIPANTS, crew(), crew())
    assert not is_alike(PARTICIPANTS, crew(), crew(task="rescue"))
