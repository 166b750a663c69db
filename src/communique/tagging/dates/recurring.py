"""What comes back every year: which of its years an expression without one means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.tagging.dates.holidays import holiday_in
from communique.tagging.dates.periods import Period, containing, season
from communique.tagging.dates.readings import Holiday, Season
from communique.tagging.mentions import Anchor, Granularity

Sense = Literal["past", "future", "unknown"]
_YEARS, _AGAINST = 4, 3
_SEASON_ENDS = {21: 5, 22: 8, 23: 11, 24: 13}


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: the publication date, the date named before it, and the tense around it."""

    published: date | None
    previous: Period | None = None
    sense: Sense = "unknown"


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
    return min(candidates, key=lambda found: _distance(found, today, setting.sense), default=None)


def _distance(found: Period, today: date, sense: Sense) -> int:
    """How far a period lies from today; more counts against the tense, since a far one is named with its year."""
    first, last = found.first or today, found.last or today
    ahead, back = (first - today).days, (today - last).days
    return max(ahead * (_AGAINST if sense == "past" else 1), back * (_AGAINST if sense == "future" else 1), 0)


def season_near(reading: Season, setting: Setting) -> Resolved:
    if reading.year is not None:
        return known(season(reading.year, reading.season))
    today = setting.published
    if today is None:
        return unknown("season", f"XXXX-{reading.season}")
    current = chosen(lambda year: season(year, reading.season), setting, today)
    if reading.shift == -1:
        current = season(today.year - (today.month <= _SEASON_ENDS[reading.season]), reading.season)
    elif reading.shift is not None:
        current = season(
            today.year + (reading.shift if today.month >= _SEASON_ENDS[reading.season] - 2 else 0), reading.season
        )
    return known(current, "published") if current else unknown("season")


def holiday_near(reading: Holiday, setting: Setting) -> Resolved:
    if reading.year is not None:
        named = _holiday_day(reading.rule, reading.year)
        return known(named) if named else unknown("day")
    if setting.published is None:
        return unknown("day", f"XXXX-{reading.rule}" if reading.rule[:2].isdigit() and "-" in reading.rule else None)
    found = chosen(lambda year: _holiday_day(reading.rule, year), setting, setting.published)
    return known(found, "published") if found else unknown("day")


def _holiday_day(rule: str, year: int) -> Period | None:
    day = holiday_in(rule, year)
    return containing(day, "day") if day else None
