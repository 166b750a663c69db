"""Arguments to files: a file, a folder, a pattern or standard input, each with the ids its files get."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from communique.errors import InputError

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".csv")
TABLES = (".jsonl", ".csv")
STDIN = "-"
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and the id of its article: its path relative to the argument, without suffix, with slashes."""

    path: Path
    id: str


def check(arguments: Sequence[str | Path]) -> None:
    """Raises InputError for the first argument that names nothing that can be read."""
    for argument in arguments:
        if str(argument) != STDIN and not any(sources(argument)):
            path = Path(argument)
            if path.is_dir():
                what, mend = "this folder holds no article", f"put {', '.join(SUFFIXES)} files into it"
            else:
                what, mend = "there is no such file or folder", "check the path; a pattern needs quotes to reach us"
            raise InputError(what, code="no_input", path=path, mend=mend)
        if Path(argument).is_file() and Path(argument).suffix.lower() not in SUFFIXES:
            mend = f"give one of {', '.join(SUFFIXES)}, or pipe plain text in with -"
            raise InputError("this kind of file is not read", code="unknown_suffix", path=argument, mend=mend)


def sources(argument: str | Path) -> Iterator[Source]:
    """The files of one argument, sorted by path."""
    path = Path(argument)
    if path.is_dir():
        yield from (Source(file, _id(file.relative_to(path))) for file in _files(path))
    elif path.exists():
        yield Source(path, path.stem)
    elif _MAGIC & set(str(argument)):
        found = (Path(name) for name in sorted(glob(str(argument), recursive=True)))  # noqa: PTH207 - absolute patterns too
        yield from (Source(file, file.stem) for file in found if file.is_file() and _is_known(file))


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
    return relative.with_suffix("").as_posix()


def _is_known(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder; links to folders are not followed, so that a loop ends."""
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(where, name) for name in sorted(names) if _is_known(Path(name)))
