"""The Files and Batch API of OpenAI and compatible endpoints: questions go up as a file, answers come down as one.

Limits of a batch are those of https://platform.openai.com/docs/guides/batch: 50,000 requests, 200 MB.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from openai import AsyncOpenAI, OpenAIError
from openai.types import Batch
from openai.types.chat import ChatCompletion
from pydantic import ValidationError
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from communique.completion import Completion, Prompt
from communique.errors import CompletionError, ConfigurationError
from communique.llm.faults import cleanse, completion_error
from communique.llm.http import http_client
from communique.llm.modes import Modes, Sampling
from communique.llm.openai import cleansed, completion_of
from communique.llm.retrying import ATTEMPTS, may_pass
from communique.redaction import Key, redacted, secrets_of_url

MOST_REQUESTS, MOST_BYTES = 50_000, 200_000_000
_PATH: Literal["/v1/chat/completions"] = "/v1/chat/completions"
_ANSWERS_BYTES = 2 * 2**30
_MARK = "communique"
_RUNNING = frozenset({"validating", "in_progress", "finalizing", "cancelling"})
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class BatchState:
    """Where a batch stands: the endpoint's word for it, how many requests are answered and failed, its files, and why
    it failed as a whole, if it did."""

    id: str
    status: str
    total: int
    answered: int
    failed: int
    files: tuple[str, ...]
    errors: tuple[str, ...]

    @property
    def is_running(self) -> bool:
        """Whether answers may still come."""
        return self.status in _RUNNING


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """What came of one request, by its key: an answer, or why there is none; None where it was not processed."""

    key: str
    outcome: Completion | CompletionError | None


class BatchAPI:
    """The batches of one endpoint, entered in the event loop that uses it; every method raises CompletionError.

    What may pass (connection, timeout, rate limit, server) is tried again; nothing is paid for before a batch is made.
    """

    def __init__(self, model: str, *, base_url: str, place: str, api_key: str, timeout: float) -> None:
        self._model, self._base_url, self._place = model, base_url, place
        self._api_key, self._timeout = Key(api_key), timeout
        self._secrets = (self._api_key, *secrets_of_url(base_url))
        self._openai: AsyncOpenAI | None = None

    async def __aenter__(self) -> Self:
        self._openai = AsyncOpenAI(
            api_key=self._api_key or "none",
            base_url=self._base_url,
            max_retries=0,
            http_client=http_client(self._base_url, timeout=self._timeout, most_bytes=_ANSWERS_BYTES),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._openai is not None:
            await self._openai.close()
            self._openai = None

    async def submit(self, requests: Path, token: str) -> str:
        """The id of a new batch of the requests in a file of `request_line`s; `token` marks it as ours."""
        api = self._api()
        uploaded = await self._told(lambda: api.files.create(file=requests, purpose="batch"))
        batch = await self._told(
            lambda: api.batches.create(
                input_file_id=uploaded.id, endpoint=_PATH, completion_window="24h", metadata={_MARK: token}
            ),
            attempts=1,  # whether a batch was made that nobody heard of, `marked` tells
        )
        return batch.id

    async def marked(self, token: str) -> list[tuple[str, int]]:
        """The ids of the batches with this mark, and their requests."""
        api = self._api()
        page = await self._told(lambda: api.batches.list(limit=100))
        return [(one.id, _counts(one)[0]) for one in page.data if (one.metadata or {}).get(_MARK) == token]

    async def look(self, batch: str) -> BatchState:
        """Where the batch stands."""
        api = self._api()
        return _state(await self._told(lambda: api.batches.retrieve(batch)))

    async def cancel(self, batch: str) -> BatchState:
        """Where the batch stands after it was told to end; what is answered already is paid for and can be had."""
        api = self._api()
        return _state(await self._told(lambda: api.batches.cancel(batch)))

    async def answers(self, state: BatchState) -> AsyncIterator[BatchAnswer]:
        """What came of the batch's requests, as its files say it."""
        api = self._api()
        for file in state.files:
            content = await self._told(lambda file=file: api.files.content(file))  # type: ignore[misc]
            for line in content.text.splitlines():
                if line.strip():
                    yield self._answer(line)

    def _answer(self, line: str) -> BatchAnswer:
        try:
            row = json.loads(line)
            key = str(row["custom_id"])
        except (ValueError, TypeError, KeyError) as error:
            raise CompletionError(f"{self._place} sent a line of answers that is none", code="malformed") from error
        response, fault = row.get("response"), row.get("error")
        if isinstance(fault, dict):
            return BatchAnswer(key, self._fault(str(fault.get("code")), str(fault.get("message")), None))
        status, body = (response or {}).get("status_code"), (response or {}).get("body")
        if status != HTTPStatus.OK:
            told = body.get("error") if isinstance(body, dict) else None
            return BatchAnswer(key, self._fault("", str((told or {}).get("message", "no reason given")), status))
        return BatchAnswer(key, self._completion(body))

    def _completion(self, body: object) -> Completion | CompletionError:
        try:
            answer = ChatCompletion.model_validate(body)
            return cleansed(completion_of(answer, model=self._model, base_url=self._place), self._secrets)
        except (ValidationError, CompletionError):
            return CompletionError(f"{self._place} did not answer as Chat Completions do", code="malformed")

    def _fault(self, code: str, message: str, status: int | None) -> CompletionError | None:
        """Why a request has no answer; None where it was not processed, or may be answered the next time."""
        if code in ("batch_expired", "batch_cancelled") or (status is not None and _may_come(status)):
            return None
        where = f"HTTP {status}, " if status is not None else ""
        told = redacted(message, self._secrets)[:300]
        return CompletionError(
            f"{self._place} refused a request of the batch ({where}{code or 'no code'}: {told})",
            code="bad_request",
            status=status,
        )

    def _api(self) -> AsyncOpenAI:
        if self._openai is None:
            raise ConfigurationError("enter the batches first: `async with BatchAPI(...) as api`")
        return self._openai

    async def _told(self, ask: Callable[[], Awaitable[Result]], attempts: int = ATTEMPTS) -> Result:
        """What the endpoint answers, its errors as ours."""

        async def attempt() -> Result:
            try:
                return await ask()
            except OpenAIError as error:
                cleanse(error, self._secrets)
                raise completion_error(error, model=self._model, base_url=self._place, secrets=self._secrets) from error

        retrying = AsyncRetrying(
            retry=retry_if_exception(may_pass),
            wait=wait_random_exponential(max=30),
            stop=stop_after_attempt(attempts),
            reraise=True,
        )
        return await retrying(attempt)


def request_line(key: str, prompt: Prompt, *, model: str, modes: Modes) -> str:
    """The line that asks `prompt` in a file of requests; what comes of it comes back under `key`."""
    body = modes.body(prompt, model=model, sampling=Sampling())
    line = {"custom_id": key, "method": "POST", "url": _PATH, "body": body}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"


def _may_come(status: int) -> bool:
    return status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _state(batch: Batch) -> BatchState:
    total, answered, failed = _counts(batch)
    files = (batch.output_file_id, batch.error_file_id)
    errors = (batch.errors.data if batch.errors else None) or ()
    return BatchState(
        id=batch.id,
        status=batch.status,
        total=total,
        answered=answered,
        failed=failed,
        files=tuple(file for file in files if file),
        errors=tuple(_why(error) for error in errors),
    )


def _why(error: Any) -> str:  # noqa: ANN401 - of the SDK's own type, all of whose members may be missing
    line = f"line {error.line}: " if error.line is not None else ""
    return f"{line}{error.message or error.code or 'no reason given'}"


def _counts(batch: Batch) -> tuple[int, int, int]:
    counts = batch.request_counts
    return (counts.total, counts.completed, counts.failed) if counts else (0, 0, 0)
