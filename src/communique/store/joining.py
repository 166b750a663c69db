"""Stores of several machines into one: what any of them was answered is not asked again."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from communique.store.database import Database

_COLUMNS = (
    "key, state, text, finish_reason, model, prompt, completion, cached, calls, code, message, status, attempts,"
    " asked, ended"
)


def join_stores(sources: Sequence[Path], into: Path) -> tuple[int, int]:
    """How many outcomes of the sources were new in `into`, and how many it has now.

    An answer wins over a failure, and else what is there stays; runs and leases stay where they were made. Raises
    StoreError.
    """
    target = Database(into)
    try:
        before = _count(target)
        for source in sources:
            _join(source, target)
        after = _count(target)
    finally:
        target.close()
    return after - before, after


def _join(source: Path, target: Database) -> None:
    held = Database(source)  # checks and migrates it
    try:
        last = ""
        while rows := held.read(
            f"SELECT {_COLUMNS} FROM completions WHERE key > ? ORDER BY key LIMIT 5000",  # noqa: S608 - constants
            (last,),
        ):
            target.write(lambda connection, rows=rows: _insert(connection, rows), durable=True)  # type: ignore[misc]
            last = rows[-1][0]
    finally:
        held.close()


def _insert(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> None:
    marks = ", ".join("?" for _ in _COLUMNS.split(","))
    names = [name.strip() for name in _COLUMNS.split(",")[1:]]
    update = ", ".join(f"{name} = excluded.{name}" for name in names)
    connection.executemany(
        f"INSERT INTO completions ({_COLUMNS}) VALUES ({marks}) ON CONFLICT (key) DO UPDATE SET {update}"  # noqa: S608
        " WHERE completions.state != 'done' AND excluded.state = 'done'",
        rows,
    )


def _count(database: Database) -> int:
    return int(database.read("SELECT count(*) FROM completions")[0][0])
