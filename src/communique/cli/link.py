"""`communique link`: records of many articles into events of the world, each with all its sources."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from communique.cli.article_paths import articles_option
from communique.cli.faults import tell
from communique.cli.kind_names import kinds_option
from communique.cli.places import check_place, whole_file
from communique.cli.records import Articles, article_of, articles_by_id, model_lines, record_data, record_lines
from communique.cli.terminal import counted, printable
from communique.errors import InputError
from communique.ingest.json_rows import Row
from communique.kinds import resolve_kinds
from communique.linking import link, sketch
from communique.occurrences import OCCURRENCE, Occurrence, Source
from communique.records import ArticleReference

_MADE = "give a file that `communique link -o` wrote"


@click.command(short_help="Link records that tell of one event, across articles and languages.")
@click.argument("records", metavar="EVENTS.jsonl...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", required=True, metavar="LINKED.jsonl", type=click.Path(path_type=Path), help="Where to write."
)
@click.option(
    "--into",
    metavar="LINKED.jsonl",
    type=click.Path(path_type=Path),
    help="Link the records with those of an earlier output; the result is as if all had been linked at once.",
)
@articles_option("The articles read, so that a wire report in several papers counts once; else only equal texts do.")
@kinds_option("Event kinds, with commas; also package.module:Class for one of your own. Other records are left out.")
@click.option("--force", is_flag=True, help="Replace LINKED.jsonl also where communique did not make it.")
def link_command(
    *,
    records: tuple[Path, ...],
    out: Path,
    into: Path | None,
    articles: tuple[str, ...],
    kinds: str,
    force: bool,
) -> int:
    """Link records that tell of one event, across articles, papers and languages.

    Every line of the output is an event with all its sources: what they say field by field, the same together, and
    conflicts marked; copies of one wire text count once; each link says why. Only accepted records are linked. An event
    without a date is linked to another report only where they appeared within a few days.

    \b
    Examples:
      communique link events.jsonl -o linked.jsonl
      communique link monday.jsonl --into linked.jsonl --articles news/ -o linked.jsonl
    """
    check_place(out, _is_ours, force=force)
    classes = resolve_kinds(kinds)
    reading = _Reading(articles_by_id(articles), frozenset(kind.kind for kind in classes))
    counts: Counter[str] = Counter()
    console = Console(stderr=True)
    progress = Progress(console=console, transient=True, disable=not console.is_terminal)
    with whole_file(out) as file, progress:
        progress.add_task("linking", total=None)
        for occurrence in link(reading.sources(records, into), classes):
            file.write(f"{occurrence.to_json()}\n")
            counts.update(events=1, records=len(occurrence.sources), several=int(occurrence.independent > 1))
            counts.update(conflicts=sum(field.conflict for field in occurrence.fields))
    status = tell(reading.faults)
    click.echo(_told(counts, reading.left_out, out), err=True)
    return status


def _told(counts: Mapping[str, int], left_out: Mapping[str, int], out: Path) -> str:
    left = "".join(f", {count} left out ({why})" for why, count in sorted(left_out.items()))
    records, events, several, conflicts = (
        counts.get(name, 0) for name in ("records", "events", "several", "conflicts")
    )
    told = f"{counted(records, 'record')} of {counted(events, 'event')}, {several} with several independent sources"
    return f"{told}, {counted(conflicts, 'conflict')}{left}: {printable(out)}"


class _Reading:
    """The sources of all files, with what could not be read and what was left out."""

    def __init__(self, articles: Articles, kinds: frozenset[str]) -> None:
        self.faults: list[InputError] = []
        self.left_out: Counter[str] = Counter()
        self._articles, self._kinds = articles, kinds
        self._sketches = {name: sketch(article.text) for name, article in articles.items()}

    def sources(self, records: Sequence[Path], into: Path | None) -> Iterator[tuple[str, Source]]:
        """The sources of an earlier output first, then those of the records."""
        if into is not None:
            yield from self._earlier(into)
        for path in records:
            for number, row in record_lines(path):
                yield from self._new(row, path, number)

    def _earlier(self, path: Path) -> Iterator[tuple[str, Source]]:
        for occurrence in model_lines(path, Occurrence, self.faults):
            if occurrence.kind in self._kinds:
                yield from ((occurrence.kind, source) for source in occurrence.sources)
            else:
                self.left_out[f"kind {occurrence.kind}"] += len(occurrence.sources)

    def _new(self, row: Row, path: Path, number: int) -> Iterator[tuple[str, Source]]:
        try:
            record = record_data(row, path, number)
            article_of(record["article"], self._articles, path, number)
        except InputError as error:
            self.faults.append(error)
            return
        if not record["accepted"]:
            self.left_out["not accepted"] += 1
        elif record["kind"] not in self._kinds:
            self.left_out[f"kind {record['kind']}"] += 1
        else:
            yield record["kind"], self._source(record)

    def _source(self, record: Mapping[str, Any]) -> Source:
        return Source(
            record=record["id"],
            article=ArticleReference.model_validate(record["article"]),
            event=record["event"],
            evidence=record["evidence"],
            sketch=self._sketches.get(record["article"]["id"]),
        )


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        try:
            first = json.loads(file.readline())
        except ValueError:
            return False
    return isinstance(first, dict) and first.get("schema") == OCCURRENCE
