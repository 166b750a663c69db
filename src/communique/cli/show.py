"""`communique show`: events as a person reads them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from communique.article import Article
from communique.cli import DONE, SOME_FAILED
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.ingest import read_articles
from communique.schemas import validate_envelope
from communique.verdicts import Verdict

Articles = Mapping[str, Article]


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
    given = _articles(articles)
    status = DONE
    for number, line in enumerate(_lines(records), 1):
        try:
            record = _record(line, records, number)
            click.echo("\n".join(_event_lines(record, _article_of(record, given, records, number))) + "\n")
        except InputError as error:
            click.echo(f"communique: {printable(error)}", err=True)
            status = SOME_FAILED
    return status


def _lines(path: Path) -> Iterator[str]:
    try:
        with click.open_file(str(path), encoding="utf-8", errors="replace") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise click.ClickException(
            f"{path}: cannot be read ({error.strerror}); give a file that `communique extract` wrote"
        ) from error


def _record(line: str, path: Path, number: int) -> dict[str, Any]:
    mend = "give a file that `communique extract -o` wrote"
    try:
        record: dict[str, Any] = json.loads(line)
        validate_envelope(record)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})", path=path, line=number, mend=mend) from error
    except InputError as error:
        raise InputError(error.message, path=path, line=number, mend=mend) from error
    return record


def _articles(paths: tuple[str, ...]) -> Articles:
    items = read_articles(paths) if paths else ()
    return {item.id: item for item in items if isinstance(item, Article)}


def _article_of(record: Mapping[str, Any], articles: Articles, path: Path, number: int) -> Article | None:
    """The record's article, None where it was not given; raises InputError for another text."""
    reference = record["article"]
    article = articles.get(reference["id"])
    if article is not None and article.sha256 != reference["sha256"]:
        raise InputError(
            f"article {reference['id']!r} has another text than the one that was read",
            code="other_text",
            path=path,
            line=number,
            mend="give the same file to --articles, or extract again",
        )
    return article


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
