"""What a run came to."""

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from communique.cli.terminal import printable
from communique.records import ArticleReport, EventRecord, Usage
from communique.verdicts import Verdict


class Tally:
    """Counts of a run: articles by status, events by kind, values by verdict, tokens."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.events: Counter[str] = Counter()
        self.accepted: Counter[str] = Counter()
        self.values: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()
        self.conflicts = 0

    def article(self, report: ArticleReport, usage: Usage) -> None:
        """Counts one article and what it cost."""
        self.articles[report.status] += 1
        self.tokens.update(usage.model_dump())
        self.conflicts += len(report.conflicts)

    def record(self, record: EventRecord) -> None:
        """Counts one event and its values; the check on the event as a whole is no value."""
        self.events[record.kind] += 1
        self.accepted[record.kind] += record.accepted
        self.values.update(_column(check.verdict) for check in record.checks if check.path)


def _column(verdict: Verdict) -> str:
    return verdict.value if verdict.asserted else "refused"


def summary_table(tally: Tally, seconds: float) -> Table:
    """The table of a run."""
    table = Table(show_header=False, title="communique", title_justify="left")
    table.add_row("articles", ", ".join(f"{tally.articles[status]} {status}" for status in ("read", "empty", "failed")))
    for kind in sorted(tally.events):
        table.add_row(f"events: {printable(kind)}", f"{tally.events[kind]}, {tally.accepted[kind]} accepted")
    if not tally.events:
        table.add_row("events", "0")
    verdicts = ("supported", "inferred", "refused")
    table.add_row("values", ", ".join(f"{tally.values[verdict]} {verdict}" for verdict in verdicts))
    if tally.conflicts:
        table.add_row("conflicts", f"{tally.conflicts} in the articles' own words, told in the articles' lines")
    told = f"{tally.tokens['prompt_tokens']} read, {tally.tokens['completion_tokens']} written"
    table.add_row("tokens", f"{told}, {tally.tokens['calls']} calls")
    table.add_row("time", f"{int(seconds // 60)} min {seconds % 60:.0f} s")
    return table


def print_summary(tally: Tally, seconds: float, out: Path | None) -> None:
    """Prints the table on standard error, and where the records are."""
    console = Console(stderr=True, markup=False, highlight=False)
    console.print(summary_table(tally, seconds))
    if out is not None:
        console.print(printable(out), soft_wrap=True)
