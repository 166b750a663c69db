"""`communique stats`: counts of accepted events, and of what was refused."""

import json
from pathlib import Path

import pytest

from communique.article import Article
from communique.events import MeetingEvent
from tests.cli.conftest import Run
from tests.cli.fakes import statement
from tests.report.events import record, words

MET = Article(id="m", text="Aylin of Türkiye met Berk and Khan of Pakistan on 3 March 2026.")
SAID = Article(id="s", text="Aylin agreed to it.")


@pytest.fixture
def events(folder: Path) -> Path:
    """A meeting of three, a statement, and one that was not accepted."""
    meeting = record(
        MET,
        MeetingEvent,
        {
            "participants": [
                {"name": words(MET, "Aylin"), "country": words(MET, "Türkiye", value="TUR")},
                {"name": words(MET, "Berk"), "country": words(MET, "Türkiye", value="TUR")},
                {"name": words(MET, "Khan"), "country": words(MET, "Pakistan", value="PAK")},
            ],
            "date": words(MET, "3 March 2026", value="2026-03-03", granularity="day", anchor="none"),
        },
    )
    path = folder / "events.jsonl"
    lines = (meeting, statement(SAID), statement(SAID, accepted=False))
    path.write_text("".join(f"{line.to_json()}\n" for line in lines), encoding="utf-8")
    return path


def test_counts_as_data(run: Run, events: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stats", events, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "kinds": {"meeting": 1, "statement": 1},
        "not_accepted": {"statement": 1},
        "countries": {"TUR": 1, "PAK": 1},
        "months": {"2026-03": 1, "unknown": 1},
        "pairs": [
            {"parties": ["Aylin", "Berk"], "events": 1},
            {"parties": ["Aylin", "Khan"], "events": 1},
            {"parties": ["Berk", "Khan"], "events": 1},
        ],
        "refused": {"not found: date": 2, "not found: the event": 1},
    }


def test_tables_fit_eighty_columns(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run("stats", events, "--top", "2") == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert any(line.split() == ["Aylin", "and", "Khan", "│", "1"] for line in lines)
    assert any("… and 1 more: --top 3" in line for line in lines)


def test_a_bad_line_is_named_and_the_others_are_counted(
    run: Run, events: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    events.write_text("{\n" + events.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("stats", events, "--json") == 1
    told = capsys.readouterr()
    assert "events.jsonl:1" in told.err
    assert json.loads(told.out)["kinds"]["meeting"] == 1
