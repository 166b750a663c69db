"""The cluster: joined quietly and left again, with a clear word where there is none."""

import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import ray
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from communique.errors import ConfigurationError

_KNOCK_SECONDS = 5.0
_LOCAL = "local"
_MEND = "give --address HOST:PORT of the head node, and none for a cluster on this machine alone"
_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is sent to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # what will be Ray's default, of which it warns
}


@contextmanager
def joined(address: str | None = None) -> Iterator[None]:
    """The cluster at `address` (else RAY_ADDRESS, else one of this machine that ends with the block); a cluster that
    this process has joined already is kept. Raises ConfigurationError."""
    if ray.is_initialized():
        yield
        return
    place = address or os.environ.get("RAY_ADDRESS") or _LOCAL
    _join(place)
    try:
        yield
    finally:
        ray.shutdown()


def workers_of_cluster() -> int:
    """As many as the cluster has processors."""
    resources: Mapping[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]  # Ray's
    return max(1, int(resources.get("CPU", 1)))


def here() -> NodeAffinitySchedulingStrategy:
    """The placing of an actor on this machine."""
    return NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)


def _join(address: str) -> None:
    _check(address)
    os.environ.update({name: os.environ.get(name, value) for name, value in _QUIET.items()})
    dashboard = False if address == _LOCAL else None
    try:
        with _signals_kept():
            ray.init(address, include_dashboard=dashboard, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, RuntimeError, ValueError, OSError) as error:
        told = str(error).strip().partition("\n")[0]
        raise ConfigurationError(f"no Ray cluster can be had at {address!r} ({told}); {_MEND}") from error


def _check(address: str) -> None:
    """Knocks first: Ray itself waits for minutes where nobody answers."""
    if "://" in address:
        raise ConfigurationError(
            f"{address!r}: a cluster is joined from one of its machines, not through a client; run there, or by "
            f"`ray job submit`, and {_MEND}"
        )
    host, colon, port = address.rpartition(":")
    if not colon:
        if address not in (_LOCAL, "auto"):
            raise ConfigurationError(f"{address!r} is no address of a cluster; {_MEND}")
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK_SECONDS).close()
    except (OSError, ValueError, OverflowError) as error:
        raise ConfigurationError(f"no Ray cluster answers at {address!r} ({error}); {_MEND}") from error


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Ray takes SIGTERM for itself, which is the run's."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, held)
