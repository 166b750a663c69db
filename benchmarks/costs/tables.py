"""What a benchmark prints: a table with the words around it, and the targets that it is held to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.report import grid


@dataclass(frozen=True, slots=True)
class Target:
    """What was wanted, what was reached, and whether that is enough."""

    words: str
    wanted: str
    reached: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, the words below it, a head, rows and targets."""

    title: str
    words: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    targets: tuple[Target, ...] = ()

    def markdown(self) -> str:
        """The table as a section of the page."""
        return "\n\n".join(self._parts())

    def _parts(self) -> Iterator[str]:
        yield f"## {self.title}"
        yield self.words
        yield grid(self.head, self.rows)
        if self.targets:
            yield targets(self.targets)


def targets(given: Sequence[Target]) -> str:
    """The targets as a table."""
    head = ("target", "wanted", "measured", "")
    return grid(head, ((one.words, one.wanted, one.reached, "reached" if one.holds else "missed") for one in given))


def at_least(words: str, wanted: float, reached: float, form: str = "{:.3g}") -> Target:
    """A target that more is better for."""
    return Target(words, f"at least {form.format(wanted)}", form.format(reached), reached >= wanted)


def at_most(words: str, wanted: float, reached: float, form: str = "{:.3g}") -> Target:
    """A target that less is better for."""
    return Target(words, f"at most {form.format(wanted)}", form.format(reached), reached <= wanted)
