"""The processor time of this process and of all that it started, as Linux tells it while they run."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")
_PARENT, _USER, _SYSTEM = 1, 11, 12  # of the fields behind the name, in proc(5)


def own_seconds() -> float:
    """Of this process."""
    times = os.times()
    return times.user + times.system


def tree_seconds(without: int) -> float:
    """Of this process and its descendants, less the process `without`, which is the server's."""
    running = dict(_running())
    family = {os.getpid()}
    while found := {pid for pid, (parent, _) in running.items() if parent in family} - family - {without}:
        family |= found
    return sum(running[pid][1] for pid in family)


def _running() -> Iterator[tuple[int, tuple[int, float]]]:
    for folder in _PROC.glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            seconds = (int(fields[_USER]) + int(fields[_SYSTEM])) / _TICK
            yield int(folder.name), (int(fields[_PARENT]), seconds)
