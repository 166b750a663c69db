"""How many requests may be under way: halved when the endpoint complains, and slowly more as it answers."""

import asyncio
from collections import deque
from threading import RLock

_NEVER = float("-inf")


def wake(turn: asyncio.Future[None]) -> None:
    """Ends the wait for `turn`, whose event loop may be another thread's."""
    turn.get_loop().call_soon_threadsafe(_end, turn)


def _end(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_result(None)


class Slots:
    """Places for requests under way, in the order they were asked for, of any thread's event loop.

    `limit` is additively increased and multiplicatively decreased (Chiu and Jain 1989), as TCP does: half of what is
    under way after a complaint, one more for each round of answers. Complaints about requests that began before the
    last halving are of the same burst and change nothing.
    """

    def __init__(self, limit: float = float("inf")) -> None:
        self.limit, self.busy = limit, 0
        self._halved_at = _NEVER
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._lock = RLock()

    async def take(self) -> None:
        """Waits for a place; `give_back` must follow."""
        with self._lock:
            if self._has_room and not self._waiting:
                self.busy += 1
                return
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            self._leave(turn)
            raise

    def give_back(self) -> None:
        """Hands the place to who waits longest."""
        with self._lock:
            self.busy -= 1
            self._hand_on()

    def complained(self, *, began: float, now: float) -> None:
        """Halves the limit after a complaint about a request that began at `began`."""
        with self._lock:
            if began > self._halved_at:
                self.limit, self._halved_at = max(1.0, min(self.limit, self.busy) // 2), now

    def answered(self) -> None:
        """Raises the limit, by one for as many answers as may be under way."""
        with self._lock:
            self.limit += 1 / self.limit
            self._hand_on()

    @property
    def _has_room(self) -> bool:
        return self.busy < int(min(self.limit, 2**31))

    def _hand_on(self) -> None:
        while self._waiting and self._has_room:
            self.busy += 1
            wake(self._waiting.popleft())

    def _leave(self, turn: asyncio.Future[None]) -> None:
        """Steps out of the queue, or gives back the place that was handed over in the same moment."""
        with self._lock:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self.give_back()
