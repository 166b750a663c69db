"""A cluster reads as this process does, and a node that dies costs nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from communique.cluster.engine import RayEngine
from communique.extractor import Extractor
from communique.llm.connecting import Connection
from communique.records import Extraction
from communique.store.sqlite import SQLiteStore
from tests.cli.endpoint import Endpoint, answering
from tests.cluster.articles import articles
from tests.cluster.conftest import NODE

pytestmark = [pytest.mark.server, pytest.mark.usefixtures("nodes")]
UNDER_WAY = 8


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with answering() as served:
        yield served


def by_article(extractions: Iterable[Extraction]) -> dict[str, Extraction]:
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        assert extraction.article.id not in found
        found[extraction.article.id] = extraction
    return found


def extractor(endpoint: Endpoint, store: SQLiteStore | None = None) -> Extractor:
    return Extractor(Connection("served", base_url=endpoint.base_url, store=store))


def test_a_node_that_dies_loses_nothing_and_nothing_is_asked_twice(
    endpoint: Endpoint, nodes: Any, tmp_path: Path
) -> None:
    """Its node goes while each of the two workers waits for answers."""
    told = articles(24)
    local = by_article(extractor(endpoint).extract_all(told))
    asked = endpoint.asked.total()
    dying = next(node for node in nodes.list_all_nodes() if not node.head)

    def kill() -> None:
        endpoint.wait_for(UNDER_WAY)
        nodes.remove_node(dying, allow_graceful=False)
        endpoint.release()

    endpoint.hold(at=2)  # the first answer tells what the endpoint takes
    killing = Thread(target=kill)
    killing.start()
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        engine = RayEngine(extractor(endpoint, store))
        clustered = by_article(engine.extract_all(told, concurrency=UNDER_WAY))
    killing.join()
    nodes.add_node(**NODE)
    nodes.wait_for_nodes(timeout=120)  # until the dead one is known to be: the next test would be given it
    assert clustered == local
    assert endpoint.asked.total() == 2 * asked
