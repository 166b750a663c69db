"""From a form and its filled slots to a reading: one function a kind of expression, and the table of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from communique.tagging.dates.distance_building import DISTANCE_BUILDERS
from communique.tagging.dates.filled import full_year, integer, month_of, number, unit_of
from communique.tagging.dates.lexicon import Slots
from communique.tagging.dates.periods import Unit
from communique.tagging.dates.readings import (
    Between,
    Calendar,
    Decade,
    Holiday,
    Offset,
    Ordinal,
    Reading,
    Relative,
    Season,
    Written,
)
from communique.tagging.dates.recurring import LATEST
from communique.tagging.dates.week_building import WEEK_BUILDERS

_MONTHS, _QUARTERS, _CENTURY = 12, 4, 100
_YEAR_WORDS = ("thousand", "hundred", "tenword", "oneword")


def _written(slots: Slots) -> Reading:
    iso = str(slots["iso"])
    return Written(iso if "-" in iso else f"{iso[:4]}-{iso[4:6]}-{iso[6:]}")


def _date(slots: Slots) -> Reading:
    return Calendar(full_year(slots), month_of(slots), integer(slots, "day"), integer(slots, "shift"))


def _day_range(slots: Slots) -> Reading:
    year, month = full_year(slots), month_of(slots)
    return Between(Calendar(year, month, integer(slots, "day")), Calendar(year, month, integer(slots, "day2")))


def _span(slots: Slots) -> Reading | None:
    """From one date to another of the same form; the second's slots are numbered."""
    other = {name[:-1]: value for name, value in slots.items() if name.endswith("2")}
    read = _numeric if "first" in slots else _date
    first, last = read(slots), read({**other, "day_first": slots["day_first"]})
    years = full_year(slots) or 0, integer(other, "year") or 0
    if first is None or last is None or (first == Calendar(years[0]) and years[0] >= years[1]):
        return None
    return Between(first, last)


def _years(slots: Slots) -> Reading | None:
    """The years of "2018-19"; up to 12 the second number is a month."""
    first, short = number(slots, "year"), number(slots, "short")
    last = first - first % _CENTURY + short
    return Between(Calendar(first), Calendar(last)) if short > _MONTHS and first < last else None


def _numeric(slots: Slots) -> Reading | None:
    first, second = number(slots, "first"), number(slots, "second")
    is_day_first = (
        slots["day_first"] or slots.get("sep") == ""
    )  # a dot is stripped: nobody writes 07.08.2024 month first
    day, month = (first, second) if is_day_first else (second, first)
    known_order = slots["day_first"] and full_year(slots) is None
    if month > _MONTHS >= day and not known_order:
        day, month = month, day
    return Calendar(full_year(slots), month, day) if 1 <= month <= _MONTHS and day else None


def _latest_month(slots: Slots) -> Reading:
    return Calendar(month=month_of(slots), shift=LATEST)


def _month_number(slots: Slots) -> Reading:
    return Calendar(full_year(slots), integer(slots, "monthnumber"))


def _day_of_month(slots: Slots) -> Reading:
    return Calendar(day=integer(slots, "dayth") or integer(slots, "day"))


def _year_named(slots: Slots) -> Reading | None:
    """The year that a quarter or a half is said to be of, None without one."""
    year, shift = full_year(slots), integer(slots, "shift")
    if year is None:
        return None if shift is None else Relative("year", shift)
    return Calendar(year)


def _quarter(slots: Slots) -> Reading | None:
    nth = integer(slots, "quarter") or number(slots, "nth")
    return Ordinal(nth, "quarter", within=_year_named(slots)) if nth <= _QUARTERS else None


def _half(slots: Slots) -> Reading | None:
    return Ordinal(integer(slots, "halfnumber") or number(slots, "nth"), "half", within=_year_named(slots))


def _ordinal(slots: Slots) -> Reading:
    weekday = integer(slots, "dayname")
    return Ordinal(number(slots, "nth"), unit_of(slots) if "unit" in slots else None, weekday)


def _ordinals(slots: Slots) -> Reading:
    unit = unit_of(slots) if "unit" in slots else "month"
    return Ordinal(cast("int", slots.get("nth", 1)), unit, count=number(slots, "num"))


def _ordinal_here(slots: Slots) -> Reading:
    return replace(cast("Ordinal", _ordinal(slots)), within=Relative(unit_of(slots, "unit2"), 0))


def _ordinals_here(slots: Slots) -> Reading:
    return replace(cast("Ordinal", _ordinals(slots)), within=Relative(unit_of(slots, "unit2"), 0))


def _last(slots: Slots) -> Reading:
    return Relative(unit_of(slots), -1)


def _season(slots: Slots) -> Reading:
    return Season(number(slots, "season"), full_year(slots), integer(slots, "shift"))


def _holiday(slots: Slots) -> Reading:
    shift = integer(slots, "shift")
    return Holiday(str(slots["holiday"]), full_year(slots), integer(slots, "step") if shift is None else shift)


def _holiday_day(slots: Slots) -> Reading | None:
    """A day of a feast, "the second day of the feast", or its eve."""
    nth = number(slots, "nth") if "nth" in slots else 0
    return Offset(((nth - 1, "day"),), _holiday(slots), exact=True) if nth >= 0 else None


def _step(slots: Slots) -> Reading:
    return Relative(unit_of(slots), number(slots, "side"), "text")


def _weekend(_: Slots) -> Reading:
    return Relative("weekend", 0)


def _fixed(reading: Reading) -> Callable[[Slots], Reading]:
    return lambda _: reading


def _days_of_month(slots: Slots) -> Reading:
    return Between(Calendar(day=integer(slots, "day")), Calendar(day=integer(slots, "day2")))


def _day_within(slots: Slots) -> Reading:
    return Calendar(day=integer(slots, "day"), within=Relative("month", number(slots, "shift")))


def _days_within(slots: Slots) -> Reading:
    month = Relative("month", number(slots, "shift"))
    return Between(
        Calendar(day=integer(slots, "day"), within=month), Calendar(day=integer(slots, "day2"), within=month)
    )


def _relative(slots: Slots) -> Reading:
    return Relative(unit_of(slots), number(slots, "shift"))


def _text_relative(slots: Slots) -> Reading:
    return Relative(unit_of(slots) if "unit" in slots else "day", number(slots, "step"), "text")


def _next_told(slots: Slots) -> Reading:
    return Relative(unit_of(slots) if "unit" in slots else "day", 1, "told")


def _latest(slots: Slots) -> Reading:
    return Relative(unit_of(slots) if "unit" in slots else "quarter", -1)


def _this(slots: Slots) -> Reading:
    return Relative(cast("Unit", slots.get("unit", "weekend")), 0)


def _decade(slots: Slots) -> Reading:
    if "decadeword" in slots or "thousand" in slots:
        return Decade(integer(slots, "decadeword") or number(slots, "year"))
    return Decade(100 * cast("int", slots.get("century", 19)) + 10 * number(slots, "tens"))


def _century(slots: Slots) -> Reading:
    nth = next(found for name in ("centurynumber", "centuryword", "centuryth") if (found := integer(slots, name)))
    first = (nth - 1) * 100
    return Between(Calendar(first), Calendar(first + 99))


def _year(slots: Slots) -> Reading:
    return Calendar(integer(slots, "old") or full_year(slots))


def _since_year(slots: Slots) -> Reading:
    return Between(_year(slots), None)


def _until_year(slots: Slots) -> Reading:
    return Between(None, _year(slots))


_BUILDERS: dict[str, Callable[[Slots], Reading | None]] = {
    "century": _century,
    "date": _date,
    "day_within": _day_within,
    "days_of_month": _days_of_month,
    "days_within": _days_within,
    "day_after": _fixed(Relative("day", 2)),
    "day_before": _fixed(Relative("day", -2)),
    "day_of_month": _day_of_month,
    "day_range": _day_range,
    "decade": _decade,
    "half": _half,
    "holiday": _holiday,
    "holiday_day": _holiday_day,
    "last": _last,
    "latest": _latest,
    "month": _date,
    "latest_month": _latest_month,
    "month_number": _month_number,
    "next_told": _next_told,
    "now": _fixed(Relative("day", 0)),
    "numeric": _numeric,
    "ordinal": _ordinal,
    "ordinal_here": _ordinal_here,
    "ordinals": _ordinals,
    "ordinals_here": _ordinals_here,
    "quarter": _quarter,
    "relative": _relative,
    "season": _season,
    "since_year": _since_year,
    "span": _span,
    "step": _step,
    "text_relative": _text_relative,
    "this": _this,
    "weekend": _weekend,
    "until_year": _until_year,
    "written": _written,
    "year": _year,
    "years": _years,
    **DISTANCE_BUILDERS,
    **WEEK_BUILDERS,
}


def reading_of(kind: str, slots: Slots) -> Reading | None:
    """What the words say, or None where the numbers are no date."""
    if "thousand" in slots or "hundred" in slots:
        slots = {**slots, "year": sum(cast("int", slots.get(name, 0)) for name in _YEAR_WORDS)}
    return _BUILDERS[kind](slots)
