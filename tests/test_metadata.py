"""The day of publication and the language as the text itself tells them; what it does not tell stays unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.datelines import dateline_date, head_date, is_dateline, stamp_end
from communique.metadata import describe, publication_date
from communique.segmentation import segment

BODY = (
    "The defence ministers of the two countries met on the quay at noon and agreed to build four patrol boats, "
    "with the first keel to be laid in the spring and the last boat to be handed over before the end of the decade, "
    "officials told reporters."
)
TURKISH_BODY = (
    "İki ülkenin savunma bakanları öğle saatlerinde rıhtımda bir araya geldi ve dört karakol botunun birlikte inşa "
    "edilmesi konusunda anlaştı; yetkililer ilk botun omurgasının ilkbaharda kızağa konulacağını ve son botun on yıl "
    "bitmeden teslim edileceğini açıkladı."
)
STANDFIRST = "Four boats will be built."


def published(text: str, language: Language = "en") -> date | None:
    return publication_date(segment(Article(text=text, language=language)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("December 27, 2021 at 3:55 pm", date(2021, 12, 27), id="clock-english"),
        pytest.param("7 Mart 2026", date(2026, 3, 7), id="turkish"),
        pytest.param("07 ARALIK 2025 Pazar, 14.00", date(2025, 12, 7), id="turkish-capitals"),
        pytest.param("Yayınlanma: 07.03.2026 14:00 Güncelleme: 08.03.2026", date(2026, 3, 7), id="label-and-update"),
        pytest.param("Updated March 9, 2026 | Published March 7, 2026", date(2026, 3, 7), id="update-comes-first"),
        pytest.param("Updated: 9 March 2026", None, id="only-an-update"),
        pytest.param("2026-03-07T10:15:00Z", date(2026, 3, 7), id="iso"),
        pytest.param("By Ayla Demir | 7 March 2026", date(2026, 3, 7), id="author"),
        pytest.param("By Ayla Demir March 7, 2026", date(2026, 3, 7), id="author-beside-the-date"),
        pytest.param("ANKARA – Mar. 7th, 2026", date(2026, 3, 7), id="place"),
        pytest.param("31/12/2025", date(2025, 12, 31), id="one-reading"),
        pytest.param("12/31/2025", date(2025, 12, 31), id="month-first"),
        pytest.param("03/03/2026", date(2026, 3, 3), id="day-is-month"),
        pytest.param("03/04/2026", None, id="two-readings"),
    ],
)
def test_a_dateline_tells_the_day(line: str, expected: date | None) -> None:
    assert is_dateline(line)
    assert dateline_date(line, month_first=True) == expected


def test_the_day_comes_first_where_the_month_never_does() -> None:
    assert dateline_date("03/04/2026", month_first=False) == date(2026, 4, 3)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The chiefs met on 7 March 2026", id="a-sentence"),
        pytest.param("Exercise 7 March 2026", id="a-name-beside-the-date"),
        pytest.param("Navy Chiefs Sign New Accord | 7 March 2026", id="too-many-words"),
        pytest.param("31 February 2026", id="no-such-day"),
        pytest.param("7 Foo 2026", id="no-such-month"),
        pytest.param("March 2026", id="no-day"),
        pytest.param("7 March 2026" + " " * 140, id="too-long"),
        pytest.param("", id="empty"),
    ],
)
def test_other_lines_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("date 2026-01-30 The chiefs met.", date(2026, 1, 30), id="stamp"),
        pytest.param("Tarih: 2026-01-30 Başkanlar görüştü.", date(2026, 1, 30), id="stamp-turkish"),
        pytest.param("ANKARA, March 7, 2026 (AA) -- The chiefs met.", date(2026, 3, 7), id="place-line"),
        pytest.param("ANKARA (AA) -- The chiefs met.", None, id="place-line-without-date"),
        pytest.param("Ankara, March 7, 2026: the chiefs met.", None, id="place-not-in-capitals"),
        pytest.param("The chiefs met on March 7, 2026.", None, id="a-sentence"),
    ],
)
def test_the_head_of_a_line_may_tell_the_day(line: str, expected: date | None) -> None:
    assert head_date(line, month_first=True) == expected


@given(st.text(max_size=80), st.booleans())
def test_any_line_is_read_without_an_exception(line: str, month_first: bool) -> None:  # noqa: FBT001 -- hypothesis draws it
    dateline_date(line, month_first=month_first)
    head_date(line, month_first=month_first)
    assert is_dateline(line) in {True, False}
    assert 0 <= stamp_end(line) <= len(line)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(f"Boats agreed\nDecember 27, 2021 at 3:55 pm\n{BODY}", "en", date(2021, 12, 27), id="dateline"),
        pytest.param(f"Botlar\n7 Mart 2026\n{TURKISH_BODY}", "tr", date(2026, 3, 7), id="dateline-turkish"),
        pytest.param(f"Botlar\n03/04/2026\n{TURKISH_BODY}", "tr", date(2026, 4, 3), id="day-first-turkish"),
        pytest.param(f"Boats\n03/04/2026\n{BODY}", "en", None, id="two-readings-english"),
        pytest.param(f"date 2026-01-30 {BODY}", "en", date(2026, 1, 30), id="stamp"),
        pytest.param(f"ANKARA, March 7, 2026 (AA) -- {BODY}", "en", date(2026, 3, 7), id="place-line"),
        pytest.param(
            f"Share\n{STANDFIRST}\n{STANDFIRST}\n7 March 2026\n{BODY}", "en", date(2026, 3, 7), id="standfirsts"
        ),
        pytest.param(f"{STANDFIRST}\n{STANDFIRST}\n{STANDFIRST}\n7 March 2026", "en", None, id="too-many-standfirsts"),
        pytest.param(f"{BODY}\n7 March 2026\n{BODY}", "en", date(2026, 3, 7), id="behind-the-first-paragraph"),
        pytest.param(f"{BODY}\n{BODY}\n7 March 2026", "en", None, id="behind-the-second-paragraph"),
        pytest.param(f"Photo: Quay, 7 March 2026\n{BODY}", "en", None, id="caption"),
        pytest.param(f"File - 7 March 2026\n{BODY}", "en", None, id="caption-that-looks-like-a-dateline"),
        pytest.param(f"The ministers met on 7 March 2026. {BODY}", "en", None, id="body"),
        pytest.param(f"Bakanlar 7 Mart 2026'da görüştü. {TURKISH_BODY}", "tr", None, id="body-turkish"),
        pytest.param("", "en", None, id="empty"),
    ],
)
def test_the_day_of_publication_stands_at_the_head(text: str, language: Language, expected: date | None) -> None:
    assert published(text, language) == expected


def test_buttons_do_not_tell_the_language() -> None:
    assert describe(Article(text="Share on Facebook\nSkip to main content\n" * 5 + TURKISH_BODY)).language == "tr"


def test_what_is_missing_is_filled_from_the_text() -> None:
    found = describe(Article(text=f"Botlar\n7 Mart 2026\n{TURKISH_BODY}"))
    assert (found.language, found.published, found.published_from) == ("tr", date(2026, 3, 7), "text")


@pytest.mark.parametrize(
    ("article", "language"),
    [
        pytest.param(Article(text=f"7 March 2026\n{BODY}", published=date(2026, 1, 1), language="tr"), "tr", id="both"),
        pytest.param(Article(text=f"7 March 2026\n{BODY}", published=date(2026, 1, 1)), "en", id="the-day"),
    ],
)
def test_what_is_given_is_kept(article: Article, language: Language) -> None:
    found = describe(article)
    assert (found.language, found.published, found.published_from) == (language, date(2026, 1, 1), None)


def test_what_the_text_does_not_tell_stays_unknown() -> None:
    found = describe(Article(text=BODY, language="en"))
    assert (found.published, found.published_from) == (None, None)


@pytest.mark.parametrize("unit", ["Ab\n", "\n\nab", "7 March 2026\n", "(", "“a. ", "date 2026-01-30 "])
def test_a_long_page_of_one_token_is_described(unit: str) -> None:
    article = Article(text=unit * (200_000 // len(unit)))
    assert describe(article).text == article.text
