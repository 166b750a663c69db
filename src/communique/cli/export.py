"""`communique export`: records as tables, registers and calendars of other tools."""

from collections.abc import Iterator
from pathlib import Path

import click

from communique.cli import DONE, SOME_FAILED
from communique.cli.export_forms import EXPORTS, Done, Job, summary
from communique.cli.export_source import Source
from communique.cli.kind_names import kinds_option
from communique.cli.terminal import printable
from communique.kinds import resolve_kinds


@click.command(short_help="Write events as tables, a register, PLOVER events or a calendar.")
@click.argument("records", metavar="EVENTS.jsonl", type=click.Path(path_type=Path))
@click.option("--to", "form", required=True, type=click.Choice(tuple(EXPORTS)), help="What to write.")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Where it goes: a folder for csv, parquet and sipri, else a file.",
)
@kinds_option("Event kinds whose fields become columns, with commas; also package.module:Class for one of your own.")
@click.option("--accepted-only/--no-accepted-only", help="Leave out events that are not accepted.")
@click.option("--force", is_flag=True, help="Replace OUT also where communique did not make it.")
def export(*, records: Path, form: str, out: Path, kinds: str, accepted_only: bool, force: bool) -> int:
    """Write events in the forms of other tools.

    csv, parquet and duckdb have a table of events, one of those who take part, one of checks, and one of articles where
    EVENTS.articles.jsonl is beside the records; `record_id` joins them. sipri is the shape of SIPRI's arms transfers
    register, plover JSON Lines of PLOVER events, ics a calendar of planned meetings. jsonl gives the lines back that a
    folder of parquet was made from. What a form cannot hold is counted at the end; docs/exports.md has every column.

    \b
    Examples:
      communique export events.jsonl --to csv -o tables
      communique export events.jsonl --to duckdb -o events.duckdb --accepted-only
      communique export events.jsonl --to sipri -o register
      communique export events.jsonl --to parquet -o tables && communique export tables --to jsonl -o again.jsonl
    """
    source = Source(records, resolve_kinds(kinds), accepted_only=accepted_only)
    done = EXPORTS[form](Job(source, out, force))
    for line in _told(source, done, out):
        click.echo(printable(line), err=True)
    return SOME_FAILED if source.faults else DONE


def _told(source: Source, done: Done, out: Path) -> Iterator[str]:
    yield from (f"communique: {fault}" for fault in source.faults)
    yield from (f"{count} x {why}: left out" for why, count in sorted(source.left_out.items()))
    for kind, count in sorted(source.unknown.items()):
        yield f"{count} x kind {kind}: its own fields have no columns; name its class with --kinds package.module:Class"
    first, *losses = summary(done)
    yield from losses
    yield f"{first}: {out}"
    yield f"next: {done.next_step}"
