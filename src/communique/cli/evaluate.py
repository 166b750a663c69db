"""`communique evaluate`: predicted events scored against gold ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from rich.table import Table

from communique.cli import DONE
from communique.cli.article_paths import articles_option
from communique.cli.consoles import DataConsole
from communique.cli.kind_names import kinds_option
from communique.cli.records import articles_by_id
from communique.cli.terminal import counted, printable
from communique.evaluation import Evaluation, evaluate, read_records
from communique.evaluation.results import Confusion, Interval, Score
from communique.events import BUILT_IN
from communique.kinds import resolve_kinds

_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """The command's parameters as they were parsed."""

    gold: Path
    predicted: Path
    kinds: str
    articles: tuple[str, ...]
    all_events: bool
    listed: int
    as_json: bool


class EvaluateCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code."""
        return run(EvaluateOptions(**ctx.params))


@click.command("evaluate", cls=EvaluateCommand, short_help="Score predicted events against gold ones.")
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(path_type=Path))
@click.argument("predicted", metavar="PREDICTED.jsonl", type=click.Path(path_type=Path))
@kinds_option("Event kinds that count, with commas; also package.module:Class for one of your own.")
@articles_option("The articles, to check predicted values that have no check of their own; give it repeatedly.")
@click.option("--all-events", is_flag=True, help="Count predicted events that were not accepted, too.")
@click.option(
    "--list",
    "listed",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Print so many of the things that are not right; --json has them all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the whole evaluation as one JSON document.")
def evaluate_command() -> None:
    """Score the events of PREDICTED.jsonl against those of GOLD.jsonl.

    Both are record files with their articles' file beside them (X.jsonl, X.articles.jsonl), of the same articles with
    the same texts; a corrected output is a gold file, and an article without events counts. Only accepted events do.

    Events are matched one to one within article and kind: a meeting by two shared participants (one where gold has
    one), a deal by two of supplier, recipient and weapon, a statement by its words (overlap over 0.6), an event of
    your own by its `matched_by`. Values are compared on matched events: names without titles (a surname or a body's
    initials will do; more than gold has will not), dates to gold's granularity, countries and choices by value,
    amounts by number and currency, phrases by an overlap of one half. Phrases, quotes, a meeting's format and a deal's
    terms are told by role, but are not in the overall score. In brackets: 95 % of 1000 bootstrap draws of articles.

    Exit code: 0 done, 2 a file cannot be used.

    \b
    Examples:
      communique evaluate gold.jsonl events.jsonl
      communique evaluate gold.jsonl events.jsonl --json > evaluation.json
      communique evaluate gold.jsonl others.jsonl --articles news/ --list 0
      communique evaluate gold.jsonl drills.jsonl --kinds my_events:Exercise
    """


def run(options: EvaluateOptions) -> int:
    """The exit code of an evaluation; events of built-in kinds that are not asked for are passed over."""
    classes = resolve_kinds(options.kinds)
    named = {kind.kind for kind in classes}
    known = (*classes, *(kind for kind in BUILT_IN if kind.kind not in named))
    result = evaluate(
        read_records(options.gold, known),
        read_records(options.predicted, known),
        kinds=classes,
        articles=articles_by_id(options.articles).values(),
        accepted_only=not options.all_events,
    )
    if options.as_json:
        click.echo(result.to_json())
    else:
        _print(result, options.listed)
    return DONE


def _print(result: Evaluation, listed: int) -> None:
    console = DataConsole()
    console.print(counted(result.articles, "article"))
    for table in (_events(result), _languages(result), _rates(result), _roles(result)):
        console.print(table)
    for confusion in result.confusions[:listed]:
        console.print(_line(confusion), soft_wrap=True)
    left = len(result.confusions) - listed
    if listed and left > 0:
        console.print(f"… and {left} more: --list {len(result.confusions)}")


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column(columns[0])
    for column in columns[1:]:
        table.add_column(column, justify="right")
    return table


def _events(result: Evaluation) -> Table:
    table = _table("Events", "kind", "gold", "found", "right", "precision", "recall", "F1", "95 %")
    rows = [(held.kind, held.events) for held in result.kinds]
    for name, score in (*rows, ("all", result.events)):
        table.add_row(printable(name), *_scored(score), _between(score.f1_interval))
    return table


def _roles(result: Evaluation) -> Table:
    """Roles by kind; those in brackets are not in the overall score."""
    table = _table("Values of matched events", "role", "gold", "found", "right", "precision", "recall", "F1")
    for kind in result.kinds:
        own = [held for held in result.roles if held.kind == kind.kind]
        table.add_row(printable(kind.kind), *_scored(kind.arguments))
        for held in own:
            table.add_row("  " + printable(held.role if held.counted else f"({held.role})"), *_scored(held.score))
    table.add_row("all but (…)", *_scored(result.arguments))
    return table


def _languages(result: Evaluation) -> Table:
    table = _table("Languages", "language", "articles", "event F1", "95 %", "value F1", "95 %")
    for held in result.languages:
        scores = ((_share(score.f1), _between(score.f1_interval)) for score in (held.events, held.arguments))
        table.add_row(held.language, str(held.articles), *(cell for pair in scores for cell in pair))
    return table


def _rates(result: Evaluation) -> Table:
    table = _table("Rates", "", "count", "of", "share", "95 %")
    rows = (
        ("dates right", result.dates),
        ("asserted values without support", result.unsupported),
        *((f"  {held.type}", held.unsupported) for held in result.types if held.unsupported.count),
        ("right values refused", result.refused_right),
    )
    for name, rate in rows:
        table.add_row(name, str(rate.count), str(rate.total), _share(rate.rate), _between(rate.interval))
    if result.unchecked:
        table.add_row("asserted values unchecked: give --articles", str(result.unchecked), "", "", "")
    return table


def _scored(score: Score) -> Iterator[str]:
    yield from (str(score.gold), str(score.predicted), str(score.right))
    yield from (_share(share) for share in (score.precision, score.recall, score.f1))


def _share(share: float | None) -> str:
    return _NOTHING if share is None else f"{share:.3f}"


def _between(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:.2f}-{interval[1]:.2f}"


def _line(confusion: Confusion) -> str:
    told = f"{confusion.outcome:11} {confusion.article}  {confusion.kind}  {confusion.event}"
    if confusion.role is None:
        return printable(f"{told}  {confusion.predicted or ''}".rstrip())
    values = (("gold", confusion.gold), ("predicted", confusion.predicted))
    said = "; ".join(f"{name} {value!r}" for name, value in values if value is not None)
    return printable(f"{told}  {confusion.role}: {said}")
