"""What was installed against the lock: `python -m tools.lock check|write REPORT`, REPORT as pip's --report writes it.

`requirements.lock` holds the SHA-256 of every file installed when it was written (CPython 3.11, Linux, x86-64),
in the form that `pip install --require-hashes -r` takes. A file of a known name with another hash is a failure; a
version that is not in the lock is told, since registries move on.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

LOCK = Path(__file__).parents[1] / "requirements.lock"
_LINE = re.compile(r"(?P<name>\S+)==(?P<version>\S+) --hash=sha256:(?P<sha256>[0-9a-f]{64})  # (?P<file>\S+)")
_HEAD = "# Written by `python -m tools.lock write REPORT`: what CPython 3.11 on Linux (x86-64) installs, with hashes.\n"


@dataclass(frozen=True, slots=True, order=True)
class Installed:
    """A file that was installed."""

    name: str
    version: str
    file: str
    sha256: str

    @property
    def line(self) -> str:
        """The file's line in the lock."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}  # {self.file}"


def reported(report: dict[str, Any]) -> Iterator[Installed]:
    """The files of a report; what was installed from a folder, such as the project itself, has none."""
    for item in report["install"]:
        archive = item["download_info"].get("archive_info")
        if archive is not None:
            name = re.sub(r"[-_.]+", "-", item["metadata"]["name"]).lower()  # PEP 503
            file = Path(unquote(urlsplit(item["download_info"]["url"]).path)).name
            yield Installed(name, item["metadata"]["version"], file, archive["hashes"]["sha256"])


def locked(text: str) -> dict[str, Installed]:
    """The files of a lock by their names; raises ValueError for a line that is none."""
    found = {}
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"requirements.lock: {line!r} is no line of a lock; write it again")
        found[match["file"]] = Installed(match["name"], match["version"], match["file"], match["sha256"])
    return found


def changed(installed: Iterable[Installed], known: dict[str, Installed]) -> tuple[Installed, ...]:
    """The installed files that have another hash than the lock's file of the same name."""
    return tuple(one for one in installed if one.file in known and known[one.file].sha256 != one.sha256)


def main(arguments: list[str]) -> int:
    """The exit code: 1 where a file is not the one that was locked."""
    command, report = arguments
    installed = sorted(set(reported(json.loads(Path(report).read_text(encoding="utf-8")))))
    if command == "write":
        LOCK.write_text(_HEAD + "".join(f"{one.line}\n" for one in installed), encoding="utf-8")
        return 0
    known = locked(LOCK.read_text(encoding="utf-8"))
    bad = changed(installed, known)
    for one in bad:
        print(f"{one.file}: SHA-256 {one.sha256}, not {known[one.file].sha256} as locked", file=sys.stderr)
    new = [f"{one.name} {one.version}" for one in installed if one.file not in known]
    same = len(installed) - len(new) - len(bad)
    print(f"{len(installed)} files installed: {same} as locked, {len(new)} not in the lock")
    print(", ".join(new))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
