"""The EDTF forms (ISO 8601-2:2019) that date mentions carry, and the days they cover."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?~?", re.ASCII)
_DECADE = re.compile(r"(\d{3})X~?", re.ASCII)
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)

Days = tuple[date, date]


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond 12 run into the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> Days:
    return date(year, first, 1), month_end(year, first + count - 1)


def _part_of_year(year: int, part: int) -> Days | None:
    if 1 <= part <= 12:  # noqa: PLR2004 - the months of a year
        return _months(year, part, 1)
    if part in _SEASON_MONTHS:
        return _months(year, _SEASON_MONTHS[part], 3)
    if part in _QUARTERS:
        return _months(year, 3 * (part - 33) + 1, 3)
    return _months(year, 6 * (part - 40) + 1, 6) if part in _HALVES else None


@lru_cache(maxsize=4096)
def _term(value: str) -> Days | None:
    try:
        if decade := _DECADE.fullmatch(value):
            return date(int(decade[1]) * 10, 1, 1), date(int(decade[1]) * 10 + 9, 12, 31)
        if not (plain := _PLAIN.fullmatch(value)):
            return None
        year, part, day = plain.groups()
        if day:
            return date(int(year), int(part), int(day)), date(int(year), int(part), int(day))
        return _part_of_year(int(year), int(part)) if part else _months(int(year), 1, 12)
    except (ValueError, OverflowError):
        return None


def is_edtf(value: str) -> bool:
    """Whether `value` is one of the forms of the design's list: a term, a/b, ../b or a/.. with the ends in order."""
    left, slash, right = value.partition("/")
    if not slash:
        return _term(value) is not None
    first, last = _term(left), _term(right)
    if first and last:
        return first[0] <= last[1]
    return bool((first and right == "..") or (last and left == ".."))


@lru_cache(maxsize=5_000)
def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and the last day of an EDTF value, None for an open end.

    Seasons are meteorological: spring begins in March, and the winter of a year in its December. Raises ValueError for
    anything `is_edtf` refuses.
    """
    if not is_edtf(value):
        raise ValueError(f"not an EDTF value: {value!r}; write e.g. 2026-01-30, 2026-33, 199X or 2026-01-30/..")
    left, slash, right = value.partition("/")
    first, last = _term(left), _term(right if slash else left)
    return first[0] if first else None, last[1] if last else None


def days_between(first: date, last: date) -> str:
    """The closed day interval from `first` to `last`."""
    return f"{first.isoformat()}/{last.isoformat()}"


def monday_of(day: date) -> date:
    """The Monday of the ISO week that holds `day`."""
    return day - timedelta(days=day.weekday())
