"""Every form of export: where it goes, how it is written, what is told at the end."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from communique.cli.export_source import Source
from communique.cli.output import articles_path
from communique.cli.places import check_folder, check_place, whole_file, whole_folder, whole_path
from communique.errors import InputError
from communique.export import agenda, csv_tables, parquet_tables, plover, register
from communique.export.agenda import Agenda
from communique.export.csv_tables import CsvTables
from communique.export.duckdb_tables import DuckDBTables, is_duckdb_of_ours
from communique.export.losses import told as told_losses
from communique.export.parquet_tables import ParquetTables, is_parquet_of, parquet_lines
from communique.export.plover import Plover
from communique.export.register import FILES, OURS, Register
from communique.export.tables import Row, Table, TableName, articles_table, event_tables
from communique.json_lines import json_line
from communique.records import ARTICLE, RECORD

_TABLES: tuple[TableName, ...] = ("events", "participants", "checks", "articles")


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be written, and where."""

    source: Source
    out: Path
    force: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What was written, by name, what was lost, and what to do with it."""

    counts: Mapping[str, int]
    losses: Iterable[str]
    next_step: str


class _Tables(Protocol):
    def write(self, table: Table, rows: list[Row], line: str) -> None:
        """Adds rows."""


def _write_tables(source: Source, tables: tuple[Table, ...], into: _Tables) -> Counter[str]:
    counts: Counter[str] = Counter({table.name: 0 for table in tables})
    events, articles = tables[:3], tables[3:]
    for lines, chosen, path in (
        (source.records(), events, source.path),
        (source.articles() if articles else (), articles, articles_path(source.path)),
    ):
        for line in lines:
            for table, rows in source.rows(line, chosen, path):
                into.write(table, rows, line.text)
                counts[table.name] += len(rows)
    return counts


def _tables(source: Source) -> tuple[Table, ...]:
    return (*event_tables(tuple(source.kinds)), *((articles_table(),) if source.has_articles else ()))


def _to_folder(
    job: Job,
    suffix: str,
    writer: Callable[[Path, tuple[Table, ...]], AbstractContextManager[_Tables]],
    is_ours: Callable[[Path], bool],
) -> Counter[str]:
    names = [f"{table}{suffix}" for table in _TABLES]
    check_folder(job.out, names, is_ours, force=job.force)
    stale = [name for name in names if (job.out / name).exists() and is_ours(job.out / name)]
    tables = _tables(job.source)
    with whole_folder(job.out, stale) as folder, writer(folder, tables) as into:
        return _write_tables(job.source, tables, into)


def _csv(job: Job) -> Done:
    counts = _to_folder(job, csv_tables.SUFFIX, CsvTables, _is_csv)
    return Done(counts, (), f'pandas.read_csv("{job.out / "events.csv"}"), or open it in a spreadsheet')


def _parquet(job: Job) -> Done:
    counts = _to_folder(job, parquet_tables.SUFFIX, ParquetTables, _is_parquet)
    return Done(counts, (), f"communique export {job.out} --to jsonl -o again.jsonl gives the lines back")


def _duckdb(job: Job) -> Done:
    check_place(job.out, is_duckdb_of_ours, force=job.force)
    tables = _tables(job.source)
    with whole_path(job.out) as path, DuckDBTables(path, tables) as into:
        counts = _write_tables(job.source, tables, into)
    return Done(counts, (), f"duckdb {job.out}, then: FROM events JOIN checks USING (record_id)")


def _sipri(job: Job) -> Done:
    check_folder(job.out, FILES, _is_register, force=job.force)
    with whole_folder(job.out) as folder, Register(folder) as into:
        for line in job.source.records():
            into.write(line.data)
    counts = {name: into.rows[name] for name in FILES}
    return Done(
        counts, told_losses(into.losses, register.LOSSES), "docs/exports.md has the columns; TIVs are SIPRI's to give"
    )


def _plover(job: Job) -> Done:
    check_place(job.out, _is_plover, force=job.force)
    coder, count = Plover(), 0
    with whole_file(job.out) as file:
        for line in job.source.records():
            coded = coder.code(line.data)
            if coded is not None:
                file.write(f"{json_line(coded)}\n")
                count += 1
    return Done({"events": count}, told_losses(coder.losses, plover.LOSSES), "docs/exports.md has the mapping")


def _ics(job: Job) -> Done:
    check_place(job.out, lambda path: _begins(path, agenda.PRODID), force=job.force)
    calendar, count = Agenda(job.source.kinds), 0
    with whole_file(job.out, newline="") as file:
        file.write(calendar.begin.decode())
        for line in job.source.records():
            entry = calendar.entry(line.data)
            if entry is not None:
                file.write(entry.decode())
                count += 1
        file.write(calendar.end.decode())
    return Done({"entries": count}, told_losses(calendar.losses, agenda.LOSSES), "import it into a calendar")


def _jsonl(job: Job) -> Done:
    """The way back from Parquet: events, and the articles where they were exported, too."""
    folder = job.source.path
    if not folder.is_dir():
        mend = "give the folder that `communique export --to parquet` wrote"
        raise InputError("this is no folder", path=folder, mend=mend)
    wanted: list[tuple[TableName, Path, str]] = [("events", job.out, RECORD)]
    if (folder / f"articles{parquet_tables.SUFFIX}").exists():
        wanted.append(("articles", articles_path(job.out), ARTICLE))
    for _, path, schema in wanted:
        check_place(path, partial(_has_schema, schema), force=job.force)
    counts: dict[str, int] = {table: _lines_back(folder, table, path) for table, path, _ in wanted}
    return Done(counts, (), f"communique show {job.out}")


def _lines_back(folder: Path, table: TableName, path: Path) -> int:
    count = 0
    with whole_file(path) as file:
        for line in parquet_lines(folder, table):
            file.write(f"{line}\n")
            count += 1
    return count


EXPORTS: Mapping[str, Callable[[Job], Done]] = {
    "csv": _csv,
    "parquet": _parquet,
    "duckdb": _duckdb,
    "sipri": _sipri,
    "plover": _plover,
    "ics": _ics,
    "jsonl": _jsonl,
}
"""What `--to` takes."""


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline(1 << 16).rstrip("\r\n")


def _begins(path: Path, mark: str) -> bool:
    with path.open(encoding="utf-8", errors="replace") as file:
        return mark in file.read(500)


def _first_object(path: Path) -> dict[str, Any]:
    try:
        first = json.loads(_first_line(path))
    except ValueError:
        return {}
    return first if isinstance(first, dict) else {}


def _has_schema(schema: str, path: Path) -> bool:
    return bool(_first_object(path).get("schema") == schema)


def _is_csv(path: Path) -> bool:
    tables = {f"{table.name}{csv_tables.SUFFIX}": table for table in (*event_tables(()), articles_table())}
    return _first_line(path).startswith(csv_tables.header(tables[path.name].columns))


def _is_parquet(path: Path) -> bool:
    return any(is_parquet_of(path, table) for table in _TABLES if path.stem == table)


def _is_register(path: Path) -> bool:
    return _first_line(path).endswith(",".join(OURS))


def _is_plover(path: Path) -> bool:
    cited = _first_object(path).get("cite_info")
    return isinstance(cited, dict) and str(cited.get("coder", "")).startswith(plover.CODER)


def summary(done: Done) -> Iterator[str]:
    """What is told at the end, a line each."""
    yield ", ".join(f"{count} {name}" for name, count in done.counts.items())
    yield from done.losses
