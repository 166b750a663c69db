"""The misbehaving server as a process of its own, and the lines by which it is told what to do."""

import json
import subprocess
import sys
from threading import Lock
from types import TracebackType
from typing import Any, Self


class Endpoint:
    """The server while the context lasts; `base_url` is where it listens. Safe with several threads."""

    def __init__(self, *, seed: int, rate: float, concurrency: int) -> None:
        self._arguments = ("--seed", str(seed), "--rate", str(rate), "--concurrency", str(concurrency))
        self._lock = Lock()
        self.base_url = ""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "benchmarks.adversity.server", *self._arguments]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        self.base_url = f"http://127.0.0.1:{self._line()['port']}/v1"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate(timeout=10)

    def kill(self, key: str, pid: int, at: int, moment: str) -> None:
        """Lets the server kill the process that asks with this key, at its request number `at`."""
        self._tell({"kill": {"key": key, "pid": pid, "at": at, "moment": moment}})

    def report(self) -> dict[str, Any]:
        """What happened so far."""
        return self._tell({})

    def _tell(self, command: dict[str, Any]) -> dict[str, Any]:
        with self._lock:
            assert self._process.stdin is not None
            self._process.stdin.write(f"{json.dumps(command)}\n")
            self._process.stdin.flush()
            return self._line()

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told
