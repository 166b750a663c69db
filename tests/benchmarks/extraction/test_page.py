"""The tables of whole extractions."""

from datetime import date
from typing import Any

import pytest

page = pytest.importorskip("benchmarks.extraction.page", reason="benchmarks/ is not beside the tests")
counting = pytest.importorskip("benchmarks.extraction.counting")
scoring = pytest.importorskip("benchmarks.extraction.scoring")
running = pytest.importorskip("benchmarks.extraction.running")

from communique.article import Article  # noqa: E402 - after the check that benchmarks/ is there
from communique.evaluation import RecordSet, read_records  # noqa: E402

ARTICLE = Article(id="drill", text="Col. Amel Trabelsi met Marco Venier in Tunis.", language="en")
MET = {"participants": [{"name": "Amel Trabelsi"}, {"name": "Marco Venier"}], "place": "Tunis"}


def _answered(answer: dict[str, Any], **count: int) -> Any:
    return running.Answered(answer, counting.Count(calls=1, **count), seconds=30.0, cpu=40.0)


def _scored(tool: str, answered: Any) -> Any:
    gold = scoring.predicted("hand", [ARTICLE], [_answered({"events": {"meetings": [MET]}})])
    found = scoring.predicted(tool, [ARTICLE], [answered])
    return scoring.scored(tool, gold, found, [answered], [ARTICLE])


def _cells(table: str, tool: str) -> dict[str, str]:
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    row = next(row for row in rows if row[0].strip("*") == tool)
    return dict(zip(head, row, strict=True))


def test_a_row_tells_scores_tokens_seconds_and_failures() -> None:
    right = {"events": {"meetings": [MET]}}
    wrong = {"events": {}, "failures": ["the answer was cut off"]}
    scores = [
        _scored("communique", _answered(right, prompt=900, cached=700, completion=60)),
        _scored("other", _answered(wrong, prompt=500, completion=100)),
    ]
    ours, other = (_cells(page.table(scores), tool) for tool in ("communique", "other"))
    assert ours["event F1"].startswith("1.00 (P 1.00, R 1.00 of 1")
    assert ours["argument F1, of what all are asked for"] == "1.00 (P 1.00, R 1.00 of 3)"
    assert ours["tokens an article"] == "960 (900 read, 700 of them kept from before; 60 written)"
    assert ours["seconds an article"] == "30.0 (40.0 of processor)"
    assert ours["failures"] == "0 of 1"
    assert other["event F1"].startswith("0.00")
    assert other["failures"] == "1 of 1; the answer was cut off: 1"


def test_targets_are_measured_by_the_other_tool_on_the_same_articles() -> None:
    right = {"events": {"meetings": [MET]}}
    scores = [_scored("communique", _answered(right, prompt=500)), _scored("langextract", _answered(right, prompt=400))]
    rows = page.targets(scores)
    assert "| event F1 | at least 0.80 | 1.00 | reached, by 0.20 |" in rows
    assert "| tokens an article: langextract's | at most 400 | 500 | missed by 100 |" in rows
    assert "| seconds an article: half of langextract's | at most 15.0 | 30.0 | missed by 15.0 |" in rows


def test_the_page_shows_the_half_held_apart_first() -> None:
    scores = [_scored("communique", _answered({"events": {}}))]
    made = page.page({"tuning": [scores], "held_apart": [scores]}, {"communique": "1"}, date(2026, 11, 24))
    assert made.index("held apart, never read") < made.index("that was looked at")
    assert "python -m benchmarks.quality --write" in made


def test_a_set_written_is_read_again(tmp_path: Any) -> None:
    found = scoring.predicted("other", [ARTICLE], [_answered({"events": {"meetings": [MET]}})])
    scoring.write(found, tmp_path / "half" / "other.jsonl")
    read = read_records(tmp_path / "half" / "other.jsonl")
    assert isinstance(read, RecordSet)
    assert [record.event for record in read.records] == [record.event for record in found.records]
