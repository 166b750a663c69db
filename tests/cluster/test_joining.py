"""A cluster that cannot be joined is told of at once, with what to do."""

import socket

import pytest
import ray

from communique.cluster.joining import joined
from communique.errors import ConfigurationError

pytestmark = pytest.mark.server


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param(f"127.0.0.1:{closed_port()}", "no Ray cluster answers at .*--address HOST:PORT", id="nobody"),
        pytest.param("ray://head:10001", "joined from one of its machines.*ray job submit", id="client"),
        pytest.param("head", "'head' is no address of a cluster", id="no-port"),
        pytest.param("head:port", "no Ray cluster answers at 'head:port'", id="no-number"),
        pytest.param("127.0.0.1:99999999", "no Ray cluster answers", id="no-port-number"),
    ],
)
def test_an_address_without_a_cluster(address: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "is_initialized", lambda: False)  # other tests' cluster
    with pytest.raises(ConfigurationError, match=told), joined(address):
        pytest.fail("joined")
