"""The lines of a stream of bytes, of which one is held at a time, and never more of it than `LARGEST` characters."""

import re
from io import BufferedReader, RawIOBase, TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Literal, Self, cast

from communique.ingest.decoding import HEAD, LARGEST, binary, encoding_of, too_long, undecodable

_UNDECODED = re.compile("[\ud800-\udfff]")


def buffered(stream: BinaryIO) -> BufferedReader:
    """The stream, with a look ahead."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))


class Lines:
    """Iterates over the lines with their ends; a line that cannot be read is raised as InputError in its place, and the
    next one follows. As a context manager it leaves the stream open.

    `number` is that of the line that was given or raised last, from 1. With `newline` "\\n" a line ends there alone,
    with "" at any line end.
    """

    def __init__(
        self,
        stream: BufferedReader,
        path: Path | str,
        encoding: str | None = None,
        *,
        newline: Literal["\n", ""] = "\n",
    ) -> None:
        self.path, self.number = path, 0
        self._encoding = encoding_of(stream.peek(HEAD)[:HEAD].partition(b"\n")[0], path, encoding)
        # an undecodable byte becomes a lone surrogate, which no decoded text has, and costs its line alone
        self._stream = TextIOWrapper(stream, encoding=self._encoding, errors="surrogateescape", newline=newline)
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.detach()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._line()
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > LARGEST and not self._skip_rest(line):
            raise too_long("this line", self.path, self.number)
        if "\0" in line:
            raise binary(self.path, self.number)
        if _UNDECODED.search(line):
            raise undecodable("this line", self.path, self._encoding, self.number)
        return line.removeprefix("\ufeff") if self.number == 1 else line

    def _line(self) -> str:
        """The next line, or the first part of one that is too long; "" at the end, and after bytes that end the
        reading."""
        if self._is_over:
            return ""
        try:
            return self._stream.readline(LARGEST + 1)
        except UnicodeError as error:
            self._is_over = True
            raise undecodable("the rest of the file", self.path, self._encoding, self.number + 1) from error

    def _skip_rest(self, line: str) -> bool:
        """Whether the line is whole; passes over what is left of it where it is not."""
        is_whole = line.endswith(("\n", "\r"))
        while line and not line.endswith(("\n", "\r")):
            line = self._line()
        return is_whole
