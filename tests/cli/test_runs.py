"""`communique runs`, and what extract leaves there."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from communique.errors import StoreError
from communique.store import sqlite
from tests.cli.conftest import Run
from tests.cli.fakes import FakeExtractor


@pytest.fixture
def news(folder: Path) -> Path:
    """One article that says something."""
    (folder / "news").mkdir()
    (folder / "news" / "a b.txt").write_text("Aksoy agreed.", encoding="utf-8")
    return folder / "news"


def listed(run: Run, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run("runs", "--store", "s.sqlite", "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_run_is_listed_with_its_command_and_its_end(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = "http://user:canary@host:8/v1?key=canary"
    extract = ("extract", "news", "--model", "m", "--store", "s.sqlite")
    assert run(*extract, "-o", "events.jsonl", "--base-url", address, "--accepted-only") == 0
    (news / "b.txt").write_text("It will fail.", encoding="utf-8")
    assert run(*extract) == 1
    (news / "b.txt").write_text("Please interrupt.", encoding="utf-8")
    assert run(*extract) == 130
    first, second, third = listed(run, capsys)
    assert first["command"] == [
        *("extract", "--out", "events.jsonl", "--accepted-only", "--model", "m"),
        *("--base-url", "http://host:8/v1", "news", "--store", "s.sqlite"),
    ]
    assert [(one["state"], one["articles"], one["failed"]) for one in (first, second, third)] == [
        ("done", 1, 0),
        ("failed", 2, 1),
        ("stopped", 0, 0),
    ]
    assert (first["out"], second["out"]) == ("events.jsonl", None)
    assert b"canary" not in Path("s.sqlite").read_bytes()
    assert run("runs", "--store", "s.sqlite") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines[::2]] == ["done", "failed", "stopped"]
    assert lines[2].endswith("  2 articles, 1 failed, 0 answers kept")
    assert lines[3] == "      extract --model m news --store s.sqlite"


def test_an_end_that_cannot_be_kept_is_told_and_what_was_written_stands(
    run: Run, news: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise StoreError(Path("s.sqlite"), "the disk is full", "free disk space there")

    monkeypatch.setattr(sqlite, "end", full)
    assert run("extract", news, "--model", "m", "-o", "events.jsonl", "--store", "s.sqlite") == 0
    assert "s.sqlite: the disk is full; free disk space there" in capsys.readouterr().err
    assert (folder / "events.jsonl").read_bytes()


def test_an_address_that_is_none_is_told_by_the_command_and_by_nothing_before_it(
    run: Run, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("extract", news, "--model", "m", "--base-url", "http://[") == 2
    assert "is not an http address" in capsys.readouterr().err


def test_a_store_that_is_not_there_is_not_made(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("runs", "--store", "s.sqlite") == 2
    assert "s.sqlite: there is no store; run `communique extract` first" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_the_store_reaches_the_connection(run: Run, news: Path) -> None:
    assert run("extract", news, "--model", "m", "--no-store") == 0
    assert run("extract", news, "--model", "m", "--dry-run", "--store", "s.sqlite") == 0
    assert run("extract", news, "--model", "m", "--store", "s.sqlite", "--retry-failed") == 0
    stores = [extractor.connection.store for extractor in FakeExtractor.made]
    assert [store is not None for store in stores] == [False, False, True]


def test_without_a_store_nothing_is_made(run: Run, news: Path, folder: Path) -> None:
    assert run("extract", news, "--model", "m", "--no-store") == 0
    assert run("extract", news, "--model", "m", "--dry-run", "--store", "s.sqlite") == 0
    assert [path.name for path in folder.iterdir()] == ["news"]


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        pytest.param(None, "this is a folder; give a file name", id="folder"),
        pytest.param(b"no database" * 99, "this is no store", id="no-store"),
        pytest.param(b"newer", "update communique", id="newer"),
    ],
)
def test_a_store_that_cannot_be_used_is_told_before_anything_is_asked(
    run: Run, news: Path, folder: Path, content: bytes | None, mend: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = folder / "s.sqlite"
    if content == b"newer":
        with closing(sqlite3.connect(store)) as database:
            database.execute("PRAGMA user_version = 99")
    elif content is None:
        store.mkdir()
    else:
        store.write_bytes(content)
    assert run("extract", news, "--model", "m", "-o", "events.jsonl", "--store", store) == 2
    assert mend in capsys.readouterr().err
    assert not FakeExtractor.made
    assert sorted(path.name for path in folder.iterdir()) == ["news", "s.sqlite"]
