"""Answers kept by what was asked, so that no finished call is made twice."""

import json
import sqlite3
from dataclasses import asdict, astuple
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from communique.completion import Completion, CompletionClient, Prompt, TokenUsage
from communique.errors import ConfigurationError

_VERSION = 1
_PATIENCE_SECONDS = 30.0
_TABLE = """
CREATE TABLE IF NOT EXISTS completions (
    key TEXT PRIMARY KEY, text TEXT NOT NULL, finish_reason TEXT NOT NULL, model TEXT NOT NULL,
    prompt INTEGER NOT NULL, completion INTEGER NOT NULL, cached INTEGER NOT NULL, calls INTEGER NOT NULL
) WITHOUT ROWID
"""


class CompletionStore(Protocol):
    """Anything that keeps answers by key."""

    def get(self, key: str) -> Completion | None:
        """The answer kept under `key`."""
        ...

    def put(self, key: str, completion: Completion) -> None:
        """Keeps the answer; the first one kept under a key stays."""
        ...


class SQLiteStore:
    """A store in one SQLite file, safe with several processes; a context manager."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                self.path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare()
            except BaseException:
                self._database.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise ConfigurationError(f"{self.path}: no store can be kept here ({error}); name another file") from error

    def _prepare(self) -> None:
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.execute("PRAGMA synchronous = NORMAL")
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        if version not in {0, _VERSION}:
            raise ConfigurationError(f"{self.path}: a store of version {version}, not {_VERSION}; name another file")
        self._database.execute(_TABLE)
        self._database.execute(f"PRAGMA user_version = {_VERSION}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def get(self, key: str) -> Completion | None:
        """The answer kept under `key`."""
        query = "SELECT text, finish_reason, model, prompt, completion, cached, calls FROM completions WHERE key = ?"
        try:
            row = self._database.execute(query, (key,)).fetchone()
        except sqlite3.Error as error:
            raise ConfigurationError(f"{self.path}: the store cannot be read ({error}); name another file") from error
        if row is None:
            return None
        text, finish_reason, model, *usage = row
        return Completion(text=text, finish_reason=finish_reason, model=model, usage=TokenUsage(*usage))

    def put(self, key: str, completion: Completion) -> None:
        """Keeps the answer; the first one kept under a key stays."""
        row = (key, completion.text, completion.finish_reason, completion.model, *astuple(completion.usage))
        try:
            self._database.execute("INSERT OR IGNORE INTO completions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        except sqlite3.Error as error:
            raise ConfigurationError(f"{self.path}: an answer cannot be kept ({error}); free disk space") from error


class StoringClient:
    """Answers from `store` what it has, and keeps there what `inner` answers.

    `identity` names what decides the answer beside the prompt: a GGUF's hash, or base URL, model and sampling settings.
    """

    def __init__(self, inner: CompletionClient, store: CompletionStore, identity: str) -> None:
        self._inner, self._store, self._identity = inner, store, identity

    async def complete(self, prompt: Prompt) -> Completion:
        """The kept answer, or else the new one; its usage is that of the call that was made."""
        key = completion_key(self._identity, prompt)
        kept = self._store.get(key)
        if kept is not None:
            return kept
        completion = await self._inner.complete(prompt)
        self._store.put(key, completion)
        return completion


def completion_key(identity: str, prompt: Prompt) -> str:
    """The SHA-256 of identity and prompt, in hex.

    Keys are not sorted: the order of a schema's properties is the order of the answer, and so part of the question.
    """
    asked = {
        "messages": [asdict(message) for message in prompt.messages],
        "schema": prompt.schema,
        "schema_name": prompt.schema_name,
        "max_tokens": prompt.max_tokens,
    }
    return sha256(json.dumps([identity, asked], separators=(",", ":")).encode()).hexdigest()
