"""Bytes to text: UTF-8 unless a byte-order mark or the user tells otherwise, and a clear word where it is not."""

import codecs
from pathlib import Path

from communique.errors import InputError

LARGEST = 4_000_000
"""So many bytes may a file of one article have, and so many characters a line: checks and tagging take some five
seconds of a processor for each million, and no article is a hundredth as long."""

HEAD = 8192
"""So many bytes tell a binary file."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARK = "\ufeff"


def check_encoding(named: str | None) -> None:
    """Raises InputError for an encoding that Python does not know."""
    try:
        b" ".decode(named or "utf-8", "replace")
    except (LookupError, UnicodeError) as error:
        mend = "name one that Python knows, such as utf-8, utf-16 or cp1254"
        raise InputError(f"unknown encoding {named!r}", code="encoding", mend=mend) from error


def encoding_of(head: bytes, path: Path | str, named: str | None = None) -> str:
    """The encoding of a file by its first bytes, or the one that was named; raises InputError for a binary file."""
    if named is not None:
        return named
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if marked is None and b"\0" in head:
        raise binary(path)
    return marked or "utf-8"


def decode(data: bytes, path: Path | str, encoding: str | None = None) -> str:
    """The text without a byte-order mark, its line ends kept; raises InputError (binary, encoding, too_long)."""
    if len(data) > LARGEST:
        raise too_long("this article", path)
    used = encoding_of(data, path, encoding)
    try:
        return data.decode(used).removeprefix(_MARK)
    except UnicodeError as error:
        where = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "the file"
        raise undecodable(where, path, used) from error


def binary(path: Path | str, line: int | None = None) -> InputError:
    """What is wrong with a file that has zero bytes."""
    mend = "give a text, HTML, JSONL or CSV file, or name its encoding, such as --encoding utf-16le"
    return InputError("this is a binary file", code="binary", path=path, line=line, mend=mend)


def undecodable(where: str, path: Path | str, encoding: str, line: int | None = None) -> InputError:
    """What is wrong with bytes that are not of the encoding."""
    told = "UTF-8" if encoding == "utf-8" else encoding
    mend = "name the encoding with --encoding, such as --encoding cp1254 for older Turkish files"
    return InputError(f"{where} is not {told}", code="encoding", path=path, line=line, mend=mend)


def too_long(what: str, path: Path | str, line: int | None = None) -> InputError:
    """What is wrong with a text that is too long to be read in good time."""
    mend = "part it into its articles"
    unit = "bytes" if line is None else "characters"
    return InputError(f"{what} has more than {LARGEST:,} {unit}", code="too_long", path=path, line=line, mend=mend)
