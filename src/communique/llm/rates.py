"""How much may be asked a minute: by the user's own limit, and by what the endpoint tells of its own.

The limiters of aiolimiter 1.3 and pyrate-limiter 4.5 have limits that are fixed, amounts that stay as they were taken
and no way to be told what an endpoint has left; all three are needed here.
"""

from collections import deque
from dataclasses import dataclass, field

_MINUTE = 60.0
_LEAST_PERIOD = 30.0


@dataclass(slots=True)
class Taken:
    """An amount that was taken at a time, and whether it still counts."""

    at: float
    amount: int
    counts: bool = True


@dataclass(slots=True)
class Rate:
    """At most `most` units in any 60 seconds, and no more than the endpoint says are left; all times are one clock's.

    An amount larger than the limit is let through when nothing else was taken in the last minute.
    """

    most: int | None = None
    _told_most: int | None = None
    _left: int | None = None
    _renewed_at: float = 0.0
    _window: deque[Taken] = field(default_factory=deque)
    _used: int = 0

    def wait(self, amount: int, now: float) -> float:
        """Seconds until `amount` may be taken, 0 for now."""
        return max(self._own_wait(amount, now), self._told_wait(amount, now))

    def take(self, amount: int, now: float) -> Taken:
        """Counts `amount` from `now` on."""
        taken = Taken(now, amount)
        self._window.append(taken)
        self._used += amount
        if self._left is not None:
            self._left -= amount
        return taken

    def correct(self, taken: Taken, amount: int) -> None:
        """Sets what was really taken, once it is known."""
        if taken.counts:
            self._used += amount - taken.amount
        taken.amount = amount

    def told(self, *, most: int | None, left: int | None, renewed_in: float | None, now: float) -> None:
        """Takes the endpoint at its word.

        A limit whose use is renewed as fast as that of a few seconds' limit is none of a minute's. A renewal more than
        a minute off is not waited for: that is left to the endpoint's 429.
        """
        if most and _period(most, left, renewed_in) >= _LEAST_PERIOD:
            self._told_most = most
        if left is not None and renewed_in is not None:
            self._left, self._renewed_at = left, now + min(renewed_in, _MINUTE)

    def _own_wait(self, amount: int, now: float) -> float:
        while self._window and self._window[0].at + _MINUTE <= now:
            gone = self._window.popleft()
            gone.counts = False
            self._used -= gone.amount
        most = min((limit for limit in (self.most, self._told_most) if limit is not None), default=None)
        if most is None:
            return 0.0
        excess = self._used + amount - most
        free_at = now
        for taken in self._window:
            if excess <= 0:
                break
            excess -= taken.amount
            free_at = taken.at + _MINUTE
        return free_at - now

    def _told_wait(self, amount: int, now: float) -> float:
        if self._left is None or amount <= self._left:
            return 0.0
        if now >= self._renewed_at:
            self._left = None
            return 0.0
        return self._renewed_at - now


def _period(most: int, left: int | None, renewed_in: float | None) -> float:
    """The seconds in which a limit is renewed as a whole, by how long what was used of it takes; a minute if untold."""
    if left is None or renewed_in is None or left >= most:
        return _MINUTE
    return renewed_in * most / (most - left)
