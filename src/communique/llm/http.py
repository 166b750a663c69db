"""The HTTP client under the SDK: no proxy for this machine, no body without an end, and answers' headers told."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from urllib.parse import urlsplit

import httpx2
from openai import APIResponseValidationError, DefaultAsyncHttpxClient

from communique.llm.loopback import LOOPBACK

HeadersHeard = Callable[[Mapping[str, str]], None]

_CONNECT_SECONDS = 30.0
_MOST_BYTES = 16 * 2**20  # an answer is a few kilobytes; the longest output that models offer is half a megabyte
_MOST_PACKED_BYTES = 256 * 2**10  # packed text grows up to a thousandfold


def http_client(
    base_url: str, *, timeout: float, heard: HeadersHeard | None = None, most_bytes: int | None = None
) -> httpx2.AsyncClient:
    """A client for one event loop that goes round HTTP_PROXY for a server on this machine.

    No body longer than `most_bytes` is read; without it, none longer than a chat answer can be.
    """
    return DefaultAsyncHttpxClient(
        timeout=httpx2.Timeout(timeout, connect=min(timeout, _CONNECT_SECONDS)),
        trust_env=urlsplit(base_url).hostname not in LOOPBACK,
        event_hooks={"response": [_hook(heard, most_bytes)]},
    )


def _hook(heard: HeadersHeard | None, most: int | None) -> Callable[[httpx2.Response], Awaitable[None]]:
    async def receive(response: httpx2.Response) -> None:
        if heard is not None:
            heard(response.headers)
        response.stream = _EndingStream(response, most)

    return receive


class _EndingStream(httpx2.AsyncByteStream):
    """A response's body, cut with an error where it goes on and on."""

    def __init__(self, response: httpx2.Response, most: int | None) -> None:
        if not isinstance(response.stream, httpx2.AsyncByteStream):
            raise TypeError("a response of an async client has an async body")
        self._response, self._inner = response, response.stream
        self._most = most or (_MOST_PACKED_BYTES if "content-encoding" in response.headers else _MOST_BYTES)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        length = 0
        async for chunk in self._inner:
            length += len(chunk)
            if length > self._most:
                told = f"the answer has more than {self._most:,} bytes"
                raise APIResponseValidationError(self._response, None, message=told)
            yield chunk

    async def aclose(self) -> None:
        """Closes the connection."""
        await self._inner.aclose()
