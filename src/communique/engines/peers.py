"""Two processes that ask one another over a socket: each calls the other's methods, and answers for its own."""

import asyncio
import pickle
from asyncio import Future, StreamReader, StreamWriter, Task
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.errors import CommuniqueError

Methods = Mapping[str, Callable[[Any], Awaitable[Any]]]
"""What can be called, by name; each raises CommuniqueError where the caller is to know of it."""

_HEADER = 8


class PeerGone(Exception):  # noqa: N818 - it says what happened
    """The other process ended, and will not answer."""


@dataclass(frozen=True, slots=True)
class _Call:
    number: int
    method: str
    argument: Any


@dataclass(frozen=True, slots=True)
class _Return:
    number: int
    value: Any


@dataclass(frozen=True, slots=True)
class _Raise:
    number: int
    error: CommuniqueError


_Message = _Call | _Return | _Raise


class Peer:
    """One end. Messages are pickled, so the other must be a process of our own making.

    A fault of a method that is no CommuniqueError ends `listen`.
    """

    def __init__(self, reader: StreamReader, writer: StreamWriter, methods: Methods) -> None:
        self._reader, self._writer, self._methods = reader, writer, methods
        self._called: dict[int, Future[Any]] = {}
        self._answering: set[Task[None]] = set()
        self._number = 0
        self.is_gone = False

    async def call(self, method: str, argument: Any = None) -> Any:  # noqa: ANN401 - of any method
        """What the other end's `method` gives; raises its CommuniqueError, and PeerGone where it ends before."""
        if self.is_gone:
            raise PeerGone
        self._number += 1
        called = self._called[self._number] = asyncio.get_running_loop().create_future()
        self._send(_Call(self._number, method, argument))
        return await called

    async def listen(self) -> None:
        """Answers calls, many at a time, until the other end is gone; answers under way then go on to `close`."""
        try:
            while (message := await self._received()) is not None:
                if isinstance(message, _Call):
                    answering = asyncio.create_task(self._answer(message))
                    self._answering.add(answering)
                    answering.add_done_callback(self._answered)
                else:
                    self._end(message)
        finally:
            self.is_gone = True
            for called in self._called.values():
                if not called.done():
                    called.set_exception(PeerGone())

    async def close(self) -> None:
        """Lets go of the other end, and cancels the answers that are under way."""
        self.is_gone = True
        self._writer.close()
        for answering in self._answering:
            answering.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    async def _answer(self, call: _Call) -> None:
        try:
            self._send(_Return(call.number, await self._methods[call.method](call.argument)))
        except CommuniqueError as error:
            self._send(_Raise(call.number, error))

    def _answered(self, answering: Task[None]) -> None:
        self._answering.discard(answering)
        fault = None if answering.cancelled() else answering.exception()
        if isinstance(fault, Exception):
            self._reader.set_exception(fault)

    def _end(self, message: _Return | _Raise) -> None:
        called = self._called.pop(message.number)
        if called.done():  # the caller was cancelled
            return
        if isinstance(message, _Raise):
            called.set_exception(message.error)
        else:
            called.set_result(message.value)

    def _send(self, message: _Message) -> None:
        """Hands the message over; what waits in memory is bounded by the articles under way."""
        if not self.is_gone:
            packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
            self._writer.write(len(packed).to_bytes(_HEADER) + packed)

    async def _received(self) -> _Message | None:
        try:
            size = int.from_bytes(await self._reader.readexactly(_HEADER))
            message: _Message = pickle.loads(await self._reader.readexactly(size))  # noqa: S301 - our own process's
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        return message
