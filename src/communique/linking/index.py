"""The records of a run on disk: what is compared, and the keys that bring records together. Memory stays flat."""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from communique.linking.features import Features

_KEPT = 50_000
_TABLES = """
CREATE TABLE records (number INTEGER PRIMARY KEY, line TEXT NOT NULL, features BLOB NOT NULL);
CREATE TABLE keys (key INTEGER NOT NULL, number INTEGER NOT NULL);
CREATE TABLE links (one INTEGER NOT NULL, other INTEGER NOT NULL, why TEXT NOT NULL);
CREATE TABLE groups (number INTEGER PRIMARY KEY, leader INTEGER NOT NULL);
"""


class Index:
    """Records by number, from 0, in a database of its own that is gone at the end; a context manager."""

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="communique-link-")
        self._database = sqlite3.connect(Path(self._folder.name, "index.sqlite"), isolation_level=None)
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _TABLES)
        self._features = lru_cache(_KEPT)(self._read)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        self._folder.cleanup()

    def add(self, number: int, line: str, features: Features, keys: Iterable[int]) -> None:
        """Keeps a record: its source as a line, its features, its keys."""
        blob = pickle.dumps(features, protocol=pickle.HIGHEST_PROTOCOL)
        self._database.execute("INSERT INTO records VALUES (?, ?, ?)", (number, line, blob))
        self._database.executemany("INSERT INTO keys VALUES (?, ?)", ((key, number) for key in set(keys)))

    def blocks(self) -> Iterator[tuple[int, ...]]:
        """The numbers of records that have a key in common, ascending, for each key that two or more have."""
        rows = self._database.execute("SELECT key, number FROM keys ORDER BY key, number")
        for _, block in groupby(rows, key=itemgetter(0)):
            numbers = tuple(number for _, number in block)
            if len(numbers) > 1:
                yield numbers

    def features(self, number: int) -> Features:
        """The features of a record."""
        return self._features(number)

    def _read(self, number: int) -> Features:
        (blob,) = self._database.execute("SELECT features FROM records WHERE number = ?", (number,)).fetchone()
        features: Features = pickle.loads(blob)  # noqa: S301 - written by this process, in a folder of its own
        return features

    def link(self, one: int, other: int, why: tuple[str, ...]) -> None:
        """Keeps why two records are one event."""
        self._database.execute("INSERT INTO links VALUES (?, ?, ?)", (one, other, "\n".join(why)))

    def group(self, leaders: Iterable[int]) -> None:
        """Keeps the leader of each record, in the order of their numbers."""
        self._database.executemany("INSERT INTO groups VALUES (?, ?)", enumerate(leaders))
        self._database.execute("CREATE INDEX by_leader ON groups (leader, number)")
        self._database.execute("CREATE INDEX by_one ON links (one, other)")

    def groups(self) -> Iterator[tuple[int, ...]]:
        """The records of each group, ascending; groups by their first record."""
        rows = self._database.execute("SELECT leader, number FROM groups ORDER BY leader, number")
        for _, block in groupby(rows, key=itemgetter(0)):
            yield tuple(number for _, number in block)

    def line(self, number: int) -> str:
        """The source of a record as it was kept."""
        (line,) = self._database.execute("SELECT line FROM records WHERE number = ?", (number,)).fetchone()
        return str(line)

    def links_of(self, one: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The later records that this one was linked to, and why."""
        rows = self._database.execute("SELECT other, why FROM links WHERE one = ? ORDER BY other", (one,))
        return ((other, tuple(why.split("\n"))) for other, why in rows)
