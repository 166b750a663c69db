"""What may not stand in a settings file: keys that no option has, and secrets."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from communique._resources import read_text
from communique.cli.settings.files import SettingsFile
from communique.errors import InputError
from communique.redaction import redacted

SCHEMA = "configuration.schema.json"
_SECRET = re.compile(r"(^|-)(api-?key|apikey|key|password|secret|token|authorization|bearer|credentials?)$")
_MEND = "take it out, and set {} in the environment"


@cache
def schema() -> Mapping[str, Any]:
    """The JSON Schema of a settings file as it ships: names of keys and sections without importing the commands."""
    held: Mapping[str, Any] = json.loads(read_text("schemas", SCHEMA))
    return held


def check_names(file: SettingsFile) -> None:
    """Raises InputError for the first key that is a secret or that no command has: line and nearest key."""
    known: Mapping[str, Any] = schema()["properties"]
    for key, value in file.table.items():
        is_section = known.get(key, {}).get("type") == "object"
        if is_section and isinstance(value, Mapping):
            for inner, held in value.items():
                _check(file, (key, inner), held, known[key]["properties"])
            continue
        _check(file, (key,), value, known)
        if is_section:
            told = f"{key} is the section of `communique {key}`"
            mend = f"write it as [{key}], with its keys below"
            raise InputError(told, path=file.told, line=file.line([key]), mend=mend)


def _check(file: SettingsFile, path: tuple[str, ...], value: object, known: Iterable[str]) -> None:
    name = written(path[-1])
    if _SECRET.search(name) or any(redacted(word) != word for word in _words(value)):
        variable = "OPENAI_BASE_URL" if name == "base-url" else "OPENAI_API_KEY"
        told = f"{path[-1]!r} holds what may be a secret, and none is read from a file"
        raise InputError(told, path=file.told, line=file.line(path), mend=_MEND.format(variable))
    if name not in known:
        raise InputError(
            f"{_section(path)} {path[-1]!r}", path=file.told, line=file.line(path), mend=_nearest(name, known, path)
        )


def written(key: str) -> str:
    """The key as the command line writes it, with dashes."""
    return key.replace("_", "-")


def _section(path: tuple[str, ...]) -> str:
    return "no command has the key" if len(path) == 1 else f"`communique {path[0]}` has no key"


def _nearest(name: str, known: Iterable[str], path: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    listed = "`communique config` lists the keys"
    return listed if len(path) == 1 else f"{listed}, those of {path[0]} with `communique config {path[0]}`"


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _words(item)
