"""Stretches of the calendar and the arithmetic of their units."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from communique.tagging.dates.edtf import bounds, days_between, is_edtf, monday_of, month_end
from communique.tagging.dates.workdays import workdays_later
from communique.tagging.mentions import Granularity

Unit = Literal["day", "workday", "week", "weekend", "month", "quarter", "half", "year", "decade"]
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
_LAST_YEAR = 9999
_PARTS = 3
_SHARP = ("quarter", "half", "season", "year", "decade")
_EDGES: dict[str, tuple[tuple[int, int | None], ...]] = {
    "month": ((0, 14), (9, 19), (15, None)),
    "week": ((0, 2), (1, 3), (3, None)),
}


class OutsideCalendarError(ValueError):
    """A date that the calendar does not have (30 February, the year 12000): the expression is no date."""


@dataclass(frozen=True, slots=True)
class Period:
    """An EDTF value with its granularity and its days; an open end is None."""

    value: str
    granularity: Granularity

    @property
    def first(self) -> date | None:
        """The first day."""
        return bounds(self.value)[0]

    @property
    def last(self) -> date | None:
        """The last day."""
        return bounds(self.value)[1]


def period(value: str, granularity: Granularity) -> Period:
    """The period of a value; raises OutsideCalendarError where the calendar does not have it."""
    if not is_edtf(value):
        raise OutsideCalendarError(value)
    return Period(value, granularity)


def granularity_of(unit: Unit) -> Granularity:
    """The granularity of what is counted in the unit."""
    return "day" if unit == "workday" else unit


def calendar(year: int, month: int | None = None, day: int | None = None) -> Period:
    """The day, month or year."""
    if month is None:
        return period(f"{year:04d}", "year")
    if day is None:
        return period(f"{year:04d}-{month:02d}", "month")
    return period(f"{year:04d}-{month:02d}-{day:02d}", "day")


def containing(day: date, unit: Unit) -> Period:
    """The period of that unit which `day` lies in; for a weekend, the weekend of its week."""
    match unit:
        case "week":
            return interval(monday_of(day), monday_of(day) + timedelta(days=6), "week")
        case "weekend":
            return interval(monday_of(day) + timedelta(days=5), monday_of(day) + timedelta(days=6), "weekend")
        case "decade":
            return decade(day.year)
        case "workday":
            return period(day.isoformat(), "day")
        case _:
            return period(_written(day, unit), unit)


def _written(day: date, unit: Unit) -> str:
    forms = {
        "day": day.isoformat(),
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-{33 + (day.month - 1) // 3}",
        "half": f"{day.year:04d}-{40 + (day.month - 1) // 6}",
        "year": f"{day.year:04d}",
    }
    return forms[unit]


def decade(year: int) -> Period:
    """The decade of a year: 199X for 1994."""
    return period(f"{year // 10:03d}X", "decade")


def season(year: int, number: int) -> Period:
    """The season 21 (spring) to 24 (winter) that begins in `year`."""
    return period(f"{year:04d}-{number}", "season")


def interval(first: date, last: date, granularity: Granularity = "interval") -> Period:
    """The closed interval of days."""
    return period(days_between(first, last), granularity)


def edge_of(whole: Period, edge: int) -> Period:
    """The part (see `Edge`) of a month or week as days; of anything longer the whole of it.

    A month's halves meet in its middle and its middle is ten days; a week begins with three days and ends with four.
    """
    first = whole.first
    if first is None or whole.granularity not in _EDGES:
        return whole
    begin, end = _EDGES[whole.granularity][(edge - 1) % 3]
    last = whole.last if end is None else first + timedelta(days=end)
    return interval(first + timedelta(days=begin), last or first)


def point_of(whole: Period, edge: int) -> Period:
    """The day of a long period at which a range begins or ends that is bounded by its beginning, middle or end."""
    first, last = whole.first, whole.last
    if first is None or last is None or whole.granularity not in _SHARP or edge <= _PARTS:
        return whole
    days = (last - first).days + 1
    return containing({1: first, 2: first + timedelta(days=days // 2), 3: last}[edge - _PARTS], "day")


def moved(day: date, unit: Unit, count: int) -> date:
    """The day `count` units later; a day that the month lacks becomes the month's last.

    Beyond the calendar it raises OutsideCalendarError or, as `datetime` does, OverflowError.
    """
    if unit == "workday":
        return workdays_later(day, count)
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= _LAST_YEAR:
        raise OutsideCalendarError(str(year))
    return date(year, month, min(day.day, month_end(year, month).day))


def between(first: Period, last: Period) -> Period:
    """The interval from the first to the last period, written with their own precision where EDTF can."""
    left = first.value if _is_plain(first) else first.first and first.first.isoformat()
    right = last.value if _is_plain(last) else last.last and last.last.isoformat()
    return period(f"{left or '..'}/{right or '..'}", "interval")


def _is_plain(given: Period) -> bool:
    return given.granularity in ("day", "month", "year") and "/" not in given.value


def since(first: Period) -> Period:
    """The interval that begins with `first` and is open."""
    left = first.value if _is_plain(first) else f"{first.first}"
    return period(f"{left}/..", "interval")


def until(last: Period) -> Period:
    """The open interval that ends with `last`."""
    right = last.value if _is_plain(last) else f"{last.last}"
    return period(f"../{right}", "interval")
