"""The temporal tagger finds date expressions and gives them EDTF values."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.article import Article
from communique.passage import Passage
from communique.tagging.dates import bounds, is_edtf, parse_date, tag_dates, tag_dates_in
from communique.tagging.dates.holidays import easter
from communique.tagging.dates.ordinals import nth_in
from communique.tagging.dates.periods import period
from communique.tagging.dates.readings import Ordinal

FRIDAY = date(2026, 1, 30)


def _tagged(text: str, language: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    mentions = tag_dates_in(text, language=language, published=published)  # type: ignore[arg-type]
    return [(mention.span.of(text), mention.value) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("The generals met on Friday.", "on Friday", "2026-01-30", id="weekday-on-itself"),
        pytest.param("They spoke late Tuesday night.", "late Tuesday night", "2026-01-27", id="part-of-day"),
        pytest.param("She will travel on Tuesday.", "on Tuesday", "2026-02-03", id="future-weekday"),
        pytest.param("It was signed on 27/12/2021 here.", "on 27/12/2021", "2021-12-27", id="slashes-day-first"),
        pytest.param("It was signed on 04/05/2021 here.", "on 04/05/2021", "2021-04-05", id="slashes-us-habit"),
        pytest.param("He left last month.", "last month", "2025-12", id="last-month"),
        pytest.param("He left two weeks ago.", "two weeks ago", "2026-01-12/2026-01-18", id="weeks-ago"),
        pytest.param("He returns in two weeks.", "in two weeks", "2026-02-13", id="in-two-weeks"),
        pytest.param("Sales rose in the third quarter of 2023.", "the third quarter of 2023", "2023-35", id="quarter"),
        pytest.param("The fleet grew in H1 2024.", "H1 2024", "2024-40", id="half"),
        pytest.param("Talks ran from 5 to 7 May.", "from 5 to 7 May", "2025-05-05/2025-05-07", id="day-range"),
        pytest.param("He served between 2019 and 2021.", "between 2019 and 2021", "2019/2021", id="years"),
        pytest.param("It holds until March.", "until March", "../2026-03", id="until"),
        pytest.param("The pact has held since 2015.", "since 2015", "2015/..", id="since"),
        pytest.param("It began in the 1990s.", "the 1990s", "199X", id="decade"),
        pytest.param("It began in the 19th century.", "the 19th century", "1800/1899", id="century"),
        pytest.param("It came in summer 2024.", "summer 2024", "2024-22", id="season"),
        pytest.param("They met last summer.", "last summer", "2025-22", id="last-season"),
        pytest.param("They met over the summer.", "over the summer", "2025-22", id="season-near"),
        pytest.param("It ends next spring.", "next spring", "2026-21", id="next-season"),
        pytest.param(
            "The first week of 2027 is free.", "The first week of 2027", "2027-01-04/2027-01-10", id="week-of"
        ),
        pytest.param("The last Friday of May is free.", "The last Friday of May", "2026-05-29", id="nth-weekday"),
        pytest.param("It was last June.", "last June", "2025-06", id="last-june"),
        pytest.param("It was in June last year.", "June last year", "2025-06", id="month-last-year"),
        pytest.param("He spoke on Christmas Day.", "on Christmas Day", "2025-12-25", id="holiday"),
        pytest.param("He spoke on Good Friday 2025.", "on Good Friday 2025", "2025-04-18", id="easter"),
        pytest.param("We meet next Tuesday.", "next Tuesday", "2026-02-03", id="next-weekday"),
        pytest.param("We met last Thursday.", "last Thursday", "2026-01-22", id="last-weekday"),
        pytest.param("We meet this coming Friday.", "this coming Friday", "2026-02-06", id="coming-weekday"),
        pytest.param("It falls on Monday of next week.", "on Monday of next week", "2026-02-02", id="weekday-of-week"),
        pytest.param("The past two days were calm.", "The past two days", "2026-01-28/2026-01-29", id="stretch"),
        pytest.param(
            "The last two quarters were calm.", "The last two quarters", "2025-07-01/2025-12-31", id="quarters"
        ),
        pytest.param(
            "The day after tomorrow is free.", "The day after tomorrow", "2026-02-01", id="day-after-tomorrow"
        ),
        pytest.param("The year to date was calm.", "The year to date", "2026/2026-01-30", id="to-date"),
        pytest.param("The rest of the week is free.", "The rest of the week", "2026-01-30/2026-02-01", id="rest"),
        pytest.param("The week of March 6 is free.", "The week of March 6", "2026-03-02/2026-03-08", id="week-of-date"),
        pytest.param("Week 10 of 2026 is free.", "Week 10 of 2026", "2026-03-02/2026-03-08", id="week-number"),
        pytest.param("Stay from 4 to 22 this month.", "from 4 to 22 this month", "2026-01-04/2026-01-22", id="days"),
        pytest.param("He comes within 3 days.", "within 3 days", "2026-01-30/2026-02-02", id="within"),
        pytest.param("He came two days after 5 May 2024.", "two days after 5 May 2024", "2024-05-07", id="after-date"),
        pytest.param("It opens on the 31st.", "on the 31st", "2026-01-31", id="day-of-month"),
        pytest.param("It was on Thanksgiving last fall.", "on Thanksgiving", "2025-11-27", id="nth-weekday-holiday"),
        pytest.param("He came on Friday the 30th.", "on Friday the 30th", "2026-01-30", id="weekday-number"),
        pytest.param("He went in the year-ago quarter.", "the year-ago quarter", "2025-33", id="year-ago"),
        pytest.param("It fell in the latest quarter.", "the latest quarter", "2025-36", id="latest"),
        pytest.param("The year after next is free.", "The year after next", "2028", id="after-next"),
        pytest.param("The day before yesterday was calm.", "The day before yesterday", "2026-01-28", id="before"),
        pytest.param("It fell in the seventies.", "the seventies", "197X", id="decade-word"),
        pytest.param("They will meet this weekend.", "this weekend", "2026-01-31/2026-02-01", id="weekend"),
        pytest.param("It began in 2015-12 here.", "2015-12", "2015-12", id="month-number"),
        pytest.param("The fifth week of 2026 is free.", "The fifth week of 2026", "2026-01-26/2026-02-01", id="fifth"),
        pytest.param("The second month of 2026 is free.", "The second month of 2026", "2026-02", id="nth-month"),
        pytest.param(
            "The last week of 2026 is free.", "The last week of 2026", "2026-12-28/2027-01-03", id="last-week"
        ),
        pytest.param("The last month of 2026 is free.", "The last month of 2026", "2026-12", id="last-unit"),
        pytest.param("It began between Jan 2025 and now.", "between Jan 2025 and now", "2025-01/2026-01-30", id="now"),
        pytest.param("Two days before 30 May 2024 he left.", "Two days before 30 May 2024", "2024-05-28", id="pre"),
        pytest.param("He came on 5/3/99 here.", "on 5/3/99", "1999-05-03", id="short-year"),
        pytest.param("Signed 2024-03-09 here.", "2024-03-09", "2024-03-09", id="iso"),
        pytest.param("Nov 18-Dec 19, 2015 was busy.", "Nov 18-Dec 19, 2015", "2015-11-18/2015-12-19", id="two-dates"),
        pytest.param(
            "He said it was on the 20th of last month.", "on the 20th of last month", "2025-12-20", id="day-of"
        ),
        pytest.param("The yard closed on the 31st.", "on the 31st", "2025-12-31", id="day-of-month-past"),
        pytest.param(
            "Signed on 8 January 2026, in force on the 12th.", "on the 12th", "2026-01-12", id="day-of-month-named"
        ),
        pytest.param("We met this Tuesday.", "this Tuesday", "2026-01-27", id="this-weekday"),
        pytest.param("They met over the weekend.", "over the weekend", "2026-01-24/2026-01-25", id="weekend-past"),
        pytest.param("Q2 2024 beat a year earlier.", "a year earlier", "2023-34", id="quarter-earlier"),
        pytest.param("The yard grew this decade.", "this decade", "202X", id="this-decade"),
        pytest.param("We go next week on Tuesday.", "next week on Tuesday", "2026-02-03", id="week-then-weekday"),
        pytest.param("He came Friday, 30 January again.", "Friday, 30 January", "2026-01-30", id="weekday-then-day"),
        pytest.param("He came 30 January, Friday again.", "30 January, Friday", "2026-01-30", id="day-then-weekday"),
        pytest.param("It ran from Friday to Sunday.", "from Friday to Sunday", "2026-01-23/2026-01-25", id="weekdays"),
        pytest.param(
            "It will run from Sunday to Saturday.",
            "from Sunday to Saturday",
            "2026-02-01/2026-02-07",
            id="weekdays-to-come",
        ),
        pytest.param(
            "It ran from Tuesday to Thursday.", "from Tuesday to Thursday", "2026-01-27/2026-01-29", id="in-order"
        ),
        pytest.param(
            "It ran from March to Q2 2024.", "from March to Q2 2024", "2024-03/2024-06-30", id="month-to-quarter"
        ),
        pytest.param("It ran from last May to June.", "from last May to June", "2025-05/2025-06", id="shifted-month"),
        pytest.param("It holds since Q1 2024.", "since Q1 2024", "2024-01-01/..", id="since-quarter"),
        pytest.param("The third quarter was calm.", "The third quarter", "2025-35", id="quarter-near"),
    ],
)
def test_english_expression_has_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text, "en")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Bakan salı günü görüştü.", "salı günü", "2026-01-27", id="weekday"),
        pytest.param("Heyet 7 Mart 2026'da gelecek.", "7 Mart 2026'da", "2026-03-07", id="date"),
        pytest.param("Tatbikat 04.05.2026 tarihinde başlayacak.", "04.05.2026", "2026-05-04", id="day-first"),
        pytest.param("Anlaşma geçen hafta imzalandı.", "geçen hafta", "2026-01-19/2026-01-25", id="last-week"),
        pytest.param("Proje bu yılın başında açıklandı.", "bu yılın başında", "2026", id="start-of-year"),
        pytest.param("Geçtiğimiz pazartesi konuştu.", "Geçtiğimiz pazartesi", "2026-01-26", id="last-monday"),
        pytest.param("Teslimat 2027'nin ilk çeyreğinde.", "2027'nin ilk çeyreğinde", "2027-33", id="quarter"),
        pytest.param("Görüşme 5-6 Kasım 2025'te.", "5-6 Kasım 2025'te", "2025-11-05/2025-11-06", id="day-range"),
        pytest.param("Yarından sonra değil, dün geldi.", "dün", "2026-01-29", id="yesterday"),
        pytest.param("2019'dan 2021'e kadar sürdü.", "2019'dan 2021'e kadar", "2019/2021", id="range"),
        pytest.param("2015 ve 2018 arasında sürdü.", "2015 ve 2018 arasında", "2015/2018", id="between"),
        pytest.param("2015'ten beri sürüyor.", "2015'ten beri", "2015/..", id="since"),
        pytest.param("Mart 2027'ye kadar sürecek.", "Mart 2027'ye kadar", "../2027-03", id="until"),
        pytest.param("Haftaya cuma günü gelecek.", "Haftaya cuma günü", "2026-02-06", id="friday-week"),
        pytest.param("Üç gün önce geldi.", "Üç gün önce", "2026-01-27", id="days-ago"),
        pytest.param(
            "Yarından itibaren iki gün sonra gel.", "Yarından itibaren iki gün sonra", "2026-02-02", id="from"
        ),
        pytest.param("Gelecek ayın ikinci salı günü boş.", "Gelecek ayın ikinci salı günü", "2026-02-10", id="nth"),
        pytest.param("Bu hafta cuma günü boş.", "Bu hafta cuma günü", "2026-01-30", id="weekday-in-week"),
        pytest.param(
            "Bu ayın 6'sından 17'sine kadar boş.", "Bu ayın 6'sından 17'sine kadar", "2026-01-06/2026-01-17", id="days"
        ),
        pytest.param(
            "Gelecek haftadan sonraki hafta boş.", "Gelecek haftadan sonraki hafta", "2026-02-09/2026-02-15", id="after"
        ),
        pytest.param("9 Mart haftası boş.", "9 Mart haftası", "2026-03-09/2026-03-15", id="week-of-date"),
        pytest.param("Geçen haftanın salı günü boş.", "Geçen haftanın salı günü", "2026-01-20", id="day-of-week"),
        pytest.param("Bu yılın mayıs ayında bitti.", "Bu yılın mayıs ayında", "2026-05", id="month-of-year"),
        pytest.param("Salı günü, 27 Ocak'ta geldi.", "Salı günü, 27 Ocak'ta", "2026-01-27", id="weekday-and-date"),
        pytest.param("Pazardan salıya kadar sürdü.", "Pazardan salıya kadar", "2026-01-25/2026-01-27", id="weekdays"),
    ],
)
def test_turkish_expression_has_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text, "tr")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("They may sign it.", "en", id="may-the-verb"),
        pytest.param("The second ship is a frigate.", "en", id="second"),
        pytest.param("Resolution 1929 and F-2023 and 2,023 men and $2023.", "en", id="designations"),
        pytest.param("Some 2000 troops and 6 1/4% went.", "en", id="counts"),
        pytest.param("The vote was 3-2, 30 February came.", "en", id="no-such-day"),
        pytest.param("The fifth Friday of April 2026 and the fifth quarter of 2023.", "en", id="no-such-nth"),
        pytest.param("Some 2000% more, 2015,5 and 13/13/2024.", "en", id="no-such-number"),
        pytest.param("It lasts 5000 years from now, 999 decades ago.", "en", id="beyond-the-calendar"),
        pytest.param("Çiftçiler ekim yaptı, arada aralık kaldı.", "tr", id="turkish-words"),
        pytest.param("Toplam 2023 asker ve 2000 kişi.", "tr", id="turkish-counts"),
    ],
)
def test_what_is_no_date_is_not_tagged(text: str, language: str) -> None:
    assert not [found for found in _tagged(text, language) if found[1] is not None and found[1] != "2026-02"]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        pytest.param("They met on May 18.", "XXXX-05-18", id="day"),
        pytest.param("They met on Friday.", "friday", id="weekday"),
        pytest.param("They met in June.", "XXXX-06", id="month"),
        pytest.param("They met last month.", None, id="relative"),
        pytest.param("They met two weeks ago.", None, id="offset"),
        pytest.param("They met last summer.", "XXXX-22", id="season"),
        pytest.param("They met on Christmas.", "XXXX-12-25", id="holiday"),
        pytest.param("It took the past two days.", None, id="stretch"),
        pytest.param("They met in the third quarter.", None, id="quarter"),
        pytest.param("They met from 5 to 7 May.", "XXXX-05-05/XXXX-05-07", id="range"),
        pytest.param("It holds until March.", "XXXX-03", id="open"),
        pytest.param("They met on Monday of next week.", "monday", id="weekday-of-week"),
        pytest.param("They met in the first week of the month.", None, id="nth-of-month"),
        pytest.param("They met on the 9th of this month.", None, id="day-of-month"),
        pytest.param("They met from March to next year.", None, id="range-to-relative"),
    ],
)
def test_without_a_publication_date_the_value_stays_open(text: str, partial: str | None) -> None:
    (mention,) = tag_dates_in(text, language="en", published=None)
    assert (mention.value, mention.partial, mention.anchor) == (None, partial, "none")


def test_a_day_earlier_counts_from_the_date_named_before() -> None:
    text = "He arrived on 5 May 2024. A day earlier he had left."
    earlier = tag_dates_in(text, language="en", published=FRIDAY)[1]
    assert (earlier.value, earlier.anchor) == ("2024-05-04", "text")


def test_a_range_to_a_quarter_of_a_year_needs_no_publication_date() -> None:
    (mention,) = tag_dates_in("It ran from 2023 to Q2 2024.", language="en", published=None)
    assert mention.value == "2023/2024-06-30"


def test_a_month_without_a_year_stays_open_before_an_end_that_is_no_date() -> None:
    (mention,) = tag_dates_in("It ran from March to Q2 2024.", language="en", published=None)
    assert (mention.value, mention.partial) == (None, None)


@pytest.mark.parametrize("text", ["They met on Tuesday.", "They met three weeks ago.", "They met last year."])
def test_what_the_calendar_does_not_reach_is_no_date(text: str) -> None:
    assert tag_dates_in(text, language="en", published=date(1, 1, 1)) == ()


def test_expressions_of_two_paragraphs_are_not_joined() -> None:
    found = _tagged("They come on the 5th of March.\n\nLast year they left.", "en")
    assert found == [("on the 5th of March", "2026-03-05"), ("Last year", "2025")]


def test_expressions_far_from_one_another_are_not_joined() -> None:
    found = _tagged("They left on Friday by the long road around the old harbour last week.", "en")
    assert [words for words, _ in found] == ["on Friday", "last week"]


def test_an_open_period_has_no_nth_week() -> None:
    assert nth_in(period("2019/..", "interval"), Ordinal(2, "week")) is None


def test_an_article_is_tagged_with_its_own_date_and_language() -> None:
    article = Article(text="They met on Friday.", published=FRIDAY, language="en")
    assert [mention.anchor for mention in tag_dates(Passage(article, ()))] == ["published"]


@pytest.mark.parametrize(
    ("words", "value", "granularity"),
    [
        pytest.param("2026-01-30", "2026-01-30", "day", id="day"),
        pytest.param("199X", "199X", "decade", id="decade"),
        pytest.param("2023-35", "2023-35", "quarter", id="quarter"),
        pytest.param("2023-22", "2023-22", "season", id="season"),
        pytest.param("../2023", "../2023", "interval", id="open"),
        pytest.param(" on Friday ", "2026-01-30", "day", id="words"),
    ],
)
def test_a_whole_expression_is_parsed(words: str, value: str, granularity: str) -> None:
    mention = parse_date(words, language="en", published=FRIDAY)
    assert mention is not None
    assert (mention.value, mention.granularity, mention.span.of(words)) == (value, granularity, words.strip())


def test_words_that_say_more_than_a_date_are_not_parsed() -> None:
    assert parse_date("on Friday in Ankara", language="en", published=FRIDAY) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2024-02", date(2024, 2, 1), date(2024, 2, 29), id="month"),
        pytest.param("2023-24", date(2023, 12, 1), date(2024, 2, 29), id="winter"),
        pytest.param("2023-41", date(2023, 7, 1), date(2023, 12, 31), id="half"),
        pytest.param("199X~", date(1990, 1, 1), date(1999, 12, 31), id="about"),
        pytest.param("2019/..", date(2019, 1, 1), None, id="open-end"),
        pytest.param("../2019", None, date(2019, 12, 31), id="open-start"),
    ],
)
def test_bounds_are_the_first_and_last_day(value: str, first: date | None, last: date | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "2023-13", "2023-02-30", "2023/2019", "../..", "Friday", "0000", "2023-50"])
def test_other_text_is_not_edtf(value: str) -> None:
    assert not is_edtf(value)
    with pytest.raises(ValueError, match="not an EDTF value"):
        bounds(value)


def test_easter_follows_the_gregorian_calendar() -> None:
    assert [easter(year) for year in (2024, 2025, 2026)] == [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5)]


_WORDS = st.sampled_from(
    (
        *(
            "on",
            "the",
            "31",
            "may",
            "2026",
            "0",
            "99",
            "last",
            "next",
            "two",
            "week",
            "month",
            "year's",
            "of",
            "from",
            "to",
        ),
        *("until", "q3", "friday", "fall", "'", "-", "/", ".", ",", "bu", "ayın", "geçen", "'dan", "İlk", "çeyreğinde"),
        *("5'i", "önce", "\n", "\n\n", "christmas", "ago", "day after", "first", "between", "and", "12.5.31", "9999"),
    )
)


@settings(deadline=None)  # the first example reads the word lists
@given(
    st.one_of(st.text(), st.lists(_WORDS).map(" ".join)),
    st.sampled_from(["en", "tr", "other"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_is_tagged_with_spans_inside(text: str, language: str, published: date | None) -> None:
    mentions = tag_dates_in(text, language=language, published=published)  # type: ignore[arg-type]
    ends = 0
    for mention in mentions:
        assert ends <= mention.span.start < mention.span.end <= len(text)
        assert mention.value is None or is_edtf(mention.value)
        ends = mention.span.end
