"""The shape of an event class is read from its annotations."""

from typing import Annotated, ClassVar

import pytest

from communique.errors import ConfigurationError
from communique.events import Event, MeetingEvent, Of, Party
from communique.fields import Choice, Name, Phrase, When
from communique.shapes import shape_of, shapes, typed


class Exercise(Event):
    """A military exercise."""

    kind: ClassVar[str] = "exercise"
    name: Annotated[Name | None, Of("other")] = None
    hosts: tuple[Party, ...] = ()
    date: When | None = None


class Wrong(Event):
    """An event with a field that is no field type."""

    kind: ClassVar[str] = "wrong"
    count: int = 0


class Torn(Event):
    """An event with a field of two types."""

    kind: ClassVar[str] = "torn"
    what: Name | Phrase | None = None


def test_types_groups_and_lists_are_told_apart() -> None:
    name, hosts, date = shapes(Exercise)
    assert (name.field_type, name.group, name.many) == (Name, None, False)
    assert (hosts.field_type, hosts.group, hosts.many) == (None, Party, True)
    assert date.is_a(When)
    assert date.description == "date"


def test_a_name_field_says_which_names_it_takes() -> None:
    name = shape_of(Exercise, "name")
    assert name is not None
    assert name.takes("other")
    assert not name.takes("person")


def test_a_choice_gives_its_list_in_order() -> None:
    status = shape_of(MeetingEvent, "status")
    assert status is not None
    assert status.options == ("held", "planned", "cancelled", "denied")
    assert shapes(Exercise)[2].options == ()


def test_fields_are_found_by_type() -> None:
    assert [shape.name for shape in typed(MeetingEvent, Choice)] == ["format", "status"]
    assert shape_of(MeetingEvent, "colour") is None


@pytest.mark.parametrize(
    ("event", "field"), [pytest.param(Wrong, "count", id="plain"), pytest.param(Torn, "what", id="two")]
)
def test_another_type_is_refused_by_name(event: type[Event], field: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{event.__name__}.{field}: .* is no field type"):
        shapes(event)
