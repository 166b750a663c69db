"""What a run came to."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from communique.cli.terminal import counted, printable
from communique.llm.budgeting import Budget
from communique.llm.storing import Reuse
from communique.records import ArticleReport, EventRecord, SecondLook, Usage
from communique.verdicts import Verdict

_SHOWN_ARTICLES = 5
_STOPPING = frozenset({"stopped", "budget"})


class Tally:
    """Counts of a run: articles by status, events by kind, values by verdict, tokens, sentences that may be missed in
    articles that were read.

    `of_other_languages` counts those that are in neither English nor Turkish.

    Of the failed articles, which `failures` counts by code, `unread` were never asked about, `stopped` not reached, and
    `failed_before` asked about in an earlier run. `reuse` counts what came from the store.
    """

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.events: Counter[str] = Counter()
        self.accepted: Counter[str] = Counter()
        self.values: Counter[str] = Counter()
        self.tokens: Counter[str] = Counter()
        self.unread = 0
        self.of_other_languages = 0
        self.conflicts = 0
        self.injected: Counter[str] = Counter()
        self.failures: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.missed_in: Counter[str] = Counter()
        self.asked = self.gained = 0
        self.looked = False
        self.cost = ""
        self.stopped = self.failed_before = 0
        self.reuse = Reuse()

    def article(self, report: ArticleReport, usage: Usage) -> None:
        """Counts one article and what it cost."""
        self.articles[report.status] += 1
        self.stopped += report.error is not None and report.error.code in _STOPPING
        self.of_other_languages += report.status == "read" and report.article.language == "other"
        self.tokens.update(usage.model_dump())
        self.conflicts += len(report.conflicts)
        if report.injections:  # a name kept for every article would grow with the run
            self.injected[report.article.id] += len(report.injections)
        if report.error is not None:
            self.failures[report.error.code] += 1
            return
        self.missed.update(missed.kind for missed in report.missed_evidence)
        if report.missed_evidence:
            self.missed_in[report.article.id] += len(report.missed_evidence)

    def second_look(self, looked: SecondLook | None) -> None:
        """Counts what was asked about an article's sentences that no event covered, and what that gave."""
        if looked is not None:
            self.looked = True
            self.asked += looked.asked
            self.gained += looked.gained

    def spent(self, budget: Budget) -> None:
        """Notes what new calls cost, where the price is known."""
        if budget.price is not None and budget.usage.calls:
            self.cost = f"{budget.cost:.4f} for {budget.usage.calls} new calls, {budget.price.source}"

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
    if tally.failures:
        table.add_row("failures", ", ".join(f"{count} {code}" for code, count in tally.failures.most_common()))
    if tally.of_other_languages:
        table.add_row("language", f"{tally.of_other_languages} of them in neither English nor Turkish: little is found")
    for kind in sorted(tally.events):
        table.add_row(f"events: {printable(kind)}", f"{tally.events[kind]}, {tally.accepted[kind]} accepted")
    if not tally.events:
        table.add_row("events", "0")
    verdicts = ("supported", "inferred", "refused")
    table.add_row("values", ", ".join(f"{tally.values[verdict]} {verdict}" for verdict in verdicts))
    if tally.conflicts:
        table.add_row("conflicts", f"{tally.conflicts} in the articles' own words, told in the articles' lines")
    if injected := +tally.injected:
        parts = f"{counted(injected.total(), 'part')} of {counted(len(injected), 'article')}"
        table.add_row("injections", f"{parts} addressed to a machine, left unread: {_most(injected)}")
    for name, told in _missed_rows(tally):
        table.add_row(name, told)
    told = f"{tally.tokens['prompt_tokens']} read, {tally.tokens['completion_tokens']} written"
    table.add_row("tokens", f"{told}, {counted(tally.tokens['calls'], 'call')}")
    if tally.cost:
        table.add_row("cost", tally.cost)
    for name, told in _store_rows(tally):
        table.add_row(name, told)
    table.add_row("time", f"{int(seconds // 60)} min {seconds % 60:.0f} s")
    return table


def _store_rows(tally: Tally) -> Iterator[tuple[str, str]]:
    """What came from the store, what failed before, and what a stopped run did not reach."""
    if tally.reuse.answers or tally.reuse.failures:
        yield "from the store", f"{counted(tally.reuse.answers, 'answer')}, {counted(tally.reuse.failures, 'failure')}"
    if tally.failed_before:
        yield "failed before", f"{counted(tally.failed_before, 'article')}: --retry-failed asks again"
    if tally.stopped:
        yield "stopped", f"{counted(tally.stopped, 'article')} not reached: run the same command again"


def _missed_rows(tally: Tally) -> Iterator[tuple[str, str]]:
    """What may have been missed: how much by kind and article, and what a second look gave, or that there is one."""
    if tally.looked:
        yield "second look", f"{counted(tally.asked, 'sentence')} asked about, {tally.gained} covered since"
    if not tally.missed.total():
        return
    kinds = ", ".join(f"{count} {printable(kind)}" for kind, count in sorted(tally.missed.items()))
    yield "may be missed", f"{counted(tally.missed.total(), 'sentence')} that no event covers: {kinds}"
    yield "", _most(+tally.missed_in)
    yield "", "the articles' lines tell them" + ("" if tally.looked else "; --second-look asks about them")


def _most(counts: Counter[str]) -> str:
    """The articles with the highest counts."""
    told = ", ".join(f"{count} in {printable(name)}" for name, count in counts.most_common(_SHOWN_ARTICLES))
    more = len(counts) - _SHOWN_ARTICLES
    return f"{told}, and more in {counted(more, 'other article')}" if more > 0 else told


def print_summary(tally: Tally, seconds: float, out: Path | str | None) -> None:
    """Prints the table on standard error, and where the records are."""
    console = Console(stderr=True, markup=False, highlight=False)
    console.print(summary_table(tally, seconds))
    if out is not None:
        console.print(printable(out), soft_wrap=True)
