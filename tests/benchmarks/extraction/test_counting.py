"""Tokens counted on the way to the engine."""

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

counting = pytest.importorskip("benchmarks.extraction.counting", reason="benchmarks/ is not beside the tests")
USAGE = {"prompt_tokens": 70, "completion_tokens": 9, "prompt_tokens_details": {"cached_tokens": 50}}


@pytest.mark.parametrize(
    ("status", "body", "count"),
    [
        pytest.param(
            200,
            {"usage": USAGE, "choices": [{"finish_reason": "length"}]},
            {"prompt": 70, "cached": 50, "completion": 9, "cut": 1},
            id="cut off",
        ),
        pytest.param(200, {"usage": None, "choices": []}, {}, id="without usage"),
        pytest.param(400, {"error": {}}, {"refused": 1}, id="refused"),
    ],
)
def test_an_answer_is_counted(status: int, body: dict[str, object], count: dict[str, int]) -> None:
    assert counting.counted(status, json.dumps(body).encode()) == counting.Count(calls=1, **count)


def test_what_is_no_json_counts_as_refused() -> None:
    assert counting.counted(200, b"<html>") == counting.Count(calls=1, refused=1)


class _Engine(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        said = {"path": self.path, "key": self.headers["Authorization"], "usage": USAGE}
        answer = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def engine() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Engine)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.server
def test_a_tool_reaches_the_engine_and_is_counted_apart(engine: str) -> None:
    with counting.CountingPassage(engine) as passage:
        address = urlsplit(passage.address("tool"))
        connection = HTTPConnection(address.hostname or "", address.port)
        connection.request("POST", f"{address.path}/chat/completions", b"{}", {"Authorization": "Bearer canary"})
        answer = json.loads(connection.getresponse().read())
        connection.close()
        assert (answer["path"], answer["key"]) == ("/v1/chat/completions", "Bearer canary")
        assert passage.take("other") == counting.Count()
        assert passage.take("tool").completion == 9
        assert passage.take("tool") == counting.Count()
