"""`communique report`: events with their articles as one HTML page."""

from pathlib import Path
from typing import Any

import click

from communique.cli.article_paths import articles_option
from communique.cli.faults import tell
from communique.cli.kind_names import kinds_option
from communique.cli.output import articles_path
from communique.cli.places import check_place, whole_file
from communique.cli.records import Articles, article_of, articles_by_id, model_lines, record_data, record_lines
from communique.cli.terminal import counted, printable
from communique.errors import InputError
from communique.events import Event
from communique.kinds import resolve_kinds
from communique.occurrences import Occurrence
from communique.records import ArticleReport
from communique.report import MARK, Contents, report_page


@click.command(short_help="Make one HTML page to read, compare and correct events.")
@click.argument("records", metavar="EVENTS.jsonl", type=click.Path(path_type=Path))
@articles_option("The articles read: files or folders. Give it twice for two.")
@click.option(
    "-o", "--out", required=True, metavar="OUT.html", type=click.Path(path_type=Path), help="Where the page goes."
)
@click.option(
    "--linked",
    metavar="LINKED.jsonl",
    type=click.Path(path_type=Path),
    help="What `communique link` wrote: events that several articles tell of, side by side.",
)
@kinds_option("Event kinds whose fields can be added to, with commas; also package.module:Class.")
@click.option("--force", is_flag=True, help="Replace OUT.html also where communique did not make it.")
def report(
    *,
    records: Path,
    articles: tuple[str, ...],
    out: Path,
    linked: Path | None,
    kinds: str,
    force: bool,
) -> int:
    """Make one HTML page: the articles with their evidence marked, the events with every verdict, what was refused and
    why, what may be missed; filters, a timeline, who met whom, and buttons to accept, reject and correct.

    The page needs no network and asks for nothing. What you correct is exported as OUT.jsonl with its articles' file,
    which `communique evaluate` takes as gold.

    \b
    Examples:
      communique report events.jsonl --articles news/ -o report.html
      communique report events.jsonl --articles news/ --linked linked.jsonl -o report.html
    """
    check_place(out, _is_ours, force=force)
    faults: list[InputError] = []
    contents = _read(records, linked, resolve_kinds(kinds), articles_by_id(articles), faults)
    with whole_file(out) as file:
        file.write(report_page(contents, title=records.name))
    status = tell(faults)
    click.echo(f"{counted(len(contents.records), 'event')}; open it in a browser: {printable(out)}", err=True)
    return status


def _read(
    records: Path, linked: Path | None, kinds: tuple[type[Event], ...], articles: Articles, faults: list[InputError]
) -> Contents:
    """What the page shows; lines that cannot be used go to `faults`."""
    held: list[dict[str, Any]] = []
    for number, row in record_lines(records):
        try:
            record = record_data(row, records, number)
            article_of(record["article"], articles, records, number)
            held.append(record)
        except InputError as error:
            faults.append(error)
    beside = articles_path(records)
    return Contents(
        records=held,
        articles=tuple(articles.values()),
        reports=tuple(model_lines(beside, ArticleReport, faults)) if beside.exists() else (),
        kinds=kinds,
        occurrences=tuple(model_lines(linked, Occurrence, faults)) if linked else (),
    )


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return MARK in file.read(2000)
