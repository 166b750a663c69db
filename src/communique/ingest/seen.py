"""Which ids a run has seen: some bytes an id, since a run may have millions."""

from hashlib import blake2b

_SIZE = 16
_ROWS = 4096


class SeenIds:
    """A hash of each id, in rows of bytes: a set of them would take an object each, five times as much."""

    def __init__(self) -> None:
        self._rows = tuple(bytearray() for _ in range(_ROWS))

    def add(self, name: str) -> bool:
        """Keeps the id; whether it is new."""
        key = blake2b(name.encode(), digest_size=_SIZE).digest()
        row = self._rows[int.from_bytes(key[:2], "big") % _ROWS]
        at = row.find(key)
        while at % _SIZE and at > 0:  # amid two hashes
            at = row.find(key, at + 1)
        if at < 0:
            row += key
        return at < 0
