"""Where records go: a file written aside and renamed at the end, with the articles' file beside it, or stdout."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

from communique.cli import late
from communique.cli.places import check_file, check_is_new
from communique.errors import InputError
from communique.ingest.paths import is_address
from communique.records import ARTICLE, RECORD

_SPARE = 16 << 20


def articles_path(out: Path) -> Path:
    """The articles' file beside OUT: events.jsonl has events.articles.jsonl."""
    return out.with_name(f"{out.name.removesuffix('.jsonl')}.articles.jsonl")


class Output(Protocol):
    """A place for records and reports; a context manager. `told` is what a summary names."""

    @property
    def told(self) -> Path | str | None:
        """Where the records are; None for standard output."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def record(self, line: str) -> None:
        """Writes one record."""
        ...

    def article(self, line: str) -> None:
        """Writes the report of one article."""
        ...

    def discard(self) -> None:
        """Removes what was written."""
        ...


class StreamOutput:
    """Records to standard output, whole lines; the articles' reports have no place there."""

    told = None

    def __enter__(self) -> Self:
        self._stream = sys.stdout.buffer
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def record(self, line: str) -> None:
        """Writes one record."""
        self._stream.write(f"{line}\n".encode())
        self._stream.flush()

    def article(self, line: str) -> None:
        """Nothing: without a file there is no articles' file."""

    def discard(self) -> None:
        """Nothing: what was printed is printed."""


class FileOutput:
    """OUT and OUT.articles.jsonl, which appear whole when the block ends well, and not at all otherwise.

    Lines are written aside, to `.NAME.part`, which this process holds locked: a second run on the same OUT is refused,
    and what a dead process left there is overwritten.
    """

    def __init__(self, out: Path, *, force: bool) -> None:
        self.told: Path | None = out
        self._targets = (out, articles_path(out))
        _check(out, force=force)
        self._asides = tuple(path.with_name(f".{path.name}.part") for path in self._targets)

    def __enter__(self) -> Self:
        self._files: tuple[IO[str], ...] = ()
        try:
            for aside in self._asides:
                self._files += (_held(aside),)
        except BlockingIOError as error:
            self._close()
            raise InputError(
                "another run is writing it", path=self._targets[0], mend="wait for it, or give another -o"
            ) from error
        except OSError as error:
            self._close()
            raise InputError(
                f"cannot be written ({error.strerror})", path=self._targets[0], mend="give another place to -o"
            ) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                with self._told():
                    self._publish()
            else:
                self.discard()
        except InputError:
            self.discard()
            raise
        finally:
            self._close()

    def record(self, line: str) -> None:
        """Writes one record."""
        with self._told():
            self._files[0].write(f"{line}\n")

    def article(self, line: str) -> None:
        """Writes the report of one article."""
        with self._told():
            self._files[1].write(f"{line}\n")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise InputError(
                f"cannot be written ({error.strerror})",
                path=self._targets[0],
                mend="make room and run the same command again, which asks nothing twice",
            ) from error

    def _publish(self) -> None:
        """Renames the files once their bytes are on the disk: after a power failure each is the old or the new one."""
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())
        asides, self._asides = self._asides, ()
        for aside, target in reversed(tuple(zip(asides, self._targets, strict=True))):
            aside.replace(target)
        folder = os.open(self._targets[0].parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def discard(self) -> None:
        """Removes what was written, unless it has appeared."""
        for aside in self._asides:
            aside.unlink(missing_ok=True)

    def _close(self) -> None:
        """Closes the files; what cannot be written any more, of a run that failed, is given up."""
        for file in self._files:
            with suppress(OSError):
                file.close()


def _held(aside: Path) -> IO[str]:
    """The file, empty and locked by this process for as long as it is open; raises BlockingIOError for one that is
    locked by another. A file that its holder renamed or removed meanwhile is let go, and the next one is taken."""
    while True:
        file = aside.open("a", encoding="utf-8", newline="\n")
        try:
            flock(file, LOCK_EX | LOCK_NB)
            if _is_at(file, aside):
                file.truncate(0)
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def _is_at(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def open_output(out: str | None, *, force: bool, given: Iterable[str] = ()) -> Output:
    """The place for records; raises InputError for an OUT that may not be replaced or cannot be written, and one of the
    files that are `given`."""
    if out is None or out in ("-", "/dev/stdout"):
        return StreamOutput()
    check_is_new(Path(out), given)
    if is_address(out) or out.endswith(".parquet"):
        elsewhere: Output = late("communique.cli.elsewhere:OutputElsewhere")(out, force=force)
        return elsewhere
    return FileOutput(Path(out), force=force)


def check_place(out: Path) -> None:
    """Raises InputError for a file that cannot be written where it is to be."""
    check_file(out)
    free = shutil.disk_usage(out.parent).free
    if free < _SPARE:
        raise InputError(f"only {free >> 20} MB are free", path=out, mend="make room, or give another place to -o")


def _check(out: Path, *, force: bool) -> None:
    check_place(out)
    beside = articles_path(out)
    if force:
        return
    reports = _made_by_us(beside, ARTICLE)
    own = _made_by_us(out, RECORD) or (out.exists() and out.stat().st_size == 0 and reports)
    for path, ours in ((out, own), (beside, reports or (own and _is_empty(beside)))):
        if path.exists() and not ours:
            raise InputError("it exists and was not made by communique", path=path, mend="give another -o, or --force")


def _is_empty(path: Path) -> bool:
    return path.exists() and path.stat().st_size == 0


def _made_by_us(path: Path, schema: str) -> bool:
    """Whether the first line of the file is one of ours."""
    try:
        with path.open(encoding="utf-8") as file:
            first = json.loads(file.readline())
    except (OSError, ValueError):
        return False
    return isinstance(first, dict) and first.get("schema") == schema
