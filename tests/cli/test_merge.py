"""Parts for several machines, and what they made joined again."""

import json
from pathlib import Path

import pytest

from communique import cli
from communique.article import Article
from communique.cli.shards import Shard
from communique.completion import Completion, TokenUsage
from communique.errors import InputError
from communique.ingest import FailedArticle
from communique.store.kept import Kept, KeptFailure
from communique.store.sqlite import SQLiteStore
from tests.cli.endpoint import NAMES, answering

TEXT = f"""ANKARA, May 4, 2025

Defence Minister {NAMES[0]} met with British Defence Secretary {NAMES[1]} in Ankara. They spoke of NUMBER jets."""


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of nine articles below the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(9):
        (tmp_path / "news" / f"{number}.txt").write_text(TEXT.replace("NUMBER", str(number + 2)), encoding="utf-8")
    return tmp_path


def test_every_input_is_of_one_part() -> None:
    items: list[Article | FailedArticle] = [Article(id=f"{number}", text=f"It was {number}.") for number in range(60)]
    broken = FailedArticle("\udcff", InputError("broken", mend="mend it"))
    for item in (*items, broken):
        assert sum(Shard(number, 3).has(item) for number in (1, 2, 3)) == 1
    assert all(any(Shard(number, 3).has(item) for item in items) for number in (1, 2, 3))


def test_the_part_goes_by_the_text_wherever_it_lies() -> None:
    one, other = Article(id="a", text="It rained."), Article(id="b/c", text="It rained.")
    assert [Shard(number, 5).has(one) for number in range(1, 6)] == [
        Shard(number, 5).has(other) for number in range(1, 6)
    ]


@pytest.mark.parametrize("written", ["0/2", "3/2", "1", "a/b", "1/2/3", "-1/2"])
def test_what_is_no_part_is_told(news: Path, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", "news", "--model", "m", "--shard", written, "-o", "e.jsonl") == 2
    assert "is no part like 2/8" in capsys.readouterr().err


@pytest.mark.server
def test_parts_joined_are_the_whole(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with answering() as endpoint:
        reading = ("news", "--model", "m", "--repairs", "0", "--base-url", endpoint.base_url)
        assert run("extract", *reading, "-o", "whole.jsonl", "--store", "whole.sqlite") == 0
        for number in (1, 2):
            part = ("--shard", f"{number}/2", "-o", f"part-{number}.jsonl", "--store", f"part-{number}.sqlite")
            assert run("extract", *reading, *part) == 0
        asked = endpoint.asked.total()
        assert run("merge", "part-2.jsonl", "part-1.jsonl", "-o", "joined.jsonl") == 0
        assert run("merge", "part-1.sqlite", "part-2.sqlite", "-o", "joined.sqlite") == 0
        assert run("extract", *reading, "-o", "again.jsonl", "--store", "joined.sqlite") == 0
        assert endpoint.asked.total() == asked
    for name in ("joined", "again"):
        for suffix in (".jsonl", ".articles.jsonl"):
            assert Path(name + suffix).read_bytes() == Path("whole" + suffix).read_bytes()
    assert "9 articles, 9 events: joined.jsonl" in capsys.readouterr().err


def report(name: str, status: str, sha256: str = "0" * 64) -> str:
    article = {"id": name, "sha256": sha256}
    return json.dumps({"schema": "communique/article/1", "article": article, "status": status}) + "\n"


def output(name: str, *reports: str) -> Path:
    Path(f"{name}.jsonl").write_text("", encoding="utf-8")
    Path(f"{name}.articles.jsonl").write_text("".join(reports), encoding="utf-8")
    return Path(f"{name}.jsonl")


def test_an_article_that_one_part_read_is_not_failed(news: Path) -> None:
    one, two = output("one", report("a", "failed")), output("two", report("a", "read"), report("b", "failed"))
    assert run("merge", one, two, "-o", "joined.jsonl") == 0
    rows = [json.loads(line) for line in Path("joined.articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["article"]["id"], row["status"]) for row in rows] == [("a", "read"), ("b", "failed")]


def test_two_texts_of_one_id_are_refused(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = output("one", report("a", "read")), output("two", report("a", "read", "1" * 64))
    assert run("merge", one, two, "-o", "joined.jsonl") == 2
    assert "article 'a' has another text in one.jsonl" in capsys.readouterr().err
    assert not Path("joined.jsonl").exists()


def test_an_event_that_is_not_there_is_told(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = json.loads(report("a", "read")) | {"events": ["0" * 16]}
    assert run("merge", output("one", json.dumps(row) + "\n"), "-o", "joined.jsonl") == 1
    assert "it has no event 0000000000000000 of article 'a'" in capsys.readouterr().err


def test_outputs_and_stores_do_not_mix(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SQLiteStore("store.sqlite").close()
    assert run("merge", output("one"), "store.sqlite", "-o", "joined") == 2
    assert run("merge", "nothing.jsonl", "-o", "joined") == 2
    told = capsys.readouterr().err
    assert "merge them apart" in told
    assert "nothing.jsonl: it cannot be read" in told


def test_an_answer_wins_over_a_failure(news: Path) -> None:
    answer = Kept("done", Completion("yes", "stop", "m", TokenUsage(calls=1)))
    failure = Kept("failed", KeptFailure("server", "it broke"))
    for name, kept in (("one", {"a": failure, "b": answer}), ("two", {"a": answer, "b": failure, "c": failure})):
        with SQLiteStore(f"{name}.sqlite") as store:
            for key, outcome in kept.items():
                store.keep(key, outcome)
    assert run("merge", "one.sqlite", "two.sqlite", "-o", "joined.sqlite") == 0
    with SQLiteStore("joined.sqlite") as store:
        assert [store.get(key) for key in "abc"] == [answer, answer, failure]
