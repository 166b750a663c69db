"""Which process this is, and whether another one still lives."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_DEAD = frozenset("ZXx")
_START_FIELD = 19  # of /proc/PID/stat behind the name: field 22 in proc(5), ticks since boot, so no clock can move it


@dataclass(frozen=True, slots=True)
class Process:
    """One process of one machine, told from later ones with the same number by its start.

    `boot` names the machine's last start and `space` the space its numbers are of (containers have their own). What
    the system does not tell is "".
    """

    host: str
    boot: str
    space: str
    pid: int
    start: str


def this_process() -> Process:
    """The calling process."""
    return process(os.getpid())


def process(pid: int) -> Process:
    """A process of this machine; its `start` is "" where it does not live."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        space = os.readlink(_PROC / "self/ns/pid")  # noqa: PTH115 - no path, a name in brackets
    except OSError:
        boot = space = ""
    return Process(socket.gethostname(), boot, space, pid, _start(pid))


def is_gone(owner: Process) -> bool:
    """Whether the process is known to have ended; False also where this machine cannot know."""
    here = process(owner.pid)
    if not here.boot or owner.host != here.host:
        return False
    if owner.boot != here.boot:
        return True
    return owner.space == here.space and owner.start != here.start


def _start(pid: int) -> str:
    try:
        told = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *rest = told[told.rindex(")") + 2 :].split()
    return "" if state in _DEAD else rest[_START_FIELD - 1]
