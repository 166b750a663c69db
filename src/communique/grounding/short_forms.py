"""Other writings of a name: "UN" for "United Nations" at its head, "&" for "and", without the "Corp." of a firm."""

from collections.abc import Iterator, Sequence
from functools import cache

from communique._resources import read_toml
from communique.tagging.names.name_words import Part, parts_of

_Keys = tuple[str, ...]


def other_forms(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The name with each other form of what it begins with, with "&" for "and" or the reverse, and without its legal
    form."""
    yield from _of_states(parts)
    yield from _linked(parts)
    if len(parts) > 1 and parts[-1].key in _words("legal_forms"):
        yield parts_of(_written(parts[:-1]).rstrip(" ,&"))


def _of_states(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """None for the state or union alone."""
    for size in range(min(len(parts) - 1, _longest()), 0, -1):
        keys = tuple(part.key for part in parts[:size])
        if parts[size - 1].gap.strip(". "):
            continue
        for form in _forms().get(keys, ()):
            yield parts_of(f"{form} {_written(parts[size:])}")


def _linked(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    written = _written(parts)
    for link in _words("links"):
        if f" {link} " in written:
            yield parts_of(written.replace(f" {link} ", " & "))
        elif " & " in written:
            yield parts_of(written.replace(" & ", f" {link} "))


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


@cache
def _words(table: str) -> tuple[str, ...]:
    return tuple(read_toml("spelling.toml")[table])
