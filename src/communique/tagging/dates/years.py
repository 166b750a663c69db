"""The year of a range's end that is said without one, from its other end."""

from dataclasses import replace

from communique.tagging.dates.readings import Calendar, Reading
from communique.tagging.dates.recurring import Resolved, Setting


def first_with_year(first: Reading, last: Reading, end: Resolved, setting: Setting) -> Reading:
    """The first end of a range; its year, where it has none, is the last one at which it comes before the other end."""
    if not isinstance(first, Calendar) or first.year is not None or end.period is None or first.month is None:
        return first
    if first.shift is not None or first.within is not None:
        return first
    if not isinstance(last, Calendar) and setting.published is None:
        return first
    finish = end.period.last or end.period.first
    assert finish is not None  # noqa: S101 - resolved ends are closed
    later = (first.month, first.day or 1) > (finish.month, finish.day)
    return replace(first, year=finish.year - later)


def last_with_year(first: Reading, last: Reading, start: Resolved) -> Reading:
    """The last end of a range ("from March 2024 to May"): the next such month or day after a start that has a year."""
    begin = start.period.first if start.period else None
    match first, last:
        case Calendar() as one, Calendar(year=None, month=int(month), shift=None, within=None):
            if begin is not None and (one.year is not None or one.within is not None):
                return replace(last, year=begin.year + ((month, last.day or 31) < (begin.month, begin.day)))
    return last
