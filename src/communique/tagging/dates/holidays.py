"""The days of holidays, from the rules of the word lists."""

from datetime import date, timedelta

from communique.tagging.dates.islamic import islamic_in
from communique.tagging.dates.ordinals import nth_in
from communique.tagging.dates.periods import Period, calendar, containing, interval, period
from communique.tagging.dates.readings import Ordinal

_LUNAR_MONTH = 30


def holiday_in(rule: str, year: int) -> Period | None:
    """The holiday in a year, None where it has none.

    The rule is a month and day ("12-25"), a weekday of a month ("11/3/4": the fourth Thursday of November,
    "11/3/4+1": the day after), days from Easter ("easter-2"), or a month or day of the Islamic year ("islamic-10-01").
    """
    if rule.startswith("islamic"):
        return _islamic(rule.removeprefix("islamic-"), year)
    if rule.startswith("easter"):
        return containing(easter(year) + timedelta(days=int(rule.removeprefix("easter"))), "day")
    if "/" in rule:
        return _of_month(rule, year)
    month, day = (int(part) for part in rule.split("-"))
    return calendar(year, month, day)


def _of_month(rule: str, year: int) -> Period | None:
    named, _, later = rule.partition("+")
    month, weekday, number = (int(part) for part in named.split("/"))
    found = nth_in(calendar(year, month), Ordinal(number, None, weekday))
    return containing(found.first + timedelta(days=int(later or 0)), "day") if found and found.first else None


def _islamic(rule: str, year: int) -> Period | None:
    month, _, day = rule.partition("-")
    found = islamic_in(int(month), int(day or 1), year)
    if not found:
        return None
    return period(f"{found[0]}~", "day") if day else interval(found[0], found[0] + timedelta(days=_LUNAR_MONTH - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    full = (year % 19 + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * full + 114, 31)
    return date(year, month, day + 1)
