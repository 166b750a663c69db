"""Plain sockets that send the request and wait for the answer: what the server can do, the ceiling of the others."""

import asyncio
import json
import os
from urllib.parse import urlsplit

from many import Work, serve_many

_ADDRESS = urlsplit(os.environ["OPENAI_BASE_URL"])


class _Asking(asyncio.Protocol):
    def __init__(self, requests: list[bytes]) -> None:
        self._requests = requests
        self._received = bytearray()
        self.ended = asyncio.get_running_loop().create_future()
        self.answers = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._next()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if found and len(body) >= int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0]):
            self._received.clear()
            self.answers += 1
            self._next()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - the protocol's
        if not self.ended.done():
            self.ended.set_result(None)

    def _next(self) -> None:
        if self._requests:
            self._transport.write(self._requests.pop())
        else:
            self._transport.close()


def _request(body: object) -> bytes:
    packed = json.dumps(body).encode()
    path = f"{_ADDRESS.path}/chat/completions"
    return f"POST {path} HTTP/1.1\r\nHost: {_ADDRESS.netloc}\r\nContent-Length: {len(packed)}\r\n\r\n".encode() + packed


async def _asked(requests: list[bytes], concurrency: int) -> int:
    loop = asyncio.get_running_loop()
    made = [
        loop.create_connection(lambda: _Asking(requests), _ADDRESS.hostname, _ADDRESS.port) for _ in range(concurrency)
    ]
    askings = [asking for _, asking in await asyncio.gather(*made)]
    await asyncio.gather(*(asking.ended for asking in askings))
    return sum(asking.answers for asking in askings)


def _read(work: Work) -> int:
    return asyncio.run(_asked([_request(body) for body in work["bodies"]], work["concurrency"]))


if __name__ == "__main__":
    serve_many(_read)
