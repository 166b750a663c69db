"""The tabular Islamic calendar: the days on which Ramadan and the two feasts fall by arithmetic.

Where the crescent is looked for, the day is announced; it seldom differs from the table by more than one, so the days
found here are approximate.
"""

from datetime import date, timedelta

_CYCLE_YEARS, _CYCLE_DAYS, _EPOCH = 30, 10631, date(622, 7, 18)
_YEAR, _MEAN = 354, 354.367
_MONTH = 59  # two months


def islamic_in(month: int, day: int, year: int) -> tuple[date, ...]:
    """The days of a Gregorian year on which that day of that Islamic month falls: one, seldom two or none."""
    guess = int((year - _EPOCH.year) * 365.2425 / _MEAN)
    return tuple(
        found for candidate in range(guess - 1, guess + 3) if (found := _gregorian(candidate, month, day)).year == year
    )


def _gregorian(year: int, month: int, day: int) -> date:
    """Reingold and Dershowitz, Calendrical Calculations, 4th ed. 2018, chapter 7 (leap years 2, 5, 7, 10, ...)."""
    before = (year - 1) * _YEAR + (3 + 11 * year) // _CYCLE_YEARS
    return _EPOCH + timedelta(days=before + (_MONTH * (month - 1) + 1) // 2 + day - 1)
