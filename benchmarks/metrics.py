"""Shares and F1 scores with their counts, and the tables that hold them."""

from collections.abc import Iterable
from dataclasses import dataclass

PER_CENT = 100.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all are so; no per cent without any."""

    hits: int
    total: int

    @classmethod
    def of(cls, hits: Iterable[bool]) -> "Share":
        """The share of true values."""
        seen = list(hits)
        return cls(sum(seen), len(seen))

    @property
    def per_cent(self) -> float | None:
        """The share in per cent."""
        return PER_CENT * self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class F1:
    """Right among found and among gold; `covered` gold entries were found (as many as are right unless told)."""

    right: int
    found: int
    gold: int
    covered: int | None = None

    @property
    def precision(self) -> float:
        """Right among found, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Covered among gold, 0 to 1."""
        covered = self.right if self.covered is None else self.covered
        return covered / self.gold if self.gold else 0.0

    @property
    def per_cent(self) -> float | None:
        """The harmonic mean of precision and recall, in per cent; none without gold."""
        both = self.precision + self.recall
        if not self.gold:
            return None
        return PER_CENT * 2 * self.precision * self.recall / both if both else 0.0


Figure = Share | F1


@dataclass(frozen=True, slots=True)
class Line:
    """One tool's figures, one a column; None where the tool does not do it. `remark` stands in for figures."""

    tool: str
    figures: tuple[Figure | None, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of one set: `rows` of the file, `columns` with what is counted, `note` on how."""

    name: str
    rows: int
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""

    def figure(self, tool: str, column: str) -> Figure | None:
        """A tool's figure in a column."""
        line = next((line for line in self.lines if line.tool == tool), None)
        if line is None or not line.figures:
            return None
        return line.figures[self.columns.index(column)]


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two half-open intervals share a character."""
    return start < other_end and other_start < end


def intersection_over_union(start: int, end: int, other_start: int, other_end: int) -> float:
    """Shared characters of two half-open intervals, among those of either."""
    shared = max(0, min(end, other_end) - max(start, other_start))
    return shared / max(1, (end - start) + (other_end - other_start) - shared)
