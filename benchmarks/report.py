"""Tables as text for the terminal and as Markdown for docs/quality.md; numbers only, never words of a set."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from benchmarks.metrics import Figure, Line, Share, Table
from benchmarks.peers import OURS, TOOLS
from benchmarks.sets import UNMEASURED, rows
from benchmarks.targets import results

COMMAND = "python -m benchmarks.grounding_quality --write"
HEADER = f"<!-- Made by `{COMMAND}`: do not edit. -->"
_TARGETS = ("target", "set and figure", "others, as known before", "wanted", "ours", "")
_WHAT = (
    "Ours beside other tools, on evaluation sets made by others (their texts are not part of this project) and on "
    "faults planted in our own articles, all in one run. Ours runs through the functions that `communique tag` and "
    "`communique ground` call. How each tool is asked stands in its adapter, in benchmarks/peers. A share has its "
    "counts in brackets; an F1 its precision, recall and the number of gold entries. “-”: the tool does not do that, "
    "or not in that language."
)


def cell(figure: Figure | None) -> str:
    """A figure with its counts."""
    if figure is None or figure.per_cent is None:
        return "-"
    if isinstance(figure, Share):
        return f"{figure.per_cent:.1f} ({figure.hits} of {figure.total})"
    return f"{figure.per_cent:.1f} (P {100 * figure.precision:.1f}, R {100 * figure.recall:.1f} of {figure.gold})"


def as_text(table: Table) -> str:
    """The table for the terminal: a block a tool, as the columns have long names."""
    parts = [f"== {table.name}: {table.rows} rows"]
    for line in table.lines:
        parts.append(f"  {line.tool}{': ' + line.remark if line.remark else ''}")
        parts += [f"      {column:<46} {cell(one)}" for column, one in zip(table.columns, line.figures, strict=False)]
    return "\n".join(parts)


def as_markdown(table: Table) -> str:
    """The table for the page, with its note."""
    head = f"### {table.name}\n\n{table.rows} rows. {table.note}".rstrip()
    return f"{head}\n\n{grid(('tool', *table.columns), (_cells(line, table) for line in table.lines))}"


def _cells(line: Line, table: Table) -> list[str]:
    name = f"**{line.tool}**" if line.tool == OURS else line.tool
    if line.remark:
        return [name, line.remark, *["" for _ in table.columns[1:]]]
    return [name, *map(cell, line.figures)]


def grid(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    rows_ = [head, ["---" for _ in head], *body]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows_)


def targets_as_text(tables: Iterable[Table]) -> str:
    """The targets for the terminal."""
    return "\n".join(
        f"{words:<48} {wanted:>12} {ours:>6}  {verdict}" for words, _, _, wanted, ours, verdict in results(tables)
    )


def page(tables: Sequence[Table], times: Iterable[str], day: date) -> str:
    """The whole of docs/quality.md."""
    return "\n\n".join(_parts(tables, times, day)) + "\n"


def _parts(tables: Sequence[Table], times: Iterable[str], day: date) -> Iterator[str]:
    yield HEADER
    yield "# Quality of tagging and grounding"
    yield f"{_WHAT} Measured, and the sets used, on {day.isoformat()}."
    yield f"## Targets\n\n{grid(_TARGETS, results(tables))}"
    yield f"## Tools\n\n{grid(('tool', 'version'), _versions())}"
    yield "## Time\n\n" + "\n".join(f"- {line}" for line in times)
    yield "## Sets"
    yield from map(as_markdown, tables)
    for name, reason in UNMEASURED.items():
        yield f"### {name}\n\n{len(rows(name))} rows. {reason[:1].upper()}{reason[1:]}."


def _versions() -> Iterator[tuple[str, str]]:
    seen = {tool.distribution: tool for tool in TOOLS if tool.distribution}
    for distribution, tool in seen.items():
        yield distribution, tool.version or "not installed"
