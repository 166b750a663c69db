"""Readings to periods of the calendar: one function a reading."""

from collections.abc import Callable
from dataclasses import replace
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
    edge_of,
    granularity_of,
    interval,
    moved,
    period,
    point_of,
    since,
    until,
)
from communique.tagging.dates.readings import (
    Between,
    Calendar,
    Decade,
    Edge,
    Holiday,
    Offset,
    Ordinal,
    Part,
    Reading,
    Relative,
    Run,
    Season,
    Stretch,
    Weekday,
    Written,
)
from communique.tagging.dates.recurring import (
    Resolved,
    Setting,
    chosen,
    day_of_month,
    holiday_near,
    in_calendar,
    known,
    season_near,
    sensed,
    shifted_month,
    unknown,
)
from communique.tagging.dates.weekdays import between_weekdays, is_definite, part_of_week, weekday_near
from communique.tagging.dates.years import first_with_year, last_with_year
from communique.tagging.mentions import Anchor, Granularity

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY = 5
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
        return unknown(granularity, partial) if today is None else day_of_month(reading, setting, today)
    found = shifted_month(reading, today) or chosen(
        lambda year: in_calendar(year, reading.month, reading.day), setting, today
    )
    return known(found, "published") if found else unknown(granularity, partial)


def _within(reading: Calendar, container: Resolved) -> Resolved:
    if container.period is None or container.period.first is None:
        return unknown("day" if reading.day else "month", None)
    year, month = container.period.first.year, reading.month
    if month is None and container.granularity == "month":
        month = container.period.first.month
    return known(calendar(year, month, reading.day), container.anchor)


def _weekday(reading: Weekday, setting: Setting) -> Resolved:
    name = _NAMES[reading.weekday]
    if reading.week is not None:
        week = resolve(reading.week, setting)
        if week.period is None or week.period.first is None:
            return unknown("day", name)
        return known(_day(monday_of(week.period.first) + timedelta(days=reading.weekday)), week.anchor)
    if setting.published is None:
        return unknown("day", name)
    return known(_day(weekday_near(reading, setting.published, setting.sense)), "published")


def _day(day: date) -> Period:
    return containing(day, "day")


def _relative(reading: Relative, setting: Setting) -> Resolved:
    base, anchor = _base(reading.base, setting)
    if base is None:
        return unknown(granularity_of(reading.unit))
    if reading.unit == "weekend" and reading.shift == 0 and setting.sense == "past" and base.weekday() < _SATURDAY:
        base = moved(base, "week", -1)
    return known(
        containing(
            moved(base.replace(day=1) if reading.unit in _LONG else base, reading.unit, reading.shift), reading.unit
        ),
        anchor,
    )


def _base(base: str, setting: Setting) -> tuple[date | None, Anchor]:
    named = setting.previous.first if setting.previous else None
    if named is not None and (base == "text" or (base == "told" and _is_told(named, setting))):
        return named, "text"
    return setting.published, "published"


def _is_told(named: date, setting: Setting) -> bool:
    """Whether steps ahead go on from the date named before: in a tale of what was, or where that date lies ahead."""
    return setting.sense == "past" or (setting.published is not None and named > setting.published)


def _offset(reading: Offset, setting: Setting) -> Resolved:
    unit = reading.grain or _counted(reading.steps[-1][1])
    base, anchor, exact, is_approximate = _offset_base(reading, setting)
    if base is None:
        return unknown(granularity_of(unit))
    day = base
    for count, step in reading.steps:
        day = moved(day, step, count)
    exact = reading.grain is None and (exact or len(reading.steps) > 1 or reading.exact)
    if setting.previous and anchor == "text" and reading.grain is None:
        unit = _grain(setting.previous, unit)
    found = _day(day) if exact else containing(day, unit)
    return known(replace(found, value=f"{found.value}~") if is_approximate else found, anchor)


def _counted(unit: Unit) -> Unit:
    """What a distance of so many units is exact to: a decade ago is a year, and no decade."""
    return "year" if unit == "decade" else unit


def _grain(previous: Period, unit: Unit) -> Unit:
    """A year before a quarter is a quarter; else the step's own unit."""
    match previous.granularity:
        case "month" | "quarter" | "half" if unit == "year":
            return previous.granularity
    return unit


def _offset_base(reading: Offset, setting: Setting) -> tuple[date | None, Anchor, bool, bool]:
    """The day counted from, its anchor, whether a day is asked for, and whether it is approximate."""
    if isinstance(reading.base, str):
        by_quarter = setting.previous is not None and setting.previous.granularity == "quarter"
        yearly = by_quarter and reading.steps == ((-1, "year"),)
        is_back = reading.base == "published" and reading.steps[0][0] < 0
        base, anchor = _base("text" if yearly or (is_back and setting.is_before_told()) else reading.base, setting)
        return base, anchor, False, False
    found = resolve(reading.base, setting)
    if found.period is None:
        return None, found.anchor, True, False
    return found.period.first, found.anchor, True, found.period.value.endswith("~")


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
    granularity = granularity_of(reading.unit or "day")
    if reading.within is None and reading.unit is None:
        return _ordinal(replace(reading, within=Relative("month", 0)), setting)
    if reading.within is None:
        if setting.published is None:
            return unknown(granularity)
        found = chosen(
            lambda year: sensed(nth_in(calendar(year), reading), reading, setting), setting, setting.published
        )
        return known(found, "published") if found else unknown(granularity)
    container = resolve(reading.within, setting)
    if container.period is None:
        return unknown(granularity)
    inside = nth_in(container.period, reading)
    if inside is None:
        raise OutsideCalendarError(str(reading))
    return known(inside, container.anchor)


def _part(reading: Part, setting: Setting) -> Resolved:
    week = resolve(reading.whole, setting)
    if week.period is None or week.period.first is None or setting.published is None:
        return week
    return known(part_of_week(week.period.first, reading.part, setting.published), week.anchor)


def _is_ahead(reading: Reading) -> bool:
    """Whether a range begins today or later, so that its end lies ahead as well."""
    return isinstance(reading, Relative) and (reading.unit, reading.base) == ("day", "published") and reading.shift >= 0


def _between(reading: Between, setting: Setting) -> Resolved:
    if reading.last is None or reading.first is None:
        only = reading.first or reading.last
        assert only is not None  # noqa: S101 - a Between has one end at least
        end = resolve(only, setting)
        if end.period is None:
            return unknown("interval", end.partial)
        return known(since(end.period) if reading.last is None else until(end.period), end.anchor)
    last = resolve(reading.last, replace(setting, tense=lambda: "future") if _is_ahead(reading.first) else setting)
    first = resolve(first_with_year(reading.first, reading.last, last, setting), setting)
    if (dated := last_with_year(reading.first, reading.last, first)) is not reading.last:
        last = resolve(dated, setting)
    if first.period is None or last.period is None:
        both = f"{first.partial}/{last.partial}" if first.partial and last.partial else None
        return unknown("interval", both)
    anchor: Anchor = "published" if "published" in (first.anchor, last.anchor) else first.anchor
    ends = _bound(reading.first, first.period), _bound(reading.last, last.period)
    if isinstance(reading.first, Weekday) and isinstance(reading.last, Weekday):
        onward = setting.sense == "future" or is_definite(reading.first)
        return known(between_weekdays(*ends, onward=onward), anchor)
    return known(between(*ends), anchor)


def _bound(reading: Reading, found: Period) -> Period:
    return point_of(found, reading.edge) if isinstance(reading, Edge) else found


def _run(reading: Run, setting: Setting) -> Resolved:
    base = resolve(reading.base, setting) if reading.base else unknown("day")
    (count, _), *_ = reading.steps
    ends = (base.period.first, base.period.last) if base.period else (None, None)
    day = ends[count < 0]
    if day is None:
        return unknown("interval")
    step = timedelta(days=1 if count > 0 else -1)
    other = day - step
    for count, unit in reading.steps:
        other = moved(other, unit, count)
    return known(interval(min(day, other), max(day, other)), base.anchor)


def _edge(reading: Edge, setting: Setting) -> Resolved:
    whole = resolve(reading.whole, setting)
    return known(edge_of(whole.period, reading.edge), whole.anchor) if whole.period else whole


_RESOLVERS: dict[type[Reading], Callable[[Any, Setting], Resolved]] = {
    Between: _between,
    Calendar: _calendar,
    Edge: _edge,
    Holiday: holiday_near,
    Offset: _offset,
    Ordinal: _ordinal,
    Part: _part,
    Relative: _relative,
    Run: _run,
    Season: season_near,
    Stretch: _stretch,
    Weekday: _weekday,
}
