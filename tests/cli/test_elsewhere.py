"""Parquet and addresses hold what a local file would."""

import json
from pathlib import Path

import pytest
from pyarrow import parquet

from communique.cli.elsewhere import articles_address
from communique.line_tables import LINES
from tests.cli.conftest import Run


@pytest.fixture
def news(folder: Path) -> Path:
    rows = [{"id": "a", "text": "Güler said yes."}, {"id": "b", "text": "silent"}, {"id": "c", "text": "fail"}]
    (folder / "news.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return folder


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines()


def test_parquet_has_the_lines_of_a_local_run(run: Run, news: Path) -> None:
    told = ("extract", "news.jsonl", "--model", "m")
    assert run(*told, "-o", "events.jsonl") == run(*told, "-o", "events.parquet") == 1
    table = parquet.read_table(news / "events.parquet")
    assert table.schema.names == LINES.names
    assert table["line"].to_pylist() == lines(news / "events.jsonl") + lines(news / "events.articles.jsonl")
    assert table["article"].to_pylist() == ["a", "a", "b", "c"]
    assert run(*told, "-o", "events.parquet") == 1  # its own file is replaced
    assert sorted(path.name for path in news.iterdir()) == [
        "events.articles.jsonl",
        "events.jsonl",
        "events.parquet",
        "news.jsonl",
    ]


def test_an_address_has_the_files_of_a_local_run(run: Run, news: Path) -> None:
    (news / "there").mkdir()
    told = ("extract", news.as_uri() + "/news.jsonl", "--model", "m")
    address = (news / "there").as_uri()
    assert run(*told, "-o", "events.jsonl") == run(*told, "-o", f"{address}/events.jsonl") == 1
    assert run(*told, "-o", f"{address}/events.jsonl") == run(*told, "-o", f"{address}/events.parquet") == 1
    for name in ("events.jsonl", "events.articles.jsonl"):
        assert lines(news / "there" / name) == lines(news / name)
    assert parquet.read_table(news / "there" / "events.parquet").num_rows == 4


@pytest.mark.parametrize("out", ["file", "parquet"])
def test_a_file_that_is_not_ours_is_kept(run: Run, news: Path, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = news / ("events.jsonl" if out == "file" else "events.parquet")
    path.write_text("mine")
    place = path.as_uri() if out == "file" else path.name
    assert run("extract", "news.jsonl", "--model", "m", "-o", place) == 2
    assert "was not made by communique; give another -o, or --force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert run("extract", "news.jsonl", "--model", "m", "-o", place, "--force") == 1


def test_an_interrupted_run_puts_nothing_there(run: Run, news: Path) -> None:
    (news / "news.jsonl").write_text(json.dumps({"text": "interrupt"}))
    assert run("extract", "news.jsonl", "--model", "m", "-o", "events.parquet") == 130
    assert [path.name for path in news.iterdir()] == ["news.jsonl"]


def test_an_address_that_cannot_be_written(run: Run, news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert news.is_dir()
    assert run("extract", "news.jsonl", "--model", "m", "-o", "file:///no/such/folder/events.jsonl") == 2
    assert "it cannot be written" in capsys.readouterr().err


def test_the_articles_stand_beside_the_records() -> None:
    assert articles_address("s3://bucket/day/events.jsonl") == "s3://bucket/day/events.articles.jsonl"
