"""Runs, their states, and how it is known that one's process is gone."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from communique.store.database import Database
from communique.store.processes import Process, is_gone, process, this_process
from communique.store.runs import Heart, Watch, begin
from communique.store.sqlite import SQLiteStore

CLAIMING = """
import sys
from communique.store.sqlite import SQLiteStore
store = SQLiteStore(sys.argv[1])
store.begin(["extract", "news"], "events.jsonl")
print(store.claim("k"), flush=True)
sys.stdin.read()
"""


@contextmanager
def claiming(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that has claimed "k" and lives until its input ends."""
    command = [sys.executable, "-c", CLAIMING, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        yield child


def test_a_killed_process_is_known_at_once_and_its_request_is_in_doubt(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with SQLiteStore(path) as store:
        with claiming(path) as child:
            assert not store.claim("k")
            assert [run.state for run in store.runs()] == ["running", "running"]
            child.send_signal(signal.SIGKILL)
            os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # dead, and not yet buried
            dead = store.runs()[0]
            assert (dead.state, dead.in_doubt, dead.pid) == ("interrupted", 1, child.pid)
            assert store.claim("k")
        assert (store.runs()[0].in_doubt, store.runs()[0].command) == (0, ("extract", "news"))


def test_runs_tell_how_they_ended(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.begin(["extract", "a b"], "\udcff.jsonl")
        store.end("failed", articles=7, failed=2)
        store.begin()
    with SQLiteStore(tmp_path / "s") as store:
        first, second = store.runs()
    assert (first.state, first.articles, first.failed, first.out) == ("failed", 7, 2, "\udcff.jsonl")
    assert (second.state, second.command, second.in_doubt) == ("done", (), 0)
    assert second.ended is not None


@pytest.mark.parametrize(
    ("error", "state"),
    [
        pytest.param(KeyboardInterrupt, "stopped", id="interrupt"),
        pytest.param(BrokenPipeError, "stopped", id="closed pipe"),
        pytest.param(ValueError, "failed", id="error"),
    ],
)
def test_an_exception_ends_the_run(tmp_path: Path, error: type[BaseException], state: str) -> None:
    with pytest.raises(error):
        broken(tmp_path / "s", error)
    with SQLiteStore(tmp_path / "s") as store:
        assert [run.state for run in store.runs()] == [state]


def broken(path: Path, error: type[BaseException]) -> None:
    with SQLiteStore(path) as store:
        store.begin()
        raise error


def test_this_process_lives() -> None:
    assert not is_gone(this_process())


@pytest.mark.parametrize(
    ("changed", "gone"),
    [
        pytest.param({"start": "1"}, True, id="the number was given to a later process"),
        pytest.param({"boot": "x"}, True, id="the machine was started again"),
        pytest.param({"space": "x", "start": "1"}, False, id="another container's number"),
        pytest.param({"host": "x", "boot": "x", "start": "1"}, False, id="another machine"),
    ],
)
def test_what_can_be_known_of_a_process(changed: dict[str, str], gone: bool) -> None:  # noqa: FBT001 - a parameter
    here = this_process()
    if not here.boot:
        pytest.skip("this system does not tell")
    assert is_gone(replace(here, **changed)) is gone  # type: ignore[arg-type]  # of these types


def test_a_process_that_never_was_has_no_start() -> None:
    assert process(2**22 + 1).start == ""


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_far_process_is_gone_when_it_beats_no_more(tmp_path: Path) -> None:
    clock = Clock()
    watch = Watch(silence=90.0, clock=clock)
    with closing(Database(tmp_path / "s")) as database:
        run = begin(database, (), None)
        far = Process("elsewhere", "", "", 1, "")
        database.write(lambda connection: put(connection, run, far), durable=False)
        heart = Heart(database, run)
        verdicts = []
        for seconds, beats in ((0, 0), (80, 0), (10, 1), (80, 0), (11, 0)):
            clock.now += seconds
            for _ in range(beats):
                heart.beat()
            verdicts.append(watch.is_abandoned(database, run))
    assert verdicts == [False, False, False, False, True]


def put(connection: sqlite3.Connection, run: int, owner: Process) -> None:
    connection.execute(
        "UPDATE runs SET host = ?, boot = ?, space = ? WHERE id = ?", (owner.host, owner.boot, owner.space, run)
    )


def test_a_heart_beats_until_it_is_stopped(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "s")) as database:
        run = begin(database, (), None)
        heart = Heart(database, run, every=0.0)
        heart.start()
        while database.read("SELECT beats FROM runs") == [(0,)]:
            pass
        heart.stop()
        beats = database.read("SELECT beats FROM runs")
        assert database.read("SELECT beats FROM runs") == beats
        assert not heart._thread.is_alive()
