"""One request and its answer on a raw connection, so that everything below HTTP can go wrong on purpose."""

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Headers = Mapping[str, str]

_RESET = struct.pack("ii", 1, 0)


class Gone(Exception):  # noqa: N818 - it names what happened to the client
    """The client has closed the connection."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came."""

    path: str
    headers: Headers
    body: dict[str, Any]


async def read_request(reader: asyncio.StreamReader) -> Request:
    """The next request of a connection; raises Gone when there is none."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise Gone from error
    return Request(first.split(" ")[1], headers, json.loads(body or b"{}"))


class Exchange:
    """The right answer's bytes, and the means to send it, or something else, or nothing."""

    def __init__(self, writer: asyncio.StreamWriter, answer: bytes) -> None:
        self.answer = answer
        self._writer = writer

    async def send(
        self, status: int, body: bytes, *, headers: Headers | None = None, content_type: str = "application/json"
    ) -> None:
        """A well-formed response."""
        await self.write(response(status, body, {"Content-Type": content_type, **(headers or {})}))

    def whole(self) -> bytes:
        """The right response."""
        return response(200, self.answer, {"Content-Type": "application/json"})

    def chunked_head(self) -> bytes:
        """The head of a right response whose body comes in chunks."""
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"

    def chunk(self, part: bytes) -> bytes:
        """A part of such a body."""
        return b"%x\r\n%b\r\n" % (len(part), part)

    def last_chunk(self) -> bytes:
        """The end of such a body."""
        return b"0\r\n\r\n"

    async def write(self, data: bytes) -> None:
        """Sends bytes; raises Gone when nobody takes them."""
        try:
            self._writer.write(data)
            await self._writer.drain()
        except ConnectionError as error:
            raise Gone from error
        if self._writer.is_closing():
            raise Gone

    def reset(self) -> None:
        """Ends the connection with RST, after what was written."""
        connection = self._writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self._writer.transport.abort()

    def close(self) -> None:
        """Ends the connection in order."""
        self._writer.close()

    @property
    def is_over(self) -> bool:
        """Whether the connection takes no further request."""
        return self._writer.is_closing()


def response(status: int, body: bytes, headers: Headers) -> bytes:
    """A response as bytes."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join((*lines, "", "")).encode("latin-1") + body
