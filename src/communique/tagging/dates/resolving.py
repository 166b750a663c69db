"""Readings to periods of the calendar: one function a reading."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from communique.tagging.dates.edtf import monday_of
from communique.tagging.dates.ordinals import nth_in
from communique.tagging.dates.periods import (
    OutsideCalendarError,
    Period,
    Unit,
    between,
    calendar,
    containing,
    decade,
    interval,
    moved,
    period,
    since,
    until,
)
from communique.tagging.dates.readings import (
    Between,
    Calendar,
    Decade,
    Holiday,
    Offset,
    Ordinal,
    Reading,
    Relative,
    Season,
    Stretch,
    Weekday,
    Written,
)
from communique.tagging.dates.recurring import (
    Resolved,
    Sense,
    Setting,
    chosen,
    holiday_near,
    known,
    season_near,
    unknown,
)
from communique.tagging.dates.years import first_with_year, last_with_year
from communique.tagging.mentions import Anchor, Granularity

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YESTERDAY, _WEEK, _SATURDAY = 1, 7, 5
_LEAP_YEAR = 2024
_WHOLE = ("quarter", "half", "decade")
_LONG = ("month", "quarter", "half", "year", "decade")


@lru_cache(maxsize=4096)
def resolve(reading: Reading, setting: Setting) -> Resolved:
    """The days of a reading; raises OutsideCalendarError where the calendar lacks them."""
    if isinstance(reading, Decade):
        return known(decade(reading.year))
    if isinstance(reading, Written):
        return known(period(reading.value, "day"))
    return _RESOLVERS[type(reading)](reading, setting)


def _in_calendar(year: int, month: int | None, day: int | None) -> Period | None:
    try:
        return calendar(year, month, day)
    except OutsideCalendarError:
        return None


def _calendar(reading: Calendar, setting: Setting) -> Resolved:
    if reading.within is not None:
        return _within(reading, resolve(reading.within, setting))
    if reading.year is not None:
        return known(calendar(reading.year, reading.month, reading.day))
    granularity: Granularity = "month" if reading.day is None else "day"
    month = "XX" if reading.month is None else f"{reading.month:02d}"
    partial = f"XXXX-{month}" if reading.day is None else f"XXXX-{month}-{reading.day:02d}"
    today = setting.published
    if today is None or reading.month is None:
        calendar(_LEAP_YEAR, reading.month or 1, reading.day)
        return unknown(granularity, partial) if today is None else _day_of_month(reading, setting, today)
    found = _shifted_month(reading, today) or chosen(
        lambda year: _in_calendar(year, reading.month, reading.day), setting, today
    )
    return known(found, "published") if found else unknown(granularity, partial)


def _within(reading: Calendar, container: Resolved) -> Resolved:
    if container.period is None or container.period.first is None:
        return unknown("day" if reading.day else "month", None)
    year, month = container.period.first.year, reading.month
    if month is None and container.granularity == "month":
        month = container.period.first.month
    return known(calendar(year, month, reading.day), container.anchor)


def _shifted_month(reading: Calendar, today: date) -> Period | None:
    if reading.shift is None or reading.month is None:
        return None
    passed = reading.month < today.month - 1
    year = today.year + {-1: -1 if not passed else 0, 0: 0, 1: 1 if reading.month <= today.month else 0}[reading.shift]
    return calendar(year, reading.month, reading.day)


def _day_of_month(reading: Calendar, setting: Setting, today: date) -> Resolved:
    here = setting.previous.first if setting.previous and setting.previous.first else today
    found = _in_calendar(today.year, today.month, reading.day)
    before = setting.sense != "future" and reading.day is not None and reading.day > today.day
    if setting.sense == "past" and before:
        earlier = moved(today.replace(day=1), "month", -1)
        found = _in_calendar(earlier.year, earlier.month, reading.day)
    elif here.year == today.year and setting.previous is not None:
        found = _in_calendar(here.year, here.month, reading.day) or found
    return known(found, "published") if found else unknown("day", f"XXXX-XX-{reading.day:02d}")


def _weekday(reading: Weekday, setting: Setting) -> Resolved:
    name = _NAMES[reading.weekday]
    if reading.week is not None:
        week = resolve(reading.week, setting)
        if week.period is None or week.period.first is None:
            return unknown("day", name)
        return known(_day(monday_of(week.period.first) + timedelta(days=reading.weekday)), week.anchor)
    if setting.published is None:
        return unknown("day", name)
    return known(_day(_weekday_near(reading, setting.published, setting.sense)), "published")


def _weekday_near(reading: Weekday, today: date, sense: Sense) -> date:
    back = (today.weekday() - reading.weekday) % _WEEK
    ahead = (reading.weekday - today.weekday()) % _WEEK
    if reading.coming:
        return today + timedelta(days=ahead or _WEEK)
    if reading.shift == -1:
        return today - timedelta(days=back if back > _YESTERDAY else back + _WEEK)
    if reading.shift == 0:
        return monday_of(today) + timedelta(days=reading.weekday)
    if reading.shift is not None:
        return monday_of(today) + timedelta(days=_WEEK * reading.shift + reading.weekday)
    return today + timedelta(days=ahead) if sense == "future" else today - timedelta(days=back)


def _day(day: date) -> Period:
    return containing(day, "day")


def _relative(reading: Relative, setting: Setting) -> Resolved:
    base, anchor = _base(reading.base, setting)
    if base is None:
        return unknown(reading.unit)
    if reading.unit == "weekend" and reading.shift == 0 and setting.sense == "past" and base.weekday() < _SATURDAY:
        base = moved(base, "week", -1)
    return known(
        containing(
            moved(base.replace(day=1) if reading.unit in _LONG else base, reading.unit, reading.shift), reading.unit
        ),
        anchor,
    )


def _base(base: str, setting: Setting) -> tuple[date | None, Anchor]:
    if base == "text" and setting.previous is not None and setting.previous.first is not None:
        return setting.previous.first, "text"
    return setting.published, "published"


def _offset(reading: Offset, setting: Setting) -> Resolved:
    unit = reading.grain or reading.steps[-1][1]
    base, anchor, exact = _offset_base(reading, setting)
    if base is None:
        return unknown(unit)
    day = base
    for count, step in reading.steps:
        day = moved(day, step, count)
    exact = reading.grain is None and (exact or len(reading.steps) > 1 or reading.exact)
    if setting.previous and anchor == "text" and reading.grain is None:
        unit = _grain(setting.previous, unit)
    return known(_day(day) if exact else containing(day, unit), anchor)


def _grain(previous: Period, unit: Unit) -> Unit:
    """A year before a quarter is a quarter; else the step's own unit."""
    match previous.granularity:
        case "month" | "quarter" | "half" if unit == "year":
            return previous.granularity
    return unit


def _offset_base(reading: Offset, setting: Setting) -> tuple[date | None, Anchor, bool]:
    if isinstance(reading.base, str):
        by_quarter = setting.previous is not None and setting.previous.granularity == "quarter"
        yearly = by_quarter and reading.steps == ((-1, "year"),)
        base, anchor = _base("text" if yearly else reading.base, setting)
        return base, anchor, False
    found = resolve(reading.base, setting)
    return found.period.first if found.period else None, found.anchor, True


def _stretch(reading: Stretch, setting: Setting) -> Resolved:
    today = setting.published
    if today is None:
        return unknown("interval")
    if reading.unit in _WHOLE:
        near = containing(moved(today.replace(day=1), reading.unit, 1 if reading.count > 0 else -1), reading.unit)
        far = containing(moved(today.replace(day=1), reading.unit, reading.count), reading.unit)
        return known(between(*sorted((near, far), key=lambda found: found.value)), "published")
    other = moved(today, reading.unit, reading.count)
    step = timedelta(days=1)
    days = (other, today - step) if reading.count < 0 else (today + step, other)
    return known(interval(*days), "published")


def _ordinal(reading: Ordinal, setting: Setting) -> Resolved:
    granularity: Granularity = reading.unit or "day"
    if reading.within is None:
        if setting.published is None or reading.unit is None:
            return unknown(granularity)
        found = chosen(
            lambda year: _sensed(nth_in(calendar(year), reading), reading, setting), setting, setting.published
        )
        return known(found, "published") if found else unknown(granularity)
    container = resolve(reading.within, setting)
    if container.period is None:
        return unknown(granularity)
    inside = nth_in(container.period, reading)
    if inside is None:
        raise OutsideCalendarError(str(reading))
    return known(inside, container.anchor)


def _sensed(found: Period | None, reading: Ordinal, setting: Setting) -> Period | None:
    """The period unless the tense denies it; a quarter's results are spoken of in every tense, so not those."""
    if found is None or found.first is None or found.last is None or setting.published is None:
        return found
    if reading.unit == "quarter":
        return found
    over, ahead = found.last < setting.published, found.first > setting.published
    return None if (over and setting.sense == "future") or (ahead and setting.sense == "past") else found


def _between(reading: Between, setting: Setting) -> Resolved:
    if reading.last is None or reading.first is None:
        only = reading.first or reading.last
        assert only is not None  # noqa: S101 - a Between has one end at least
        end = resolve(only, setting)
        if end.period is None:
            return unknown("interval", end.partial)
        return known(since(end.period) if reading.last is None else until(end.period), end.anchor)
    last = resolve(reading.last, setting)
    first = resolve(first_with_year(reading.first, reading.last, last, setting), setting)
    if (dated := last_with_year(reading.first, reading.last, first)) is not reading.last:
        last = resolve(dated, setting)
    if first.period is None or last.period is None:
        both = f"{first.partial}/{last.partial}" if first.partial and last.partial else None
        return unknown("interval", both)
    anchor: Anchor = "published" if "published" in (first.anchor, last.anchor) else first.anchor
    if isinstance(reading.first, Weekday) and isinstance(reading.last, Weekday):
        return known(_between_weekdays(first.period, last.period, setting.sense), anchor)
    return known(between(first.period, last.period), anchor)


def _between_weekdays(first: Period, last: Period, sense: Sense) -> Period:
    """The days from one weekday to the next such other: where they stand the wrong way round, a week is between."""
    if first.value <= last.value:
        return between(first, last)
    days = tuple(date.fromisoformat(end.value) for end in (first, last))
    week = timedelta(days=_WEEK)
    return interval(days[0], days[1] + week) if sense == "future" else interval(days[0] - week, days[1])


_RESOLVERS: dict[type[Reading], Callable[[Any, Setting], Resolved]] = {
    Between: _between,
    Calendar: _calendar,
    Holiday: holiday_near,
    Offset: _offset,
    Ordinal: _ordinal,
    Relative: _relative,
    Season: season_near,
    Stretch: _stretch,
    Weekday: _weekday,
}
