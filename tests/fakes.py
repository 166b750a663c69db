"""A fake model that answers any prompt by its schema, as constrained decoding makes a real one do."""

import json
from collections.abc import Mapping
from typing import Any

from communique.completion import Prompt


def first_listed(prompt: Prompt) -> str:
    """The answer that takes the first of every list, one item of every array, and null for open words."""
    assert prompt.schema is not None
    return json.dumps(_answer(prompt.schema))


def _answer(schema: Mapping[str, Any]) -> Any:
    if "anyOf" in schema:
        return _answer(schema["anyOf"][0])
    if "enum" in schema:
        return next(option for option in schema["enum"] if option not in (None, "none"))
    if schema["type"] == "object":
        return {name: _answer(member) for name, member in schema["properties"].items()}
    if schema["type"] == "array":
        return [_answer(schema["items"])] if _is_listed(schema["items"]) else []
    return None


def _is_listed(schema: Mapping[str, Any]) -> bool:
    return "enum" in schema or schema["type"] == "object"
