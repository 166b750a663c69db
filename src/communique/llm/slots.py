"""How many requests may be under way: halved when the endpoint complains, and slowly more as it answers."""

import asyncio
from collections import deque

_NEVER = float("-inf")


class Slots:
    """Places for requests under way, in the order they were asked for.

    `limit` is additively increased and multiplicatively decreased (Chiu and Jain 1989), as TCP does: half of what is
    under way after a complaint, one more for each round of answers. Complaints about requests that began before the
    last halving are of the same burst and change nothing.
    """

    def __init__(self, limit: float = float("inf")) -> None:
        self.limit, self.busy = limit, 0
        self._halved_at = _NEVER
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Waits for a place; `give_back` must follow."""
        if self._has_room and not self._waiting:
            self.busy += 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # the place was handed over in the same moment
                self.give_back()
            raise

    def give_back(self) -> None:
        """Hands the place to who waits longest."""
        self.busy -= 1
        self._hand_on()

    def complained(self, *, began: float, now: float) -> None:
        """Halves the limit after a complaint about a request that began at `began`."""
        if began > self._halved_at:
            self.limit, self._halved_at = max(1.0, min(self.limit, self.busy) // 2), now

    def answered(self) -> None:
        """Raises the limit, by one for as many answers as may be under way."""
        self.limit += 1 / self.limit
        self._hand_on()

    @property
    def _has_room(self) -> bool:
        return self.busy < int(min(self.limit, 2**31))

    def _hand_on(self) -> None:
        while self._waiting and self._has_room:
            turn = self._waiting.popleft()
            if not turn.done():
                self.busy += 1
                turn.set_result(None)
