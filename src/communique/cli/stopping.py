"""Ctrl-C and SIGTERM: once ends a run well, twice ends it now."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any, NoReturn, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_KILLED = 128
"""What shells add to the number of the signal that ended a command."""
_TOLD = b"\nstopping: the articles under way end and what is done is written; once more stops now\n"


@contextmanager
def unwound_by_sigterm() -> Iterator[None]:
    """SIGTERM ends the block as an exception does, so that nothing half written stays behind; the exit code is 143.

    Outside the main thread, and where something else handles the signal, it does nothing.
    """
    is_ours = threading.current_thread() is threading.main_thread()
    if not is_ours or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _unwind)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _unwind(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - signal gives them
    raise SystemExit(_KILLED + number)


class Stopping:
    """Calls `stop` at the first signal of the block, and `leave`, which ends the process, at the second.

    Nothing is unwound then: an exception raised in the midst of an event loop ends in whatever task it meets, and the
    embedded engine would end its batch first, which takes up to a minute on a busy machine.

    Outside the main thread, where no signal arrives, it does nothing.
    """

    def __init__(self, stop: Callable[[], None], leave: Callable[[], None]) -> None:
        self.is_asked = False
        self._stop, self._leave = stop, leave
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = {number: signal.signal(number, self._signalled) for number in _SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _signalled(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - signal gives them
        if self.is_asked:
            self._leave()
            return
        self.is_asked = True
        self._stop()
        os.write(2, _TOLD)  # a stream may be in the middle of a write of its own
