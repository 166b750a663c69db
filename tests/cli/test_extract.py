"""`communique extract`: outputs, order, exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest

from communique.verdicts import Policy
from tests.cli.conftest import Run
from tests.cli.fakes import FakeExtractor


@pytest.fixture
def news(folder: Path) -> Path:
    """Two articles that say something and one that does not."""
    made = folder / "news"
    made.mkdir()
    for name, text in (("a", "Aksoy agreed."), ("b", "Yusuf kept silent."), ("c", "Demir refused it.")):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_writes_records_and_accounts_for_every_article(
    run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 0
    records, reports = lines(folder / "events.jsonl"), lines(folder / "events.articles.jsonl")
    assert [record["article"]["id"] for record in records] == ["a", "c"]
    assert [(report["article"]["id"], len(report["events"])) for report in reports] == [("a", 1), ("b", 0), ("c", 1)]
    told = capsys.readouterr()
    assert told.out == ""
    assert "2, 1 accepted" in told.err
    assert "2 supported, 0 inferred, 2 refused" in told.err
    assert "30 read, 6 written, 3 calls" in told.err
    assert "events.jsonl" in told.err
    assert sorted(path.name for path in folder.iterdir()) == ["events.articles.jsonl", "events.jsonl", "news"]


def test_without_out_records_go_to_stdout(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", news, "--model", "m") == 0
    assert [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()] == ["statement"] * 2


def test_accepted_only(run: Run, news: Path, folder: Path) -> None:
    assert run("extract", news, "--model", "m", "--accepted-only", "-o", "events.jsonl") == 0
    assert [record["accepted"] for record in lines(folder / "events.jsonl")] == [True]
    assert [len(report["events"]) for report in lines(folder / "events.articles.jsonl")] == [1, 0, 0]


def test_no_id_leaves_the_output_folder(run: Run, folder: Path) -> None:
    (folder / "work").mkdir()
    ids = ("../../escaped", "/tmp/escaped", "..\\escaped", "a\x00b", "CON", "~/escaped")  # noqa: S108 - it stays away
    rows = "".join(json.dumps({"id": name, "text": "Aksoy agreed."}) + "\n" for name in ids)
    (folder / "work" / "news.jsonl").write_text(rows, encoding="utf-8")
    assert run("extract", "work/news.jsonl", "--model", "m", "-o", "work/events.jsonl") == 0
    assert [record["article"]["id"] for record in lines(folder / "work" / "events.jsonl")] == list(ids)
    written = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    assert written == ["work", "work/events.articles.jsonl", "work/events.jsonl", "work/news.jsonl"]


def test_limit(run: Run, news: Path, folder: Path) -> None:
    assert run("extract", news, "--model", "m", "--limit", "1", "-o", "events.jsonl") == 0
    assert len(lines(folder / "events.articles.jsonl")) == 1


def test_dry_run_writes_nothing(run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", news, "--model", "m", "--dry-run", "-o", "events.jsonl") == 0
    told = capsys.readouterr().out
    assert "calls: 3" in told
    assert "at most 192 to write" in told
    assert not (folder / "events.jsonl").exists()


def test_a_failed_article_is_1_and_told(run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "b.txt").write_text("Yusuf will fail.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 1
    assert [report["status"] for report in lines(folder / "events.articles.jsonl")] == ["read", "failed", "read"]
    assert "b: it is down" in capsys.readouterr().err


def test_an_unreadable_article_keeps_its_place(run: Run, news: Path, folder: Path) -> None:
    (news / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 1
    reports = lines(folder / "events.articles.jsonl")
    assert [(report["article"]["id"], report["status"]) for report in reports] == [
        ("a", "read"),
        ("b", "failed"),
        ("c", "read"),
    ]


def test_dry_run_tells_unreadable_articles(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert run("extract", news, "--model", "m", "--dry-run") == 1
    assert "b.txt" in capsys.readouterr().err


def test_nothing_readable_is_2(run: Run, news: Path) -> None:
    (news / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert run("extract", news / "b.txt", "--model", "m", "-o", "events.jsonl") == 2


def test_an_interrupt_is_130_and_leaves_no_file(run: Run, news: Path, folder: Path) -> None:
    (news / "c.txt").write_text("Demir will interrupt.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 130
    assert [path.name for path in folder.iterdir()] == ["news"]


def test_a_run_that_cannot_start_leaves_no_file(
    run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "a.txt").write_text("Aksoy is unconfigured.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 2
    assert "no key; set one" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["news"]


def test_the_model_of_the_environment_is_told(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OPENAI_MODEL", "from-env")
    assert run("extract", news) == 0
    assert "from-env (OPENAI_MODEL)" in capsys.readouterr().err


def test_prompt_prints_one_json_object_a_call(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("prompt", news / "a.txt", "--model", "m") == 0
    assert json.loads(capsys.readouterr().out)["messages"] == [{"role": "user", "content": "Aksoy agreed."}]


def test_prompt_of_an_unreadable_article(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert run("prompt", news / "b.txt") == 1
    assert "b.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "policy", "vocabulary"),
    [
        pytest.param((), Policy(), "auto", id="default"),
        pytest.param(("--repairs", "3"), Policy(repairs=3), "auto", id="repairs"),
        pytest.param(("--repairs", "0", "--vocabulary", "closed"), Policy(repairs=0), "closed", id="closed"),
        pytest.param(("--second-look", "--vocabulary", "open"), Policy(second_look=True), "open", id="second-look"),
    ],
)
def test_options_reach_the_library(
    run: Run, news: Path, options: tuple[str, ...], policy: Policy, vocabulary: str
) -> None:
    assert run("extract", news, "--model", "m", *options) == 0
    (extractor,) = FakeExtractor.made
    assert extractor.options["policy"] == policy
    assert extractor.options["vocabulary"] == vocabulary


@pytest.mark.parametrize("repairs", ["-1", "6", "many"])
def test_repairs_are_bounded(run: Run, news: Path, repairs: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", news, "--model", "m", "--repairs", repairs) == 2
    assert "--repairs" in capsys.readouterr().err


def test_what_may_be_missed_is_told_with_the_way_to_ask(
    run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "b.txt").write_text("Yusuf is missing.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 0
    told = capsys.readouterr().err
    assert "2 sentences that no event covers: 1 meeting, 1 statement" in told
    assert "2 in b" in told
    assert "--second-look" in told
    assert len(lines(folder / "events.articles.jsonl")[1]["missed_evidence"]) == 2


def test_what_a_second_look_gave_is_told(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "b.txt").write_text("Yusuf is missing.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "--second-look") == 0
    told = capsys.readouterr().err
    assert "3 sentences asked about, 1 covered since" in told
    assert "--second-look" not in told


def test_of_many_failures_of_one_kind_the_first_are_told(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "many").mkdir()
    for number in range(9):
        (folder / "many" / f"{number}.txt").write_text("It will fail.", encoding="utf-8")
    assert run("extract", "many", "--model", "m", "-o", "events.jsonl") == 1
    told = capsys.readouterr().err
    assert told.count("it is down") == 5
    assert told.count("more articles fail by server; those are only counted here") == 1
    assert "9 server" in told


def test_a_failure_that_the_rest_share_is_told_once(
    run: Run, news: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "abc":
        (news / f"{name}.txt").write_text("Aksoy ran out.", encoding="utf-8")
    assert run("extract", news, "--model", "m", "-o", "events.jsonl") == 1
    assert [report["error"]["code"] for report in lines(folder / "events.articles.jsonl")] == ["budget"] * 3
    told = capsys.readouterr().err
    assert told.count("it is used up") == 1
    assert "3 articles not reached: run the same command again" in told
