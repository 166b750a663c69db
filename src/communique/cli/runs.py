"""`communique runs`: what used a store, and how it ended."""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from communique.cli import DONE
from communique.cli.terminal import counted, printable
from communique.errors import InputError
from communique.json_lines import json_line
from communique.llm.storing import default_store
from communique.store.runs import Run
from communique.store.sqlite import SQLiteStore


@click.command(short_help="List the runs of a store, and how each ended.")
@click.option(
    "--store",
    type=click.Path(),
    metavar="FILE",
    help="The store. Default: COMMUNIQUE_STORE, else store.sqlite in the cache directory.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a run, with everything that is known.")
def runs(*, store: str | None, as_json: bool) -> int:
    """List the runs of a store, the oldest first, and how each ended.

    done: every article was read. failed: some articles failed, or the run did. stopped: by Ctrl-C once,
    or a budget. interrupted: its process is gone. The same command again goes on where either ended. running: it lives.

    \b
    Examples:
      communique runs
      communique runs --store news.sqlite --json
    """
    place = default_store() if store is None else Path(store)
    found = _runs(place)
    for run in found:
        for line in [json_line(dataclasses.asdict(run))] if as_json else _told(run):
            click.echo(line)
    return DONE


def _runs(place: Path) -> Sequence[Run]:
    if not place.exists():
        raise InputError(
            "there is no store", path=place, mend="run `communique extract` first, or name it with --store"
        )
    with SQLiteStore(place) as store:
        return store.runs()


def _told(run: Run) -> Iterator[str]:
    """The lines of one run; articles are counted when a run ends well."""
    counts = [counted(run.articles, "article"), f"{run.failed} failed"] if run.articles else []
    counts.append(f"{counted(run.answers, 'answer')} kept")
    if run.in_doubt:
        counts.append(f"{counted(run.in_doubt, 'request')} in doubt")
    yield f"{run.id:>4}  {run.state:<11}  {run.started}  {', '.join(counts)}"
    yield f"      {printable(' '.join(run.command)) or '(from Python)'}"
