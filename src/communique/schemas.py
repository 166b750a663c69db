"""The JSON Schemas (2020-12) of what leaves the library, made from the models, and the last check before."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from communique.conformity import Conformity
from communique.errors import InputError
from communique.events import BUILT_IN, Event
from communique.occurrences import Occurrence
from communique.records import ArticleReport, EventRecord

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ENVELOPES: Mapping[str, type[BaseModel]] = {"record": EventRecord, "article": ArticleReport, "occurrence": Occurrence}
_EVENTS: Mapping[str, type[Event]] = {event.kind: event for event in BUILT_IN}

NAMES: tuple[str, ...] = (*_ENVELOPES, *_EVENTS)
"""The schemas that ship."""


def schema_of(name: str | type[Event]) -> dict[str, Any]:
    """The schema called `name` (one of NAMES), or that of an event class; raises InputError for another name."""
    if isinstance(name, type):
        return _generated(name.kind, name)
    if name in _EVENTS:
        return _generated(name, _EVENTS[name])
    if name not in _ENVELOPES:
        raise InputError(
            f"no schema is called {name!r}", mend=f"give one of {', '.join(NAMES)}, or package.module:Class"
        )
    return _generated(name, _ENVELOPES[name])


def _generated(name: str, model: type[BaseModel]) -> dict[str, Any]:
    head = {"$schema": _DIALECT, "$id": f"urn:communique:schema:{name}:1"}
    return {**head, **model.model_json_schema(mode="serialization", by_alias=True)}


def schema_text(name: str | type[Event]) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """The files NAME.schema.json, written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = tuple(folder / f"{name}.schema.json" for name in NAMES)
    for path, name in zip(written, NAMES, strict=True):
        path.write_text(schema_text(name), encoding="utf-8")
    return written


@cache
def _conformity(name: str | type[Event]) -> Conformity:
    return Conformity(schema_of(name))


def validate_envelope(data: Any) -> None:  # noqa: ANN401 - JSON is anything
    """Raises InputError, which names the place, when `data` is no record whatever its event holds."""
    _validate(_conformity("record"), data, "")


def validate_record(data: Mapping[str, Any], event: type[Event]) -> None:
    """Raises InputError (code `invalid_record`), which names the place, when `data` is no record of an `event`."""
    validate_envelope(data)
    _validate(_conformity(event), data["event"], "/event")


def _validate(conformity: Conformity, data: Any, base: str) -> None:  # noqa: ANN401 - JSON is anything
    error = conformity.fault(data)
    if error is None:
        return
    where = base + "".join(f"/{step}" for step in error.absolute_path)
    raise InputError(
        f"not a communique record: at {where or '/'}: {error.message[:200]}",
        code="invalid_record",
        mend="take the line as `communique extract` wrote it",
    )
