"""What comes back every year: which of its years an expression without one means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.tagging.dates.holidays import holiday_in
from communique.tagging.dates.periods import OutsideCalendarError, Period, calendar, moved, season
from communique.tagging.dates.readings import Calendar, Holiday, Ordinal, Season
from communique.tagging.mentions import Anchor, Granularity

Sense = Literal["past", "future", "unknown"]
_YEARS, _MONTHS = 4, 14
LATEST = -3
"""The step of a month that is the one just over: "this past February", told in March, is of this year."""
_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 13}
_WINTER, _WINTER_ENDS = 24, 2


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the publication date, the date named before it, and the tense around it,
    which is looked for only where an expression asks for it."""

    published: date | None
    previous: Period | None = None
    tense: Callable[[], Sense] = lambda: "unknown"
    weight: Callable[[], int] = lambda: 3
    """How many times a day that the tense speaks against counts."""
    is_before_told: Callable[[], bool] = lambda: False
    """Whether the sentence names a date before and tells by its verb of what was earlier still."""

    @property
    def sense(self) -> Sense:
        """Whether the words around look back or ahead."""
        return self.tense()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The period, or None with `partial` telling what is known, and what it was resolved against."""

    period: Period | None
    granularity: Granularity
    anchor: Anchor
    partial: str | None = None


def known(found: Period, anchor: Anchor = "none") -> Resolved:
    return Resolved(found, found.granularity, anchor)


def unknown(granularity: Granularity, partial: str | None = None) -> Resolved:
    return Resolved(None, granularity, "none", partial)


def chosen(make: Callable[[int], Period | None], setting: Setting, today: date) -> Period | None:
    """The period of the year that the tense asks for; of several the nearest."""
    years = range(max(1, today.year - _YEARS), today.year + _YEARS + 1)
    candidates = [found for year in years if (found := make(year)) is not None]
    return min(candidates, key=lambda found: _distance(found, today, setting), default=None)


def _distance(found: Period, today: date, setting: Setting) -> int:
    """How far a period lies from today; more counts against the tense, since a far one is named with its year."""
    sense = setting.sense
    against = 1 if sense == "unknown" else setting.weight()
    first, last = found.first or today, found.last or today
    ahead, back = (first - today).days, (today - last).days
    return max(ahead * (against if sense == "past" else 1), back * (against if sense == "future" else 1), 0)


def season_near(reading: Season, setting: Setting) -> Resolved:
    if reading.year is not None:
        return known(season(reading.year, reading.season))
    today = setting.published
    if today is None:
        return unknown("season", f"XXXX-{reading.season}")
    current = chosen(lambda year: season(year, reading.season), setting, today)
    if reading.shift == -1:
        running = reading.season == _WINTER and today.month <= _WINTER_ENDS
        current = season(today.year - (today.month <= _SEASON_ENDS[reading.season]) - running, reading.season)
    elif reading.shift == 0:
        current = chosen(lambda year: _in_tense(season(year, reading.season), setting, today), setting, today)
    elif reading.shift is not None:
        current = season(
            today.year + (reading.shift if today.month >= _SEASON_ENDS[reading.season] - 2 else 0), reading.season
        )
    return known(current, "published") if current else unknown("season")


def _in_tense(found: Period, setting: Setting, today: date) -> Period | None:
    """The period, None where the tense denies it: one to come in what is told as past, one over in what lies ahead."""
    over, ahead = found.last is not None and found.last < today, found.first is not None and found.first > today
    return None if (over and setting.sense == "future") or (ahead and setting.sense == "past") else found


def holiday_near(reading: Holiday, setting: Setting) -> Resolved:
    if reading.year is not None:
        named = holiday_in(reading.rule, reading.year)
        return known(named) if named else unknown("day")
    today = setting.published
    if today is None:
        return unknown("day", f"XXXX-{reading.rule}" if reading.rule[:2].isdigit() and "-" in reading.rule else None)
    if reading.shift:
        found = _holiday_beside(reading.rule, reading.shift, today)
    else:
        found = chosen(lambda year: holiday_in(reading.rule, year), setting, today)
    return known(found, "published") if found else unknown("day")


def _holiday_beside(rule: str, shift: int, today: date) -> Period | None:
    """The last such holiday before today, or the next after it."""
    near = [found for year in range(today.year - 1, today.year + 2) if (found := holiday_in(rule, max(1, year)))]
    if shift < 0:
        return max((found for found in near if found.last and found.last < today), key=_value, default=None)
    return min((found for found in near if found.first and found.first > today), key=_value, default=None)


def _value(found: Period) -> str:
    return found.value


def in_calendar(year: int, month: int | None, day: int | None) -> Period | None:
    """The day, month or year, None where the calendar does not have it."""
    try:
        return calendar(year, month, day)
    except OutsideCalendarError:
        return None


def shifted_month(reading: Calendar, today: date) -> Period | None:
    """The month (and day) of "last May", None where the words name no such step."""
    if reading.shift is None or reading.month is None:
        return None
    if reading.shift == LATEST:
        return calendar(today.year - (reading.month >= today.month), reading.month, reading.day)
    passed = reading.month < today.month - 1
    year = today.year + {-1: -1 if not passed else 0, 0: 0, 1: 1 if reading.month <= today.month else 0}[reading.shift]
    return calendar(year, reading.month, reading.day)


def day_of_month(reading: Calendar, setting: Setting, today: date) -> Resolved:
    """A day of an unnamed month: of the one named before, else near today as the tense asks for."""
    if reading.weekday is not None and reading.day is not None:
        found = _weekday_and_day(reading.day, reading.weekday, setting, today)
        return known(found, "published") if found else unknown("day", f"XXXX-XX-{reading.day:02d}")
    here = setting.previous.first if setting.previous and setting.previous.first else today
    found = in_calendar(today.year, today.month, reading.day)
    before = setting.sense != "future" and reading.day is not None and reading.day > today.day
    if setting.sense == "past" and before:
        earlier = moved(today.replace(day=1), "month", -1)
        found = in_calendar(earlier.year, earlier.month, reading.day)
    elif here.year == today.year and setting.previous is not None:
        found = in_calendar(here.year, here.month, reading.day) or found
    return known(found, "published") if found else unknown("day", f"XXXX-XX-{reading.day:02d}")


def sensed(found: Period | None, reading: Ordinal, setting: Setting) -> Period | None:
    """The period unless the tense denies it; a quarter's results are spoken of in every tense, so not those."""
    if found is None or found.first is None or found.last is None or setting.published is None:
        return found
    if reading.unit == "quarter":
        return found
    return _in_tense(found, setting, setting.published)


def _weekday_and_day(day: int, weekday: int, setting: Setting, today: date) -> Period | None:
    """The nearest day of that number that is that weekday, as the tense asks for."""
    start = today.replace(day=1)
    months = (moved(start, "month", count) for count in range(-_MONTHS, _MONTHS + 1))
    found = (in_calendar(month.year, month.month, day) for month in months)
    fitting = (one for one in found if one and one.first and one.first.weekday() == weekday)
    return min(fitting, key=lambda one: _distance(one, today, setting), default=None)
