"""An ASGI application on a socket, until a signal: those who ask are answered first, within bounds."""

import errno
import os
import signal
import socket
from ipaddress import ip_address
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from communique.errors import ConfigurationError
from communique.serving.reader import STOPPING, Reader

_FAREWELL_SECONDS = 30
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_TOLD = b"\nstopping: what is under way is answered; Ctrl-C once more ends it now\n"
_CONNECTIONS = 200
_OF_THE_PORT = frozenset({errno.EADDRINUSE, errno.EACCES})


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens; raises ConfigurationError, which names the mend, where it cannot."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        known = error.errno is not None and error.errno > 0  # Python's own words hold the address once more
        told = os.strerror(error.errno or 0) if known else error.strerror
        mend = "give another --port, or 0 for a free one" if error.errno in _OF_THE_PORT else "give another --host"
        raise ConfigurationError(f"{host}:{port}: cannot listen here ({told}); {mend}") from error


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the host."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Server(uvicorn.Server):
    """Tells whoever reads to begin nothing more, at the first signal."""

    def __init__(self, config: uvicorn.Config, reader: Reader | None) -> None:
        super().__init__(config)
        self._reader = reader

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Ends the service: what is under way is answered, up to a bound; Ctrl-C once more ends it at once."""
        if self._reader is not None:
            self._reader.stop(STOPPING)
        os.write(2, _TOLD)
        super().handle_exit(sig, frame)


def listen(service: ASGIApp, at: socket.socket, reader: Reader | None) -> signal.Signals | None:
    """Serves until a signal, which is returned: uvicorn ends well and then raises it again, for these handlers."""
    told: list[int] = []
    config = uvicorn.Config(
        service,
        log_config=None,
        access_log=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_FAREWELL_SECONDS,
    )
    before = {
        number: signal.signal(number, lambda found, _: told.append(found)) for number in uvicorn.server.HANDLED_SIGNALS
    }
    try:
        _Server(config, reader).run(sockets=[at])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return signal.Signals(told[0]) if told else None
