"""Where a command writes its one file: checked before the work, written whole or not at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from communique.errors import InputError


def check_place(out: Path, is_ours: Callable[[Path], bool], *, force: bool) -> None:
    """Raises InputError where `out` cannot be a new file, or would replace one that `is_ours` does not know."""
    if out.is_dir():
        raise InputError("this is a folder", path=out, mend="give a file name to -o")
    if not out.parent.is_dir():
        raise InputError("its folder does not exist", path=out, mend=f"make it: mkdir -p {out.parent}")
    if out.exists() and out.stat().st_size and not force and not is_ours(out):
        raise InputError("it exists and was not made by this command", path=out, mend="give another -o, or --force")


@contextmanager
def whole_file(out: Path) -> Iterator[IO[str]]:
    """A file that appears at `out`, whole, when the block ends well; until then what was there can be read."""
    aside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        aside.replace(out)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", path=out, mend="give another place to -o") from error
    finally:
        aside.unlink(missing_ok=True)
