"""How many cores a computation may keep busy: hyper-threads and cores of others do not make it faster, but slower."""

import os
from math import floor
from pathlib import Path

_CPUS = Path("/sys/devices/system/cpu")
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def usable_cores(cpus: Path = _CPUS, quota: Path = _QUOTA) -> int:
    """The physical cores this process may run on, and no more than its container's share (cgroup v2); at least 1."""
    return max(1, min(_physical(_allowed(), cpus), _share(quota)))


def _allowed() -> frozenset[int]:
    if hasattr(os, "sched_getaffinity"):
        return frozenset(os.sched_getaffinity(0))
    return frozenset(range(os.cpu_count() or 1))


def _physical(allowed: frozenset[int], cpus: Path) -> int:
    """Distinct cores among the allowed CPUs; where the system does not tell, each CPU counts as one."""
    return len({_read(cpus / f"cpu{cpu}" / "topology" / "thread_siblings_list") or str(cpu) for cpu in allowed})


def _share(quota: Path) -> int:
    limit, _, period = _read(quota).partition(" ")
    return floor(int(limit) / int(period)) if limit.isdecimal() and period.isdecimal() else os.cpu_count() or 1


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""
