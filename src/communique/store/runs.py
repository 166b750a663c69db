"""The runs that used a store: who asks, whether it still lives, and how it ended."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event, Thread
from time import monotonic
from typing import Any, Literal

from communique.errors import StoreError
from communique.redaction import redacted_command
from communique.store.database import Database
from communique.store.processes import Process, is_gone, this_process

BEAT_SECONDS = 15.0
SILENCE_SECONDS = 90.0
_OPEN = "running"
_OWNER = "host, boot, space, pid, start"

RunState = Literal["running", "done", "failed", "stopped", "interrupted"]
"""done; failed: some articles, or the run itself; stopped by the user or a budget; interrupted: its process is gone."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its command (never a key), its output, times in UTC, articles and how many of them failed.

    `answers` are the outcomes that it kept, `in_doubt` the requests that were under way when its process ended.
    """

    id: int
    state: RunState
    command: tuple[str, ...]
    out: str | None
    started: str
    ended: str | None
    articles: int
    failed: int
    answers: int
    in_doubt: int
    host: str
    pid: int


def begin(database: Database, command: Sequence[str], out: str | None) -> int:
    """The number of a new run of this process."""
    owner = this_process()
    row = (
        *_owner(owner),
        now(),
        json.dumps(redacted_command(command)),
        None if out is None else json.dumps(out),
        now(),
        _OPEN,
    )

    def insert(connection: sqlite3.Connection) -> int:
        cursor = connection.execute(
            f"INSERT INTO runs ({_OWNER}, beaten, command, out, started, state)"  # noqa: S608 - constants
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        return int(cursor.lastrowid or 0)

    return database.write(insert, durable=True)


def end(database: Database, run: int, state: RunState, articles: int, failed: int) -> None:
    """Writes how the run ended, and gives back what it had claimed."""

    def update(connection: sqlite3.Connection) -> None:
        row = (now(), state, articles, failed, run)
        connection.execute("UPDATE runs SET ended = ?, state = ?, articles = ?, failed = ? WHERE id = ?", row)
        connection.execute("DELETE FROM leases WHERE run = ?", (run,))

    database.write(update, durable=True)


def all_runs(database: Database) -> tuple[Run, ...]:
    """Every run, the oldest first."""
    query = (
        f"SELECT id, state, command, out, started, ended, articles, failed, {_OWNER},"  # noqa: S608 - constants
        " (SELECT count(*) FROM completions WHERE run = runs.id), (SELECT count(*) FROM leases WHERE run = runs.id),"
        " beaten FROM runs ORDER BY id"
    )
    return tuple(_run(row) for row in database.read(query))


def _run(row: tuple[Any, ...]) -> Run:
    number, state, command, out, started, ended, articles, failed, *owner, answers, leased, beaten = row
    process = Process(*owner)
    if state == _OPEN and (is_gone(process) or _silent_since(beaten) > SILENCE_SECONDS):
        state = "interrupted"
    return Run(
        id=number,
        state=state,
        command=tuple(json.loads(command)),
        out=None if out is None else json.loads(out),
        started=started,
        ended=ended,
        articles=articles,
        failed=failed,
        answers=answers,
        in_doubt=leased if state == "interrupted" else 0,
        host=process.host,
        pid=process.pid,
    )


def _silent_since(beaten: str) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(beaten)).total_seconds()


def _owner(process: Process) -> tuple[str, str, str, int, str]:
    return process.host, process.boot, process.space, process.pid, process.start


def now() -> str:
    """The time in UTC, to the second, for people."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Heart:
    """Tells the other processes that a run's process lives: its count of beats goes up while the thread lasts."""

    def __init__(self, database: Database, run: int, *, every: float = BEAT_SECONDS) -> None:
        self._database, self._run, self._every = database, run, every
        self._stopped = Event()
        self._thread = Thread(target=self._beat_on, name="communique-store-heart", daemon=True)

    def start(self) -> None:
        """Begins to beat."""
        self._thread.start()

    def stop(self) -> None:
        """Ends; returns when the thread has ended."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    def beat(self) -> None:
        """One beat. One that cannot be written is left out: whoever next keeps an answer will say what is wrong."""

        def update(connection: sqlite3.Connection) -> None:
            connection.execute("UPDATE runs SET beats = beats + 1, beaten = ? WHERE id = ?", (now(), self._run))

        try:
            self._database.write(update, durable=False)
        except StoreError:
            return

    def _beat_on(self) -> None:
        while not self._stopped.wait(self._every):
            self.beat()


class Watch:
    """Tells whether a run's process is gone: at once on its own machine, and elsewhere once its count of beats has
    stood still for `silence` seconds of this process's clock, so that no clock that is set can end a lease."""

    def __init__(self, *, silence: float = SILENCE_SECONDS, clock: Callable[[], float] = monotonic) -> None:
        self._silence, self._clock = silence, clock
        self._seen: dict[int, tuple[int, float]] = {}

    def is_abandoned(self, database: Database, run: int) -> bool:
        """Whether nobody will answer what the run has claimed."""
        rows = database.read(f"SELECT {_OWNER}, beats, state FROM runs WHERE id = ?", (run,))  # noqa: S608
        if not rows:
            return True
        *owner, beats, state = rows[0]
        if state != _OPEN or is_gone(Process(*owner)):
            return True
        before, since = self._seen.setdefault(run, (beats, self._clock()))
        if beats != before:
            self._seen[run] = (beats, self._clock())
            return False
        return self._clock() - since > self._silence
