"""dateparser: `search_dates` over a text, `DateDataParser` for a given expression.

The language is told, the reference date is RELATIVE_BASE. PREFER_DATES_FROM is left at its default (the current
period), which does best on news: with "past", a Friday named on a Friday is the one before; it is "future" for the set
whose convention that is. The period that it reports (day, week, month, year) makes the day that it gives an interval.
"""

import calendar
from datetime import date, datetime, time, timedelta
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from benchmarks.finds import Days, FoundDate


def find_dates(text: str, language: str, reference: date | None) -> list[FoundDate]:
    """The expressions that `search_dates` finds."""
    results = search_dates(text, languages=[language], settings=_settings(reference), add_period=True)
    found, place = [], 0
    for words, moment, period in results or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            found.append(FoundDate(start, place, (_days(moment, period),), point=True))
    return found


def date_values(words: str, language: str, reference: date | None) -> list[FoundDate]:
    """The reading of an expression."""
    return _values(words, language, _settings(reference))


def future_values(words: str, language: str, reference: date | None) -> list[FoundDate]:
    """The reading of an expression that is known to look ahead."""
    return _values(words, language, {**_settings(reference), "PREFER_DATES_FROM": "future"})


def find_spans(text: str, language: str, kind: str) -> list[tuple[int, int]] | None:
    """The spans of expressions of time."""
    if kind != "time":
        return None
    return [(found.start, found.end) for found in find_dates(text, language, None)]


def _values(words: str, language: str, settings: dict[str, Any]) -> list[FoundDate]:
    data = DateDataParser(languages=[language], settings=settings).get_date_data(words)
    if data.date_obj is None:
        return []
    return [FoundDate(0, len(words), (_days(data.date_obj, data.period),), point=True)]


def _settings(reference: date | None) -> dict[str, Any]:
    return {} if reference is None else {"RELATIVE_BASE": datetime.combine(reference, time())}


def _days(moment: datetime, period: str | None) -> Days:
    day = moment.date()
    if period == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    if period == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day
