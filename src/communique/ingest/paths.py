"""Arguments to files: a file, a folder, a pattern or standard input, each with the ids its files get."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob
from importlib import import_module
from io import BufferedReader
from pathlib import Path
from typing import Literal, Protocol

from communique.errors import InputError, path_text

TABLES = (".jsonl", ".csv", ".parquet")
SUFFIXES = (".txt", ".md", ".html", ".htm", *TABLES)
STDIN = "-"
_MAGIC = frozenset("*?[")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://", re.ASCII)


class File(Protocol):
    """What is read: a Path, or a file elsewhere; its text is what messages show."""

    @property
    def suffix(self) -> str:
        """The end of its name, from the last dot on."""
        ...

    def open(self, mode: Literal["rb"], /) -> BufferedReader:
        """Its bytes; raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the id of its article: its path relative to the argument, without suffix, with slashes.

    With a `fault` it is known beforehand why it cannot be read.
    """

    path: File
    id: str
    fault: str | None = None

    @property
    def told(self) -> Path | str:
        """The path as messages take it."""
        return self.path if isinstance(self.path, Path) else str(self.path)


def check(arguments: Sequence[str | Path]) -> None:
    """Raises InputError for the first argument that names nothing that can be read."""
    for argument in arguments:
        if is_address(argument):
            import_module("communique.ingest.remote").check_address(argument)
        elif str(argument) != STDIN:
            _check(argument)


def _check(argument: str | Path) -> None:
    path = Path(argument)
    try:
        is_found, is_folder, is_file = any(sources(argument)), path.is_dir(), path.is_file()
    except OSError as error:
        what, mend = f"it cannot be read ({error.strerror})", "check the path"
        raise InputError(what, code="no_input", path=path, mend=mend) from error
    if not is_found:
        if is_folder:
            what, mend = "this folder holds no article", f"put {', '.join(SUFFIXES)} files into it"
        else:
            what, mend = "there is no such file or folder", "check the path; a pattern needs quotes to reach us"
        raise InputError(what, code="no_input", path=path, mend=mend)
    if is_file and not _is_known(path.name):
        mend = f"give one of {', '.join(SUFFIXES)}, or pipe plain text in with -"
        raise InputError("this kind of file is not read", code="unknown_suffix", path=argument, mend=mend)


def is_address(argument: str | Path) -> bool:
    """Whether it is one such as s3://bucket/news; pyarrow, which takes half a second to import, is loaded for it."""
    return isinstance(argument, str) and _ADDRESS.match(argument) is not None


def sources(argument: str | Path) -> Iterator[Source]:
    """The files of one argument, sorted by path; a named pipe is one, and so is what a shell gives for <(command)."""
    if is_address(argument):
        yield from import_module("communique.ingest.remote").remote_sources(argument)
        return
    path = Path(argument)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield Source(path, _id(Path(path.name)))
    elif _MAGIC & set(str(argument)):
        found = sorted(glob(str(argument), recursive=True))  # noqa: PTH207 - absolute patterns too
        for file in (Path(name) for name in found if _is_known(name)):
            if not file.is_dir():
                yield Source(file, _id(Path(file.name)), _fault(file))


def count_articles(arguments: Sequence[str | Path]) -> int | None:
    """How many articles the arguments hold, by their files; None where a table or standard input is among them."""
    counted = 0
    for argument in arguments:
        if str(argument) == STDIN:
            return None
        for source in sources(argument):
            if source.path.suffix.lower() in TABLES:
                return None
            counted += 1
    return counted


def _id(relative: Path) -> str:
    return path_text(relative.with_suffix("").as_posix())


def _is_known(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES


def _below(root: Path) -> Iterator[Source]:
    """The files below a folder, and the folders that cannot be listed; links to folders are not followed, so that a
    loop ends."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            yield Source(folder, _id(folder.relative_to(root)) if folder != root else root.name, error.strerror)
            continue
        for entry in entries:
            if not _is_folder(entry) and _is_known(entry.name):
                file = Path(entry.path)
                yield Source(file, _id(file.relative_to(root)), _fault(file))
        folders += (Path(entry.path) for entry in reversed(entries) if _is_folder(entry) and not entry.is_symlink())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _fault(file: Path) -> str | None:
    """Why a file that was found, and not named, is not read: a pipe would wait for its writer."""
    try:
        is_file = stat.S_ISREG(file.stat().st_mode)
    except OSError as error:
        return error.strerror
    return None if is_file else "it is no file but a pipe, a socket or a device"
