"""Where a command writes its file or its folder of files: checked before the work, written whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from communique.errors import InputError


def check_file(out: Path) -> None:
    """Raises InputError where `out` cannot be a file that is written aside and renamed."""
    if out.is_dir():
        raise InputError("this is a folder", path=out, mend="give a file name to -o")
    if out.exists() and not out.is_file():
        raise InputError("this is a device or a pipe, and no file", path=out, mend="give a file name to -o")
    if not out.parent.is_dir():
        raise InputError("its folder does not exist", path=out, mend=f"make it: mkdir -p {out.parent}")
    if not os.access(out.parent, os.W_OK):
        raise InputError("its folder cannot be written", path=out, mend="give another place to -o")


def check_is_new(out: Path, given: Iterable[Path | str]) -> None:
    """Raises InputError where `out` is one of the files that are read, which would be lost."""
    if out.exists() and any(Path(one).exists() and out.samefile(one) for one in given):
        raise InputError("this is the file that is read", path=out, mend="give another name to -o")


def check_place(out: Path, is_ours: Callable[[Path], bool], *, force: bool) -> None:
    """Raises InputError where `out` cannot be a new file, or would replace one that `is_ours` does not know."""
    check_file(out)
    if out.exists() and out.stat().st_size and not force and not is_ours(out):
        raise InputError("it exists and was not made by this command", path=out, mend="give another -o, or --force")


def check_folder(out: Path, names: Iterable[str], is_ours: Callable[[Path], bool], *, force: bool) -> None:
    """Raises InputError where `out` cannot be a folder, or where one of `names` in it would be replaced that `is_ours`
    does not know; other files in it stay."""
    if out.exists() and not out.is_dir():
        raise InputError("this is a file", path=out, mend="give a folder to -o")
    if not out.resolve().parent.is_dir():
        raise InputError("its folder does not exist", path=out, mend=f"make it: mkdir -p {out.parent}")
    for name in names if out.exists() else ():
        check_place(out / name, is_ours, force=force)


@contextmanager
def whole_file(out: Path, newline: str = "\n") -> Iterator[IO[str]]:
    """A file that appears at `out`, whole, when the block ends well; until then what was there can be read."""
    with whole_path(out) as aside, aside.open("w", encoding="utf-8", newline=newline) as file:
        yield file


@contextmanager
def written(out: str | None, given: Iterable[Path | str] = ()) -> Iterator[IO[str]]:
    """Standard output for None and "-", else the file `out`, whole or not at all; a device or a pipe is written as it
    is. Raises InputError for one of the files that are `given`."""
    if out is None or out == "-":
        with click.open_file("-", "w", encoding="utf-8") as stream:
            yield stream
        return
    path = Path(out)
    check_is_new(path, given)
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("w", encoding="utf-8") as stream:
            yield stream
        return
    check_file(path)
    with whole_file(path) as stream:
        yield stream


@contextmanager
def whole_path(out: Path) -> Iterator[Path]:
    """A place for a file that appears at `out`, whole, when the block ends well; the block makes and closes it."""
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield aside
        aside.replace(out)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def whole_folder(out: Path, stale: Iterable[str] = ()) -> Iterator[Path]:
    """A place for files that appear in the folder `out` when the block ends well, each of them whole; those of `stale`
    that the block did not make are removed there."""
    out = out.resolve()
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        aside.mkdir()
        yield aside
        out.mkdir(exist_ok=True)
        made = {path.name for path in aside.iterdir()}
        for name in sorted(made):
            (aside / name).replace(out / name)
        for name in set(stale) - made:
            (out / name).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> InputError:
    return InputError(f"cannot be written ({error.strerror})", path=out, mend="make room, or give another place to -o")
