"""Several processes give what one gives, in the same order, and what ends one of them ends no run."""

import json
from pathlib import Path
from typing import Any, ClassVar

import pytest

from communique.article import Article
from communique.completion import Prompt
from communique.engines.processes import Processes
from communique.errors import CompletionError, ConfigurationError
from communique.events import Event, MeetingEvent
from communique.extractor import Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.records import Extraction
from communique.store.sqlite import SQLiteStore
from communique.testing import FakeClient
from communique.verdicts import Policy
from tests.articles import CROWDED, EMPTY, ENGLISH, TURKISH
from tests.engines.deadly import Deadly
from tests.fakes import first_listed

ARTICLES = [
    article.model_copy(update={"id": f"{number}-{article.id}"})
    for number in range(2)
    for article in (ENGLISH, TURKISH, EMPTY, CROWDED)
]


@pytest.mark.parametrize("strategy", ["document", "sentence"])
def test_two_processes_give_what_one_gives_in_the_same_order(strategy: Any) -> None:
    extractor = Extractor(client=FakeClient(first_listed), strategy=strategy, policy=Policy(second_look=True))
    told = list(Processes(extractor, workers=2).extract_all(ARTICLES, concurrency=5))
    assert told == list(extractor.extract_all(ARTICLES))


def test_the_store_and_what_it_gave_are_the_runs(tmp_path: Path) -> None:
    asked: list[Prompt] = []

    def once(prompt: Prompt) -> str:
        asked.append(prompt)
        if "Rawalpindi" in prompt.messages[-1].content + prompt.messages[0].content:
            raise CompletionError("it is down", code="server")
        return first_listed(prompt)

    with SQLiteStore(tmp_path / "store.sqlite") as store:
        first = Extractor(Connection(None, client=FakeClient(once), store=store))
        told = list(Processes(first, workers=2).extract_all(ARTICLES))
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        again = Extractor(Connection(None, client=FakeClient(once), store=store))
        before, repeated = len(asked), list(Processes(again, workers=2).extract_all(ARTICLES))
    assert before == len(asked) > 0
    assert [one.records for one in repeated] == [one.records for one in told]
    failed = [one for one in repeated if one.failure is not None]
    assert [one.failed_before for one in failed] == [True] * len(failed) != []
    assert again.connection.reuse.answers + again.connection.reuse.failures >= before


def test_a_budget_holds_for_the_run_as_a_whole() -> None:
    def extractor() -> Extractor:
        connection = Connection(None, client=FakeClient(first_listed), allowance=Allowance(max_tokens=600))
        return Extractor(connection, strategy="document")

    alone, shared = extractor(), extractor()
    told = list(Processes(shared, workers=2).extract_all(ARTICLES, concurrency=1))
    assert told == list(alone.extract_all(ARTICLES, concurrency=1))
    assert {one.failure.code for one in told if one.failure} == {"budget"}
    assert shared.connection.budget == alone.connection.budget


def test_once_stopped_no_further_article_begins() -> None:
    engines: list[Processes] = []

    def stopping(prompt: Prompt) -> str:
        engines[0].stop()
        return first_listed(prompt)

    engines.append(Processes(Extractor(client=FakeClient(stopping), strategy="document"), workers=2))
    told = list(engines[0].extract_all(ARTICLES, concurrency=1))
    assert [one.failure.code if one.failure else None for one in told] == [None] + ["stopped"] * (len(ARTICLES) - 1)


def named(name: str) -> Article:
    return Article(id=name, text=f"ANKARA, 3 March 2026. General {name} Aydin visited Ankara on Monday.")


def whoever(prompt: Prompt) -> str:
    words = "".join(message.content for message in prompt.messages)
    name = next(name for name in ("Poison", "Selim", "Kemal") if name in words)
    return json.dumps({"deadly": [{"evidence": [1], "name": f"{name} Aydin"}]})


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Extractor:
    """An extractor whose event class ends the process of the article on Poison, once, or always where that is set."""
    (tmp_path / "marker").touch()
    monkeypatch.setenv("DEADLY", str(tmp_path / "marker"))
    monkeypatch.setenv("DEADLY_ALWAYS", "")
    return Extractor(client=FakeClient(whoever), kinds=(Deadly,), strategy="document")


def outcome(extraction: Extraction) -> str:
    return extraction.failure.code if extraction.failure else str(len(extraction.records))


def test_articles_whose_process_ended_are_read_again(deadly: Extractor) -> None:
    told = Processes(deadly, workers=1).extract_all([named("Poison"), named("Selim"), named("Kemal")], concurrency=3)
    assert [(one.article.id, outcome(one)) for one in told] == [("Poison", "1"), ("Selim", "1"), ("Kemal", "1")]


def test_an_article_that_ends_every_process_fails_alone(deadly: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEADLY_ALWAYS", "yes")
    told = Processes(deadly, workers=1).extract_all([named("Selim"), named("Poison"), named("Kemal")], concurrency=3)
    assert [(one.article.id, outcome(one)) for one in told] == [("Selim", "1"), ("Poison", "worker"), ("Kemal", "1")]


def test_a_configuration_that_cannot_work_ends_the_run() -> None:
    """The endpoint's context is to be kept, and only a worker's first article finds that nobody tells it."""
    connection = Connection(None, client=FakeClient(first_listed), allowance=Allowance(chunk=True))
    engine = Processes(Extractor(connection, kinds=(MeetingEvent,), strategy="document"), workers=1)
    with pytest.raises(ConfigurationError, match="does not tell how many tokens"):
        list(engine.extract_all([ENGLISH]))


def test_a_class_of_the_program_itself_is_refused() -> None:
    class Own(Event):
        kind: ClassVar[str] = "own"

    Own.__module__ = "__main__"
    with pytest.raises(ConfigurationError, match="Own is defined in the program itself"):
        Processes(Extractor(client=FakeClient(first_listed), kinds=(Own,)), workers=2)
