"""Ctrl-C and SIGTERM: once ends a run well, twice ends it now."""

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_TOLD = b"\nstopping: the articles under way end and what is done is written; once more stops now\n"


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
