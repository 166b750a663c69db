"""Every exception the library raises on purpose.

CommuniqueError
├── InputError             a file, a line or a value the user gave cannot be used
├── ConfigurationError     no model, a missing extra, an option that makes no sense
│   ├── RunningLoopError   the blocking API was called inside a running event loop
│   └── StoreError         the store cannot be opened, read or written
└── CompletionError        the model did not answer; `code` says why

Expected outcomes (a quote that is not there, an article that failed) are values, not exceptions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def path_text(path: Path | str) -> str:
    """The path in characters that any output can take: a byte of a name that is no UTF-8 is written like \\udcff."""
    return str(path).encode("utf-8", "backslashreplace").decode()


class CommuniqueError(Exception):
    """The root of the tree: catch it to catch everything the library raises on purpose. Its errors can be pickled."""

    def __reduce__(self) -> tuple[Callable[..., "CommuniqueError"], tuple[Any, ...]]:
        return _remade, (type(self), self.args, vars(self))


def _remade(kind: type[CommuniqueError], args: tuple[Any, ...], facts: Mapping[str, Any]) -> CommuniqueError:
    """The error with its facts; pickle would call its class with the message alone."""
    error = kind.__new__(kind, *args)
    vars(error).update(facts)
    return error


class InputError(CommuniqueError):
    """Something the user gave cannot be used: `code` is stable, `path` and `line` (1-based) say where, `mend` what to
    do."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "bad_input",
        path: Path | str | None = None,
        line: int | None = None,
        mend: str,
    ) -> None:
        self.message, self.code, self.path, self.line, self.mend = message, code, path, line, mend
        told = "" if path is None else path_text(path) if line is None else f"{path_text(path)}:{line}"
        where = f"{told}: " if told else ""
        super().__init__(f"{where}{message}; {mend}")


class ConfigurationError(CommuniqueError):
    """The run cannot start as configured; the message names the mend."""


def check_choice(name: str, given: str, choices: Sequence[str]) -> None:
    """Raises ConfigurationError where `given` is none of the choices, which it names."""
    if given not in choices:
        raise ConfigurationError(f"{name} {given!r} is none of {', '.join(choices)}")


class RunningLoopError(ConfigurationError):
    """The blocking API was called inside a running event loop."""

    def __init__(self, blocking: str, awaitable: str) -> None:
        self.blocking, self.awaitable = blocking, awaitable
        super().__init__(f"{blocking}() cannot run inside a running event loop; use `{awaitable}` instead")


class StoreError(ConfigurationError):
    """The store cannot be opened, read or written: `path` says where, `mend` what to do."""

    def __init__(self, path: Path, message: str, mend: str) -> None:
        self.path, self.message, self.mend = path, message, mend
        super().__init__(f"{path}: {message}; {mend}")


@dataclass(frozen=True, slots=True)
class ContextOverflow:
    """An article longer than a model's context: the tokens it takes and those it would have needed, where known."""

    limit: int | None
    needed: int | None


class CompletionError(CommuniqueError):
    """The model did not answer.

    `code` is one of: connection, timeout, rate_limit, server, authentication, permission, not_found, bad_request,
    context_length, content_filter, malformed, budget (what the run may spend is spent), store (no answer could be kept,
    so nothing is asked), stopped. `status` is the HTTP status, where there was one, `retry_after` the seconds that the
    endpoint asks to wait, `overflow` the numbers of a context_length; `is_kept` says that it happened in an earlier run
    and comes from a store.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str,
        status: int | None = None,
        retry_after: float | None = None,
        is_kept: bool = False,
        overflow: ContextOverflow | None = None,
    ) -> None:
        self.message, self.code, self.status = message, code, status
        self.retry_after, self.is_kept, self.overflow = retry_after, is_kept, overflow
        super().__init__(message)
