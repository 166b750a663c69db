"""The n-th unit or weekday of a period, and the last."""

from dataclasses import replace
from datetime import date, timedelta

from communique.tagging.dates.edtf import monday_of
from communique.tagging.dates.periods import Period, Unit, between, containing, interval, moved
from communique.tagging.dates.readings import Ordinal

_WEEK, _THURSDAY = 7, 3
_ONE = timedelta(days=1)
_LONG = ("month", "quarter", "half", "year")


def nth_in(container: Period, ordinal: Ordinal) -> Period | None:
    """The `ordinal.number`-th unit or weekday of the container, -1 the last; None where it has no such one."""
    first, last = container.first, container.last
    if first is None or last is None:
        return None
    if ordinal.count > 1:
        return _several(container, ordinal)
    if ordinal.unit == "half" and container.granularity != "year":
        return _half(first, last, ordinal.number)
    if ordinal.unit is None:
        return _weekday(first, last, ordinal)
    return _week(first, last, ordinal.number) if ordinal.unit == "week" else _unit(first, last, ordinal)


def _several(container: Period, ordinal: Ordinal) -> Period | None:
    """From the first to the last of the first or last `count` units."""
    step = -1 if ordinal.number < 0 else 1
    near, far = (nth_in(container, replace(ordinal, number=number, count=1)) for number in (step, step * ordinal.count))
    if near is None or far is None:
        return None
    return between(near, far) if step > 0 else between(far, near)


def _weekday(first: date, last: date, ordinal: Ordinal) -> Period | None:
    weekday = ordinal.weekday or 0
    if ordinal.number < 0:
        back = (last.weekday() - weekday) % _WEEK - _WEEK * (ordinal.number + 1)
        return containing(last - timedelta(days=back), "day")
    day = first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (ordinal.number - 1))
    return containing(day, "day") if day <= last else None


def _week(first: date, last: date, number: int) -> Period | None:
    """ISO 8601: a week belongs to the month or year that holds its Thursday."""
    if number < 0:
        monday = monday_of(last)
        if monday + timedelta(days=_THURSDAY) > last:
            monday -= timedelta(days=_WEEK)
        return containing(monday + timedelta(days=_WEEK * (number + 1)), "week")
    monday = monday_of(first)
    if monday + timedelta(days=_THURSDAY) < first:
        monday += timedelta(days=_WEEK)
    monday += timedelta(days=_WEEK * (number - 1))
    return containing(monday, "week") if monday + timedelta(days=_THURSDAY) <= last else None


def _half(first: date, last: date, number: int) -> Period | None:
    """Half the days of a period that is no year; the first half of a month ends with its 15th."""
    second = first + timedelta(days=((last - first).days + 1) // 2)
    if number not in (1, 2, -1):
        return None
    return interval(first, second - timedelta(days=1)) if number == 1 else interval(second, last)


def _unit(first: date, last: date, ordinal: Ordinal) -> Period | None:
    unit: Unit = ordinal.unit or "day"
    if unit == "workday":
        base = last + _ONE if ordinal.number < 0 else first - _ONE
        return containing(moved(base, unit, ordinal.number), unit)
    if ordinal.number < 0:
        found = containing(moved(last.replace(day=1) if unit in _LONG else last, unit, ordinal.number + 1), unit)
        return found if found.last is not None and found.last >= first else None
    start = moved(first, unit, ordinal.number - 1)
    return containing(start, unit) if start <= last else None
