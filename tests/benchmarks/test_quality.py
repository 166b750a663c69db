"""The command that measures whole extractions, on answers that are kept."""

from pathlib import Path
from typing import Any

import pytest

from communique.article import Article

quality = pytest.importorskip("benchmarks.quality", reason="benchmarks/ is not beside the tests")
counting = pytest.importorskip("benchmarks.extraction.counting")
running = pytest.importorskip("benchmarks.extraction.running")
scoring = pytest.importorskip("benchmarks.extraction.scoring")
sets = pytest.importorskip("benchmarks.extraction.sets")

ARTICLES = (
    Article(id="one", text="Amel Trabelsi met Marco Venier in Tunis.", language="en"),
    Article(id="two", text="The museum is open again.", language="en"),
)
MET = {"events": {"meetings": [{"participants": [{"name": "Amel Trabelsi"}, {"name": "Marco Venier"}]}]}}


def _answered(answer: dict[str, Any]) -> Any:
    return running.Answered(answer, counting.Count(calls=1, prompt=10), seconds=1.0, cpu=1.0)


@pytest.fixture
def half(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Two articles with gold of their own, for both halves."""
    gold = scoring.predicted("hand", ARTICLES, [_answered(MET), _answered({"events": {}})])
    monkeypatch.setattr(quality, "read_half", lambda name: sets.Half(name, ARTICLES, gold))


def _keep(cache: Path, *articles: Article) -> None:
    answers = running.Answers(cache, f"{quality.EMBEDDED.name}:{quality.EMBEDDED.sha256}")
    for tool in quality.TOOLS:
        for article in articles:
            answers.put(tool, article, _answered(MET if article.id == "one" else {"events": {}}))


@pytest.mark.usefixtures("half")
def test_the_articles_that_all_tools_have_read_are_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _keep(tmp_path, ARTICLES[0])
    assert quality.main(["--score", "--half", "tuning", "--cache", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "tuning: 1 articles that each of these tools has read" in printed
    assert "still to be read: 4" in printed
    assert len((tmp_path / "tuning" / "langextract.jsonl").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.usefixtures("half")
def test_the_page_tells_what_is_measured_and_what_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "quality.md"
    page.write_text("# Quality\n", encoding="utf-8")
    monkeypatch.setattr(quality, "PAGE", page)
    _keep(tmp_path, *ARTICLES)
    given = ["--score", "--write", "--cache", str(tmp_path)]
    assert quality.main([*given, "--half", "tuning", "langextract"]) == 0
    assert "Not measured yet: communique, instructor, plain prompt." in page.read_text(encoding="utf-8")
    assert quality.main(given) == 0
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# Quality\n\n<!-- extraction: begin -->")
    assert "Not measured yet" not in written


@pytest.mark.usefixtures("half")
def test_ours_alone_is_shown_where_it_has_read_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _keep(tmp_path, ARTICLES[0])
    answers = running.Answers(tmp_path, f"{quality.EMBEDDED.name}:{quality.EMBEDDED.sha256}")
    answers.put(quality.TOOLS[0], ARTICLES[1], _answered({"events": {}}))
    quality.main(["--score", "--half", "tuning", "--cache", str(tmp_path)])
    printed = capsys.readouterr().out
    alone, together = printed.index("2 articles that communique has read"), printed.index("1 articles that each of")
    assert alone < together


@pytest.mark.parametrize("given", ["langextract", "another=/usr/bin/python"])
def test_a_python_is_given_for_a_tool(given: str) -> None:
    with pytest.raises(SystemExit):
        quality.main(["--python", given])


def test_the_tools_are_those_that_the_extra_pins() -> None:
    pinned = (quality.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for tool in quality.TOOLS:
        if tool.name in ("langextract", "instructor"):
            name, _, version = tool.packages[0].partition("==")
            assert f'"{name.partition("[")[0]}=={version}"' in pinned
