"""The command of the benchmark, and the page it makes."""

from pathlib import Path

import pytest

quality = pytest.importorskip("benchmarks.grounding_quality", reason="benchmarks/ is not beside the tests")
report = pytest.importorskip("benchmarks.report")
sets = pytest.importorskip("benchmarks.sets")

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"


def test_the_page_says_by_which_command_it_is_made() -> None:
    assert PAGE.read_text(encoding="utf-8").splitlines()[0] == report.HEADER
    assert "python -m benchmarks.grounding_quality --write" in report.HEADER


def test_without_the_sets_the_command_says_where_they_were_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "FOLDER", tmp_path / "data")
    assert quality.main([]) == 2
    assert f"are not here: {tmp_path / 'data'}" in capsys.readouterr().out


def test_every_shared_set_is_measured_or_said_not_to_be() -> None:
    if not sets.FOLDER.is_dir():
        pytest.skip("../shared is not beside the repository")
    there = {path.name.removesuffix(".dev.jsonl") for path in sets.FOLDER.glob("*.jsonl")}
    assert there == {one.name for one in quality.MEASUREMENTS if one.given is None} | set(sets.UNMEASURED)
