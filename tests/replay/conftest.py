"""Recordings of the embedded model: what is matched, what is filtered, and where answers come from."""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from communique.llm.local import LocalEngine
from communique.llm.openai import OpenAIClient
from communique.llm.weights import EMBEDDED

HOST = "127.0.0.1:8080"
MODEL = Path(EMBEDDED.name).stem
_VOLATILE = ("id", "created", "timings", "system_fingerprint")
_KEPT_HEADERS = ("content-type",)


def _fixed_host(request: Any) -> Any:
    request.uri = urlunsplit(urlsplit(request.uri)._replace(netloc=HOST))
    request.headers = {name: value for name, value in request.headers.items() if name.lower() in _KEPT_HEADERS}
    return request


def _without_volatile_members(response: dict[str, Any]) -> dict[str, Any]:
    body = json.loads(response["body"]["string"])
    kept = {name: value for name, value in body.items() if name not in _VOLATILE}
    headers = {name: value for name, value in response["headers"].items() if name.lower() in _KEPT_HEADERS}
    text = json.dumps({"id": "recorded", "created": 0, **kept}, ensure_ascii=False)
    return {**response, "headers": headers, "body": {"string": text.encode()}}


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    """Requests match on method, path and body: a changed prompt must not find an old answer."""
    return {
        "match_on": ["method", "path", "body"],
        "before_record_request": _fixed_host,
        "before_record_response": _without_volatile_members,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="session")
def engine_address(record_mode: str) -> Iterator[tuple[str, str]]:
    """Where requests go: to the real engine while recording; while replaying, to an address where nobody listens."""
    if record_mode == "none":
        yield f"http://{HOST}/v1", "replayed"
        return
    with LocalEngine() as engine:
        assert engine.model == MODEL
        yield engine.base_url, engine.api_key


@pytest.fixture
def embedded(engine_address: tuple[str, str]) -> Callable[[], AbstractAsyncContextManager[OpenAIClient]]:
    """Opens a client of the recorded model inside the running loop."""
    base_url, api_key = engine_address

    @asynccontextmanager
    async def opened() -> AsyncIterator[OpenAIClient]:
        async with OpenAIClient(MODEL, base_url=base_url, api_key=api_key) as client:
            yield client

    return opened
