"""What was handed to a batch endpoint: submissions, each a command to go on with, and their batches."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.store.database import Database
from communique.store.runs import now

SubmissionState = Literal["open", "cancelled", "done"]


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch by the endpoint's id: how many requests it has, and whether its answers were taken."""

    id: str
    requests: int
    is_collected: bool


@dataclass(frozen=True, slots=True)
class Submission:
    """A command whose questions go out in batches, in one or more rounds; `folder` is where it was given.

    `token` marks its batches at the endpoint, so that one is found again that was made just before a crash.
    """

    id: int
    token: str
    command: tuple[str, ...]
    folder: str
    state: SubmissionState
    rounds: int
    started: str
    batches: tuple[Batch, ...]


class Batches:
    """The submissions of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, token: str, command: Sequence[str], folder: str) -> int:
        """The number of a new submission; `command` must hold no key."""

        def insert(connection: sqlite3.Connection) -> int:
            columns = "(token, command, folder, state, rounds, started)"
            row = (token, json.dumps(list(command)), folder, "open", 0, now())
            cursor = connection.execute(f"INSERT INTO submissions {columns} VALUES (?, ?, ?, ?, ?, ?)", row)  # noqa: S608
            return int(cursor.lastrowid or 0)

        return self._database.write(insert, durable=True)

    def add(self, submission: int, batch: str, requests: int) -> None:
        """Notes a batch of the submission; one that is known stays."""
        self._run("INSERT OR IGNORE INTO batches VALUES (?, ?, ?, 0)", (batch, submission, requests))

    def next_round(self, submission: int) -> None:
        """Counts a round of questions that was sent."""
        self._run("UPDATE submissions SET rounds = rounds + 1 WHERE id = ?", (submission,))

    def collected(self, batch: str) -> None:
        """Notes that the answers of the batch are kept."""
        self._run("UPDATE batches SET collected = 1 WHERE id = ?", (batch,))

    def end(self, submission: int, state: SubmissionState) -> None:
        """Sets the state of the submission."""
        self._run("UPDATE submissions SET state = ? WHERE id = ?", (state, submission))

    def all(self) -> tuple[Submission, ...]:
        """Every submission, the oldest first."""
        rows = self._database.read(
            "SELECT id, token, command, folder, state, rounds, started FROM submissions ORDER BY id"
        )
        return tuple(
            Submission(number, token, tuple(json.loads(command)), folder, state, rounds, started, self._of(number))
            for number, token, command, folder, state, rounds, started in rows
        )

    def _of(self, submission: int) -> tuple[Batch, ...]:
        query = "SELECT id, requests, collected FROM batches WHERE submission = ? ORDER BY rowid"
        return tuple(
            Batch(batch, requests, bool(collected))
            for batch, requests, collected in self._database.read(query, (submission,))
        )

    def _run(self, statement: str, values: tuple[object, ...]) -> None:
        def execute(connection: sqlite3.Connection) -> None:
            connection.execute(statement, values)

        self._database.write(execute, durable=True)
