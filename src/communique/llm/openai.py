"""The client for OpenAI and every compatible endpoint: Chat Completions over one AsyncOpenAI per event loop."""

import asyncio
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from openai import APIStatusError, AsyncOpenAI, OpenAIError
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletion, ChatCompletionMessage, ChatCompletionMessageFunctionToolCall
from openai.types.chat.chat_completion import Choice
from openai.types.chat.chat_completion_message_function_tool_call import Function
from openai.types.completion_usage import PromptTokensDetails

from communique.completion import Completion, FinishReason, Prompt, TokenUsage
from communique.errors import CompletionError, ConfigurationError
from communique.llm.experience import Experience
from communique.llm.faults import cleanse, completion_error
from communique.llm.http import http_client
from communique.llm.modes import Modes, Sampling, learn
from communique.redaction import Key, redacted, secrets_of_url, without

_OPENAI = "https://api.openai.com/v1"
_PLACEHOLDER = "none"
_PATH = "/chat/completions"  # by `post`: `create` walks the schema key by key, for longer than the request takes
_FINISH: Mapping[str, FinishReason] = {"stop": "stop", "length": "length", "content_filter": "content_filter"}


class OpenAIClient:
    """One model behind one endpoint, entered in the event loop that uses it: `async with OpenAIClient(...) as client`.

    `base_url` defaults to OPENAI_BASE_URL, else OpenAI; `api_key` to OPENAI_API_KEY, which only OpenAI insists on.
    `timeout` is in seconds, for one request from its first byte to the answer's last. What is learnt of
    the endpoint goes to `experience`, which several clients may share.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        sampling: Sampling = Sampling(),  # noqa: B008 - frozen
        timeout: float = 600.0,
        experience: Experience | None = None,
    ) -> None:
        self.model = model
        self.base_url = endpoint_url(base_url)
        self._api_key = checked_key(api_key or os.environ.get("OPENAI_API_KEY") or "", self.base_url)
        self._secrets = (self._api_key, *secrets_of_url(self.base_url))
        self._sampling, self._timeout = sampling, timeout
        self._experience = experience or Experience()
        self._openai: AsyncOpenAI | None = None

    @property
    def identity(self) -> str:
        """What decides the answer beside the prompt: for a store's key.

        Of the address it has no port, which changes with every start of a server, and no user, password or query, which
        may be secrets.
        """
        address = urlsplit(self.base_url)
        place = f"{address.scheme}://{address.hostname}{address.path}"
        return json.dumps([place, self.model, self._sampling.temperature, self._sampling.seed])

    @property
    def place(self) -> str:
        """The address as messages show it: without a user, password or query, which may be secrets."""
        return shown(self.base_url)

    async def __aenter__(self) -> Self:
        try:
            self._openai = AsyncOpenAI(
                api_key=self._api_key or _PLACEHOLDER,
                base_url=self.base_url,
                max_retries=0,
                http_client=http_client(self.base_url, timeout=self._timeout, heard=self._experience.limits.heard),
            )
        except OpenAIError as error:
            raise ConfigurationError(
                f"the OpenAI client cannot be made ({error}); check the OPENAI_* variables"
            ) from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._openai is not None:
            await self._openai.close()
            self._openai = None

    async def complete(self, prompt: Prompt) -> Completion:
        """The endpoint's answer, asked for as it takes it; raises CompletionError."""
        return await self._experience.ladder.complete(prompt, self._ask)

    async def _ask(self, prompt: Prompt, modes: Modes) -> Completion | Modes:
        body = modes.body(prompt, model=self.model, sampling=self._sampling)
        try:
            return await self._send(body)
        except CompletionError as error:
            learnt = _learn(modes, error, body)
            if learnt is None:
                raise
            return learnt

    async def _send(self, body: dict[str, Any]) -> Completion:
        if self._openai is None:
            raise ConfigurationError("enter the client first: `async with OpenAIClient(...) as client`")
        try:
            async with asyncio.timeout(self._timeout):
                answer = await self._openai.post(_PATH, body=body, cast_to=ChatCompletion)
        except OpenAIError as error:
            cleanse(error, self._secrets)
            raise completion_error(error, model=self.model, base_url=self.place, secrets=self._secrets) from error
        except TimeoutError as error:
            raise CompletionError(
                f"{self.place} did not answer within {self._timeout:g} s; give a longer --timeout", code="timeout"
            ) from error
        except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, a number of 5,000 digits, brackets too deep
            raise CompletionError(f"{self.place} sent a body that is not JSON", code="malformed") from error
        return cleansed(completion_of(answer, model=self.model, base_url=self.place), self._secrets)


def _learn(modes: Modes, error: CompletionError, body: Mapping[str, Any]) -> Modes | None:
    cause = error.__cause__
    if error.code != "bad_request" or not isinstance(cause, APIStatusError):
        return None
    return learn(modes, _words(cause.param) or cause.message, body)


def cleansed(completion: Completion, secrets: tuple[str, ...]) -> Completion:
    """The completion without secrets: an endpoint that says a key back does not get it into a store or a record."""
    return replace(completion, text=without(completion.text, secrets), model=without(completion.model, secrets))


def completion_of(answer: object, *, model: str, base_url: str) -> Completion:
    """The answer as a Completion; the SDK does not check what it decodes, so every part may be of another type."""
    choice = _first_choice(answer)
    if not isinstance(answer, ChatCompletion) or choice is None:
        raise CompletionError(
            f"{base_url} did not answer as Chat Completions do; check --base-url (it often ends in /v1)",
            code="malformed",
        )
    message = choice.message
    called, refusal = _arguments(message.tool_calls), _words(message.refusal)
    reason: FinishReason = _FINISH.get(_words(choice.finish_reason), "other")
    return Completion(
        text=called or _words(message.content) or refusal,
        finish_reason="refusal" if refusal else "stop" if called and reason == "other" else reason,
        model=_words(answer.model) or model,
        usage=_usage(answer.usage),
    )


def _arguments(calls: object) -> str:
    """What the first tool was called with, which is the answer where a tool was asked for."""
    call = calls[0] if isinstance(calls, list) and calls else None
    function = call.function if isinstance(call, ChatCompletionMessageFunctionToolCall) else None
    return _words(function.arguments) if isinstance(function, Function) else ""


def _first_choice(answer: object) -> Choice | None:
    choices = answer.choices if isinstance(answer, ChatCompletion) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    return choice if isinstance(choice, Choice) and isinstance(choice.message, ChatCompletionMessage) else None


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _usage(usage: CompletionUsage | None) -> TokenUsage:
    if not isinstance(usage, CompletionUsage):
        return TokenUsage(calls=1)
    details = usage.prompt_tokens_details
    return TokenUsage(
        prompt=_count(usage.prompt_tokens),
        completion=_count(usage.completion_tokens),
        cached=_count(details.cached_tokens) if isinstance(details, PromptTokensDetails) else 0,
        calls=1,
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def endpoint_url(named: str | None) -> str:
    """The address of the endpoint: the one named, else OPENAI_BASE_URL, else OpenAI; raises ConfigurationError."""
    url = named or os.environ.get("OPENAI_BASE_URL") or _OPENAI
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise ConfigurationError(
            f"the base URL {redacted(url, secrets_of_url(url))!r} is not an http address; give one like http://localhost:8000/v1"
        )
    return url.rstrip("/")


def shown(url: str) -> str:
    """The address without a user, password or query, which may be secrets."""
    address = urlsplit(url)
    return f"{address.scheme}://{address.netloc.rpartition('@')[2]}{address.path}"


def checked_key(given: str, base_url: str) -> Key:
    """The key without spaces; raises ConfigurationError where one is missing, or no header can carry it."""
    key, given = Key(given.strip()), ""  # a traceback shows the variables of this frame
    if not key and base_url == _OPENAI:
        raise ConfigurationError("OpenAI needs a key: set OPENAI_API_KEY, or point --base-url at another server")
    if not (key.isascii() and key.isprintable()):
        raise ConfigurationError("the API key has characters that no HTTP header can carry; set OPENAI_API_KEY again")
    return key
