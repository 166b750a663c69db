"""The table of variants, for the terminal and for docs/prompts.md."""

from collections.abc import Iterable, Sequence

from benchmarks.prompts.scoring import Figures
from benchmarks.report import grid
from communique.evaluation.results import Score

COLUMNS = (
    "variant",
    "event F1",
    "P",
    "R",
    "argument F1",
    "refused of proposed",
    "unsupported of asserted",
    "calls",
    "tokens",
    "read",
    "written",
    "seconds",
)


def row(one: Figures) -> tuple[str, ...]:
    """The cells of a variant."""
    events = one.evaluation.events
    return (
        one.variant.name,
        _share(events.f1),
        _share(events.precision),
        _share(events.recall),
        _share(one.evaluation.arguments.f1),
        f"{one.refused} of {one.proposed}",
        f"{one.evaluation.unsupported.count} of {one.evaluation.unsupported.total}",
        f"{one.calls:.1f}",
        f"{one.tokens:.0f}",
        f"{one.read:.0f}",
        f"{one.written:.0f}",
        f"{one.seconds:.1f}",
    )


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def as_text(figures: Sequence[Figures]) -> str:
    """The table for the terminal, a kind's F1 below its variant."""
    lines = [dict(zip(COLUMNS, row(one), strict=True)) for one in figures]
    return "\n".join(
        f"{line['variant']}\n  "
        + ", ".join(f"{name} {cell}" for name, cell in line.items() if name != "variant")
        + "\n  "
        + ", ".join(_by_kind(one))
        for line, one in zip(lines, figures, strict=True)
    )


def _by_kind(one: Figures) -> Iterable[str]:
    for kind in one.evaluation.kinds:
        yield f"{kind.kind} {_counts(kind.events)} arguments {_share(kind.arguments.f1)}"


def _counts(score: Score) -> str:
    return f"{_share(score.f1)} ({score.right} of {score.predicted}, gold {score.gold})"


def as_markdown(figures: Sequence[Figures]) -> str:
    """The generated part of docs/prompts.md."""
    return grid(COLUMNS, (row(one) for one in figures))


def listed(one: Figures) -> Iterable[str]:
    """Every event and value of a variant that is not right, a line each."""
    for found in one.evaluation.confusions:
        parts = (found.article, found.kind, found.outcome, found.role, found.gold, found.predicted, found.event)
        yield f"{one.variant.name}: " + " | ".join(part or "-" for part in parts)


def replaced(page: str, table: str, text: str) -> str:
    """The page with the text between the marks of that table."""
    begin, end = f"<!-- begin {table}: made by python -m benchmarks.prompts -->", f"<!-- end {table} -->"
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"
