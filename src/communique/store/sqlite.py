"""The store: outcomes by key, with leases for what is under way."""

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from communique.completion import Completion, TokenUsage
from communique.store.batches import Batches
from communique.store.database import Database
from communique.store.kept import Kept, KeptFailure
from communique.store.runs import Heart, Run, RunState, Watch, all_runs, begin, end, now

_COLUMNS = "state, text, finish_reason, model, prompt, completion, cached, calls, code, message, status"
_KEEP = f"""
INSERT INTO completions (key, {_COLUMNS}, attempts, run, asked, ended)
SELECT :key, :state, :text, :finish_reason, :model, :prompt, :completion, :cached, :calls, :code, :message, :status,
    coalesce(max(attempts), 1), :run, coalesce(max(since), :now), :now FROM leases WHERE key = :key
ON CONFLICT (key) DO UPDATE SET state = excluded.state, text = excluded.text, finish_reason = excluded.finish_reason,
    model = excluded.model, prompt = excluded.prompt, completion = excluded.completion, cached = excluded.cached,
    calls = excluded.calls, code = excluded.code, message = excluded.message, status = excluded.status,
    attempts = excluded.attempts, run = excluded.run, asked = excluded.asked, ended = excluded.ended
WHERE completions.state != 'done'
"""  # noqa: S608 - constants
_STOPPING = (KeyboardInterrupt, BrokenPipeError)  # the user, or the reader of standard output


class SQLiteStore:
    """A store in one SQLite file, safe with several processes and threads; a context manager.

    `retry_failed` asks again what failed or was refused in earlier runs, `retry_own` also what did in this one: for a
    server, whose run does not end. Raises StoreError.
    """

    def __init__(
        self, path: Path | str, *, retry_failed: bool = False, retry_own: bool = False, patience: float = 30.0
    ) -> None:
        self.path, self._retry_failed, self._retry_own = Path(path), retry_failed or retry_own, retry_own
        self._database = Database(path, patience=patience)
        self._watch = Watch()
        self._beginning = Lock()
        self._run: int | None = None
        self._heart: Heart | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and self._run is not None:
            self.end("stopped" if issubclass(kind, _STOPPING) else "failed")
        self.close()

    def close(self) -> None:
        """Ends the run, if there is one, and closes the file."""
        if self._run is not None:
            self.end("done")
        self._database.close()

    def begin(self, command: Sequence[str] = (), out: str | None = None) -> int:
        """The number of this process's run, which begins with the first call; `command` must hold no key."""
        with self._beginning:
            if self._run is None:
                self._run = begin(self._database, command, out)
                self._heart = Heart(self._database, self._run)
                self._heart.start()
            return self._run

    def end(self, state: RunState, *, articles: int = 0, failed: int = 0) -> None:
        """Ends the run."""
        with self._beginning:
            if self._run is not None and self._heart is not None:
                self._heart.stop()
                run, self._run = self._run, None
                end(self._database, run, state, articles, failed)

    @property
    def batches(self) -> Batches:
        """What was handed to batch endpoints."""
        return Batches(self._database)

    def runs(self) -> tuple[Run, ...]:
        """Every run of this store, the oldest first."""
        return all_runs(self._database)

    def get(self, key: str) -> Kept | None:
        """What came of the request, or None where it has to be asked."""
        rows = self._database.read(f"SELECT {_COLUMNS}, run FROM completions WHERE key = ?", (key,))  # noqa: S608
        if not rows:
            return None
        *columns, run = rows[0]
        kept = _kept(columns)
        return None if self._is_to_retry(kept.state, run) else kept

    def claim(self, key: str) -> bool:
        """Whether the request is now this run's to ask; False while another asks it, or when its outcome is kept.

        A request whose asker is gone is in doubt: nobody knows whether the endpoint answered, and it is asked again.
        """
        run = self.begin()
        if self._is_held(key):  # told without a place in the writers' queue, since many may be waiting
            return False

        def lease(connection: sqlite3.Connection) -> bool:
            kept = connection.execute("SELECT state, run, attempts FROM completions WHERE key = ?", (key,)).fetchone()
            if kept is not None and not self._is_to_retry(kept[0], kept[1]):
                return False
            held = connection.execute("SELECT run, attempts FROM leases WHERE key = ?", (key,)).fetchone()
            if held is not None and not self._is_abandoned(held[0]):
                return False
            attempts = max(kept[2] if kept else 0, held[1] if held else 0) + 1
            connection.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?)", (key, run, attempts, now()))
            return True

        return self._database.write(lease, durable=False)

    def keep(self, key: str, kept: Kept) -> None:
        """Keeps the outcome; an answer that is kept already stays."""
        row = {"key": key, "run": self.begin(), "now": now(), **_row(kept)}

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute(_KEEP, row)
            connection.execute("DELETE FROM leases WHERE key = ?", (key,))

        self._database.write(insert, durable=True)

    def reject(self, key: str) -> bool:
        """Makes a failure of an answer that was of no use; whether an earlier run had done so."""

        def update(connection: sqlite3.Connection) -> bool:
            query = "SELECT run FROM completions WHERE key = ? AND state != 'done'"
            failed = connection.execute(query, (key,)).fetchone()
            connection.execute("UPDATE completions SET state = 'failed' WHERE key = ? AND state = 'done'", (key,))
            return failed is not None and failed[0] != self._run

        return self._database.write(update, durable=True)

    def release(self, key: str) -> None:
        """Gives a claimed request back, of which nothing came."""
        run = self._run

        def delete(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM leases WHERE key = ? AND run = ?", (key, run))

        self._database.write(delete, durable=False)

    def setting(self, name: str) -> str | None:
        """What was learnt under this name in an earlier run."""
        rows = self._database.read("SELECT value FROM settings WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    def learn(self, name: str, value: str) -> None:
        """Keeps what was learnt for later runs."""

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

        self._database.write(insert, durable=False)

    def _is_held(self, key: str) -> bool:
        """Whether a living run asks it."""
        held = self._database.read("SELECT run FROM leases WHERE key = ?", (key,))
        return bool(held) and not self._is_abandoned(held[0][0])

    def _is_abandoned(self, run: int) -> bool:
        return self._watch.is_abandoned(self._database, run)

    def _is_to_retry(self, state: str, run: int | None) -> bool:
        return self._retry_failed and state != "done" and (self._retry_own or run is None or run != self._run)


def _row(kept: Kept) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys((name.strip() for name in _COLUMNS.split(",")), None)
    row["state"] = kept.state
    outcome = kept.outcome
    if isinstance(outcome, KeptFailure):
        return row | {"code": outcome.code, "message": _packed(outcome.message), "status": outcome.status}
    usage = dict(zip(("prompt", "completion", "cached", "calls"), astuple(outcome.usage), strict=True))
    words = {"text": _packed(outcome.text), "model": _packed(outcome.model)}
    return row | {"finish_reason": outcome.finish_reason} | words | usage


def _kept(columns: Sequence[Any]) -> Kept:
    state, text, finish_reason, model, *usage, code, message, status = columns
    if code is not None:
        return Kept(state, KeptFailure(code, _unpacked(message), status))
    return Kept(state, Completion(_unpacked(text), finish_reason, _unpacked(model), TokenUsage(*usage)))


def _packed(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def _unpacked(words: bytes) -> str:
    return words.decode("utf-8", "surrogatepass")
