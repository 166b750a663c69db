"""Fakes of the package: a client that answers from a list, and an endpoint on the loopback interface."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import Any

from communique.completion import Completion, Message, Prompt, TokenUsage
from communique.errors import CompletionError
from tests.loopback import listening

SCHEMA = {
    "type": "object",
    "properties": {"guest": {"type": "string"}},
    "required": ["guest"],
    "additionalProperties": False,
}
PROMPT = Prompt((Message("system", "Read."), Message("user", "Who came?")), SCHEMA, "form", 50)
ANSWER = Completion('{"guest": "Ayşe"}', "stop", "fake-1", TokenUsage(prompt=9, completion=5, cached=4, calls=1))


@dataclass
class FakeClient:
    """Answers or raises what it was given, in order, and keeps what it was asked."""

    outcomes: list[Completion | CompletionError]
    asked: list[Prompt] = field(default_factory=list)

    async def complete(self, prompt: Prompt) -> Completion:
        self.asked.append(prompt)
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, CompletionError):
            raise outcome
        return outcome


@dataclass(frozen=True)
class Reply:
    """One HTTP answer; a `body` that is no bytes is sent as JSON, and no status at all cuts the connection.

    An `endless` one goes on with spaces, one every few milliseconds, until the client is gone.
    """

    body: object
    status: int | None = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    endless: bool = False


@dataclass
class FakeEndpoint:
    """What the endpoint answers, in order, and the bodies and keys it was sent."""

    replies: list[Reply]
    base_url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


def chat(
    text: str | None = ANSWER.text, *, finish_reason: str | None = "stop", refusal: str | None = None
) -> dict[str, Any]:
    """A Chat Completions answer."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "served-1",
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 4}},
    }


def called(arguments: object) -> dict[str, Any]:
    """The same with a tool called instead of words."""
    body = chat(None, finish_reason="tool_calls")
    call = {"id": "c", "type": "function", "function": {"name": "form", "arguments": arguments}}
    body["choices"][0]["message"]["tool_calls"] = [call]
    return body


def refused(message: str, *, parameter: str | None = None, status: int = 400) -> Reply:
    """The answer of an endpoint that does not take a field."""
    return Reply({"error": {"message": message, "param": parameter, "code": "unsupported_parameter"}}, status)


@contextmanager
def serving(*replies: Reply) -> Iterator[FakeEndpoint]:
    """An endpoint on a free port of 127.0.0.1 that answers with `replies`."""
    endpoint = FakeEndpoint(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            endpoint.bodies.append(json.loads(self.rfile.read(length)))
            endpoint.keys.append(self.headers.get("Authorization"))
            self._answer(endpoint.replies.pop(0))

        def do_GET(self) -> None:
            endpoint.keys.append(self.headers.get("Authorization"))
            self._answer(endpoint.replies.pop(0))

        def _answer(self, reply: Reply) -> None:
            self.close_connection = True
            if reply.status is None:
                return
            body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            if not reply.endless:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # a client that has enough of it
                self.wfile.write(body)
                while reply.endless:
                    self.wfile.write(b" ")
                    Event().wait(0.005)

    with listening(Handler) as endpoint.base_url:
        yield endpoint
