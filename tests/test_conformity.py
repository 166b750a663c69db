"""Whether data obey a schema, and where they do not."""

from typing import Any

import pytest

from communique.conformity import Conformity

SCHEMA = {
    "type": "object",
    "properties": {
        "count": {"type": ["integer", "null"]},
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "required": ["count"],
    "additionalProperties": False,
    "$defs": {"item": {"type": "string", "pattern": "^[a-z]+$"}},
}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"count": None, "items": ["a"]}, id="plain"),
        pytest.param({"count": 10**40}, id="a-huge-integer"),
        pytest.param({"count": 2.0}, id="a-whole-number-with-a-point"),
    ],
)
def test_data_that_obey_have_no_fault(data: Any) -> None:
    assert Conformity(SCHEMA).fault(data) is None


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        pytest.param({}, [], "'count' is a required property", id="missing"),
        pytest.param({"count": 1, "items": ["a", "B"]}, ["items", 1], "'B' does not match", id="deep"),
        pytest.param({"count": 1, "more": 1}, [], "Additional properties", id="more"),
        pytest.param({"count": float("nan")}, ["count"], "nan is not of type", id="no-number"),
        pytest.param({"count": 1, 2: "a"}, [], "Additional properties", id="a-key-that-json-has-not"),
    ],
)
def test_a_fault_is_named_with_its_place(data: Any, path: list[str | int], said: str) -> None:
    fault = Conformity(SCHEMA).fault(data)
    assert fault is not None
    assert list(fault.absolute_path) == path
    assert said in fault.message


def test_one_schema_checks_one_value_after_another() -> None:
    conformity = Conformity({"type": "string"})
    assert [conformity.fault(value) is None for value in ("a", 1, "b")] == [True, False, True]
