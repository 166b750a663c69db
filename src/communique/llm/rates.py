"""How much may be asked a minute: by the user's own limit, and by what the endpoint tells of its own.

aiolimiter and pyrate-limiter were looked at: neither takes a limit that is learnt on the way, an amount that is
corrected once the answer has been counted, or an endpoint's word on what is left.
"""

from collections import deque
from dataclasses import dataclass, field

_MINUTE = 60.0


@dataclass(slots=True)
class Taken:
    """An amount that was taken at a time; the amount is corrected when the true one is known."""

    at: float
    amount: int


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

    def wait(self, amount: int, now: float) -> float:
        """Seconds until `amount` may be taken, 0 for now."""
        return max(self._own_wait(amount, now), self._told_wait(amount, now))

    def take(self, amount: int, now: float) -> Taken:
        """Counts `amount` from `now` on."""
        taken = Taken(now, amount)
        self._window.append(taken)
        if self._left is not None:
            self._left -= amount
        return taken

    def told(self, *, most: int | None, left: int | None, renewed_in: float | None, now: float) -> None:
        """Takes the endpoint at its word, but for a renewal that is more than a minute off: that is left to its 429."""
        if most:
            self._told_most = most
        if left is not None and renewed_in is not None:
            self._left, self._renewed_at = left, now + min(renewed_in, _MINUTE)

    def _own_wait(self, amount: int, now: float) -> float:
        while self._window and self._window[0].at + _MINUTE <= now:
            self._window.popleft()
        most = min((limit for limit in (self.most, self._told_most) if limit is not None), default=None)
        if most is None:
            return 0.0
        excess = sum(taken.amount for taken in self._window) + amount - most
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
