"""The service as a process: where it listens, whom it warns, and how it ends."""

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest

from communique.cli import main
from communique.serving.reader import STOPPING
from tests.articles import ENGLISH, TURKISH
from tests.cli.endpoint import Endpoint, answering

pytestmark = pytest.mark.server

MAIN = "import sys; from communique.cli import main; sys.exit(main())"
HEAVY = ("openai", "xllamacpp", "communique.extractor")


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with answering() as found:
        yield found


@contextmanager
def serving(*options: str, code: str = MAIN) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`communique serve` on a free port, and its address; it is ended with the block."""
    command = [sys.executable, "-c", code, "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        assert process.stderr is not None
        told = ""
        while "listening at " not in told:
            told = process.stderr.readline()
            assert told, "it ended"
        yield process, told.split()[-1]
    finally:
        process.terminate()
        process.communicate()


def asked(address: str, data: Any = None) -> str:
    """The body of an answer."""
    body = None if data is None else json.dumps(data).encode()
    request = urllib.request.Request(address, data=body, headers={"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own address
        return str(answer.read().decode())


def test_a_model_behind_an_endpoint_reads(endpoint: Endpoint) -> None:
    with serving("--model", "m", "--base-url", endpoint.base_url, "--kinds", "meeting") as (_, address):
        answer = json.loads(asked(f"{address}/extract", {"text": ENGLISH.text}))
        again = json.loads(asked(f"{address}/extract", {"text": ENGLISH.text}))
    assert answer["article"]["status"] == "read"
    assert answer == again
    assert endpoint.repeated() == set()


def test_without_a_model_none_of_it_is_loaded() -> None:
    code = (
        f"{MAIN[: -len('sys.exit(main())')]}code = main(); print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    with serving(code=code) as (process, address):
        assert json.loads(asked(f"{address}/tag", {"text": "In May 2020."}))["dates"][0]["value"] == "2020-05"
        process.send_signal(signal.SIGTERM)
        told, _ = process.communicate(timeout=60)
    assert told == "[]\n"


@pytest.mark.parametrize(
    ("number", "code"), [pytest.param(signal.SIGINT, 130, id="ctrl-c"), pytest.param(signal.SIGTERM, 0, id="term")]
)
def test_a_signal_lets_what_is_under_way_end_and_nothing_begin(
    endpoint: Endpoint, number: signal.Signals, code: int
) -> None:
    lines: list[str] = []
    given = {"articles": [{"id": article.id, "text": article.text} for article in (ENGLISH, TURKISH)]}
    options = (
        "--model",
        "m",
        "--base-url",
        endpoint.base_url,
        "--concurrency",
        "1",
        "--kinds",
        "meeting",
        "--repairs",
        "0",
    )
    with serving(*options) as (process, address):
        endpoint.hold(at=1)
        client = Thread(target=lambda: lines.extend(asked(f"{address}/extract/stream", given).splitlines()))
        client.start()
        endpoint.wait()
        process.send_signal(number)
        assert any("stopping: " in line for line in process.stderr or ())
        endpoint.release()
        client.join()
        assert process.wait(60) == code
    answers = [json.loads(line)["article"] for line in lines]
    assert [answer["status"] for answer in answers] == ["read", "failed"]
    assert answers[1]["error"] == {"code": "stopped", "message": STOPPING.message}


def test_a_port_in_use_is_2_with_the_mend(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    told = capsys.readouterr().err
    assert f"127.0.0.1:{port}: cannot listen here (Address already in use); give another --port" in told


def test_an_address_of_another_machine_is_2_with_the_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", "192.0.2.1"]) == 2
    assert "give another --host" in capsys.readouterr().err


def test_whoever_opens_it_to_others_is_warned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert main(["serve", "--host", "0.0.0.0", "--port", "0", "--model", "gpt-5-mini"]) == 2  # noqa: S104
    told = capsys.readouterr().err
    assert "whoever reaches 0.0.0.0 can read with your model and at your cost" in told
    assert "OpenAI needs a key" in told
