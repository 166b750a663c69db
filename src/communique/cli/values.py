"""The values of a record in words, with their verdicts; of an event of any class."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Value:
    """A value: its pointer (RFC 6901), what people call it, what it says, its verdict (None: unchecked), its span."""

    path: str
    label: str
    told: str
    verdict: str | None
    start: int
    end: int


def values_of(record: Mapping[str, Any]) -> Iterator[Value]:
    """The values of a record's event, in its order; a value without words of its own has an empty span."""
    verdicts = {check["path"]: check["verdict"] for check in record["checks"]}
    for path, label, node in _values(record["event"], "", ""):
        start, end = node.get("start") or 0, node.get("end") or 0
        yield Value(path, label, told(node), verdicts.get(path), start, end)


def refusals(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Pointer, proposed value, verdict and reason of every value that was not asserted."""
    for check in record["checks"]:
        if not Verdict(check["verdict"]).asserted:
            yield check["path"], check["proposed"], check["verdict"], check["reason"]


def _values(node: Any, path: str, label: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:  # noqa: ANN401 - an event of any class
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _values(item, f"{path}/{index}", f"{label} {index + 1}" if len(node) > 1 else label)
    elif isinstance(node, dict) and "text" in node:
        yield path, label, node
    elif isinstance(node, dict):
        for name, item in node.items():
            yield from _values(item, f"{path}/{name}", f"{label}, {name}" if label else name)


def told(node: Mapping[str, Any]) -> str:
    """A value in words: what it means, and its words where they differ."""
    upper = f" to {node['max']:g}" if isinstance(node.get("max"), int | float) else ""
    unit = node.get("currency") or node.get("unit") or ""
    value = node.get("value") if node.get("value") is not None else node.get("partial")
    number = f"{value:.15g}" if isinstance(value, float) else str(value)
    said = f"{number}{upper} {unit}".strip()
    text = node["text"]
    return said if text is None or text == value else f'{said}  "{text}"'
