"""A Chat Completions server that answers everything after 50 ms: `python -m benchmarks.costs.server`.

It costs next to nothing. Prints its port. A line of JSON on standard input gives the answer's words for each path:
{"ours": "…"} is what /ours/v1/chat/completions says. It ends with its standard input.
"""

import asyncio
import json
import sys
from collections.abc import Mapping

DELAY = 0.05
QUICK = "quick"
"""The path below which answers come at once."""
_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


def _response(words: str) -> bytes:
    message = {"role": "assistant", "content": words}
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "fixed",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 200, "total_tokens": 1100},
    }
    packed = json.dumps(body).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(packed)}\r\n\r\n"
    return head.encode() + packed


class _Connection(asyncio.Protocol):
    """One connection: requests one after the other, of which only the path is read."""

    def __init__(self, responses: Mapping[bytes, bytes]) -> None:
        self._responses = responses
        self._received = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keeps the way back."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answers each whole request, later."""
        self._received += data
        while (request := self._taken()) is not None:
            path = request.split(b" ", 2)[1].split(b"/", 2)[1]
            delay = 0 if path == QUICK.encode() else DELAY
            asyncio.get_running_loop().call_later(delay, self._answer, self._responses[path])

    def _taken(self) -> bytes | None:
        """The head of a request that has arrived as a whole, which is then gone."""
        end = self._received.find(_END)
        if end < 0:
            return None
        head = bytes(self._received[:end])
        at = head.lower().find(_LENGTH)
        length = int(head[at + len(_LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0
        if len(self._received) < end + len(_END) + length:
            return None
        del self._received[: end + len(_END) + length]
        return head

    def _answer(self, response: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(response)


async def _serve() -> None:
    answers = json.loads(sys.stdin.readline())
    responses = {name.encode(): _response(words) for name, words in answers.items()}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Connection(responses), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_serve())
