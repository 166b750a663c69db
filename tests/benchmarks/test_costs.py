"""The parts of `python -m benchmarks` that are not a matter of time: what tools are asked and told, and the page."""

import json
import urllib.request
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.costs.answers import EVENTS, answers, body, texts
from benchmarks.costs.checks import values
from benchmarks.costs.kept import Measured, read, write
from benchmarks.costs.memory import Seen, _targets
from benchmarks.costs.page import page
from benchmarks.costs.server import QUICK
from benchmarks.costs.tables import Table, at_least, at_most
from benchmarks.costs.throughput import BARE, CLIENT, CONCURRENCY, INSTRUCTOR, LANGEXTRACT, OURS, Rate, Server
from benchmarks.costs.throughput_tables import throughput

from communique.article import Article
from communique.extractor import Extractor
from communique.testing import FakeClient


def test_every_value_that_our_model_says_stands_in_the_article() -> None:
    """An answer that costs more calls than the other tools' would make the comparison unfair, the other way round."""
    client = FakeClient(lambda _: answers()["communique"])
    read = Extractor(client=client, strategy="document").extract(Article(text=next(texts(1))))
    assert len(read.records) == EVENTS
    assert [check for record in read.records for check in record.checks if not check.verdict.asserted] == []
    assert read.usage.calls == 1


def test_the_bare_client_sends_what_communique_sends() -> None:
    sent = body(next(texts(1)), "m")
    assert sent["model"] == "m"
    assert sent["response_format"]["json_schema"]["schema"]["properties"].keys() == {
        "meeting",
        "arms_deal",
        "statement",
    }


@pytest.mark.server
def test_the_server_says_what_the_path_asks_for() -> None:
    with Server() as server:
        for name in ("instructor", QUICK):
            request = urllib.request.Request(f"{server.address(name)}/chat/completions", data=b"{}")  # noqa: S310
            with urllib.request.urlopen(request) as told:  # noqa: S310 - our own
                said = json.load(told)["choices"][0]["message"]["content"]
            assert said == answers()[name]


def test_exact_values_are_printed_and_the_others_are_not() -> None:
    given = values()
    text = given["exact"][0].text
    assert all(claim.value in text for claim in given["exact"])
    assert not any(claim.value in text for kind in ("inexact", "absent") for claim in given[kind])
    assert len({len(claims) for claims in given.values()}) == 1


def test_targets_compare_with_the_tools_and_tell_what_is_missed() -> None:
    rates = {
        name: dict.fromkeys(CONCURRENCY, Rate(10.0, each))
        for name, each in ((BARE, 100.0), (CLIENT, 120.0), (OURS, 50.0), (INSTRUCTOR, 10.0), (LANGEXTRACT, 25.0))
    }
    told = throughput(rates)
    assert [(target.reached, target.holds) for target in told.targets] == [("1", True), ("5", True), ("2", False)]


def test_memory_that_grows_is_told() -> None:
    seen = [Seen(number, 100 + number / 100) for number in range(0, 1000, 10)]
    at_the_most, slope = _targets(seen, 1000)
    assert (at_the_most.holds, slope.holds, slope.reached) == (True, False, "1000.0")


TABLE = Table("Title", "Words.", ("a", "b"), (("1", "2"),), (at_least("x", 5, 6), at_most("y", 1, 2)))
RUN = "Measured on 2026-01-02."


def test_the_page_has_the_tables_and_whether_targets_are_reached() -> None:
    made = page([Measured(TABLE, RUN)])
    assert "## Title\n\nWords.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |" in made
    assert "| x | at least 5 | 6 | reached |\n| y | at most 1 | 2 | missed |" in made
    assert made.count(RUN) == 1


def test_tables_of_several_runs_say_which_is_whose() -> None:
    made = page([Measured(TABLE, RUN), Measured(replace(TABLE, title="Other"), "Measured on 2026-01-03.")], ["memory"])
    assert made.index("## Title") < made.index(RUN) < made.index("## Other") < made.index("Measured on 2026-01-03.")
    assert "--only memory" in made


def test_kept_tables_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "costs.json"
    kept = {"b": Measured(TABLE, RUN), "a": Measured(replace(TABLE, title="Other"), "Later.")}
    write(kept, ["a", "b"], path)
    assert read(path) == kept
    assert list(read(path)) == ["a", "b"]
    assert read(tmp_path / "none.json") == {}
