"""`communique evaluate`: tables for people, JSON for programs, and 2 where a file cannot be used."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.evaluation.build import ARTICLE, TEXT, deal, meeting, record, record_set, statement

SAID = record(statement("Haroon Yusuf", "Our friendship needs no interpreter"), evidence=((len(TEXT) - 20, len(TEXT)),))


@pytest.fixture
def files(folder: Path) -> None:
    """gold.jsonl of three events, found.jsonl of two, and the article."""
    met, bought = record(meeting("Cemil Aksoy", "Haroon Yusuf", place="Lahore")), record(deal(recipient=["Pakistan"]))
    wrong = record(meeting("Aksoy", "Yusuf", place="Karachi"))
    for name, records in (("gold", record_set(met, bought, SAID)), ("found", record_set(wrong, SAID))):
        lines, reports = ("".join(one.to_json() + "\n" for one in held) for held in (records.records, records.reports))
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
        (folder / f"{name}.articles.jsonl").write_text(reports, encoding="utf-8")
    (folder / f"{ARTICLE.id}.txt").write_text(TEXT, encoding="utf-8")


@pytest.mark.usefixtures("files")
class TestEvaluate:
    def test_prints_tables_of_80_columns(
        self, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        assert run("evaluate", "gold.jsonl", "found.jsonl") == 0
        told = capsys.readouterr().out
        tables, listed = told.split("missed", maxsplit=1)
        assert max(map(len, tables.splitlines())) <= 80
        assert "\x1b" not in told
        assert "all           3      2      2      1.000   0.667  0.800" in told
        assert "place" in listed
        assert "gold 'Lahore'; predicted 'Karachi'" in listed
        assert "asserted values unchecked: give --articles" in told

    def test_lists_no_more_than_asked(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("evaluate", "gold.jsonl", "found.jsonl", "--list", "1") == 0
        told = capsys.readouterr().out
        assert "missed" in told
        assert "… and 1 more: --list 2" in told
        assert run("evaluate", "gold.jsonl", "found.jsonl", "--list", "0") == 0
        assert "missed" not in capsys.readouterr().out

    def test_gives_the_whole_as_json(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("evaluate", "gold.jsonl", "found.jsonl", "--json", "--articles", ".") == 0
        found = json.loads(capsys.readouterr().out)
        assert found["schema"] == "communique/evaluation/1"
        assert found["events"]["f1"] == 0.8
        assert [held["outcome"] for held in found["confusions"]] == ["missed", "wrong", "unsupported"]
        assert (found["unsupported"]["count"], found["unchecked"]) == (1, 0)

    def test_counts_only_the_kinds_asked_for(self, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert run("evaluate", "gold.jsonl", "found.jsonl", "--json", "--kinds", "statement") == 0
        assert json.loads(capsys.readouterr().out)["events"]["gold"] == 1

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            pytest.param("nowhere.jsonl", "nowhere.articles.jsonl: it cannot be read", id="no-file"),
            pytest.param("broken.jsonl", "broken.jsonl:1: this line is not JSON", id="broken"),
        ],
    )
    def test_a_file_that_cannot_be_used_is_2(
        self, run: Run, folder: Path, capsys: pytest.CaptureFixture[str], name: str, told: str
    ) -> None:
        (folder / "broken.jsonl").write_text("{\n", encoding="utf-8")
        (folder / "broken.articles.jsonl").write_text("", encoding="utf-8")
        assert run("evaluate", "gold.jsonl", name) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert told in said.err
