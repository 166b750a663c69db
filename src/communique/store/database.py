"""The file: opened with every doubt settled before anything is asked, versioned, and written in short transactions."""

import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from communique.errors import StoreError

Result = TypeVar("Result")

VERSION = 3
_SPARE = 16 << 20
_ELSEWHERE = "name another with --store or COMMUNIQUE_STORE"
_BATCHES = (
    """CREATE TABLE submissions (
        id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL, command TEXT NOT NULL, folder TEXT NOT NULL,
        state TEXT NOT NULL, rounds INTEGER NOT NULL, started TEXT NOT NULL)""",
    """CREATE TABLE batches (
        id TEXT PRIMARY KEY, submission INTEGER NOT NULL, requests INTEGER NOT NULL, collected INTEGER NOT NULL)""",
)
_TABLES = (
    *_BATCHES,
    # `beats` counts up while the process lives; times are for people and decide nothing.
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, host TEXT NOT NULL, boot TEXT NOT NULL, space TEXT NOT NULL,
        pid INTEGER NOT NULL, start TEXT NOT NULL, beats INTEGER NOT NULL DEFAULT 0, beaten TEXT NOT NULL,
        command TEXT NOT NULL, out TEXT, started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL,
        articles INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0)""",
    # Words are kept as bytes: an endpoint may send lone surrogates, which SQLite's TEXT cannot hold.
    """CREATE TABLE completions (
        key TEXT PRIMARY KEY, state TEXT NOT NULL, text BLOB, finish_reason TEXT, model BLOB, prompt INTEGER,
        completion INTEGER, cached INTEGER, calls INTEGER, code TEXT, message BLOB, status INTEGER,
        attempts INTEGER NOT NULL, run INTEGER, asked TEXT, ended TEXT NOT NULL)""",
    """CREATE TABLE leases (
        key TEXT PRIMARY KEY, run INTEGER NOT NULL, attempts INTEGER NOT NULL, since TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX completions_by_run ON completions (run)",
)
_FAULTS: Mapping[str, tuple[str, str]] = {
    "SQLITE_BUSY": ("another program holds it locked", f"end that program, or {_ELSEWHERE}"),
    "SQLITE_FULL": ("the disk is full", "free disk space there, and run the same command again"),
    "SQLITE_IOERR": ("the disk does not take it", "free disk space there, and run the same command again"),
    "SQLITE_READONLY": ("it cannot be written", f"make it writable, or {_ELSEWHERE}"),
    "SQLITE_CANTOPEN": ("no file can be made or opened here", f"make its folder writable, or {_ELSEWHERE}"),
    "SQLITE_CORRUPT": ("it is damaged", f"move it away, or {_ELSEWHERE}"),
    "SQLITE_NOTADB": ("this is no store", f"move it away, or {_ELSEWHERE}"),
}


@dataclass(frozen=True, slots=True)
class _Job(Generic[Result]):
    """A piece of work that waits for its transaction, and the place for what it returns."""

    work: Callable[[sqlite3.Connection], Result]
    durable: bool
    result: "Future[Result]" = field(default_factory=Future)


class Database:
    """One SQLite file in WAL mode: readers never wait, writers wait `patience` seconds for one another.

    Raises StoreError, which says what to do, for whatever would make it fail later: a folder, a read-only place, a full
    disk, a file that is locked, damaged, foreign or newer. An older version is migrated.
    """

    def __init__(self, path: Path | str, *, patience: float = 30.0) -> None:
        self.path, self._patience = Path(path), patience
        self._lock, self._reading = Lock(), Lock()
        self._waiting: deque[_Job[Any]] = deque()
        self._prepare_place()
        with self._told():
            self._writer = self._connected()
            try:
                self._prepare()
                self._reader = self._connected()
            except BaseException:
                self._writer.close()
                raise

    def close(self) -> None:
        """Closes the file."""
        with self._lock, self._reading:
            self._reader.close()
            self._writer.close()

    def read(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows, without waiting for any writer."""
        with self._told(), self._reading:
            return self._reader.execute(query, values).fetchall()

    def write(self, work: Callable[[sqlite3.Connection], Result], *, durable: bool) -> Result:
        """What `work` returns, in a transaction that it shares with all that wait at the same time.

        A `durable` one is on the disk when this returns. In WAL mode a commit is synced with synchronous = FULL only.
        An answer was paid for and must outlive a power failure; a lease or a heartbeat dies with its process anyway and
        needs no sync (NORMAL, which never damages the file). Sharing is what makes the syncs bearable: one takes
        some milliseconds, however much it covers.
        """
        job: _Job[Result] = _Job(work, durable)
        self._waiting.append(job)
        with self._lock:
            if not job.result.done():
                self._commit([self._waiting.popleft() for _ in range(len(self._waiting))])
        return job.result.result()

    def _commit(self, jobs: Sequence["_Job[Any]"]) -> None:
        try:
            with self._told():
                self._writer.execute(f"PRAGMA synchronous = {'FULL' if any(job.durable for job in jobs) else 'NORMAL'}")
                self._writer.execute("BEGIN IMMEDIATE")
                made = [job.work(self._writer) for job in jobs]
                self._writer.execute("COMMIT")
        except BaseException as error:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            for job in jobs:
                job.result.set_exception(error)
            if not isinstance(error, StoreError):
                raise
        else:
            for job, result in zip(jobs, made, strict=True):
                job.result.set_result(result)

    def _prepare_place(self) -> None:
        try:
            if self.path.is_dir():
                raise StoreError(self.path, "this is a folder", f"give a file name, or {_ELSEWHERE}")
            self.path.parent.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self.path.parent).free
        except OSError as error:
            raise StoreError(
                self.path, f"its folder cannot be used ({error.strerror})", f"make it writable, or {_ELSEWHERE}"
            ) from error
        if free < _SPARE:
            raise StoreError(self.path, f"only {free >> 20} MB are free", f"free disk space there, or {_ELSEWHERE}")

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=self._patience, isolation_level=None, check_same_thread=False)

    def _prepare(self) -> None:
        """Sets the mode and the version; the write transaction also proves that the file can be written."""
        if self._writer.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            self._writer.execute("PRAGMA journal_mode = WAL")
        self._writer.execute("BEGIN IMMEDIATE")
        (version,) = self._writer.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            told = f"a newer communique made it (version {version}, this one knows {VERSION})"
            raise StoreError(self.path, told, f"update communique, or {_ELSEWHERE}")
        if version < VERSION:
            _MIGRATIONS[version](self._writer, self.path)
        self._writer.execute(f"PRAGMA user_version = {VERSION}")
        self._writer.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.Error as error:
            name = getattr(error, "sqlite_errorname", "") or ""
            base = "_".join(name.split("_")[:2])  # SQLITE_IOERR_WRITE is SQLITE_IOERR
            what, mend = _FAULTS.get(base, ("the store cannot be used", _ELSEWHERE))
            raise StoreError(self.path, f"{what} ({error})", mend) from error


def _create(database: sqlite3.Connection, path: Path) -> None:
    if database.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise StoreError(path, "this database is another program's", _ELSEWHERE)
    for table in _TABLES:
        database.execute(table)


def _from_first(database: sqlite3.Connection, path: Path) -> None:  # noqa: ARG001 - as the other
    """Version 1 kept answers only, without state or times."""
    database.execute("ALTER TABLE completions RENAME TO old")
    for table in _TABLES:
        database.execute(table)
    database.execute(
        "INSERT INTO completions (key, state, text, finish_reason, model, prompt, completion, cached, calls, attempts,"
        " ended) SELECT key, iif(finish_reason IN ('refusal', 'content_filter'), 'refused', 'done'),"
        " CAST(text AS BLOB), finish_reason, CAST(model AS BLOB), prompt, completion, cached, calls, 1, '' FROM old"
    )
    database.execute("DROP TABLE old")


def _from_second(database: sqlite3.Connection, path: Path) -> None:  # noqa: ARG001 - as the others
    """Version 2 knew no batches."""
    for table in _BATCHES:
        database.execute(table)


_MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection, Path], None]] = {
    0: _create,
    1: _from_first,
    2: _from_second,
}
