"""What endpoints refuse for its size is left open, the largest list first."""

from typing import Any

import pytest

from communique.schema_limits import OPENAI, SchemaLimits, bounded, unlisted


def schema(**sizes: int) -> dict[str, Any]:
    """One field a name, with so many options of two characters."""
    fields = {name: {"type": "string", "enum": [f"{n:02}" for n in range(size)]} for name, size in sizes.items()}
    return {"type": "object", "properties": fields, "required": list(fields)}


def closed(found: dict[str, Any]) -> set[str]:
    return {name for name, field in found["properties"].items() if "enum" in field}


@pytest.mark.parametrize(
    ("limits", "left"),
    [
        pytest.param(SchemaLimits(values=60), {"few", "some", "many"}, id="within"),
        pytest.param(SchemaLimits(values=59), {"few", "some"}, id="too-many-values"),
        pytest.param(SchemaLimits(values=29), {"few"}, id="still-too-many"),
        pytest.param(SchemaLimits(values=9), set(), id="nothing-fits"),
        pytest.param(SchemaLimits(characters=119), {"few", "some"}, id="too-many-characters"),
    ],
)
def test_the_largest_lists_are_opened_first(limits: SchemaLimits, left: set[str]) -> None:
    found = bounded(schema(few=10, some=20, many=30), limits)
    assert closed(found) == left
    assert all(field["type"] == "string" for field in found["properties"].values())


def test_the_limits_are_those_that_openai_states() -> None:
    assert (OPENAI.values, OPENAI.characters) == (1000, 15000)


def test_lists_in_arrays_and_alternatives_count_and_are_opened() -> None:
    enum = {"enum": ["a", "b"]}
    nested = {"type": "array", "items": {"anyOf": [enum, {"type": "null"}]}}
    assert bounded(nested, SchemaLimits(values=1))["items"]["anyOf"] == [{}, {"type": "null"}]


def test_a_field_called_enum_is_a_field() -> None:
    assert bounded({"properties": {"enum": {"enum": ["a", "b"]}}}, SchemaLimits(values=1)) == {
        "properties": {"enum": {}}
    }


def test_the_shape_of_an_answer_has_no_lists() -> None:
    assert closed(unlisted(schema(few=1, many=3))) == set()
