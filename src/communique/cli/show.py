"""`communique show`: events as a person reads them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.article import Article
from communique.cli.article_paths import articles_option
from communique.cli.consoles import DataConsole
from communique.cli.faults import Faults
from communique.cli.output import articles_path
from communique.cli.records import article_of, articles_by_id, record_data, record_lines
from communique.cli.terminal import printable
from communique.cli.values import Value, refusals, values_of
from communique.errors import InputError
from communique.ingest.json_rows import STDIN
from communique.verdicts import Verdict

_INDENT = (0, 0, 0, 2)


@click.command(short_help="Print events readably, with their evidence.")
@click.argument("records", metavar="EVENTS.jsonl", type=click.Path(path_type=Path))
@articles_option("The articles read, to print the evidence.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an event.")
def show(*, records: Path, articles: tuple[str, ...], as_json: bool) -> int:
    """Print every event readably: its values with their verdicts, its evidence, and what was refused and why.

    With --articles the sentences of the evidence are printed, with the words of the values underlined; an article
    whose text is no longer the one that was read is refused by name. Colours are left out where NO_COLOR is set.

    \b
    Examples:
      communique show events.jsonl
      communique show events.jsonl --articles news/
      communique show events.jsonl --json | head -1
    """
    given = articles_by_id(articles)
    console = DataConsole()
    faults, shown = Faults(), 0
    for number, row in record_lines(records):
        try:
            record = record_data(row, records, number)
            article = article_of(record["article"], given, records, number)
        except InputError as error:
            faults.tell(error)
            continue
        shown += 1
        if as_json:
            click.echo(json.dumps(_plain(record, article), ensure_ascii=False))
        else:
            console.print(_event(record, article))
    if not shown and not faults.count:
        beside = f"; {printable(articles_path(records))} tells of each article"
        is_stdin = str(records) == STDIN
        click.echo(
            "no events in standard input" if is_stdin else f"no events in {printable(records)}{beside}", err=True
        )
    return faults.end()


def _event(record: Mapping[str, Any], article: Article | None) -> RenderableType:
    reference = record["article"]
    accepted = "accepted" if record["accepted"] else "NOT accepted"
    published = f"published {reference['published'] or 'unknown'}"
    head = Text(f"{printable(record['kind'])}  {record['id']}  {accepted}", style="bold")
    told = Text(f"article: {printable(reference['id'])}, {printable(published)}")
    found = tuple(values_of(record))
    parts = (told, _table(found), *_evidence(record["evidence"], found, article), *_refused(record))
    return Group(head, *(Padding(part, _INDENT, expand=False) for part in parts), Text())


def _table(values: Sequence[Value]) -> Table:
    table = Table.grid(padding=(0, 2), pad_edge=False)
    table.add_column(max_width=26)
    table.add_column(overflow="fold")
    table.add_column(style="dim")
    for value in values:
        table.add_row(f"{printable(value.label)}:", printable(value.told), value.verdict or "not checked")
    return table


def _evidence(
    spans: Sequence[Mapping[str, int]], values: Sequence[Value], article: Article | None
) -> Iterator[RenderableType]:
    for span in spans:
        start, end = span["start"], span["end"]
        if article is None:
            yield Text(f"evidence: characters {start} to {end}")
        else:
            yield Text("evidence: ").append(_underlined(article.text, (start, end), values))


def _underlined(text: str, within: tuple[int, int], values: Sequence[Value]) -> Text:
    """The words from `start` to `end`, those of values underlined."""
    start, end = within
    under = {at for value in values for at in range(max(value.start, start), min(value.end, end))}
    shown = Text()
    for at in range(start, end):
        shown.append(printable(text[at]), style="underline" if at in under else "")
    return shown


def _refused(record: Mapping[str, Any]) -> Iterator[RenderableType]:
    for path, proposed, verdict, reason in refusals(record):
        told = f"{path or 'event'} = {json.dumps(proposed, ensure_ascii=False)}"
        yield Text(f"refused: {printable(told)}: {verdict}, {printable(reason)}", style="dim")


def _plain(record: Mapping[str, Any], article: Article | None) -> dict[str, Any]:
    """What is shown, as data."""
    spans = [(span["start"], span["end"]) for span in record["evidence"]]
    return {
        "id": record["id"],
        "kind": record["kind"],
        "accepted": record["accepted"],
        "article": record["article"]["id"],
        "values": [
            {"path": value.path, "value": value.told, "verdict": value.verdict, "asserted": _is_asserted(value)}
            for value in values_of(record)
        ],
        "refused": [
            {"path": path, "proposed": proposed, "verdict": verdict, "reason": reason}
            for path, proposed, verdict, reason in refusals(record)
        ],
        "evidence": [article.text[start:end] if article else {"start": start, "end": end} for start, end in spans],
    }


def _is_asserted(value: Value) -> bool:
    return value.verdict is not None and Verdict(value.verdict).asserted
