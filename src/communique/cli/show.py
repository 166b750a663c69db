"""`communique show`: events as a person reads them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from communique.article import Article
from communique.cli import DONE, SOME_FAILED
from communique.cli.records import article_of, articles_by_id, record_data, record_lines
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.verdicts import Verdict


@click.command(short_help="Print events readably, with their evidence.")
@click.argument("records", metavar="EVENTS.jsonl", type=click.Path(path_type=Path))
@click.option("--articles", multiple=True, metavar="PATH", help="The articles read, to print the evidence underlined.")
def show(*, records: Path, articles: tuple[str, ...]) -> int:
    """Print every event readably: its values, its evidence, and what was refused and why.

    With --articles the evidence is printed underlined; an article whose text is no longer the one that was read is
    refused by name.

    \b
    Examples:
      communique show events.jsonl
      communique show events.jsonl --articles news/
    """
    given = articles_by_id(articles)
    status = DONE
    for number, row in record_lines(records):
        try:
            record = record_data(row, records, number)
            click.echo("\n".join(_event_lines(record, article_of(record["article"], given, records, number))) + "\n")
        except InputError as error:
            click.echo(f"communique: {printable(error)}", err=True)
            status = SOME_FAILED
    return status


def _event_lines(record: Mapping[str, Any], article: Article | None) -> Iterator[str]:
    reference = record["article"]
    accepted = "accepted" if record["accepted"] else "NOT accepted"
    yield click.style(f"{printable(record['kind'])}  {record['id']}  {accepted}", bold=True)
    yield f"  article: {printable(reference['id'])}, published {printable(reference['published'] or 'unknown')}"
    yield from (f"  {printable(path)}: {shown}" for path, shown in _values(record["event"], ""))
    for span in record["evidence"]:
        yield _evidence(span, article)
    yield from _refusals(record["checks"])


def _values(node: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - an event of any class
    if isinstance(node, list):
        for index, item in enumerate(node, 1):
            yield from _values(item, f"{path} {index}" if len(node) > 1 else path)
    elif isinstance(node, dict) and "text" in node:
        yield path, _value(node)
    elif isinstance(node, dict):
        for name, item in node.items():
            yield from _values(item, f"{path}, {name}" if path else name)


def _value(node: Mapping[str, Any]) -> str:
    upper = f" to {node['max']:g}" if isinstance(node.get("max"), int | float) else ""
    unit = node.get("currency") or node.get("unit") or ""
    value = node.get("value") if node.get("value") is not None else node.get("partial")
    number = f"{value:.15g}" if isinstance(value, float) else str(value)
    told = printable(f"{number}{upper} {unit}".strip())
    text = node["text"]
    return told if text is None or text == value else f'{told}  "{printable(text)}"'


def _evidence(span: Mapping[str, int], article: Article | None) -> str:
    if article is None:
        return f"  evidence: characters {span['start']} to {span['end']}"
    return "  evidence: " + click.style(printable(article.text[span["start"] : span["end"]]), underline=True)


def _refusals(checks: list[Mapping[str, Any]]) -> Iterator[str]:
    for check in checks:
        if not Verdict(check["verdict"]).asserted:
            told = f"{check['path'] or 'event'} = {json.dumps(check['proposed'], ensure_ascii=False)}"
            yield click.style(
                f"  refused: {printable(told)}: {check['verdict']}, {printable(check['reason'])}", dim=True
            )
