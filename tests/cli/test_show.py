"""`communique show`: what a person reads, safe for a terminal."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article
from communique.cli.terminal import printable
from tests.cli.conftest import Run
from tests.cli.fakes import statement

ARTICLE = Article(id="a", text="Aksoy agreed to it.")


@pytest.fixture
def events(folder: Path) -> Path:
    """A file of one record."""
    path = folder / "events.jsonl"
    path.write_text(statement(ARTICLE, accepted=False).to_json() + "\n", encoding="utf-8")
    return path


def test_shows_values_and_what_was_refused(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", events) == 0
    told = capsys.readouterr().out
    assert re.search(r"speaker, name: +Aksoy", told)
    assert "evidence: characters 0 to 19" in told
    assert '/date = "in May": not_found, the article has no May' in told
    assert "NOT accepted" in told


def test_shows_the_evidence_of_the_article(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    assert run("show", events, "--articles", "a.txt") == 0
    assert "evidence: Aksoy agreed to it." in capsys.readouterr().out


def test_another_text_is_refused_by_name(
    run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Aksoy refused it.", encoding="utf-8")
    assert run("show", events, "--articles", "a.txt") == 1
    assert "events.jsonl:1: article 'a' has another text" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("{", id="not-json"),
        pytest.param("[]", id="not-an-object"),
        pytest.param('{"schema": "communique/article/1"}', id="not-a-record"),
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_shown(
    run: Run, events: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    events.write_text(f"{line}\n{events.read_text(encoding='utf-8')}", encoding="utf-8")
    assert run("show", events) == 1
    told = capsys.readouterr()
    assert "events.jsonl:1: " in told.err
    assert "Aksoy" in told.out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mb", "a[31mb", id="escape"),
        pytest.param("a\x9b31mb", "a31mb", id="c1"),
        pytest.param("a\u202eb", "ab", id="bidi"),
        pytest.param("a\nb\tc", "a b c", id="breaks"),
        pytest.param("Türkiye’nin Bakanı", "Türkiye’nin Bakanı", id="letters"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_no_text_controls_the_terminal(text: str) -> None:
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in printable(text))


def test_values_stand_with_their_verdicts(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", events) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "speaker, name:" in line]
    assert line.split() == ["speaker,", "name:", "Aksoy", "supported"]


def test_the_words_of_values_are_underlined_in_the_evidence_and_no_colour_is_an_option(
    run: Run,
    events: Path,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert run("show", events, "--articles", "a.txt") == 0
    assert "\x1b[4mA\x1b[0m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("show", events, "--articles", "a.txt") == 0
    assert "\x1b[3" not in capsys.readouterr().out


def test_events_as_data(run: Run, events: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    assert run("show", events, "--articles", "a.txt", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["values"][0] == {"path": "/speaker/name", "value": "Aksoy", "verdict": "supported", "asserted": True}
    assert shown["refused"][0]["reason"] == "the article has no May"
    assert shown["evidence"] == [ARTICLE.text]


def test_a_file_without_events_is_told(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "none.jsonl").touch()
    assert run("show", "none.jsonl") == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "no events in none.jsonl; none.articles.jsonl tells of each article\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param('{"schema": "communique/article/1"}', "a line about an article, of the file", id="articles-file"),
        pytest.param('{"id": "1", "text": "x"}', 'it has no "schema": "communique/record/1"', id="claims"),
    ],
)
def test_a_file_of_something_else_is_told_as_such(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str], line: str, told: str
) -> None:
    (folder / "other.jsonl").write_text(line, encoding="utf-8")
    assert run("show", "other.jsonl") == 1
    assert told in capsys.readouterr().err
