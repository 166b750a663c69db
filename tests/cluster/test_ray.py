"""A dataset of articles gives the lines that a local run writes, whatever files it is read from and written to."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pyarrow as pa
import pytest
import ray
from pyarrow import parquet
from pyarrow.fs import LocalFileSystem

from communique.article import Article
from communique.extractor import Extractor
from communique.llm.connecting import Connection
from communique.ray import LINES, extract
from communique.records import ARTICLE, RECORD, ArticleReport
from communique.reporting import reported
from communique.store.sqlite import SQLiteStore
from tests.cli.endpoint import Endpoint, answering
from tests.cluster.articles import articles

pytestmark = [
    pytest.mark.server,
    pytest.mark.usefixtures("nodes"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.data.context"),  # Ray's own, of its own settings
]


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with answering() as served:
        yield served


def lines(told: tuple[Article, ...], endpoint: Endpoint) -> list[str]:
    """What a local run writes."""
    extractor = Extractor(Connection("served", base_url=endpoint.base_url))
    done = [reported(extraction) for extraction in extractor.extract_all(told)]
    records = [record.to_json() for records, _ in done for record in records]
    return sorted([*records, *(report.to_json() for _, report in done)])


def test_parquet_becomes_parquet_with_the_lines_of_a_local_run(endpoint: Endpoint, tmp_path: Path) -> None:
    told = articles(20)
    local = lines(told, endpoint)
    rows = [{"id": one.id, "text": one.text, "published": one.published, "source": "wire"} for one in told]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    given = ray.data.read_parquet(f"file://{tmp_path}/in.parquet")
    made = extract(given, Extractor(Connection("served", base_url=endpoint.base_url)))
    made.write_parquet(f"{tmp_path}/out", filesystem=LocalFileSystem())
    table = parquet.read_table(tmp_path / "out")
    assert table.schema.names == LINES.names
    assert sorted(table["line"].to_pylist()) == local
    assert {row["schema"] for row in table.to_pylist()} == {RECORD, ARTICLE}


def test_a_row_that_is_no_article_is_told_in_its_place(endpoint: Endpoint) -> None:
    rows: list[dict[str, Any]] = [{"id": "empty", "text": None}, {"id": "whole", "text": "It rains."}]
    made = extract(ray.data.from_items(rows), Extractor(Connection("served", base_url=endpoint.base_url)))
    reports = {
        row["article"]: ArticleReport.model_validate_json(row["line"])
        for row in made.take_all()
        if row["schema"] == ARTICLE
    }
    assert reports["whole"].status == "read"
    assert reports["empty"].error is not None
    assert (reports["empty"].status, reports["empty"].error.code) == ("failed", "broken_line")


def test_an_actor_that_is_killed_loses_nothing_and_nothing_is_asked_twice(
    endpoint: Endpoint, nodes: Any, tmp_path: Path
) -> None:
    told = articles(20)
    local = lines(told, endpoint)
    asked = endpoint.asked.total()
    rows = [{"id": one.id, "text": one.text, "published": str(one.published)} for one in told]
    endpoint.hold(at=2)
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        extractor = Extractor(Connection("served", base_url=endpoint.base_url, store=store))
        made = extract(ray.data.from_items(rows), extractor, workers=1, concurrency=4).iter_rows()
        killing = Thread(target=kill_a_reader, args=(endpoint, nodes))
        killing.start()
        done = sorted(row["line"] for row in made)
        killing.join()
    assert done == local
    assert endpoint.asked.total() == 2 * asked


def kill_a_reader(endpoint: Endpoint, nodes: Any) -> None:
    """Kills the process of the actor, while it waits for answers."""
    endpoint.wait_for(3)
    parents = {str(process.process.pid) for node in nodes.list_all_nodes() for process in node.all_processes["raylet"]}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # a process that has just ended
            is_ours = (folder / "stat").read_text().rpartition(")")[2].split()[1] in parents
            if is_ours and b"_Reader" in (folder / "cmdline").read_bytes():
                os.kill(int(folder.name), signal.SIGKILL)
    endpoint.release()
