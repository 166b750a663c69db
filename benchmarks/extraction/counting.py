"""A passage between the tools and the engine that counts tokens, so that every tool is measured alike."""

import json
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

_SECONDS = 1200
_DROPPED = frozenset({"connection", "transfer-encoding", "content-length", "keep-alive", "host"})


@dataclass(frozen=True, slots=True)
class Count:
    """Tokens as the engine counts them; `cached` is the part of `prompt` that it did not compute again.

    `cut` counts answers that ended at the limit, `refused` those that were none.
    """

    calls: int = 0
    prompt: int = 0
    cached: int = 0
    completion: int = 0
    cut: int = 0
    refused: int = 0

    def __add__(self, other: "Count") -> "Count":
        mine, others = asdict(self), asdict(other)
        return Count(**{name: mine[name] + others[name] for name in mine})


def counted(status: int, body: bytes) -> Count:
    """What one answer of the engine took."""
    try:
        answer: Any = json.loads(body)
    except ValueError:
        answer = None
    if status >= 400 or not isinstance(answer, dict):  # noqa: PLR2004 - an HTTP error
        return Count(calls=1, refused=1)
    usage = answer.get("usage") or {}
    details = usage.get("prompt_tokens_details") or {}
    reasons = [choice.get("finish_reason") for choice in answer.get("choices", ())]
    return Count(
        calls=1,
        prompt=usage.get("prompt_tokens") or 0,
        cached=details.get("cached_tokens") or 0,
        completion=usage.get("completion_tokens") or 0,
        cut=reasons.count("length"),
    )


class CountingPassage:
    """Passes requests on to an address, and counts by the first part of their path: `address("tool")` is a tool's."""

    def __init__(self, base_url: str) -> None:
        self._upstream = urlsplit(base_url)
        self._counts: dict[str, Count] = {}
        self._lock = Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def address(self, tool: str) -> str:
        """The base URL that `tool` is given."""
        return f"http://127.0.0.1:{self._server.server_port}/{tool}{self._upstream.path}"

    def take(self, tool: str) -> Count:
        """What the tool took since it was last asked."""
        with self._lock:
            return self._counts.pop(tool, Count())

    def add(self, tool: str, count: Count) -> None:
        """Counts an answer."""
        with self._lock:
            self._counts[tool] = self._counts.get(tool, Count()) + count

    def forwarded(self, path: str, headers: dict[str, str], body: bytes | None) -> tuple[int, str, bytes]:
        """The engine's answer: status, content type, body."""
        connection = HTTPConnection(self._upstream.hostname or "", self._upstream.port, timeout=_SECONDS)
        try:
            connection.request("GET" if body is None else "POST", path, body=body, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Content-Type") or "application/json", answer.read()
        finally:
            connection.close()


def _handler(passage: CountingPassage) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self._pass(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

        def do_GET(self) -> None:
            self._pass(None)

        def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the base class's name
            """Says nothing."""

        def _pass(self, body: bytes | None) -> None:
            tool, _, path = self.path.removeprefix("/").partition("/")
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _DROPPED}
            status, kind, answer = passage.forwarded(f"/{path}", headers, body)
            if body is not None:
                passage.add(tool, counted(status, answer))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

    return Handler
