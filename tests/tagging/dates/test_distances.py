"""Distances, runs and edges of both languages, read on Wednesday 15 May 2024."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Language
from communique.tagging.dates import tag_dates_in
from communique.tagging.dates.workdays import workdays_later

WEDNESDAY = date(2024, 5, 15)


def _values(text: str, language: Language) -> list[str | None]:
    return [mention.value for mention in tag_dates_in(text, language=language, published=WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Offers close in four business days.", ["2024-05-21"], id="business-days-ahead"),
        pytest.param("It was paid three working days ago.", ["2024-05-10"], id="working-days-back"),
        pytest.param("It ends on the last business day of June 2024.", ["2024-06-28"], id="business-day-of-month"),
        pytest.param("Sales fell in the quarter ended March 31.", ["2024-01-01/2024-03-31", "2024-03-31"], id="ended"),
        pytest.param(
            "Sales rose in the nine months to 30 September 2023.",
            ["2023-01-01/2023-09-30", "2023-09-30"],
            id="months-to",
        ),
        pytest.param("Sales rose in the year to March.", ["2023-04-01/2024-03-31", "2024-03"], id="year-to"),
        pytest.param("He came on 3 May and left the next day.", ["2024-05-03", "2024-05-04"], id="next-day-told"),
        pytest.param("He will leave the next day.", ["2024-05-16"], id="next-day-from-now"),
        pytest.param("It fell on the eve of Christmas 2023.", ["2023-12-24"], id="eve"),
        pytest.param("It fell on the second day of Eid al-Adha 2023.", ["2023-06-29~"], id="day-of-a-feast"),
        pytest.param("The port shuts for ten days from 3 June.", ["2024-06-03/2024-06-12"], id="run-from-a-day"),
        pytest.param("The panel sits Thursday week.", ["2024-05-23"], id="weekday-week"),
        pytest.param("The panel sits on the Thursday after next.", ["2024-05-23"], id="weekday-after-next"),
        pytest.param("The panel sat on the Thursday before last.", ["2024-05-02"], id="weekday-before-last"),
        pytest.param("The panel sat two weeks ago on Thursday.", ["2024-05-02"], id="weekday-of-week-ago"),
        pytest.param("It must land in less than six days.", ["2024-05-15/2024-05-21"], id="less-than-ahead"),
        pytest.param("It lands less than a week from tomorrow.", ["2024-05-16/2024-05-23"], id="less-than-from"),
        pytest.param("She left half a year ago.", ["2023-11-15"], id="half-a-year"),
        pytest.param("She left a year ago today.", ["2023-05-15"], id="to-the-day"),
        pytest.param("She returns in five weeks' time.", ["2024-06-19"], id="time-ahead"),
        pytest.param("She left four or five days ago.", ["2024-05-10/2024-05-11"], id="two-distances"),
        pytest.param("He ruled from the end of 1987 to the middle of 1991.", ["1987-12-31/1991-07-02"], id="edges"),
        pytest.param("He ruled from late 1987 to early 1991.", ["1987/1991"], id="vague-parts"),
        pytest.param("The bill is due by end of month.", ["2024-05-16/2024-05-31"], id="elided-article"),
        pytest.param("The panel sits the third Thursday.", ["2024-05-16"], id="weekday-of-this-month"),
        pytest.param("The bridge opened in 2019 November.", ["2019-11"], id="year-before-month"),
        pytest.param("Talks are on the 4th and 9th of June.", ["2024-06-04", "2024-06-09"], id="days-of-one-month"),
        pytest.param("It rained between March and April last year.", ["2023-03/2023-04"], id="range-of-last-year"),
        pytest.param("Is 61 - 2014 below zero?", [], id="subtraction"),
        pytest.param("Shut on Easter Monday/May Day.", ["2024-04-01", "2024-05-01"], id="slash"),
    ],
)
def test_english_values(text: str, values: list[str]) -> None:
    assert _values(text, "en") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Teklifler dört iş günü içinde toplanacak.", ["2024-05-21"], id="business-days-ahead"),
        pytest.param("Ücret üç iş günü önce ödendi.", ["2024-05-10"], id="business-days-back"),
        pytest.param(
            "31 Mart 2024'te sona eren çeyrekte satışlar düştü.", ["2024-03-31", "2024-01-01/2024-03-31"], id="ended"
        ),
        pytest.param("İki hafta önce perşembe toplandılar.", ["2024-05-02"], id="weekday-of-week-ago"),
        pytest.param("Yarım yıl önce ayrıldı.", ["2023-11-15"], id="half-a-year"),
        pytest.param("Üç buçuk yıl önce ayrıldı.", ["2020-11-15"], id="and-a-half"),
        pytest.param("Haftaya bugün dönecek.", ["2024-05-22"], id="today-next-week"),
        pytest.param("Beş altı gün önce ayrıldı.", ["2024-05-09/2024-05-10"], id="two-distances"),
        pytest.param(
            "1987 yılının sonundan 1991 yılının ortasına kadar yönetti.", ["1987-12-31/1991-07-02"], id="edges"
        ),
        pytest.param("Dördüncü perşembe toplanacaklar.", ["2024-05-23"], id="weekday-of-this-month"),
        pytest.param("Geçen ayın 9'unda toplandılar.", ["2024-04-09"], id="day-of-last-month"),
        pytest.param("Bugünden on gün sonraya kadar kapalı.", ["2024-05-15/2024-05-25"], id="from-today-up-to"),
        pytest.param("Haziran 3 ile 8 arasında kapalı.", ["2024-06-03/2024-06-08"], id="days-behind-their-month"),
    ],
)
def test_turkish_values(text: str, values: list[str]) -> None:
    assert _values(text, "tr") == values


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-400, 400).filter(bool))
def test_business_days_are_counted_one_by_one(day: date, count: int) -> None:
    step = timedelta(days=1 if count > 0 else -1)
    expected = day
    for _ in range(abs(count)):
        expected += step
        while expected.weekday() > 4:
            expected += step
    assert workdays_later(day, count) == expected
