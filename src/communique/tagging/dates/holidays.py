"""The days of holidays, from the rules of the word lists."""

from datetime import date, timedelta

from communique.tagging.dates.ordinals import nth_in
from communique.tagging.dates.periods import calendar
from communique.tagging.dates.readings import Ordinal


def holiday_in(rule: str, year: int) -> date | None:
    """The day of a holiday in a year: "12-25", "11/3/4" (the fourth Thursday of November) or "easter-2"."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if "/" in rule:
        month, weekday, number = (int(part) for part in rule.split("/"))
        found = nth_in(calendar(year, month), Ordinal(number, None, weekday))
        return found.first if found else None
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    full = (year % 19 + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * full + 114, 31)
    return date(year, month, day + 1)
