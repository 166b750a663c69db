"""The model's answers, kept with the seconds they took, so that a second run asks nothing."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

from openai import AsyncOpenAI

from communique.completion import Completion, Prompt, TokenUsage
from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient
from communique.llm.storing import completion_key
from communique.llm.weights import EMBEDDED

ODDS = "odds"
"""A prompt of this schema name is answered with the log-probabilities of its first token, as a JSON object."""
_IDENTITY = f"gguf:{EMBEDDED.sha256}"
_MOST = 20
_TABLE = """CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, text TEXT NOT NULL, finish_reason TEXT NOT NULL,
model TEXT NOT NULL, prompt INTEGER NOT NULL, completion INTEGER NOT NULL, cached INTEGER NOT NULL,
calls INTEGER NOT NULL, seconds REAL NOT NULL)"""
_COLUMNS = "text, finish_reason, model, prompt, completion, cached, calls"


class OutOfTimeError(Exception):
    """The minutes given are over; what was answered is kept."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Seconds a token read and a token written takes, over all answers kept."""

    read: float
    written: float

    def seconds(self, read: float, written: float) -> float:
        """What so many tokens take."""
        return self.read * read + self.written * written


class Answers:
    """A file of answers; a context manager."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None, timeout=30)
        self._database.execute(_TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def get(self, key: str) -> Completion | None:
        """The answer kept under `key`."""
        row = self._database.execute(f"SELECT {_COLUMNS} FROM answers WHERE key = ?", (key,)).fetchone()  # noqa: S608 - a constant
        if row is None:
            return None
        text, finish_reason, model, *usage = row
        return Completion(text=text, finish_reason=finish_reason, model=model, usage=TokenUsage(*usage))

    def put(self, key: str, completion: Completion, seconds: float) -> None:
        """Keeps the answer and how long it took."""
        row = (key, completion.text, completion.finish_reason, completion.model, *astuple(completion.usage), seconds)
        self._database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def rates(self) -> Rates:
        """The two rates that explain the seconds best (least squares)."""
        rows = self._database.execute("SELECT prompt - cached, completion, seconds FROM answers").fetchall()
        rr, rw, ww = (sum(r * r for r, _, _ in rows), sum(r * w for r, w, _ in rows), sum(w * w for _, w, _ in rows))
        rs, ws = sum(r * s for r, _, s in rows), sum(w * s for _, w, s in rows)
        divisor = rr * ww - rw * rw
        if not divisor:
            return Rates(0.0, 0.0)
        return Rates((rs * ww - ws * rw) / divisor, (ws * rr - rs * rw) / divisor)


class KeptModel:
    """The embedded model with its answers kept; it starts with the first question that has no answer yet.

    Raises OutOfTimeError for a new question after `until` (of `perf_counter`).
    """

    def __init__(self, answers: Answers, until: float, tell: Callable[[str], None] = print) -> None:
        self._answers, self._until, self._tell = answers, until, tell
        self._engine: LocalEngine | None = None

    def close(self) -> None:
        """Stops the engine, if it was started."""
        if self._engine is not None:
            self._engine.__exit__(None, None, None)

    async def complete(self, prompt: Prompt) -> Completion:
        """The kept answer, or the model's."""
        key = completion_key(_IDENTITY, prompt)
        kept = self._answers.get(key)
        if kept is not None:
            return kept
        if perf_counter() > self._until:
            raise OutOfTimeError
        engine = self._started()
        began = perf_counter()
        completion = await (_odds if prompt.schema_name == ODDS else _answer)(engine, prompt)
        seconds = perf_counter() - began
        self._tell(f"  {seconds:6.1f} s {completion.usage} {completion.text[:90]!r}")
        self._answers.put(key, completion, seconds)
        return completion

    def _started(self) -> LocalEngine:
        if self._engine is None:
            self._engine = LocalEngine().__enter__()
        return self._engine


async def _answer(engine: LocalEngine, prompt: Prompt) -> Completion:
    async with OpenAIClient(engine.model, base_url=engine.base_url, api_key=engine.api_key) as client:
        return await client.complete(prompt)


async def _odds(engine: LocalEngine, prompt: Prompt) -> Completion:
    """The log-probabilities of the first token of an answer in free words."""
    async with AsyncOpenAI(base_url=engine.base_url, api_key=engine.api_key, max_retries=0) as client:
        answer = await client.chat.completions.create(
            model=engine.model,
            messages=[{"role": "user", "content": prompt.messages[-1].content}],
            max_tokens=1,
            temperature=0,
            logprobs=True,
            top_logprobs=_MOST,
        )
    logprobs, usage = answer.choices[0].logprobs, answer.usage
    assert logprobs is not None
    assert logprobs.content
    assert usage is not None
    details = usage.prompt_tokens_details
    cached = (details.cached_tokens or 0) if details else 0
    return Completion(
        text=json.dumps({one.token: one.logprob for one in logprobs.content[0].top_logprobs}),
        finish_reason="stop",
        model=engine.model,
        usage=TokenUsage(usage.prompt_tokens, usage.completion_tokens, cached, 1),
    )
