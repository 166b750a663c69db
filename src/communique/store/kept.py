"""What came of a request, and the seam to whatever keeps it."""

from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from communique.completion import Completion

State = Literal["done", "failed", "refused"]


@dataclass(frozen=True, slots=True)
class KeptFailure:
    """A failure as CompletionError tells it: the endpoint took the request and gave no answer."""

    code: str
    message: str
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of one request: an answer, or why there is none.

    Whatever is not `done` is asked again only when the user says so. An answer of which nothing could be made is
    `failed`, and kept.
    """

    state: State
    outcome: Completion | KeptFailure


class CompletionStore(Protocol):
    """Anything that keeps what came of requests, by key; its methods block, and are called from several threads."""

    def get(self, key: str) -> Kept | None:
        """What came of the request, or None where it has to be asked."""
        ...

    def claim(self, key: str) -> bool:
        """Whether the request is now the caller's to ask; False while another asks it, or when its outcome is kept."""
        ...

    def keep(self, key: str, kept: Kept) -> None:
        """Keeps the outcome of a claimed request; an answer that is kept already stays."""
        ...

    def reject(self, key: str) -> bool:
        """Makes a failure of an answer that was of no use; whether an earlier run had done so."""
        ...

    def release(self, key: str) -> None:
        """Gives a claimed request back, of which nothing came."""
        ...


@runtime_checkable
class Lessons(Protocol):
    """Anything that keeps what was learnt in one run for the next, by name."""

    def setting(self, name: str) -> str | None:
        """What was learnt under this name in an earlier run."""
        ...

    def learn(self, name: str, value: str) -> None:
        """Keeps what was learnt for later runs."""
        ...
