"""A cluster of two nodes on this machine, each with one processor, that ends with the tests of this folder."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import ray
from ray.cluster_utils import Cluster

from communique.cluster.joining import joined

NODE: dict[str, Any] = {"num_cpus": 1, "include_dashboard": False, "object_store_memory": 80_000_000}


@pytest.fixture(scope="package")
def nodes() -> Iterator[Any]:
    """The cluster, joined by this process."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    cluster: Any = Cluster(initialize_head=True, head_node_args=NODE)
    try:
        cluster.add_node(**NODE)
        with joined(cluster.address):
            yield cluster
    finally:
        ray.shutdown()
        cluster.shutdown()
