"""`communique report`: where the page goes, and what is told of lines that are no records."""

from pathlib import Path

import pytest

from communique.article import Article
from communique.report import MARK
from tests.cli.conftest import Run
from tests.cli.fakes import statement


@pytest.fixture
def events(folder: Path) -> Path:
    """A file of one event, with its article beside it."""
    article = Article(id="a", text="Aylin said so.")
    (folder / "a.txt").write_text(article.text, encoding="utf-8")
    path = folder / "events.jsonl"
    path.write_text(statement(article).to_json() + "\n", encoding="utf-8")
    return path


def test_the_page_is_written_and_may_be_written_again(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run("report", events, "--articles", "a.txt", "-o", "page.html") == 0
    assert MARK in (events.parent / "page.html").read_text(encoding="utf-8")
    assert "1 event; open it in a browser: page.html" in capsys.readouterr().err
    assert sorted(path.name for path in events.parent.iterdir()) == ["a.txt", "events.jsonl", "page.html"]


def test_a_file_of_somebody_elses_stays(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = events.parent / "page.html"
    other.write_text("mine", encoding="utf-8")
    assert run("report", events, "-o", other) == 2
    assert "give another -o, or --force" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == "mine"
    assert run("report", events, "-o", other, "--force") == 0


@pytest.mark.parametrize(
    ("out", "told"),
    [
        pytest.param(".", "this is a folder", id="folder"),
        pytest.param("no/page.html", "make it: mkdir -p no", id="no folder"),
    ],
)
def test_a_place_that_cannot_be_written_is_told(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str], out: str, told: str
) -> None:
    assert run("report", events, "-o", out) == 2
    assert told in capsys.readouterr().err


def test_a_broken_line_is_told_by_number_and_the_rest_is_shown(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events.write_text("{\n" + events.read_text(encoding="utf-8"), encoding="utf-8")
    events.with_name("events.articles.jsonl").write_text('{"schema": "x"}\n', encoding="utf-8")
    assert run("report", events, "-o", "page.html") == 1
    told = capsys.readouterr().err
    assert "events.jsonl:1" in told
    assert "events.articles.jsonl:1" in told
    assert "1 event" in told


def test_linked_events_are_taken_in(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("link", events, "-o", "linked.jsonl") == 0
    assert run("report", events, "--linked", "linked.jsonl", "-o", "page.html") == 0
    assert run("report", events, "--linked", events, "-o", "page.html") == 1
    assert "events.jsonl:1" in capsys.readouterr().err


def test_an_article_of_another_text_is_refused_by_name(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (events.parent / "a.txt").write_text("Berk said so.", encoding="utf-8")
    assert run("report", events, "--articles", "a.txt", "-o", "page.html") == 1
    assert "article 'a' has another text" in capsys.readouterr().err
