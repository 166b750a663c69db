"""A weekday that does not fit its date is told of the article, with both readings."""

from datetime import date

import pytest

from communique.annotation import annotate
from communique.article import Article, Language
from communique.conflicts import conflicts
from communique.extractor import Extractor
from communique.records import Conflict
from communique.segmentation import segment
from communique.testing import FakeClient


def found_in(text: str, language: Language = "en") -> list[tuple[str, str, str, str]]:
    article = annotate(segment(Article(text=text, language=language, published=date(2026, 2, 13))))
    found = conflicts(article)
    assert all(text[conflict.start : conflict.end] == conflict.text for conflict in found)
    return [(conflict.text.removeprefix("on "), conflict.value, conflict.said, conflict.falls_on) for conflict in found]


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        pytest.param("Friday, 31 January 2026", "en", "2026-01-31", id="before"),
        pytest.param("Friday, January 31, 2026", "en", "2026-01-31", id="american"),
        pytest.param("31 January 2026 (Friday", "en", "2026-01-31", id="in-brackets"),
        pytest.param("Fri, 31 Jan 2026", "en", "2026-01-31", id="short-names"),
        pytest.param("31 Ocak 2026 Cuma", "tr", "2026-01-31", id="turkish"),
        pytest.param("31.01.2026 Cuma günü", "tr", "2026-01-31", id="turkish-digits"),
    ],
)
def test_a_weekday_that_does_not_fit_is_told(words: str, language: Language, value: str) -> None:
    text = f"The envoys met on {words} in Doha." if language == "en" else f"Heyetler {words} bir araya geldi."
    assert found_in(text, language) == [(words, value, "friday", "saturday")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("They met on Friday, 30 January 2026 in Doha.", "en", id="fits"),
        pytest.param("30 Ocak 2026 Cuma günü bir araya geldiler.", "tr", id="fits-in-turkish"),
        pytest.param("They met on Friday. On 31 January 2026 they left.", "en", id="two-sentences"),
        pytest.param("They met on Friday and left in January 2026.", "en", id="no-day"),
        pytest.param("They met on Friday, 31 January.", "en", id="a-neighbouring-year-fits"),
    ],
)
def test_nothing_else_is_a_conflict(text: str, language: Language) -> None:
    assert found_in(text, language) == []


def test_the_articles_line_holds_its_conflicts() -> None:
    text = "The envoys met on Friday, 31 January 2026 in Doha and talked for an hour."
    article = Article(text=text, language="en", published=date(2026, 2, 2))
    answer = '{"meeting": [], "arms_deal": [], "statement": []}'
    extraction = Extractor(client=FakeClient(lambda _: answer), strategy="document").extract(article)
    start = text.index("on Friday")
    assert extraction.report.conflicts == (
        Conflict(
            start=start,
            end=start + 26,
            kind="weekday_date",
            text="on Friday, 31 January 2026",
            value="2026-01-31",
            said="friday",
            falls_on="saturday",
        ),
    )
