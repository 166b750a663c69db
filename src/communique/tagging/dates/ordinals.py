"""The n-th unit or weekday of a period, and the last."""

from datetime import date, timedelta

from communique.tagging.dates.edtf import monday_of
from communique.tagging.dates.periods import Period, Unit, containing, moved
from communique.tagging.dates.readings import Ordinal

_WEEK, _THURSDAY = 7, 3


def nth_in(container: Period, ordinal: Ordinal) -> Period | None:
    """The `ordinal.number`-th unit or weekday of the container, -1 the last; None where it has no such one."""
    first, last = container.first, container.last
    if first is None or last is None:
        return None
    if ordinal.unit is None:
        return _weekday(first, last, ordinal)
    return _week(first, last, ordinal.number) if ordinal.unit == "week" else _unit(first, last, ordinal)


def _weekday(first: date, last: date, ordinal: Ordinal) -> Period | None:
    weekday = ordinal.weekday or 0
    if ordinal.number < 0:
        return containing(last - timedelta(days=(last.weekday() - weekday) % _WEEK), "day")
    day = first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (ordinal.number - 1))
    return containing(day, "day") if day <= last else None


def _week(first: date, last: date, number: int) -> Period | None:
    """ISO 8601: a week belongs to the month or year that holds its Thursday."""
    if number < 0:
        monday = monday_of(last)
        return containing(
            monday if monday + timedelta(days=_THURSDAY) <= last else monday - timedelta(days=_WEEK), "week"
        )
    monday = monday_of(first)
    if monday + timedelta(days=_THURSDAY) < first:
        monday += timedelta(days=_WEEK)
    monday += timedelta(days=_WEEK * (number - 1))
    return containing(monday, "week") if monday <= last else None


def _unit(first: date, last: date, ordinal: Ordinal) -> Period | None:
    unit: Unit = ordinal.unit or "day"
    if ordinal.number < 0:
        return containing(last, unit)
    start = moved(first, unit, ordinal.number - 1)
    return containing(start, unit) if start <= last else None
