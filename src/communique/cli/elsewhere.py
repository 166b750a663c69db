"""Records as Parquet, or by an address such as s3://bucket/events.jsonl: written here first as a local run writes them,
and put there as a whole when the run ends well."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from communique.cli.output import FileOutput, articles_path, check_place
from communique.errors import InputError
from communique.ingest.paths import is_address
from communique.ingest.remote import located
from communique.line_tables import is_of_lines, write_lines

PARQUET = ".parquet"
_OURS = b'{"schema": "communique/'
_MEND = "give another -o, or --force"


class OutputElsewhere:
    """OUT by an address, or as one Parquet file of records and reports, or both."""

    def __init__(self, out: str, *, force: bool) -> None:
        self.told: str | None = out
        self._out = out
        self._check(force=force)

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="communique-")
        self._lines = Path(self._folder.name) / "events.jsonl"
        self._inner = FileOutput(self._lines, force=True).__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._folder:
            self._inner.__exit__(kind, error, trace)
            if kind is None:
                self._publish()

    def record(self, line: str) -> None:
        """Writes one record."""
        self._inner.record(line)

    def article(self, line: str) -> None:
        """Writes the report of one article."""
        self._inner.article(line)

    def discard(self) -> None:
        """Removes what was written."""
        self._folder.cleanup()

    def _check(self, *, force: bool) -> None:
        """Raises InputError before anything is paid for."""
        if not is_address(self._out):
            path = Path(self._out)
            check_place(path)
            if path.exists() and not force and not is_of_lines(path):
                raise InputError("it exists and was not made by communique", path=path, mend=_MEND)
            return
        filesystem, place = located(self._out)
        try:
            with closing(filesystem.open_input_file(place)) as file:
                is_ours = is_of_lines(file) if self._out.endswith(PARQUET) else file.read(len(_OURS)) in (b"", _OURS)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _unwritable(self._out, error) from error
        if not is_ours and not force:
            raise InputError("it exists and was not made by communique", path=self._out, mend=_MEND)

    def _publish(self) -> None:
        """Puts the files there, the records' last."""
        try:
            if self._out.endswith(PARQUET):
                table = self._lines.with_suffix(PARQUET)
                write_lines(table, self._written())
                self._put(table, self._out)
            else:
                self._put(articles_path(self._lines), articles_address(self._out))
                self._put(self._lines, self._out)
        except OSError as error:
            raise _unwritable(self._out, error) from error

    def _written(self) -> Iterator[str]:
        for path in (self._lines, articles_path(self._lines)):
            with path.open(encoding="utf-8") as lines:
                yield from (line.rstrip("\n") for line in lines)

    def _put(self, source: Path, target: str) -> None:
        """Copies the file. Object storage shows what is written when its stream is closed; beside a local file it is
        written aside, and renamed."""
        if not is_address(target):
            aside = Path(target).with_name(f".{Path(target).name}.part")
            shutil.copyfile(source, aside)
            aside.replace(target)
            return
        filesystem, path = located(target)
        with source.open("rb") as read, closing(filesystem.open_output_stream(path)) as written:
            shutil.copyfileobj(read, written, 1 << 20)


def articles_address(out: str) -> str:
    """The address of the articles' file beside OUT."""
    folder, _, name = out.rpartition("/")
    return f"{folder}/{articles_path(Path(PurePosixPath(name))).name}"


def _unwritable(out: str, error: OSError) -> InputError:
    told = str(error).partition("\n")[0]
    mend = "check address and access, and run the same command again, which asks nothing twice"
    return InputError(f"it cannot be written ({told})", path=out, mend=mend)
