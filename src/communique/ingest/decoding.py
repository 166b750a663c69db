"""Bytes to text: UTF-8 unless told otherwise, and a clear word where it is not."""

import codecs
from pathlib import Path

from communique.errors import InputError

_BINARY_HEAD = 8192


def decode(data: bytes, path: Path | str, encoding: str | None = None) -> str:
    """The text without a byte-order mark, its line ends kept; raises InputError (binary, encoding)."""
    if b"\0" in data[:_BINARY_HEAD] and encoding is None:
        raise InputError("this is a binary file", code="binary", path=path, mend="give a text, HTML, JSONL or CSV file")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode(encoding or "utf-8")
    except LookupError as error:
        mend = "name one that Python knows, such as utf-8, utf-16 or cp1254"
        raise InputError(f"unknown encoding {encoding!r}", code="encoding", path=path, mend=mend) from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte {error.start} is not {encoding or 'UTF-8'}",
            code="encoding",
            path=path,
            mend="name the encoding with --encoding, such as --encoding cp1254 for older Turkish files",
        ) from error
