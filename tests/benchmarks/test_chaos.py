"""The server that misbehaves, and what a client and a run make of it."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from communique.article import Article
from communique.completion import Completion, Prompt
from communique.extractor import Extractor
from communique.llm.openai import OpenAIClient
from communique.llm.retrying import RetryingClient
from communique.testing import FakeClient

chaos = pytest.importorskip("benchmarks.chaos", reason="benchmarks/ is not beside the tests")
articles = pytest.importorskip("benchmarks.adversity.articles")
checking = pytest.importorskip("benchmarks.adversity.checking")
faults = pytest.importorskip("benchmarks.adversity.faults")
model = pytest.importorskip("benchmarks.adversity.model")
page = pytest.importorskip("benchmarks.adversity.page")
server = pytest.importorskip("benchmarks.adversity.server")

PAGE = Path(__file__).parents[2] / "docs" / "robustness.md"
ENDLESS = {"slow-loris body"}


def rows(number: int, seed: int = 1) -> list[Mapping[str, str]]:
    return list(articles.article_rows(seed, number))


def first_prompt(row: Mapping[str, str]) -> Prompt:
    """What an article of the generator is asked first."""
    article = Article.model_validate({**row, "published_from": "given"})
    return Extractor(client=FakeClient(lambda prompt: "{}"), strategy="document").plan(article)[0]


def test_the_page_says_by_which_command_it_is_made() -> None:
    assert PAGE.read_text(encoding="utf-8").splitlines()[0] == page.HEADER
    assert "python -m benchmarks.chaos --write" in page.HEADER


def test_an_article_depends_on_its_seed_and_place_alone() -> None:
    assert rows(5) == rows(9)[:5]
    assert rows(5, seed=2) != rows(5)
    assert len({row["text"] for row in rows(500)}) == 500


@pytest.mark.server
class TestFaults:
    @pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.name) for fault in faults.FAULTS])
    def test_a_fault_is_survived_and_costs_a_request_only_where_it_spoils_the_answer(self, fault: Any) -> None:
        prompt = first_prompt({"id": "1", "text": "Gen. Ada Nowak met Gen. Kemal Demir in Rome on Monday.\n"})
        ledger, completion = asyncio.run(self.asked_once(prompt, fault))
        assert json.loads(completion.text)["meeting"][0]["place"] == "Rome"
        assert sum(ledger.received.values()) == (2 if fault.spoils else 1)
        assert list(ledger.answered.values()) == [1]
        assert ledger.faults == {fault.name: 1}

    async def asked_once(self, prompt: Prompt, fault: Any) -> tuple[Any, Completion]:
        """The first request meets the fault, the others none; waits are not waited for."""

        def once(asked: str) -> tuple[Any, Random]:
            return fault if ledger.received[asked] == 1 else None, Random(1)  # noqa: S311 - faults, not secrets

        async def sleep(seconds: float) -> None:
            """Does not wait."""

        ledger = server.Ledger(seed=1, rate=0.0, concurrency=1)
        listening = await asyncio.start_server(server.Server(ledger, once).serve, "127.0.0.1", 0, limit=1 << 20)
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/v1"
        async with listening, OpenAIClient("m", base_url=url, timeout=1.0 if fault.name in ENDLESS else 30.0) as client:
            return ledger, await RetryingClient(client, sleep=sleep).complete(prompt)


class TestModel:
    def body(self, row: Mapping[str, str], *more: str) -> dict[str, Any]:
        prompt = first_prompt(row)
        messages = [{"role": message.role, "content": message.content} for message in prompt.messages]
        told = [{"role": "user", "content": words} for words in more]
        shape = {"type": "json_schema", "json_schema": {"name": "events", "schema": prompt.schema}}
        return {"model": "m", "messages": [*messages, *told], "response_format": shape}

    def test_it_answers_the_same_question_the_same(self) -> None:
        body = self.body(rows(1)[0])
        assert model.answer(body) == model.answer(json.loads(json.dumps(body)))

    def test_it_errs_on_some_questions_and_mostly_mends_it_when_told(self) -> None:
        bodies = [self.body(row) for row in rows(150)]
        erring = [(body, error) for body in bodies if (error := model.erring(body))]
        assert 0 < len(erring) < 15
        told = [({**body, "messages": [*body["messages"], {"content": "Again."}]}, error) for body, error in erring]
        assert [model.erring(body) is not None for body, _ in told] == [error.insists for _, error in told]


class TestAccount:
    def test_an_output_that_is_not_what_it_should_be_is_told(self, tmp_path: Path) -> None:
        given, out, calm = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "calm.jsonl"
        articles.write_articles(given, iter(rows(4)))
        report = {"schema": "communique/article/1", "article": {"id": "wire-000000"}, "status": "empty", "error": None}
        lines = [json.dumps({**report, "events": []}), json.dumps({**report, "events": ["0" * 16]})]
        for path in (out, calm):
            path.write_text("")
            path.with_name(f"{path.stem}.articles.jsonl").write_text("\n".join(lines))
        calm.write_text("{}\n")
        found = checking.account(given, out, calm)
        assert (found.articles, found.accounted) == (4, 0)
        assert (found.lost, found.duplicated) == (3 + 1, 1)
        assert (found.in_order, found.same) == (False, False)
        assert found.invalid >= 1
        assert checking.seen(out) == checking.Seen(lines=2, broken=1)


@pytest.mark.server
def test_a_small_run_in_chaos_ends_as_the_calm_run(tmp_path: Path) -> None:
    plan = chaos.Plan(articles=40, parts=1, kills=1, rate=0.3, seed=3, concurrency=8, most_seconds=float("inf"))
    results = chaos.measure(plan, tmp_path)
    assert [finding for finding in results.findings() if not finding.holds] == []
    assert results.articles == 40
    assert sum(results.chaos["killed"].values()) == 1
    text = page.page(results, "a test", chaos.datetime(2026, 1, 2))
    assert text.startswith(page.HEADER)
    assert "NOT AS WANTED" not in text
