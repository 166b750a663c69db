"""The schemas in schemas/ are those of the models, are valid 2020-12, and hold every record."""

from pathlib import Path
from typing import ClassVar

import pytest
from jsonschema import Draft202012Validator

from communique._resources import read_text
from communique.errors import InputError
from communique.events import Event, Statement
from communique.fields import Name, When
from communique.schemas import NAMES, schema_of, schema_text, validate_record, write_schemas
from tests.articles import ENGLISH
from tests.cli.fakes import statement


class Exercise(Event):
    """A military exercise, as a user would write it."""

    kind: ClassVar[str] = "exercise"
    name: Name | None = None
    date: When | None = None


@pytest.mark.parametrize("name", NAMES)
def test_the_file_has_not_drifted(name: str) -> None:
    assert read_text("schemas", f"{name}.schema.json") == schema_text(name), "run `communique schema --write`"


@pytest.mark.parametrize("schema", [*NAMES, Exercise], ids=str)
def test_a_schema_is_valid_2020_12(schema: str | type[Event]) -> None:
    held = schema_of(schema)
    Draft202012Validator.check_schema(held)
    assert held["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_ids() -> None:
    assert schema_of(Exercise)["$id"] == "urn:communique:schema:exercise:1"


def test_the_record_leaves_the_event_open() -> None:
    assert schema_of("record")["properties"]["event"]["type"] == "object"


def test_writes_a_file_a_schema(tmp_path: Path) -> None:
    assert [path.name for path in write_schemas(tmp_path / "new")] == [f"{name}.schema.json" for name in NAMES]


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(InputError, match="no schema is called 'nonsense'; give one of record"):
        schema_of("nonsense")


def test_a_record_is_valid() -> None:
    validate_record(statement(ENGLISH).model_dump(mode="json"), Statement)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        pytest.param({"id": "short"}, "/id", id="envelope"),
        pytest.param({"event": {"speaker": 3}}, "/event", id="event"),
        pytest.param({"more": 1}, "/", id="another-key"),
    ],
)
def test_a_fault_is_named_with_its_place(change: dict[str, object], where: str) -> None:
    data = {**statement(ENGLISH).model_dump(mode="json"), **change}
    with pytest.raises(InputError, match=f"at {where}"):
        validate_record(data, Statement)
