"""`communique batch`: what it writes is what `extract` writes, and what fails on the way is asked again or named."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from communique import cli
from communique.store.sqlite import SQLiteStore
from tests.cli.endpoint import NAMES, answer_body, answering
from tests.llm.batch_endpoint import Failed, serving_batches

pytestmark = pytest.mark.server

KEY = "sk-canary-4711"
TEXT = f"""ANKARA, May 4, 2025

Defence Minister {NAMES[0]} met with British Defence Secretary {NAMES[1]} in Ankara. They spoke of NUMBER jets."""
READING = ("news", "--model", "m", "--repairs", "0")


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three articles below the current one, a store of its own, and a key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_STORE", str(tmp_path / "store.sqlite"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    (tmp_path / "news").mkdir()
    for number in range(3):
        (tmp_path / "news" / f"{number}.txt").write_text(TEXT.replace("NUMBER", str(number + 2)), encoding="utf-8")
    return tmp_path


def calm(folder: Path) -> bytes:
    """What `extract` writes of the same articles, with a store of its own."""
    with answering() as endpoint:
        assert (
            run("extract", *READING, "-o", "calm.jsonl", "--base-url", endpoint.base_url, "--store", "calm.sqlite") == 0
        )
    return (folder / "calm.jsonl").read_bytes()


def right(body: Mapping[str, Any]) -> dict[str, Any]:
    return answer_body(body)


def failing_first(outcome: Failed | None) -> Callable[[Mapping[str, Any]], dict[str, Any] | Failed | None]:
    """Answers rightly but for the first request."""
    left = [outcome]

    def answer(body: Mapping[str, Any]) -> dict[str, Any] | Failed | None:
        return left.pop() if left else right(body)

    return answer


def test_a_batch_goes_on_with_the_settings_it_was_sent_with(news: Path) -> None:
    with serving_batches(right) as endpoint:
        settings = news / "communique.toml"
        settings.write_text(f'model = "m"\nrepairs = 0\nbase-url = "{endpoint.base_url}"\n', encoding="utf-8")
        assert run("batch", "submit", "news", "-o", "events.jsonl") == 0
        settings.write_text('model = "another"\nkinds = "statement"\n', encoding="utf-8")
        endpoint.work()
        assert run("batch", "collect") == 0
        settings.unlink()
        assert Path("events.jsonl").read_bytes() == calm(news)
        assert len(endpoint.batches) == 1


def test_a_batch_writes_what_extract_writes(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving_batches(right) as endpoint:
        assert run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url) == 0
        (name,) = endpoint.batches
        assert len(endpoint.requests(name)) == 3
        assert run("batch", "collect") == 1
        assert "3 answers are still to come" in capsys.readouterr().err
        assert not Path("events.jsonl").exists()
        endpoint.work()
        assert run("batch", "status") == 0
        assert "batch_0: completed, 3 of 3 answered, 0 failed" in capsys.readouterr().out
        assert run("batch", "collect") == 0
        assert endpoint.keys == {f"Bearer {KEY}"}
        assert Path("events.jsonl").read_bytes() == calm(news)
        assert run("batch", "collect") == 0
        assert len(endpoint.batches) == 1
    assert "nothing is under way: every submission is done" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "told"),
    [
        pytest.param(None, "1 to be asked again", id="expired"),
        pytest.param(Failed(429, "slow down"), "1 to be asked again", id="rate limit"),
        pytest.param(Failed(503, "no room"), "1 to be asked again", id="server"),
    ],
)
def test_what_may_come_is_asked_again_in_the_next_round(
    news: Path, first: Failed | None, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving_batches(failing_first(first)) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        endpoint.work()
        assert run("batch", "collect") == 1
        said = capsys.readouterr().err
        assert told in said
        assert "1 new questions sent, round 2" in said
        assert len(endpoint.requests("batch_1")) == 1
        endpoint.work()
        assert run("batch", "collect") == 0
    assert Path("events.jsonl").read_bytes() == calm(news)


def test_a_request_that_is_refused_is_named_and_its_article_failed(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving_batches(failing_first(Failed(400, f"no such field, {KEY}"))) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        endpoint.work()
        assert run("batch", "collect") == 1
    said = capsys.readouterr().err
    assert "HTTP 400" in said
    assert "no such field, [key]" in said
    assert KEY not in said
    reports = [json.loads(line) for line in Path("events.articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [report["status"] for report in reports] == ["failed", "read", "read"]
    assert reports[0]["error"]["code"] == "bad_request"


def test_a_repair_goes_into_a_follow_up_batch(news: Path) -> None:
    with serving_batches(lambda body: answer_body(body, (NAMES[0], "Nobody Atall"))) as endpoint:
        reading = ("news", "--model", "m", "--repairs", "1", "--limit", "1")
        run("batch", "submit", *reading, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        endpoint.work()
        assert run("batch", "collect") == 1
        (repair,) = endpoint.requests("batch_1")
        assert "Nobody Atall" in json.dumps(repair["body"]["messages"])
        for _ in range(3):  # an answer that is none is asked for once more
            endpoint.work()
            run("batch", "collect")
    assert len(Path("events.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_cancelled_submission_writes_what_there_is(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving_batches(right) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        assert run("batch", "cancel", "1") == 0
        endpoint.work()
        assert run("batch", "collect") == 1
    reports = [json.loads(line) for line in Path("events.articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [report["error"]["code"] for report in reports] == ["pending"] * 3
    assert "3 to be asked again" in capsys.readouterr().err


def test_a_batch_that_a_crash_kept_from_the_store_is_taken_up(news: Path) -> None:
    with serving_batches(right) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        with SQLiteStore("store.sqlite") as store:
            (submission,) = store.batches.all()
            store._database.write(lambda rows: rows.execute("DELETE FROM batches"), durable=True)
        assert {batch["metadata"]["communique"] for batch in endpoint.batches.values()} == {submission.token}
        endpoint.work()
        assert run("batch", "collect") == 0
        assert len(endpoint.batches) == 1


def test_many_questions_are_parted_into_batches(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.cli.batching.MOST_REQUESTS", 2)
    with serving_batches(right) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        assert [len(endpoint.requests(name)) for name in endpoint.batches] == [2, 1]
        endpoint.work()
        assert run("batch", "collect") == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("submit", *READING), "name a file for them with -o OUT", id="no place"),
        pytest.param(("submit", *READING, "-o", "e.jsonl", "--no-store"), "leave --no-store out", id="no store"),
        pytest.param(("submit", "news", "--model", "local", "-o", "e.jsonl"), "has no batches", id="embedded model"),
        pytest.param(("collect",), "run `communique batch submit`", id="nothing yet"),
    ],
)
def test_what_cannot_start_says_what_to_do(
    news: Path, arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("batch", *arguments) == 2
    assert told in capsys.readouterr().err


def test_a_number_and_a_folder_that_are_wrong_are_told(
    news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving_batches(right) as endpoint:
        run("batch", "submit", *READING, "-o", "events.jsonl", "--base-url", endpoint.base_url)
        assert run("batch", "collect", "7") == 2
        assert "there is no submission 7; give one of those there are: 1" in capsys.readouterr().err
        monkeypatch.chdir(news / "news")
        assert run("batch", "collect", "1") == 2
        assert "go there first" in capsys.readouterr().err
