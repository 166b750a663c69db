"""Loaded by every Python process that a page starts: no address but the loopback interface can be reached."""

import sys
from typing import Any

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _only_loopback(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuses what would leave this machine."""
    if event == "socket.getaddrinfo" and arguments[0] not in (*_LOOPBACK, None):
        raise OSError(f"the pages are tested without a network: {arguments[0]}")
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in _LOOPBACK:
        raise OSError(f"the pages are tested without a network: {arguments[1]}")


sys.addaudithook(_only_loopback)
