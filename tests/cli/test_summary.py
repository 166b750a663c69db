"""The table of a run tells conflicts only where there are some."""

import pytest
from rich.console import Console

from communique.article import Language
from communique.cli.summary import Tally, summary_table
from communique.llm.storing import Reuse
from communique.records import ArticleReference, ArticleReport, Conflict, Failure, Missed, Usage
from communique.spans import Span

CONFLICT = Conflict(
    start=0, end=9, kind="weekday_date", text="a", value="2026-01-31", said="friday", falls_on="saturday"
)


@pytest.mark.parametrize("conflicts", [pytest.param((CONFLICT,), id="some"), pytest.param((), id="none")])
def test_conflicts_are_counted(conflicts: tuple[Conflict, ...]) -> None:
    tally = Tally()
    tally.article(ArticleReport(article=ArticleReference(id="a"), status="read", conflicts=conflicts), Usage())
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary_table(tally, 0.0))
    assert ("conflicts" in captured.get()) is bool(conflicts)


def test_what_came_from_the_store_and_what_to_do_again_is_told() -> None:
    tally = Tally()
    for code in ("server", "stopped", "budget"):
        failure = Failure(code=code, message="no")
        tally.article(ArticleReport(article=ArticleReference(id=code), status="failed", error=failure), Usage())
    tally.failed_before, tally.reuse = 1, Reuse(answers=7, failures=1)
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary_table(tally, 0.0))
    told = captured.get()
    assert "7 answers, 1 failure" in told
    assert "1 article: --retry-failed asks again" in told
    assert "2 articles not reached: run the same command again" in told


def test_what_was_set_aside_is_told_by_article() -> None:
    tally = Tally()
    for name, spans in (("b", (Span(0, 9), Span(12, 20))), ("a\x1b[2J", (Span(0, 4),)), ("c", ())):
        report = ArticleReport(article=ArticleReference(id=name), status="read", injections=spans)
        tally.article(report, Usage())
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary_table(tally, 0.0))
    assert "3 parts of 2 articles addressed to a machine, left unread: 2 in b, 1 in a[2J" in captured.get()


def test_what_failed_is_told_by_code_and_not_as_missed() -> None:
    tally = Tally()
    for number in range(3):
        failure = Failure(code="authentication", message="no")
        missed = (Missed(start=0, end=4, kind="meeting"),)
        report = ArticleReport(
            article=ArticleReference(id=str(number)), status="failed", error=failure, missed_evidence=missed
        )
        tally.article(report, Usage())
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary_table(tally, 0.0))
    told = captured.get()
    assert "3 authentication" in told
    assert "may be missed" not in told


@pytest.mark.parametrize(
    ("language", "times"), [pytest.param("other", 1, id="other"), pytest.param("tr", 0, id="turkish")]
)
def test_articles_of_other_languages_are_told(language: Language, times: int) -> None:
    tally = Tally()
    reference = ArticleReference(id="a", language=language)
    tally.article(ArticleReport(article=reference, status="read"), Usage())
    console = Console(width=120)
    with console.capture() as captured:
        console.print(summary_table(tally, 0.0))
    assert captured.get().count("1 of them in neither English nor Turkish") == times
