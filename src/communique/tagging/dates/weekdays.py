"""Which day a weekday's name means."""

from datetime import date, timedelta

from communique.tagging.dates.edtf import monday_of
from communique.tagging.dates.periods import Period, interval
from communique.tagging.dates.readings import Weekday
from communique.tagging.dates.recurring import Sense

_YESTERDAY, _MIDDLE, _WEEK = 1, 3, 7


def weekday_near(reading: Weekday, today: date, sense: Sense) -> date:
    """The day that a weekday means on the day `today`: by its "next" or "last", else by the tense."""
    back = (today.weekday() - reading.weekday) % _WEEK
    ahead = (reading.weekday - today.weekday()) % _WEEK
    if reading.count is not None:
        weeks = timedelta(days=_WEEK * (abs(reading.count) - 1))
        days = timedelta(days=(ahead if reading.count > 0 else back) or _WEEK)
        return today + days + weeks if reading.count > 0 else today - days - weeks
    if reading.coming:
        return today + timedelta(days=ahead or _WEEK)
    if reading.shift == -1:
        return today - timedelta(days=back if back > _YESTERDAY else back + _WEEK)
    if reading.shift == 0:
        return monday_of(today) + timedelta(days=reading.weekday)
    if reading.shift is not None:
        return monday_of(today) + timedelta(days=_WEEK * reading.shift + reading.weekday)
    return today + timedelta(days=ahead) if sense == "future" else today - timedelta(days=back)


def is_definite(reading: Weekday) -> bool:
    """Whether the words say which of the weekdays is meant, so that a range goes on from it."""
    return reading.coming or (reading.shift, reading.week, reading.count) != (None, None, None)


def between_weekdays(first: Period, last: Period, *, onward: bool) -> Period:
    """The days from one weekday to the next such other; `onward` says that the first one is fixed and not the last."""
    days = tuple(date.fromisoformat(end.value) for end in (first, last))
    reach = timedelta(days=(days[1] - days[0]).days % _WEEK)
    return interval(days[0], days[0] + reach) if onward else interval(days[1] - reach, days[1])


def part_of_week(monday: date, part: int, today: date) -> Period:
    """The days of a part of a week (see `Part`); up to Wednesday, from Thursday on."""
    sunday = monday + timedelta(days=_WEEK - 1)
    ends = {
        -1: (monday, monday + timedelta(days=_MIDDLE - 1)),
        1: (monday + timedelta(days=_MIDDLE), sunday),
        -2: (monday, max(monday, min(today, sunday))),
        2: (min(sunday, max(today, monday)), sunday),
    }
    return interval(*ends[part])
