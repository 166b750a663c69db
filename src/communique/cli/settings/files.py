"""A settings file: where it is found, and what it says."""

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.cli.settings.toml_lines import line_of
from communique.errors import InputError

OWN, SHARED = "communique.toml", "pyproject.toml"
_TABLE = ("tool", "communique")
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A file's settings: `table` is what it says, which stands at `base` in the document `text`."""

    path: Path
    text: str
    table: Mapping[str, Any]
    base: tuple[str, ...]

    def line(self, keys: Sequence[str]) -> int | None:
        """The line of a key of the table, or of one in a section."""
        return line_of(self.text, (*self.base, *keys))

    @property
    def told(self) -> str:
        """The path as people write it: from the current folder, unless that is longer."""
        return _told(self.path)


def found_file(start: Path) -> SettingsFile | None:
    """The nearest file with settings, in `start` or a folder above it: communique.toml before pyproject.toml.

    The search ends with the folder that holds .git, and before one that belongs to somebody else or that everybody can
    write: what others put there is not obeyed.
    """
    for folder in _upwards(start):
        for path in (folder / OWN, folder / SHARED):
            if path.is_file() and (found := _settings_in(path)) is not None:
                return found
    return None


def _settings_in(path: Path) -> SettingsFile | None:
    """What a file that was found says; None of a pyproject.toml that does not speak of us, be it TOML or not."""
    if path.name == SHARED and b"communique" not in _bytes(path):
        return None
    found = read_file(path)
    return found if path.name == OWN or found.table else None


def _upwards(start: Path) -> Iterator[Path]:
    owner = start.stat().st_uid
    yield start
    for folder in () if (start / ".git").exists() else start.parents:
        held = folder.stat()
        if held.st_uid != owner or held.st_mode & stat.S_IWOTH:
            return
        yield folder
        if (folder / ".git").exists():
            return


def read_file(path: Path) -> SettingsFile:
    """What the file says: all of it, of a pyproject.toml its table tool.communique. Raises InputError."""
    base = _TABLE if path.name == SHARED else ()
    try:
        text = _bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8", path=_told(path), mend="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, str(error)) from error
    for step in base:
        table = table.get(step, {}) if isinstance(table, dict) else table
    if not isinstance(table, dict):
        mend = f"write the table [{'.'.join(base)}]"
        raise InputError(f"{'.'.join(base)} is no table", path=_told(path), line=line_of(text, base), mend=mend)
    return SettingsFile(path, text, table, base)


def _told(path: Path) -> str:
    return min(os.path.relpath(path), str(path), key=len)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", path=_told(path), mend="check the path") from error


def _no_toml(path: Path, told: str) -> InputError:
    place = _PLACE.search(told)
    line = int(place[1]) if place else None
    mend = 'a line is `key = value`, with text in quotes: model = "local"'
    return InputError(f"this is no TOML: {_PLACE.sub('', told)}", path=_told(path), line=line, mend=mend)
