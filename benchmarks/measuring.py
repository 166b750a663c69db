"""How a set is measured: every tool's answers are judged one by one, and the judgements are counted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from benchmarks.metrics import F1, Figure, Line, Share, Table
from benchmarks.peers import OURS, TOOLS, Tool, functions
from benchmarks.sets import Row, rows


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement: on a case (counted as a share), or on a gold or found entry (both sides make an F1).

    `holds` is what is counted, such as that the value is right; of a `fault`, such as a false find, it is wrong.
    """

    column: str
    holds: bool
    words: str
    side: Literal["case", "gold", "found"] = "case"
    fault: bool = False


Judge = Callable[..., Iterable[Judged]]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A set and how it is measured: `judge` takes its rows and a tool's functions for `what`, and yields judgements.

    The rows are those of the file of that name, unless `given` says otherwise.
    """

    name: str
    language: str
    what: tuple[str, ...]
    columns: tuple[str, ...]
    judge: Judge
    note: str = ""
    given: Callable[[], Sequence[Any]] | None = None

    @property
    def rows(self) -> Sequence[Any]:
        """What is measured on."""
        return rows(self.name) if self.given is None else self.given()

    def table(self, tools: tuple[Tool, ...] = TOOLS) -> Table:
        """The figures of the tools that have to do with it, ours first."""
        return Table(self.name, len(self.rows), self.columns, tuple(self._lines(tools)), self.note)

    def misses(self) -> Iterator[str]:
        """Each case that ours has wrong."""
        found = functions(TOOLS[0], self.what, self.language)
        for judged in self.judge(self.rows, *found):
            if judged.holds == judged.fault:
                yield f"{judged.column} | {judged.side} | {judged.words}"

    def _lines(self, tools: tuple[Tool, ...]) -> Iterator[Line]:
        for tool in tools:
            found = functions(tool, self.what, self.language)
            if isinstance(found, str):
                if found:
                    yield Line(tool.name, remark=found)
                continue
            judged = list(self.judge(self.rows, *found))
            if judged or tool.name == OURS:
                yield Line(tool.name, tuple(figure(judged, column) for column in self.columns))


def figure(judged: Iterable[Judged], column: str) -> Figure | None:
    """The share or F1 of a column; None where nothing was judged."""
    mine = [one for one in judged if one.column == column]
    cases, found, gold = ([one.holds for one in mine if one.side == side] for side in ("case", "found", "gold"))
    if cases:
        return Share.of(cases)
    if not gold and not found:
        return None
    return F1(sum(found), len(found), len(gold), sum(gold))


def by_overlap(
    column: str, text: str, found: Iterable[tuple[int, int]], gold: Iterable[tuple[int, int]]
) -> Iterator[Judged]:
    """Judgements by overlap: a found span is right, and a gold span found, if it shares a character with another."""
    found, gold = list(found), list(gold)
    for start, end in gold:
        yield Judged(column, _shares(start, end, found), shown(text, start, end), "gold")
    for start, end in found:
        yield Judged(column, _shares(start, end, gold), shown(text, start, end), "found")


def shown(text: str, start: int, end: int) -> str:
    """The words of a span in brackets, with what stands around it."""
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}".replace("\n", " ")


def _shares(start: int, end: int, others: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in others)


Rows = tuple[Row, ...]
