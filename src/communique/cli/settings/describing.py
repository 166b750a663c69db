"""The JSON Schema of a settings file, made from the commands' options: for editors, and for the names in `checking`."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

from communique.cli.kind_names import KindNames
from communique.cli.settings.keys import commands, keys_of
from communique.cli.settings.values import default_of

_HEAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:communique:schema:configuration:1",
    "title": "communique.toml, or [tool.communique] in pyproject.toml",
    "type": "object",
    "additionalProperties": False,
}


def configuration_schema(group: click.Group) -> dict[str, Any]:
    """The schema: the keys of all commands, and a section for each command that has some."""
    keys: dict[str, dict[str, Any]] = {}
    sections: dict[str, dict[str, Any]] = {}
    for section, command in commands(group, click.Context(group)):
        for key, option in keys_of(command).items():
            told = _described(option)
            keys[key] = _either(keys[key], told) if key in keys else told
            sections.setdefault(section, {})[key] = told
    tables = {
        name: {"type": "object", "additionalProperties": False, "properties": held} for name, held in sections.items()
    }
    return {**_HEAD, "properties": {**dict(sorted(keys.items())), **tables}}


def schema_text(group: click.Group) -> str:
    """The schema as it stands in its file."""
    return json.dumps(configuration_schema(group), indent=2, ensure_ascii=False) + "\n"


def _described(option: click.Option) -> dict[str, Any]:
    default = default_of(option)
    told: dict[str, Any] = {**_taken(option), "description": option.help}
    return told if default in (None, ()) else {**told, "default": default}


def _taken(option: click.Option) -> dict[str, Any]:
    """What a key takes, as JSON Schema says it."""
    kind = option.type
    if option.multiple or isinstance(kind, KindNames):
        return {"type": ["string", "array"], "items": {"type": "string"}}
    if option.is_flag:
        return {"type": "boolean"}
    if isinstance(kind, click.Choice):
        return {"enum": [str(choice) for choice in kind.choices]}
    if isinstance(kind, click.IntRange | click.FloatRange):
        return {"type": "integer" if isinstance(kind, click.IntRange) else "number", **dict(_bounds(kind))}
    return {"type": _TYPES.get(kind.name, "string")}


_TYPES: Mapping[str, Any] = {"integer": "integer", "float": "number", "amount": ["number", "string"]}


def _bounds(kind: click.IntRange | click.FloatRange) -> Iterator[tuple[str, float]]:
    if kind.min is not None:
        yield "exclusiveMinimum" if kind.min_open else "minimum", kind.min
    if kind.max is not None:
        yield "maximum", kind.max


def _either(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What two commands take by the same key; told as by the first."""
    first, second = (
        {name: held for name, held in each.items() if name not in {"description", "default"}} for each in (one, other)
    )
    known = first.get("anyOf", [first])
    return one if second in known else {"anyOf": [*known, second], "description": one["description"]}
