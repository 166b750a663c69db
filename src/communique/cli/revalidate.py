"""`communique revalidate`: old records under today's checks and policy."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import click
from pydantic import ValidationError

from communique.cli import SOME_FAILED
from communique.cli.article_paths import articles_option
from communique.cli.faults import Faults
from communique.cli.kind_names import kinds_option
from communique.cli.places import written
from communique.cli.records import Articles, article_of, articles_by_id, record_data, record_lines
from communique.cli.terminal import printable
from communique.errors import ConfigurationError, InputError
from communique.events import Event
from communique.ingest.json_rows import Row
from communique.kinds import resolve_kinds
from communique.records import EventRecord
from communique.revalidating import Revalidation, VerdictChange, revalidate
from communique.schemas import validate_record
from communique.verdicts import Policy


@dataclass(frozen=True, slots=True)
class _Run:
    """What a line is checked with."""

    articles: Articles
    kinds: tuple[type[Event], ...]
    policy: Policy
    changes_to_stderr: bool
    faults: Faults = field(default_factory=Faults)


@click.command("revalidate", short_help="Check old records anew, with today's checks and policy and no model.")
@click.argument("records", metavar="EVENTS.jsonl...", nargs=-1, required=True, type=click.Path(path_type=Path))
@articles_option("The articles read; give it repeatedly.", required=True)
@kinds_option("Event kinds, with commas; also package.module:Class for one of your own.")
@click.option(
    "--on-unsupported",
    type=click.Choice(["drop", "flag", "reject"]),
    default="drop",
    show_default=True,
    help="Values the article does not support: drop them, leave them flagged, or reject the event.",
)
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    help="Write the records as they are now here, each with the id it had; - for standard output.",
)
@click.option("--check", is_flag=True, help="The exit code is 1 where a verdict changed, too.")
def revalidate_command(
    *,
    records: tuple[Path, ...],
    articles: tuple[str, ...],
    kinds: str,
    on_unsupported: Literal["drop", "flag", "reject"],
    out: str | None,
    check: bool,
) -> int:
    """Check every record of the files anew against its article, and print the verdicts that changed.

    Each is a line: record, path, the verdict that was and that is, the value, and why. Without --articles for it, or
    with another text than the one that was read, a record fails by name. Exit code: 0 all checked, 1 some lines failed,
    2 nothing could start.

    \b
    Examples:
      communique revalidate events.jsonl --articles news/
      communique revalidate events.jsonl --articles news/ --on-unsupported reject -o revalidated.jsonl
      communique revalidate events/*.jsonl --articles news/ --check
      communique revalidate drills.jsonl --articles news/ --kinds my_events:Exercise
    """
    run = _Run(articles_by_id(articles), resolve_kinds(kinds), Policy(on_unsupported=on_unsupported), out == "-")
    told: Counter[str] = Counter()
    kept = [done.record.to_json() + "\n" for path in records for done in _revalidated(path, run, told)]
    if out is not None:
        with written(out) as stream:
            stream.writelines(kept)
    status = run.faults.end()
    click.echo(
        f"records: {told['records']} checked, {told['changed']} changed, {run.faults.count} failed; "
        f"verdicts changed: {told['verdicts']}",
        err=True,
    )
    return SOME_FAILED if check and told["changed"] else status


def _revalidated(path: Path, run: _Run, told: Counter[str]) -> Iterator[Revalidation]:
    for number, row in record_lines(path):
        try:
            done = _checked(row, path, number, run)
        except InputError as error:
            run.faults.tell(error)
            continue
        told.update(records=1, changed=int(bool(done.changes)), verdicts=len(done.changes))
        for change in done.changes:
            click.echo(_change_line(done.record.id, change), err=run.changes_to_stderr)
        yield done


def _checked(row: Row, path: Path, number: int, run: _Run) -> Revalidation:
    """The record of a line, checked anew; raises InputError, which names the line, where it cannot be."""
    data = record_data(row, path, number)
    article = article_of(data["article"], run.articles, path, number)
    if article is None:
        missing = f"article {data['article']['id']!r} is not among --articles"
        raise InputError(missing, code="no_article", path=path, line=number, mend="give its file or folder too")
    try:
        record = EventRecord.of(data, run.kinds)
        validate_record(data, type(record.event))
        return revalidate(record, article, policy=run.policy)
    except (ConfigurationError, ValidationError) as error:
        told = str(error).partition("\n")[0]
        mend = "give --kinds the event class that the record was made with"
        raise InputError(told, path=path, line=number, mend=mend) from error
    except InputError as error:
        raise InputError(error.message, code=error.code, path=path, line=number, mend=error.mend) from error


def _change_line(record_id: str, change: VerdictChange) -> str:
    before, after = (verdict.value if verdict else "none" for verdict in (change.before, change.after))
    path = change.path or "event"
    return printable(f"{record_id}  {path}  {before} -> {after}  {change.proposed!r}: {change.reason}")
