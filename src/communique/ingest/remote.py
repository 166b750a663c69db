"""Files of object storage, and whatever else pyarrow finds by an address such as s3://bucket/news."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import Literal, cast
from urllib.parse import urlsplit

from communique.errors import ConfigurationError, InputError
from communique.ingest.paths import SUFFIXES, Source

try:
    from pyarrow.fs import FileInfo, FileSelector, FileSystem, FileType
except ImportError as error:
    raise ConfigurationError('addresses need pyarrow; run `pip install "communique[export]"`') from error


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a file system; its text is its address."""

    filesystem: FileSystem
    path: str
    address: str

    @property
    def suffix(self) -> str:
        """The end of its name, from the last dot on."""
        return PurePosixPath(self.path).suffix

    def open(self, mode: Literal["rb"], /) -> BufferedReader:  # noqa: ARG002 - as Path has it
        """The file's bytes, of which a part is held; raises OSError."""
        return BufferedReader(cast("RawIOBase", self.filesystem.open_input_file(self.path)))

    def __str__(self) -> str:
        return self.address


def located(address: str) -> tuple[FileSystem, str]:
    """The file system of an address, and the path there; raises InputError.

    An address with a key is refused: it would stand in messages, and in the store beside the command.
    """
    parts = urlsplit(address)
    if "@" in parts.netloc:
        shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
        mend = "take it out, and set it as the place's own tools want it (for S3 AWS_ACCESS_KEY_ID and others)"
        raise InputError("there is a key in this address", code="no_input", path=shown, mend=mend)
    try:
        found: tuple[FileSystem, str] = FileSystem.from_uri(address)
    except (ValueError, OSError, NotImplementedError) as error:
        told = str(error).partition("\n")[0]
        mend = "give a path, or an address such as s3://bucket/news, gs://bucket/news or file:///data/news"
        raise InputError(f"no files can be found by this address ({told})", path=address, mend=mend) from error
    return found


def check_address(address: str) -> None:
    """Raises InputError for an address where nothing is that can be read."""
    if any(remote_sources(address)):
        return
    mend = f"check the address; {', '.join(SUFFIXES)} are read, and folders of them"
    raise InputError("there is nothing to read", code="no_input", path=address, mend=mend)


def remote_sources(address: str) -> Iterator[Source]:
    """The files at an address, sorted by path; raises InputError where it cannot be reached."""
    filesystem, root = located(address)
    base = address.removesuffix("/")
    try:
        there = filesystem.get_file_info(root)
        listed = filesystem.get_file_info(FileSelector(root, recursive=True)) if _is_folder(there) else []
    except OSError as error:
        told = str(error).partition("\n")[0]
        raise InputError(f"it cannot be read ({told})", path=address, mend="check address and access") from error
    if there.type == FileType.File:
        name = PurePosixPath(root).name
        yield Source(RemoteFile(filesystem, root, address), _id(name))
    for file in sorted(listed, key=lambda file: str(file.path)):
        if file.type == FileType.File and PurePosixPath(file.path).suffix.lower() in SUFFIXES:
            inner = str(PurePosixPath(file.path).relative_to(root))
            yield Source(RemoteFile(filesystem, file.path, f"{base}/{inner}"), _id(inner))


def _is_folder(found: FileInfo) -> bool:
    return bool(found.type == FileType.Directory)


def _id(relative: str) -> str:
    return PurePosixPath(relative).with_suffix("").as_posix()
