"""A client that asks nothing twice: what came of a request is kept by what was asked."""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError, StoreError
from communique.llm.weights import cache_directory
from communique.store.kept import CompletionStore, Kept, KeptFailure

_SHORTEST_WAIT, _LONGEST_WAIT = 0.05, 2.0  # seconds between two looks at what another asks
_REFUSED = frozenset({"refusal", "content_filter"})
_OUTCOMES = frozenset(
    {"server", "timeout", "rate_limit", "malformed", "bad_request", "context_length", "content_filter"}
)
"""The codes of a request that the endpoint took; by the others it never did, and they are asked again unbidden."""


def default_store() -> Path:
    """COMMUNIQUE_STORE, else `store.sqlite` in the cache directory."""
    own = os.environ.get("COMMUNIQUE_STORE")
    return Path(own).expanduser() if own else cache_directory() / "store.sqlite"


@dataclass(slots=True)
class Reuse:
    """How many answers and how many failures came from a store."""

    answers: int = 0
    failures: int = 0


class StoringClient:
    """Answers from `store` what it has, and keeps there what `inner` answers.

    `identity` names what decides the answer beside the prompt: a GGUF's hash, or address, model and sampling settings.
    While another process asks the same, it waits. Once nothing can be kept any more, nothing more is asked.
    """

    def __init__(
        self,
        inner: CompletionClient,
        store: CompletionStore,
        identity: str,
        *,
        reuse: Reuse | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._inner, self._store, self._identity = inner, store, identity
        self._reuse, self._sleep = reuse or Reuse(), sleep
        self._fault: StoreError | None = None

    async def complete(self, prompt: Prompt) -> Completion:
        """The kept answer, or else the new one; its usage is that of the call that was made. Raises CompletionError,
        also for a kept failure."""
        key = completion_key(self._identity, prompt)
        try:
            kept = await self._kept_or_claimed(key)
        except StoreError as error:
            raise _unusable(error) from error
        return await self._asked(key, prompt) if kept is None else self._reused(kept)

    async def reject(self, prompt: Prompt) -> bool:
        """Keeps the answer as a failure, to be asked for again on request; whether an earlier run had done so."""
        try:
            return await asyncio.to_thread(self._store.reject, completion_key(self._identity, prompt))
        except StoreError as error:
            self._fault = error
            return False

    async def _kept_or_claimed(self, key: str) -> Kept | None:
        """The kept outcome; None once the request is ours to ask."""
        wait = _SHORTEST_WAIT
        while self._fault is None:
            kept = self._store.get(key)
            if kept is not None or await self._claimed(key):
                return kept
            await self._sleep(wait)
            wait = min(1.5 * wait, _LONGEST_WAIT)
        raise self._fault

    async def _claimed(self, key: str) -> bool:
        """Whether the request is ours to ask; a claim that ends after the asker was cancelled is given back."""
        claiming = asyncio.ensure_future(asyncio.to_thread(self._store.claim, key))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            if await claiming:
                await asyncio.to_thread(self._store.release, key)
            raise

    def _reused(self, kept: Kept) -> Completion:
        if isinstance(kept.outcome, KeptFailure):
            self._reuse.failures += 1
            failure = kept.outcome
            raise CompletionError(failure.message, code=failure.code, status=failure.status, is_kept=True)
        if kept.state == "done":
            self._reuse.answers += 1
        else:
            self._reuse.failures += 1
        return kept.outcome

    async def _asked(self, key: str, prompt: Prompt) -> Completion:
        kept: Kept | None = None
        try:
            completion = await self._inner.complete(prompt)
            kept = Kept("refused" if completion.finish_reason in _REFUSED else "done", completion)
        except CompletionError as error:
            if error.code in _OUTCOMES:
                failure = KeptFailure(error.code, error.message, error.status)
                kept = Kept("refused" if error.code in _REFUSED else "failed", failure)
            raise
        finally:
            await self._settled(key, kept)
        return completion

    async def _settled(self, key: str, kept: Kept | None) -> None:
        """Keeps the outcome, or gives the claim back. A store that takes no more ends the asking; what was answered
        is still returned, since it was paid for."""
        try:
            if kept is None:
                await asyncio.to_thread(self._store.release, key)
            else:
                await asyncio.to_thread(self._store.keep, key, kept)
        except StoreError as error:
            self._fault = error


def _unusable(error: StoreError) -> CompletionError:
    return CompletionError(f"nothing is asked, since no answer could be kept: {error}", code="store")


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
