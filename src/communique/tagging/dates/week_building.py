"""Readings of weeks, their parts and their days."""

from collections.abc import Callable
from typing import cast

from communique.tagging.dates.filled import full_year, integer, month_of, number, unit_of
from communique.tagging.dates.lexicon import Slots
from communique.tagging.dates.periods import Unit
from communique.tagging.dates.readings import Between, Calendar, Offset, Ordinal, Part, Reading, Relative, Weekday

_FRIDAY, _WEEKS = 4, 53


def _weekday_named(slots: Slots) -> int:
    weekday = integer(slots, "weekday")
    return number(slots, "dayname") if weekday is None else weekday


def _weekday(slots: Slots) -> Reading:
    shift = integer(slots, "shift")
    return Weekday(_weekday_named(slots), integer(slots, "step") if shift is None else shift, coming="coming" in slots)


def _weekday_and_day(slots: Slots) -> Reading:
    day = integer(slots, "day")
    return Calendar(day=number(slots, "dayth") if day is None else day, weekday=_weekday_named(slots))


def _weekdays_away(slots: Slots) -> Reading:
    return Weekday(_weekday_named(slots), count=number(slots, "num") * (-1 if "back" in slots else 1))


def _second_ahead(slots: Slots) -> Reading:
    return Weekday(_weekday_named(slots), count=2)


def _second_back(slots: Slots) -> Reading:
    return Weekday(_weekday_named(slots), count=-2)


def _day_in_week(slots: Slots) -> Reading:
    return Weekday(_weekday_named(slots), week=Relative("week", cast("int", slots.get("shift", 1))))


def _working_week(slots: Slots) -> Reading:
    week = Relative("week", cast("int", slots.get("shift", 0)))
    return Between(Weekday(0, week=week), Weekday(_FRIDAY, week=week))


def _week_after(slots: Slots) -> Reading:
    return Relative(unit_of(slots), 2)


def _week_before(slots: Slots) -> Reading:
    return Relative(unit_of(slots), -2)


def _week_of(slots: Slots) -> Reading:
    unit = cast("Unit", slots.get("unit", "week"))
    return Offset(((0, unit),), "text", grain=unit)


def _week_of_date(slots: Slots) -> Reading:
    unit = cast("Unit", slots.get("unit", "week"))
    day = integer(slots, "day") or integer(slots, "dayth")
    return Offset(((0, unit),), Calendar(full_year(slots), month_of(slots), day), grain=unit)


def _week_number(slots: Slots) -> Reading | None:
    year, week = full_year(slots), number(slots, "num")
    return Ordinal(week, "week", within=None if year is None else Calendar(year)) if 1 <= week <= _WEEKS else None


def _part_of_week(slots: Slots) -> Reading:
    return Part(Relative("week", cast("int", slots.get("shift", 0))), number(slots, "weekpart"))


def _coming_week(_: Slots) -> Reading:
    return Relative("week", 1)


WEEK_BUILDERS: dict[str, Callable[[Slots], Reading | None]] = {
    "coming_week": _coming_week,
    "next_week": _day_in_week,
    "part_of_week": _part_of_week,
    "second_ahead": _second_ahead,
    "second_back": _second_back,
    "week_after": _week_after,
    "week_before": _week_before,
    "week_number": _week_number,
    "week_of": _week_of,
    "week_of_date": _week_of_date,
    "weekday": _weekday,
    "weekday_and_day": _weekday_and_day,
    "weekdays_away": _weekdays_away,
    "working_week": _working_week,
}
