"""What a record asserts: under the policy `flag` an event also holds values that were refused."""

from collections.abc import Iterator, Mapping
from typing import Any

from communique.verdicts import Verdict

Record = Mapping[str, Any]


def asserted(record: Record) -> tuple[Record, int]:
    """The record without the values that its checks refused, and how many those were.

    The tables show them beside their checks; a register, a coded event or a calendar has no place for a doubt.
    """
    verdicts = {check["path"]: Verdict(check["verdict"]) for check in record["checks"]}
    refused = frozenset(path for path, verdict in verdicts.items() if not verdict.asserted)
    held = refused & frozenset(_paths(record["event"], "")) if refused else refused
    if not held:
        return record, 0
    return {**record, "event": _without(record["event"], "", held)}, len(held)


def _paths(node: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - an event of any class
    """The pointers of all values, and of what holds them."""
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, child in children:
        if child is not None:
            yield f"{path}/{name}"
            yield from _paths(child, f"{path}/{name}")


def _without(node: Any, path: str, refused: frozenset[str]) -> Any:  # noqa: ANN401 - the same
    if isinstance(node, list):
        places = ((f"{path}/{index}", item) for index, item in enumerate(node))
        return [_without(item, at, refused) for at, item in places if at not in refused]
    if isinstance(node, dict):
        return {
            name: None if f"{path}/{name}" in refused else _without(child, f"{path}/{name}", refused)
            for name, child in node.items()
        }
    return node
