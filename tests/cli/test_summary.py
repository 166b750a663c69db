"""The table of a run tells conflicts only where there are some."""

import pytest
from rich.console import Console

from communique.cli.summary import Tally, summary_table
from communique.records import ArticleReference, ArticleReport, Conflict, Usage

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
