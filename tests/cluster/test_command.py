"""`communique extract --engine ray` writes what a local run writes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique import cli
from communique.cluster.engine import RayEngine
from communique.extractor import Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from tests.cli.endpoint import answering
from tests.cluster.articles import articles

pytestmark = [pytest.mark.server, pytest.mark.usefixtures("nodes")]


@pytest.mark.parametrize("ordered", [True, False], ids=["ordered", "as-they-come"])
def test_the_lines_of_a_local_run(tmp_path: Path, *, ordered: bool, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.dumps({"id": one.id, "text": one.text, "published": "2026-01-30"}) for one in articles(12)]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join([*rows[:6], "{broken", *rows[6:], rows[0]]))

    def run(out: str, *more: str) -> int:
        told = (source, "-o", tmp_path / out, "--model", "served", "--base-url", endpoint.base_url)
        return cli.main(["extract", *(str(one) for one in told), *more])

    def same(one: str, other: str) -> bool:
        known: Callable[[list[str]], list[str]] = list if ordered else sorted
        return known((tmp_path / one).read_text().splitlines()) == known((tmp_path / other).read_text().splitlines())

    with answering() as endpoint:
        assert run("local.jsonl", "--no-store") == 1
        asked = endpoint.asked.total()
        local = capsys.readouterr().err
        clustered = ("--engine", "ray", "--concurrency", "8", *(("--ordered",) if ordered else ()))
        assert run("cluster.jsonl", *clustered) == 1
        assert endpoint.asked.total() == 2 * asked
    told = capsys.readouterr().err
    assert same("local.jsonl", "cluster.jsonl")
    assert same("local.articles.jsonl", "cluster.articles.jsonl")
    assert counts(told) == counts(local) != []


def counts(summary: str) -> list[str]:
    """What a summary tells of articles, events, values and tokens."""
    named = ("articles", "events", "values", "tokens")
    return [line for line in summary.splitlines() if line.strip("│ ").startswith(named)]


def test_an_engine_that_is_stopped_begins_no_other_article() -> None:
    with answering() as endpoint:
        engine = RayEngine(Extractor(Connection("served", base_url=endpoint.base_url)), workers=1, ordered=True)
        told = engine.extract_all(articles(12), concurrency=2)
        first = next(told)
        engine.stop()
        failed = [extraction.failure.code for extraction in told if extraction.failure is not None]
    assert first.failure is None
    assert set(failed) == {"stopped"}
    assert 12 - len(failed) == endpoint.asked.total()


def test_the_budget_of_the_run_holds_for_all_workers() -> None:
    """Every question passes the one client of this process, with its budget and its rates."""
    with answering() as endpoint:
        connection = Connection("served", base_url=endpoint.base_url, allowance=Allowance(max_tokens=1))
        engine = RayEngine(Extractor(connection), workers=1, ordered=True)
        told = list(engine.extract_all(articles(12), concurrency=2))
    assert {extraction.failure.code for extraction in told if extraction.failure} == {"budget"}
    assert connection.budget.usage.calls == endpoint.asked.total() <= 2


def test_an_address_is_for_a_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("It rains.")
    assert cli.main(["extract", str(tmp_path / "a.txt"), "--model", "m", "--address", "head:6379", "--no-store"]) == 2
    assert "add --engine ray" in capsys.readouterr().err
