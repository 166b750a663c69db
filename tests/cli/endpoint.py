"""An endpoint on the loopback interface that tells of one meeting whatever it is asked, and can hold its answers."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from threading import Condition, Event
from typing import Any

from tests.loopback import listening

NAMES = ("Yaşar Güler", "John Healey")
_PATIENCE_SECONDS = 120.0


class Endpoint:
    """Counts requests by their bodies. From the `hold_at`-th request on (from 1) answers wait for `let`."""

    def __init__(self) -> None:
        self.base_url = ""
        self.asked: Counter[str] = Counter()
        self.held: list[str] = []
        self.is_held, self.let = Event(), Event()
        self.hold_at: int | None = None
        self._news = Condition()

    def hold(self, at: int) -> None:
        """Holds the answers from the `at`-th request after now on."""
        self.held.clear()
        self.is_held.clear()
        self.let.clear()
        self.hold_at = self.asked.total() + at

    def wait(self) -> None:
        """Returns when an answer is held."""
        assert self.is_held.wait(_PATIENCE_SECONDS), "nothing was asked"

    def wait_for(self, count: int) -> None:
        """Returns when so many answers are held."""
        with self._news:
            assert self._news.wait_for(lambda: len(self.held) >= count, _PATIENCE_SECONDS), f"{len(self.held)} asked"

    def release(self) -> None:
        """Answers whatever is held, and holds no more."""
        self.hold_at = None
        self.let.set()

    def take(self, body: bytes) -> None:
        """Counts a request, and waits where it is to be held."""
        key = sha256(body).hexdigest()
        with self._news:
            self.asked[key] += 1
            holds = self.hold_at is not None and self.asked.total() >= self.hold_at
            if holds:
                self.held.append(key)
                self.is_held.set()
                self._news.notify_all()
        if holds:
            self.let.wait()

    def repeated(self) -> set[str]:
        """What was asked more than once."""
        return {key for key, count in self.asked.items() if count > 1}


@contextmanager
def answering() -> Iterator[Endpoint]:
    """The endpoint, on a free port of 127.0.0.1."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            endpoint.take(body)
            answer = json.dumps(answer_body(json.loads(body))).encode()
            try:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            except OSError:  # whoever asked is gone
                self.close_connection = True

    with listening(Handler) as endpoint.base_url:
        try:
            yield endpoint
        finally:
            endpoint.release()


def answer_body(body: Mapping[str, Any], named: Sequence[str] = NAMES) -> dict[str, Any]:
    """The Chat Completions answer to a request: a meeting of those who are named, and to a repair nothing."""
    schema = body["response_format"]["json_schema"]["schema"]
    answer = _filled(schema)
    if "meeting" in schema["properties"]:
        parties = [{"name": name, "role": None, "organisation": None, "country": None} for name in named]
        meeting = _filled(schema["properties"]["meeting"]["items"]) | {"evidence": [2], "participants": parties}
        answer |= {"meeting": [meeting]}
    message = {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "served",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": len(str(body)), "completion_tokens": 5, "total_tokens": 6},
    }


def _filled(schema: dict[str, Any]) -> Any:
    """The shortest answer that the schema allows."""
    kind = schema.get("type")
    if kind == "object":
        return {name: _filled(part) for name, part in schema["properties"].items()}
    if kind == "array":
        return []
    return "" if kind == "string" else None
