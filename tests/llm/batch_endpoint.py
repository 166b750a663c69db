"""A fake of the Files and Batch API on the loopback interface, as its documentation describes them.

A batch is `in_progress` until `work()` is called; then each of its requests is answered by `answer`, which gives a Chat
Completions body, a Failed, or None for a request that expires with its batch.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.loopback import listening

Answer = Callable[[Mapping[str, Any]], "dict[str, Any] | Failed | None"]


@dataclass(frozen=True)
class Failed:
    """A request that the endpoint refused, with its HTTP status."""

    status: int
    message: str


@dataclass
class BatchEndpoint:
    """What the endpoint holds: files and batches by id, and how many batches were asked for."""

    answer: Answer
    base_url: str = ""
    at_once: bool = False
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    keys: set[str | None] = field(default_factory=set)

    def requests(self, batch: str) -> list[dict[str, Any]]:
        """The requests of a batch."""
        return [json.loads(line) for line in self.files[self.batches[batch]["input_file_id"]].splitlines()]

    def work(self) -> None:
        """Ends every batch that is under way."""
        for batch in self.batches.values():
            if batch["status"] in ("in_progress", "cancelling"):
                self._end(batch)

    def _end(self, batch: dict[str, Any]) -> None:
        answered, failed, expired = [], [], 0
        for request in self.requests(batch["id"]):
            outcome = None if batch["status"] == "cancelling" else self.answer(request["body"])
            line = {"id": f"r-{request['custom_id'][:6]}", "custom_id": request["custom_id"], "error": None}
            if isinstance(outcome, dict):
                answered.append({**line, "response": {"status_code": 200, "request_id": "q", "body": outcome}})
            elif isinstance(outcome, Failed):
                body = {"error": {"message": outcome.message, "code": "bad"}}
                failed.append({**line, "response": {"status_code": outcome.status, "request_id": "q", "body": body}})
            else:
                expired += 1
                code = "batch_cancelled" if batch["status"] == "cancelling" else "batch_expired"
                failed.append({**line, "response": None, "error": {"code": code, "message": "it was not processed"}})
        for name, lines in (("output_file_id", answered), ("error_file_id", failed)):
            if lines:
                batch[name] = self._kept("".join(json.dumps(line) + "\n" for line in lines).encode())
        batch["request_counts"] |= {"completed": len(answered), "failed": len(failed)}
        ended = "cancelled" if batch["status"] == "cancelling" else "expired" if expired else "completed"
        batch["status"] = ended

    def _kept(self, content: bytes) -> str:
        name = f"file-{len(self.files)}"
        self.files[name] = content
        return name

    def upload(self, content_type: str, body: bytes) -> dict[str, Any]:
        """The answer to POST /files."""
        message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
        parts = {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}
        assert parts["purpose"].get_content().strip() == "batch"
        content = parts["file"].get_payload(decode=True)
        assert isinstance(content, bytes)
        name = self._kept(content)
        return {
            "id": name,
            "object": "file",
            "bytes": 1,
            "created_at": 1,
            "filename": "x",
            "purpose": "batch",
            "status": "processed",
        }

    def create(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to POST /batches."""
        name = f"batch_{len(self.batches)}"
        total = len(self.files[asked["input_file_id"]].splitlines())
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "status": "in_progress",
            "created_at": 1,
            "request_counts": {"total": total, "completed": 0, "failed": 0},
            **asked,
        }
        if self.at_once:
            self._end(self.batches[name])
        return self.batches[name]

    def cancelled(self, name: str) -> dict[str, Any]:
        """The answer to POST /batches/NAME/cancel."""
        self.batches[name]["status"] = "cancelling"
        return self.batches[name]


@contextmanager
def serving_batches(answer: Answer, *, at_once: bool = False) -> Iterator[BatchEndpoint]:
    """The endpoint on 127.0.0.1, which answers single questions, too; `at_once` ends a batch as it is made."""
    endpoint = BatchEndpoint(answer, at_once=at_once)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            endpoint.keys.add(self.headers.get("Authorization"))
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            parts = self.path.strip("/").split("/")[1:]
            if parts == ["chat", "completions"]:
                self._send(endpoint.answer(json.loads(body)))
            elif parts == ["files"]:
                self._send(endpoint.upload(self.headers["Content-Type"], body))
            elif parts == ["batches"]:
                self._send(endpoint.create(json.loads(body)))
            else:
                self._send(endpoint.cancelled(parts[1]))

        def do_GET(self) -> None:
            parts = self.path.partition("?")[0].strip("/").split("/")[1:]
            if parts[0] == "files":
                self._send(endpoint.files[parts[1]])
            elif len(parts) == 1:
                self._send({"object": "list", "data": list(endpoint.batches.values()), "has_more": False})
            else:
                self._send(endpoint.batches[parts[1]])

        def _send(self, answer: object) -> None:
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            kind = "application/octet-stream" if isinstance(answer, bytes) else "application/json"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as endpoint.base_url:
        yield endpoint
