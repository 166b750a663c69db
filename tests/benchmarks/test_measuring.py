"""How judgements are counted, and how a tool that is not there, or has no such language, is shown."""

from collections.abc import Iterator
from typing import Any

import pytest

measuring = pytest.importorskip("benchmarks.measuring", reason="benchmarks/ is not beside the tests")
peers = pytest.importorskip("benchmarks.peers")
report = pytest.importorskip("benchmarks.report")


def _judge(given: list[str], find: Any, *_: Any) -> Iterator[Any]:
    for text in given:
        yield measuring.Judged("found %", bool(find(text, "tr", "money")), text)


def _measurement(judge: Any = _judge) -> Any:
    texts = ["21 milyon dolar ödendi.", "Toplantı bitti."]
    return measuring.Measurement("made up", "tr", ("find_amounts",), ("found %",), judge, given=lambda: texts)


def test_a_share_counts_what_holds_and_an_f1_both_sides() -> None:
    judged = [measuring.Judged("a", holds, "") for holds in (True, False, True, True)]
    judged += [measuring.Judged("b", holds, "", "gold") for holds in (True, False)]
    judged += [measuring.Judged("b", holds=True, words="", side="found")]
    assert measuring.figure(judged, "a").per_cent == 75
    assert measuring.figure(judged, "b").per_cent == pytest.approx(200 / 3)
    assert measuring.figure(judged, "c") is None


@pytest.mark.parametrize(
    ("found", "per_cent"),
    [
        pytest.param([(0, 4)], 200 / 3, id="one of two gold spans touched"),
        pytest.param([(0, 4), (9, 12), (20, 25)], 80, id="both touched, one find too many"),
        pytest.param([(4, 8)], 0, id="next to a span is not over it"),
        pytest.param([], 0, id="nothing found"),
    ],
)
def test_spans_are_right_by_overlap(found: list[tuple[int, int]], per_cent: float) -> None:
    judged = list(measuring.by_overlap("spans", "x" * 30, found, [(0, 4), (10, 14)]))
    assert measuring.figure(judged, "spans").per_cent == pytest.approx(per_cent)


def test_each_tool_has_its_line_and_one_without_the_language_a_dash() -> None:
    table = _measurement().table()
    assert table.rows == 2
    assert table.figure("communique", "found %").per_cent == 50
    assert {line.remark for line in table.lines if line.tool == "quantulum3"} == {"-"}


def test_a_missing_tool_is_a_line_that_says_how_to_install_it() -> None:
    absent = peers.Tool("absent", "of_absent", "absent-tool", (peers.Can("find_amounts", "find_amounts", ("tr",)),))
    table = _measurement().table((*peers.TOOLS[:1], absent))
    assert table.lines[1].remark == "not installed: pip install absent-tool"


def test_misses_are_wrong_cases_and_faults_that_happened() -> None:
    def judge(given: list[str], _find: Any) -> Iterator[Any]:
        yield measuring.Judged("found %", holds=False, words=given[0])
        yield measuring.Judged("found %", holds=True, words=given[1])
        yield measuring.Judged("false finds %", holds=True, words=given[1], fault=True)

    assert list(_measurement(judge).misses()) == [
        "found % | case | 21 milyon dolar ödendi.",
        "false finds % | case | Toplantı bitti.",
    ]


def test_a_table_shows_numbers_and_never_the_words_it_was_measured_on() -> None:
    table = _measurement().table()
    for shown in (report.as_text(table), report.as_markdown(table)):
        assert "50.0 (1 of 2)" in shown
        assert "dolar" not in shown
        assert "Toplantı" not in shown
