"""A run that is killed, stopped or doubled asks nothing twice, and its files are those of a calm run."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.cli.endpoint import NAMES, Endpoint, answering

pytestmark = pytest.mark.server

MAIN = "import sys; from communique.cli import main; sys.exit(main())"
ARTICLES = 6
CONCURRENCY = 2
TEXT = f"""ANKARA, May 4, 2025

Defence Minister {NAMES[0]} met with British Defence Secretary {NAMES[1]} in Ankara. They spoke of NUMBER jets."""


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with answering() as found:
        yield found


def articles_in(folder: Path) -> Path:
    """The folder, with articles in `news`."""
    (folder / "news").mkdir()
    for number in range(ARTICLES):
        (folder / "news" / f"{number}.txt").write_text(TEXT.replace("NUMBER", str(number + 2)), encoding="utf-8")
    return folder


@dataclass
class Line:
    """The command line, as a process of its own."""

    endpoint: Endpoint
    folder: Path
    options: tuple[str, ...] = field(default=("--repairs", "0", "--concurrency", str(CONCURRENCY), "--model", "m"))

    def start(self, out: str, *options: str, store: str = "s") -> "subprocess.Popen[str]":
        """An extraction that goes on."""
        given = ["news", "-o", out, "--store", store, "--base-url", self.endpoint.base_url, *self.options, *options]
        return self._process(["extract", *given])

    def run(self, out: str, *options: str, store: str = "s") -> int:
        """The exit code of an extraction."""
        with self.start(out, *options, store=store) as process:
            process.communicate()
        return process.returncode

    def runs(self) -> list[dict[str, Any]]:
        """What `communique runs` tells."""
        with self._process(["runs", "--store", "s", "--json"]) as process:
            told, _ = process.communicate()
        assert process.returncode == 0
        return [json.loads(line) for line in told.splitlines()]

    def written(self, out: str) -> tuple[bytes, bytes]:
        """The bytes of OUT and of its articles' file."""
        return (self.folder / f"{out}.jsonl").read_bytes(), (self.folder / f"{out}.articles.jsonl").read_bytes()

    def _process(self, arguments: Sequence[str]) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-c", MAIN, *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "OPENAI_API_KEY": "canary"},
        )


@pytest.fixture
def line(request: pytest.FixtureRequest, endpoint: Endpoint, tmp_path: Path) -> Line:
    """The command line; with a parameter, in so many processes."""
    line = Line(endpoint, articles_in(tmp_path))
    line.options += ("--workers", str(getattr(request, "param", 1)))
    return line


alone_and_shared = pytest.mark.parametrize("line", [1, 2], indirect=True, ids=["alone", "shared"])


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The bytes of a run that nothing disturbs."""
    with answering() as endpoint:
        line = Line(endpoint, articles_in(tmp_path_factory.mktemp("calm")))
        assert line.run("calm.jsonl") == 0
        written = line.written("calm")
    assert written[0].count(b"\n") == endpoint.asked.total() == ARTICLES
    return written


def is_told(word: str, process: "subprocess.Popen[str]") -> bool:
    """Whether the process tells it on standard error; returns at that line."""
    assert process.stderr is not None
    return any(word in line for line in iter(process.stderr.readline, ""))


def statuses(written: tuple[bytes, bytes]) -> list[str]:
    """What became of the articles: their status, or the code of their failure."""
    reports = [json.loads(report) for report in written[1].splitlines()]
    return [report["error"]["code"] if report["error"] else report["status"] for report in reports]


@alone_and_shared
@pytest.mark.parametrize("seed", [7])
def test_a_killed_run_goes_on_where_it_was(
    line: Line, endpoint: Endpoint, calm: tuple[bytes, bytes], seed: int
) -> None:
    endpoint.hold(random.Random(seed).randint(1, ARTICLES))  # noqa: S311 - no secret
    with line.start("events.jsonl") as process:
        endpoint.wait()
        process.kill()
    assert not (line.folder / "events.jsonl").exists()
    (killed,) = line.runs()
    assert killed["state"] == "interrupted"
    assert 1 <= killed["in_doubt"] <= CONCURRENCY
    endpoint.release()
    assert line.run("events.jsonl") == 0
    assert line.written("events") == calm
    assert len(endpoint.repeated()) <= killed["in_doubt"]
    assert endpoint.asked.total() <= ARTICLES + killed["in_doubt"]
    assert list(line.folder.glob(".*")) == []
    assert [run["state"] for run in line.runs()] == ["interrupted", "done"]


def test_two_runs_at_once_ask_each_question_once(line: Line, endpoint: Endpoint, calm: tuple[bytes, bytes]) -> None:
    with line.start("one.jsonl") as one, line.start("two.jsonl") as two:
        one.communicate()
        two.communicate()
    assert (one.returncode, two.returncode) == (0, 0)
    assert line.written("one") == line.written("two") == calm
    assert endpoint.repeated() == set()


@pytest.mark.parametrize(
    ("line", "number"),
    [
        pytest.param(1, signal.SIGINT, id="ctrl-c"),
        pytest.param(1, signal.SIGTERM, id="sigterm"),
        pytest.param(2, signal.SIGINT, id="ctrl-c-shared"),
    ],
    indirect=["line"],
)
def test_one_signal_ends_what_is_under_way_and_writes(
    line: Line, endpoint: Endpoint, calm: tuple[bytes, bytes], number: signal.Signals
) -> None:
    endpoint.hold(3)
    with line.start("events.jsonl", "--concurrency", "1") as process:
        endpoint.wait()
        process.send_signal(number)
        assert is_told("stopping", process)
        endpoint.release()
        _, told = process.communicate()
    assert process.returncode == 130
    assert statuses(line.written("events")) == ["read"] * 3 + ["stopped"] * (ARTICLES - 3)
    assert "3 articles not reached: run the same command again" in told
    (run,) = line.runs()
    assert (run["state"], run["articles"], run["failed"], run["answers"]) == ("stopped", ARTICLES, 3, 3)
    assert run["command"][:4] == ["extract", "--out", "events.jsonl", "--model"]
    assert line.run("events.jsonl") == 0
    assert line.written("events") == calm
    assert endpoint.repeated() == set()


@alone_and_shared
def test_two_signals_stop_now_and_leave_no_file(line: Line, endpoint: Endpoint, calm: tuple[bytes, bytes]) -> None:
    endpoint.hold(3)
    with line.start("events.jsonl") as process:
        endpoint.wait()
        process.send_signal(signal.SIGINT)
        assert is_told("stopping", process)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in told
    in_flight = set(endpoint.held)
    assert sorted(path.name for path in line.folder.iterdir() if "events" in path.name) == []
    (run,) = line.runs()
    assert run["state"] == "interrupted"
    assert 1 <= run["in_doubt"] <= CONCURRENCY
    endpoint.release()
    assert line.run("events.jsonl") == 0
    assert line.written("events") == calm
    assert endpoint.repeated() <= in_flight


def test_a_second_run_on_the_same_out_is_refused(line: Line, endpoint: Endpoint) -> None:
    endpoint.hold(1)
    with line.start("events.jsonl") as first:
        endpoint.wait()
        with line.start("events.jsonl") as second:
            _, told = second.communicate()
        endpoint.release()
        first.communicate()
    assert (first.returncode, second.returncode) == (0, 2)
    assert "events.jsonl: another run is writing it; wait for it, or give another -o" in told
    assert len(statuses(line.written("events"))) == ARTICLES
