"""`communique merge`: outputs and stores of several machines into one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from communique.cli import DONE
from communique.cli.faults import tell
from communique.cli.output import FileOutput, articles_path
from communique.cli.records import model_lines, record_data, record_lines
from communique.cli.terminal import counted, printable
from communique.errors import InputError
from communique.json_lines import json_line
from communique.records import ArticleReport
from communique.store.joining import join_stores

_SQLITE = b"SQLite format 3\x00"


@click.command(short_help="Join outputs, or stores, of several machines.")
@click.argument("sources", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", required=True, metavar="OUT", type=click.Path(path_type=Path), help="Where the whole goes."
)
@click.option("--force", is_flag=True, help="Replace OUT even if communique did not make it; a store is added to.")
def merge(*, sources: tuple[Path, ...], out: Path, force: bool) -> int:
    """Join what several machines made with --shard: outputs (each with its articles' file beside it) into one output,
    or stores into one store, which may be there already.

    An article that two outputs have, with the same text, is taken from the first that read it; one that has another
    text is an error. The articles stand in the order of their ids, whatever was given first.

    \b
    Examples:
      communique merge part-1.jsonl part-2.jsonl -o events.jsonl
      communique merge one.sqlite two.sqlite -o store.sqlite
    """
    stores = [_is_store(source) for source in sources]
    if all(stores):
        new, every = join_stores(sources, out)
        click.echo(f"{new} answers were new, {every} are kept: {printable(out)}", err=True)
        return DONE
    if any(stores):
        raise InputError("outputs and stores do not go together", mend="merge them apart")
    return _merge_outputs(sources, out, force=force)


def _is_store(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", path=path, mend="check the path") from error


def _merge_outputs(sources: Sequence[Path], out: Path, *, force: bool) -> int:
    faults: list[InputError] = []
    chosen: dict[str, tuple[ArticleReport, Path]] = {}
    for source in sources:
        for report in model_lines(articles_path(source), ArticleReport, faults):
            _choose(chosen, report, source)
    lines = {source: dict(_lines(source, faults)) for source in sources}
    count = 0
    with FileOutput(out, force=force) as output:
        for name in sorted(chosen):
            report, source = chosen[name]
            for event in report.events:
                if event in lines[source]:
                    output.record(lines[source][event])
                    count += 1
                else:
                    mend = "give the file as `communique extract -o` wrote it"
                    faults.append(InputError(f"it has no event {event} of article {name!r}", path=source, mend=mend))
            output.article(report.to_json())
    status = tell(faults)
    click.echo(f"{counted(len(chosen), 'article')}, {counted(count, 'event')}: {printable(out)}", err=True)
    return status


def _choose(chosen: dict[str, tuple[ArticleReport, Path]], report: ArticleReport, source: Path) -> None:
    """Takes the report where the article has none, or a failed one."""
    name = report.article.id
    if name not in chosen:
        chosen[name] = (report, source)
        return
    known, place = chosen[name]
    texts = {one.article.sha256 for one in (known, report)} - {None}
    if len(texts) > 1:
        told = f"article {name!r} has another text in {place}"
        raise InputError(told, path=source, mend="give two articles two ids, and extract one again")
    if known.status == "failed" and report.status != "failed":
        chosen[name] = (report, source)


def _lines(path: Path, faults: list[InputError]) -> Iterator[tuple[str, str]]:
    """The records of an output by id, each as its line."""
    for number, row in record_lines(path):
        try:
            record = record_data(row, path, number)
            yield record["id"], json_line(record)
        except InputError as error:
            faults.append(error)
