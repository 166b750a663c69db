"""What endpoints take of an answer's schema: closed lists beyond it become open strings, the largest first.

The limits are those that OpenAI states for strict Structured Outputs (developers.openai.com, Structured Outputs,
"Supported schemas"): 1,000 enum values over the schema; 15,000 characters in an enum of more than 250 values; 120,000
characters of names and enum values in all. Kept here are the values, and 15,000 characters over all enums, which is
within both limits of characters.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SchemaLimits:
    """The most enum values and characters of them in one schema."""

    values: int = 1_000
    characters: int = 15_000


OPENAI = SchemaLimits()


def bounded(schema: Mapping[str, Any], limits: SchemaLimits = OPENAI) -> dict[str, Any]:
    """The schema with its largest enums opened until the rest is within the limits."""
    left = sorted(_sizes(schema))
    opened: set[tuple[str, ...]] = set()
    while left and not _fits(left, limits):
        opened.add(left.pop().path)
    return dict(_without(schema, opened) if opened else schema)


def unlisted(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with every enum opened: the shape of an answer, whatever its words."""
    return dict(_unlisted(schema))


@dataclass(frozen=True, slots=True, order=True)
class _Size:
    """How large the enum at a path is."""

    values: int
    characters: int
    path: tuple[str, ...]


def _sizes(node: Any, path: tuple[str, ...] = ()) -> Iterator[_Size]:  # noqa: ANN401 - JSON is anything
    if isinstance(node, list):
        node = {str(place): item for place, item in enumerate(node)}
    if not isinstance(node, Mapping):
        return
    if isinstance(enum := node.get("enum"), list):
        yield _Size(len(enum), sum(len(str(value)) for value in enum), path)
    for key, member in node.items():
        yield from _sizes(member, (*path, key))


def _fits(sizes: list[_Size], limits: SchemaLimits) -> bool:
    values = sum(size.values for size in sizes)
    return values <= limits.values and sum(size.characters for size in sizes) <= limits.characters


def _without(node: Any, opened: set[tuple[str, ...]], path: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - the same
    if isinstance(node, list):
        return [_without(item, opened, (*path, str(place))) for place, item in enumerate(node)]
    if not isinstance(node, Mapping):
        return node
    kept = (item for item in node.items() if not (item[0] == "enum" and path in opened))
    return {key: _without(member, opened, (*path, key)) for key, member in kept}


def _unlisted(node: Any) -> Any:  # noqa: ANN401 - the same
    if isinstance(node, list):
        return [_unlisted(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    return {key: _unlisted(member) for key, member in node.items() if not (key == "enum" and isinstance(member, list))}
