"""`communique runs`: what used a store, and how it ended."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from communique.cli import DONE
from communique.cli.terminal import printable
from communique.errors import InputError
from communique.json_lines import json_line
from communique.llm.storing import default_store
from communique.store.runs import Run
from communique.store.sqlite import SQLiteStore


@click.command(short_help="List the runs of a store, and how each ended.")
@click.option(
    "--store",
    metavar="FILE",
    help="The store. Default: COMMUNIQUE_STORE, else store.sqlite in the cache directory.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a run, with everything that is known.")
def runs(*, store: str | None, as_json: bool) -> int:
    """List the runs of a store, the oldest first, and how each ended.

    done: every article was read. failed: some articles failed, or the run did. stopped: by Ctrl-C or a budget.
    interrupted: its process is gone; the same command again goes on where it ended. running: it lives.

    \b
    Examples:
      communique runs
      communique runs --store news.sqlite --json
    """
    place = default_store() if store is None else Path(store)
    found = _runs(place)
    if as_json:
        for run in found:
            click.echo(json_line(dataclasses.asdict(run)))
    else:
        Console(markup=False, highlight=False, soft_wrap=True).print(_table(found))
    return DONE


def _runs(place: Path) -> Sequence[Run]:
    if not place.exists():
        raise InputError(
            "there is no store", path=place, mend="run `communique extract` first, or name it with --store"
        )
    with SQLiteStore(place) as store:
        return store.runs()


def _table(found: Sequence[Run]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("run", "state", "started", "articles", "failed", "answers kept", "in doubt", "command"):
        table.add_column(name)
    for run in found:
        counts = (run.articles, run.failed, run.answers, run.in_doubt)
        command = printable(" ".join(run.command)) or "(from Python)"
        table.add_row(str(run.id), run.state, run.started, *map(str, counts), command)
    return table
