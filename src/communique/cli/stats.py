"""`communique stats`: what a file of events comes to."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from communique.cli.consoles import DataConsole
from communique.cli.faults import Faults
from communique.cli.records import record_data, record_lines
from communique.cli.terminal import printable
from communique.cli.values import refusals
from communique.errors import InputError

_MONTH = 7


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of events: accepted ones by kind, country, month and pair of parties, and refused values by reason."""

    kinds: Counter[str] = field(default_factory=Counter)
    not_accepted: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def add(self, record: Mapping[str, Any]) -> None:
        """Counts one record; what was refused is counted of every one."""
        self.refused.update(f"{verdict.replace('_', ' ')}: {_field(path)}" for path, _, verdict, _ in refusals(record))
        if not record["accepted"]:
            self.not_accepted[record["kind"]] += 1
            return
        event = record["event"]
        self.kinds[record["kind"]] += 1
        self.countries.update(set(_countries(event)))
        self.months[(_month(event) or "unknown")] += 1
        self.pairs.update(combinations(sorted(set(_participants(event))), 2))


def _field(path: str) -> str:
    """The field of a pointer, without the numbers of list items."""
    return ", ".join(part for part in path.split("/") if part and part != "-" and not part.isdigit()) or "the event"


def _countries(node: Any) -> Iterator[str]:  # noqa: ANN401 - an event of any class
    if isinstance(node, list):
        for item in node:
            yield from _countries(item)
    elif isinstance(node, dict):
        for name, item in node.items():
            if name == "country" and isinstance(item, dict):
                yield item["value"]
            else:
                yield from _countries(item)


def _month(event: Mapping[str, Any]) -> str | None:
    value = (event.get("date") or {}).get("value")
    return value[:_MONTH] if isinstance(value, str) else None


def _participants(event: Mapping[str, Any]) -> Iterator[str]:
    """Who took part, in an event that took place."""
    if (event.get("status") or {}).get("value", "held") != "held":
        return
    for party in event.get("participants") or ():
        if isinstance(party, dict) and party.get("name"):
            yield party["name"]["value"]


@click.command(short_help="Count events by kind, country and month, who met whom, what was refused.")
@click.argument("records", metavar="EVENTS.jsonl...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="Lines of a table.")
@click.option("--json", "as_json", is_flag=True, help="All counts as one JSON object.")
def stats(*, records: tuple[Path, ...], top: int, as_json: bool) -> int:
    """Count accepted events by kind, country and month, who met whom, and the refused values by reason.

    \b
    Examples:
      communique stats events.jsonl
      communique stats march.jsonl april.jsonl --top 20
      communique stats events.jsonl --json
    """
    counted, faults = Stats(), Faults()
    for path in records:
        for number, row in record_lines(path):
            try:
                counted.add(record_data(row, path, number))
            except InputError as error:
                faults.tell(error)
    if as_json:
        click.echo(json.dumps(_plain(counted), ensure_ascii=False))
        return faults.end()
    console = DataConsole()
    for table in _tables(counted, top):
        console.print(table)
    return faults.end()


def _plain(counted: Stats) -> dict[str, Any]:
    return {
        "kinds": dict(counted.kinds.most_common()),
        "not_accepted": dict(counted.not_accepted.most_common()),
        "countries": dict(counted.countries.most_common()),
        "months": dict(sorted(counted.months.items())),
        "pairs": [{"parties": list(pair), "events": count} for pair, count in counted.pairs.most_common()],
        "refused": dict(counted.refused.most_common()),
    }


def _tables(counted: Stats, top: int) -> Iterator[Table]:
    kinds = {
        kind: (counted.kinds[kind], counted.not_accepted[kind]) for kind in {**counted.kinds, **counted.not_accepted}
    }
    table = _table("events", "accepted", "not accepted")
    for kind, (accepted, other) in sorted(kinds.items()):
        table.add_row(printable(kind), str(accepted), str(other))
    yield table
    yield from _counts("countries", counted.countries.most_common(), top)
    yield from _counts("months", sorted(counted.months.items()), len(counted.months))
    yield from _counts(
        "who met whom", [(" and ".join(pair), count) for pair, count in counted.pairs.most_common()], top
    )
    yield from _counts("refused values", counted.refused.most_common(), top)


def _counts(title: str, rows: list[tuple[str, int]], top: int) -> Iterator[Table]:
    if not rows:
        return
    table = _table(title, "events" if title != "refused values" else "values")
    for name, count in rows[:top]:
        table.add_row(printable(name), str(count))
    if len(rows) > top:
        table.add_row(f"… and {len(rows) - top} more: --top {len(rows)}", "")
    yield table


def _table(title: str, *columns: str) -> Table:
    table = Table(title_justify="left", show_edge=False, pad_edge=False)
    table.add_column(title, overflow="fold")
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table
