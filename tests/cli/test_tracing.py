"""`--trace` sends spans where the OTEL_* variables say, and only then."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from os import environ
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.cli.endpoint import answering
from tests.loopback import listening

pytestmark = pytest.mark.server

MAIN = "import sys; from communique.cli import main; sys.exit(main())"


@contextmanager
def collector() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a collector, and what it was sent."""
    sent: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

    with listening(Handler) as address:
        yield address, sent


@pytest.mark.parametrize(
    ("options", "variables", "is_traced"),
    [
        pytest.param(["--trace"], {}, True, id="asked-for"),
        pytest.param([], {}, False, id="not-asked-for"),
        pytest.param([], {"COMMUNIQUE_TRACE": "true"}, True, id="variable"),
        pytest.param(["--trace"], {"OTEL_SDK_DISABLED": "true"}, False, id="disabled"),
    ],
)
def test_spans_are_sent_when_they_are_asked_for(
    options: list[str], variables: dict[str, str], is_traced: object, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Minister Yaşar Güler met John Healey in Ankara on 4 May 2025.", encoding="utf-8")
    with answering() as endpoint, collector() as (address, sent):
        where = {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": address, "OTEL_EXPORTER_OTLP_COMPRESSION": "none"}
        command = ["extract", "a.txt", "-o", "out.jsonl", "--model", "m", "--base-url", endpoint.base_url, *options]
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", MAIN, *command],
            cwd=tmp_path,
            env={**environ, **where, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    spans = [
        (resource.resource.attributes, span.name)
        for body in sent
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    assert ({"read", "annotate", "chat m"} <= {name for _, name in spans}) == is_traced
    assert bool(sent) == is_traced
    assert all(("service.name", "communique") in {(a.key, a.value.string_value) for a in held} for held, _ in spans)
