"""`communique report`: events with their articles as one HTML page."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
from pydantic import ValidationError

from communique.cli import DONE, SOME_FAILED
from communique.cli.output import articles_path
from communique.cli.records import article_of, articles_by_id, record_data, record_lines
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.kinds import resolve_kinds
from communique.records import ArticleReport
from communique.report import MARK, Contents, report_page


@click.command(short_help="Make one HTML page to read, compare and correct events.")
@click.argument("records", metavar="EVENTS.jsonl", type=click.Path(path_type=Path))
@click.option(
    "--articles", multiple=True, metavar="PATH", help="The articles read: files or folders. Give it twice for two."
)
@click.option(
    "-o", "--out", required=True, metavar="OUT.html", type=click.Path(path_type=Path), help="Where the page goes."
)
@click.option("--title", help="The page's title. Default: the name of the file of events.")
@click.option(
    "--kinds",
    default="meeting,arms_deal,statement",
    show_default=True,
    help="Event kinds whose fields can be added to, with commas; also package.module:Class.",
)
@click.option("--force", is_flag=True, help="Replace OUT.html also where communique did not make it.")
def report(*, records: Path, articles: tuple[str, ...], out: Path, title: str | None, kinds: str, force: bool) -> int:
    """Make one HTML page: the articles with their evidence marked, the events with every verdict, what was refused and
    why, what may be missed; filters, a timeline, who met whom, and buttons to accept, reject and correct.

    The page needs no network and asks for nothing. What you correct is exported as OUT.jsonl with its articles' file,
    which `communique evaluate` takes as gold.

    \b
    Examples:
      communique report events.jsonl --articles news/ -o report.html
      communique report events.jsonl --articles news.jsonl --title "March 2026" -o march.html
    """
    _check(out, force=force)
    classes = resolve_kinds(kinds)
    texts = articles_by_id(articles)
    held, faults = [], []
    for number, row in record_lines(records):
        try:
            record = record_data(row, records, number)
            article_of(record["article"], texts, records, number)
            held.append(record)
        except InputError as error:
            faults.append(error)
    contents = Contents(held, tuple(texts.values()), tuple(_reports(articles_path(records), faults)), classes)
    _write(out, report_page(contents, title=title or records.name))
    for fault in faults:
        click.echo(f"communique: {printable(fault)}", err=True)
    click.echo(f"{len(held)} events; open it in a browser: {printable(out)}", err=True)
    return SOME_FAILED if faults else DONE


def _reports(path: Path, faults: list[InputError]) -> Iterator[ArticleReport]:
    """The lines of the articles' file; none where there is no such file."""
    if not path.exists():
        return
    for number, row in record_lines(path):
        if isinstance(row, InputError):
            faults.append(row)
            continue
        try:
            yield ArticleReport.model_validate(row)
        except ValidationError as error:
            what = error.errors(include_url=False, include_input=False)[0]["msg"]
            mend = "give the file that `communique extract -o` wrote beside the events"
            faults.append(InputError(f"no report of an article ({what})", path=path, line=number, mend=mend))


def _check(out: Path, *, force: bool) -> None:
    if out.is_dir():
        raise InputError("this is a folder", path=out, mend="give a file name to -o")
    if not out.parent.is_dir():
        raise InputError("its folder does not exist", path=out, mend=f"make it: mkdir -p {out.parent}")
    if out.exists() and not force and MARK not in _head(out):
        raise InputError("it exists and was not made by communique", path=out, mend="give another -o, or --force")


def _head(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(2000)


def _write(out: Path, page: str) -> None:
    """The page, whole or not at all."""
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        aside.write_text(page, encoding="utf-8", newline="\n")
        aside.replace(out)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise InputError(f"cannot be written ({error.strerror})", path=out, mend="give another place to -o") from error
