"""How many tokens a text has for a model, and how many the model takes: from its server where that tells, else a safe
estimate."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

import httpx2
from openai import OpenAIError

from communique.errors import CompletionError
from communique.llm.http import http_client

BYTES_A_TOKEN = 2
"""Of UTF-8. Byte-level vocabularies take at least one; `python -m benchmarks.token_estimate` measures more than this on
every article of examples/ with the embedded model's."""

_SECONDS = 60.0


def estimate(text: str) -> int:
    """The tokens that a text has at most, by its bytes."""
    return -(-len(text.encode(errors="replace")) // BYTES_A_TOKEN)


class Gauge(Protocol):
    """Counts tokens as a model does."""

    async def count(self, text: str) -> int:
        """The tokens of a text; raises CompletionError where the server cannot be asked now."""
        ...

    async def context(self) -> int | None:
        """The tokens that question and answer may have together; None where nobody tells."""
        ...


@dataclass(frozen=True, slots=True)
class Estimate:
    """A gauge without a server."""

    known_context: int | None = None

    async def count(self, text: str) -> int:
        """The estimate."""
        return estimate(text)

    async def context(self) -> int | None:
        """What was given."""
        return self.known_context


class EndpointGauge:
    """Asks llama.cpp (`/tokenize`, `/props`) and vLLM (`/tokenize`, `/models`); another server's tokens are estimated.

    What a server does not offer is asked for once. It is bound to no event loop.
    """

    def __init__(self, base_url: str, *, model: str, key: str = "") -> None:
        self._base, self._root = base_url, base_url.removesuffix("/v1")
        self._model, self._key = model, key
        self._counts: bool | None = None
        self._context: int | None = None
        self._has_asked = False

    async def count(self, text: str) -> int:
        """The tokens of a text by the server's own count, where it offers one."""
        if self._counts is not False:
            body = {"content": text, "prompt": text, "model": self._model}
            counted = _counted(await self._told("POST", f"{self._root}/tokenize", body))
            self._counts = counted is not None
            if counted is not None:
                return counted
        return estimate(text)

    async def context(self) -> int | None:
        """The context that the server tells: llama.cpp's of one slot, or vLLM's of the model."""
        if not self._has_asked:
            told = _props_context(await self._told("GET", f"{self._root}/props"))
            self._context = told or _model_context(await self._told("GET", f"{self._base}/models"), self._model)
            self._has_asked = True
        return self._context

    async def _told(self, method: str, url: str, body: Mapping[str, object] | None = None) -> Any:  # noqa: ANN401
        """The JSON of an answer, None where the server does not offer it; raises CompletionError where it may answer
        another time."""
        headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        try:
            async with http_client(self._base, timeout=_SECONDS) as client:
                answer = await client.request(method, url, json=body, headers=headers)
        except (httpx2.HTTPError, OpenAIError) as error:
            told = (
                f"its tokens cannot be counted, since the endpoint cannot be asked ({type(error).__name__}); run again"
            )
            raise CompletionError(told, code="connection") from error
        if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and answer.status_code != HTTPStatus.NOT_IMPLEMENTED:
            told = f"its tokens cannot be counted, since the endpoint answers HTTP {answer.status_code}; run again"
            raise CompletionError(told, code="connection", status=answer.status_code)
        try:
            return json.loads(answer.content) if answer.is_success else None
        except (ValueError, RecursionError):
            return None


def _whole(value: object) -> int | None:
    return value if type(value) is int and value > 0 else None


def _counted(told: object) -> int | None:
    if not isinstance(told, dict):
        return None
    if isinstance(told.get("tokens"), list):
        return len(told["tokens"])
    return _whole(told.get("count"))


def _props_context(told: object) -> int | None:
    settings = told.get("default_generation_settings") if isinstance(told, dict) else None
    return _whole(settings.get("n_ctx")) if isinstance(settings, dict) else None


def _model_context(told: object, model: str) -> int | None:
    """The `max_model_len` of the model in a list of models, or of the only one there."""
    listed = told.get("data") if isinstance(told, dict) else None
    models = [held for held in listed if isinstance(held, dict)] if isinstance(listed, list) else []
    own = [held for held in models if held.get("id") == model] or (models if len(models) == 1 else [])
    return next((_whole(held.get("max_model_len")) for held in own), None)
