"""Endpoints for the pages: the embedded model's recorded answers, and a hosted model that tells of one meeting."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from vcr.persisters.filesystem import FilesystemPersister
from vcr.serializers import yamlserializer

from tests.cli.endpoint import answer_body
from tests.loopback import listening

RECORDED = Path(__file__).with_name("recorded.jsonl")
_CASSETTES = Path(__file__).parents[1] / "replay" / "cassettes" / "test_examples"
_NAMED = ("Murat Özdemirci", "Elchin Rzayev")
Asked = Callable[[Mapping[str, Any]], dict[str, Any] | None]


def canonical(body: Mapping[str, Any]) -> str:
    """A request as the recordings name it."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


@cache
def recordings() -> dict[str, dict[str, Any]]:
    """The embedded model's answers by request: those of the replayed examples, and those of the pages."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(_CASSETTES.iterdir()):
        requests, responses = FilesystemPersister.load_cassette(path, yamlserializer)
        for request, response in zip(requests, responses, strict=True):
            found[canonical(json.loads(request.body))] = json.loads(response["body"]["string"])
    for line in RECORDED.read_text(encoding="utf-8").splitlines():
        kept = json.loads(line)
        found[canonical(kept["request"])] = kept["answer"]
    return found


def embedded(body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The recorded answer of the embedded model, or None."""
    return recordings().get(canonical(body))


def hosted(body: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a hosted model that tells of the meeting in examples/articles/02-phone-call.txt."""
    if "response_format" not in body:
        return {**answer_body({**body, "response_format": _ANYTHING}), "model": body["model"]}
    answer = answer_body(body, _NAMED)
    content = json.loads(answer["choices"][0]["message"]["content"])
    is_of_it = _NAMED[0] in canonical(body)
    if "meeting" in content:
        content["meeting"] = [{**each, "evidence": [4]} for each in content["meeting"]] if is_of_it else []
    answer["choices"][0]["message"]["content"] = json.dumps(content, ensure_ascii=False)
    return {**answer, "model": body["model"]}


_ANYTHING = {"json_schema": {"schema": {"type": "object", "properties": {}}}}


@dataclass
class Served:
    """A Chat Completions endpoint: its address, without its version, and what it had no answer to."""

    address: str = ""
    unanswered: list[str] = field(default_factory=list)


@contextmanager
def serving(answer: Asked) -> Iterator[Served]:
    """The endpoint, on a free port of 127.0.0.1."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found = answer(asked)
            if found is None:
                served.unanswered.append(str(asked["messages"][-1]["content"]))
            told = {"error": {"message": "this question is not recorded: python -m tests.documentation.record"}}
            body = json.dumps(told if found is None else found).encode()
            self.send_response(400 if found is None else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as address:
        served.address = address.removesuffix("/v1")
        yield served
