"""Articles a second, and a CPU second, of us and of what a user would pick instead, against a server of 50 ms."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Any, Self

from benchmarks.costs.answers import EVENTS, answers, body, texts
from benchmarks.costs.environments import python_of
from benchmarks.extraction.tools import ROOT, Running, Tool

CONCURRENCY = (1, 16, 64, 256)
ROUNDS = 3
_TICK = 0.01  # seconds; the system counts no less of the processor
WORKERS = (1, 2, 4)
ARTICLES = {1: 20, 16: 160, 64: 320, 256: 512}
SHARED = (200, 600)
SHARED_AT = 64
_MODEL = "fixed"
_MILLI = 1000.0

SOCKETS, BARE, CLIENT, OURS, INSTRUCTOR, LANGEXTRACT = (
    "plain sockets",
    "openai client",
    "communique, client layers alone",
    "communique",
    "instructor",
    "langextract",
)
_SAYS = dict.fromkeys((SOCKETS, BARE, CLIENT, OURS), "communique") | {
    INSTRUCTOR: INSTRUCTOR,
    LANGEXTRACT: LANGEXTRACT,
}
TOOLS = (
    Tool(SOCKETS, "many_of_sockets.py"),
    Tool(BARE, "many_of_openai.py"),
    Tool(CLIENT, "many_of_client.py"),
    Tool(OURS, "many_of_communique.py"),
    Tool(INSTRUCTOR, "many_of_instructor.py", ("instructor==1.17.0",)),
    Tool(LANGEXTRACT, "many_of_langextract.py", ("langextract[openai]==1.7.1",)),
)


class Server:
    """The server, in a process of its own for as long as the block lasts."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "benchmarks.costs.server"]
        path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        self._process = subprocess.Popen(  # noqa: S603 - ours
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(answers()), file=self._process.stdin, flush=True)
        self._port = int(self._process.stdout.readline())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process as process:
            process.terminate()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def address(self, says: str) -> str:
        """Where it says what `says` has for answer."""
        return f"http://127.0.0.1:{self._port}/{says}/v1"


@dataclass(frozen=True, slots=True)
class Rate:
    """Articles a second by the clock, and a second of the processor, at a concurrency."""

    a_second: float
    a_cpu_second: float


Rates = Mapping[str, Mapping[int, Rate]]


def measured(given: Mapping[str, Path], tell: Callable[[str], None]) -> Rates:
    """The medians of some rounds, in which all tools take their turns."""
    rounds: list[dict[str, dict[int, Rate]]] = []
    with ExitStack() as stack:
        server = stack.enter_context(Server())
        running = {tool.name: stack.enter_context(_running(tool, server, given)) for tool in TOOLS}
        for one in running.values():
            one.ask(_work(16, 16))  # the first articles, uncounted
        for number in range(ROUNDS):
            tell(f"throughput, round {number + 1} of {ROUNDS}")
            rounds.append({name: dict(_rates(one)) for name, one in running.items()})
    return {name: {at: _median([one[name][at] for one in rounds]) for at in CONCURRENCY} for name in running}


@dataclass(frozen=True, slots=True)
class Shared:
    """Articles a second and CPU milliseconds an article of a run that goes on, and what the start of it takes."""

    a_second: float
    cpu: float
    start: float


def shared(tell: Callable[[str], None]) -> Mapping[int, Shared]:
    """The rates of the whole flow by its number of workers: by how much longer a longer run takes."""
    ours = next(tool for tool in TOOLS if tool.name == OURS)
    with Server() as server, _running(ours, server, {}) as running:
        running.ask(_work(16, 16))
        rates = {}
        for workers in WORKERS:
            tell(f"throughput with {workers} workers")
            short, long = (running.ask(_work(count, SHARED_AT, workers)) for count in SHARED)
            rates[workers] = _shared(short, long)
    return rates


def _shared(short: Mapping[str, float], long: Mapping[str, float]) -> Shared:
    more = long["read"] - short["read"]
    each = (long["seconds"] - short["seconds"]) / more
    cpu = (long["cpu"] - short["cpu"]) / more
    return Shared(1 / each, _MILLI * cpu, short["seconds"] - each * short["read"])


def _running(tool: Tool, server: Server, given: Mapping[str, Path]) -> Running:
    return Running(tool, python_of(tool, given), address=server.address(_SAYS[tool.name]), key="none", model=_MODEL)


def _rates(running: Running) -> Iterator[tuple[int, Rate]]:
    for at in CONCURRENCY:
        yield at, _rate(running, _work(ARTICLES[at], at))


def _rate(running: Running, work: Mapping[str, Any]) -> Rate:
    took = running.ask(work)
    assert took["read"] == len(work["texts"]), (running.tool.name, took)
    return Rate(took["read"] / took["seconds"], took["read"] / max(took["cpu"], _TICK))


def _work(count: int, concurrency: int, workers: int = 1) -> dict[str, Any]:
    given = list(texts(count))
    bodies = [_BODY | {"messages": _messages(text)} for text in given]
    return {"concurrency": concurrency, "texts": given, "bodies": bodies, "events": EVENTS, "workers": workers}


def _messages(text: str) -> Sequence[Mapping[str, str]]:
    """The messages of the request, told apart by their number, as the articles are."""
    return [*_BODY["messages"], {"role": "user", "content": text[-8:]}]


def _median(rates: Sequence[Rate]) -> Rate:
    return Rate(median(rate.a_second for rate in rates), median(rate.a_cpu_second for rate in rates))


_BODY = body(next(iter(texts(1))), _MODEL)
