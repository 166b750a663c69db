"""Names that begin with the short or the long form of a state or union: "UN Security Council", "U.S. Navy"."""

from collections.abc import Iterator, Sequence
from functools import cache

from communique._resources import read_toml
from communique.tagging.names.name_words import Part, parts_of

_Keys = tuple[str, ...]


def other_forms(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The name with each other form of what it begins with; none for the state or union alone."""
    for size in range(min(len(parts) - 1, _longest()), 0, -1):
        keys = tuple(part.key for part in parts[:size])
        if parts[size - 1].gap.strip(". "):
            continue
        for form in _forms().get(keys, ()):
            yield parts_of(f"{form} {_written(parts[size:])}")


def _written(parts: Sequence[Part]) -> str:
    return "".join(f"{part.written}{part.raw}" for part in parts)


@cache
def _forms() -> dict[_Keys, tuple[str, ...]]:
    groups: list[list[str]] = read_toml("spelling.toml")["short_forms"]
    return {
        tuple(part.key for part in parts_of(form)): tuple(other for other in group if other != form)
        for group in groups
        for form in group
    }


@cache
def _longest() -> int:
    return max(map(len, _forms()))
