"""Business days: Monday to Friday, since holidays differ by country."""

from datetime import date, timedelta

_DAYS, _WEEK, _FRIDAY = 5, 7, 4


def workdays_later(day: date, count: int) -> date:
    """The business day `count` of them later, or earlier where negative; a weekend counts from its nearer Friday."""
    if count < 0:
        monday = day if day.weekday() <= _FRIDAY else day + timedelta(days=_WEEK - day.weekday())
        weeks, rest = divmod(monday.weekday() + count, _DAYS)
        return monday - timedelta(days=monday.weekday()) + timedelta(days=_WEEK * weeks + rest)
    friday = day - timedelta(days=max(0, day.weekday() - _FRIDAY))
    weeks, rest = divmod(friday.weekday() + count, _DAYS)
    return friday - timedelta(days=friday.weekday()) + timedelta(days=_WEEK * weeks + rest)
