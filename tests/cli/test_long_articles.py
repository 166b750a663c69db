"""`extract --dry-run` tells into how many portions long articles are cut, and why they cannot be."""

from pathlib import Path

import pytest

from communique import cli
from tests.llm.fakes import Reply, serving

NOT_THERE = Reply({"error": "no such thing"}, 404)
TEXT = "\n\n".join(f"The harbour was closed on {day} May 2025 in the evening." for day in range(1, 32))

pytestmark = pytest.mark.server


def planned(folder: Path, url: str, *options: str) -> int:
    (folder / "long.txt").write_text(TEXT, encoding="utf-8")
    (folder / "short.txt").write_text("It rained.", encoding="utf-8")
    common = ("--model", "m", "--base-url", url, "--strategy", "document", "--dry-run")
    return cli.main(["extract", str(folder), *common, *options])


def test_a_dry_run_counts_portions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(NOT_THERE) as endpoint:
        assert planned(folder, endpoint.base_url, "--max-article-tokens", "500") == 0
    told = capsys.readouterr().out
    assert "long: 1 article, asked about in 3 portions" in told
    assert "calls: 4" in told


def test_without_a_bound_nothing_is_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving() as endpoint:
        assert planned(folder, endpoint.base_url) == 0
    assert "long:" not in capsys.readouterr().out


def test_an_unknown_context_is_told_with_the_other_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(NOT_THERE, NOT_THERE) as endpoint:
        assert planned(folder, endpoint.base_url, "--chunk") == 2
    assert "give --max-article-tokens N instead of --chunk" in capsys.readouterr().err
