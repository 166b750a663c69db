"""From a form and its filled slots to a reading: one function a kind of expression, and the table of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from communique.tagging.dates.filled import full_year, integer, month_of, number, steps, unit_of
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
    Stretch,
    Weekday,
    Written,
)

_MONTHS = 12


def _written(slots: Slots) -> Reading:
    return Written(str(slots["iso"]))


def _date(slots: Slots) -> Reading:
    return Calendar(integer(slots, "year"), month_of(slots), integer(slots, "day"), integer(slots, "shift"))


def _day_range(slots: Slots) -> Reading:
    year, month = integer(slots, "year"), month_of(slots)
    return Between(Calendar(year, month, integer(slots, "day")), Calendar(year, month, integer(slots, "day2")))


def _span(slots: Slots) -> Reading | None:
    """From one date to another of the same form; the second's slots are numbered."""
    other = {name[:-1]: value for name, value in slots.items() if name.endswith("2")}
    read = _numeric if "first" in slots else _date
    first, last = read(slots), read({**other, "day_first": slots["day_first"]})
    years = integer(slots, "year") or 0, integer(other, "year") or 0
    if first is None or last is None or (first == Calendar(years[0]) and years[0] >= years[1]):
        return None
    return Between(first, last)


def _numeric(slots: Slots) -> Reading | None:
    first, second = number(slots, "first"), number(slots, "second")
    day, month = (first, second) if slots["day_first"] else (second, first)
    known_order = slots["day_first"] and full_year(slots) is None
    if month > _MONTHS >= day and not known_order:
        day, month = month, day
    return Calendar(full_year(slots), month, day) if 1 <= month <= _MONTHS and day else None


def _month_number(slots: Slots) -> Reading:
    return Calendar(integer(slots, "year"), integer(slots, "monthnumber"))


def _day_of_month(slots: Slots) -> Reading:
    return Calendar(day=integer(slots, "dayth") or integer(slots, "day"))


def _quarter(slots: Slots) -> Reading | None:
    nth = integer(slots, "quarter") or number(slots, "nth")
    year = integer(slots, "year")
    within = Calendar(year) if year is not None else None
    return Ordinal(nth, "quarter", within=within) if nth <= 4 else None  # noqa: PLR2004 - quarters of a year


def _half(slots: Slots) -> Reading | None:
    nth = integer(slots, "halfnumber") or number(slots, "nth")
    year = integer(slots, "year")
    return Ordinal(nth, "half", within=Calendar(year) if year is not None else None)


def _ordinal(slots: Slots) -> Reading:
    weekday = integer(slots, "dayname")
    return Ordinal(number(slots, "nth"), unit_of(slots) if "unit" in slots else None, weekday)


def _ordinals(slots: Slots) -> Reading:
    unit = unit_of(slots) if "unit" in slots else "month"
    return Ordinal(cast("int", slots.get("nth", 1)), unit, count=number(slots, "num"))


def _ordinal_here(slots: Slots) -> Reading:
    return replace(cast("Ordinal", _ordinal(slots)), within=Relative(unit_of(slots, "unit2"), 0))


def _last(slots: Slots) -> Reading:
    return Relative(unit_of(slots), -1)


def _season(slots: Slots) -> Reading:
    return Season(number(slots, "season"), integer(slots, "year"), integer(slots, "shift"))


def _holiday(slots: Slots) -> Reading:
    return Holiday(str(slots["holiday"]), integer(slots, "year"), integer(slots, "shift"))


def _today(slots: Slots) -> Reading:
    return Relative("day", number(slots, "today"))


def _fixed(reading: Reading) -> Callable[[Slots], Reading]:
    return lambda _: reading


def _week_after(slots: Slots) -> Reading:
    return Relative(unit_of(slots), 2)


def _offset(slots: Slots) -> Reading:
    sign, base = (-1, slots["back"]) if "back" in slots else (1, slots["ahead"])
    return Offset(steps(slots, sign), cast("Any", base))


def _later(slots: Slots) -> Reading:
    return Offset(steps(slots, 1), "published", exact=True)


def _year_earlier(slots: Slots) -> Reading:
    step: tuple[int, Unit] = (-1, "year")
    return Offset((step,), "text", grain=unit_of(slots) if "unit" in slots else None)


def _offset_from(slots: Slots) -> Reading:
    return Offset(steps(slots, number(slots, "side")), "text")


def _stretch(slots: Slots) -> Reading | None:
    shift = cast("int", slots.get("shift", slots.get("step", -1)))
    return Stretch(shift * number(slots, "num"), unit_of(slots)) if shift else None


def _weekday(slots: Slots) -> Reading:
    weekday = integer(slots, "weekday")
    shift = integer(slots, "shift")
    return Weekday(
        number(slots, "dayname") if weekday is None else weekday,
        integer(slots, "step") if shift is None else shift,
        coming="coming" in slots,
    )


def _week_of(_: Slots) -> Reading:
    step: tuple[int, Unit] = (0, "week")
    return Offset((step,), "text", grain="week")


def _week_number(slots: Slots) -> Reading:
    year = integer(slots, "year")
    return Ordinal(number(slots, "num"), "week", within=Relative("year", 0) if year is None else Calendar(year))


def _rest(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Relative(unit_of(slots), 0))


def _to_date(slots: Slots) -> Reading:
    return Between(Relative(unit_of(slots), 0), Relative("day", 0))


def _within(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Offset(steps(slots, 1), "published", exact=True))


def _week_of_date(slots: Slots) -> Reading:
    step: tuple[int, Unit] = (0, "week")
    return Offset((step,), _date(slots), grain="week")


def _after_today(slots: Slots) -> Reading:
    return Offset(steps(slots, 1), _today(slots), exact=True)


def _within_from(slots: Slots) -> Reading:
    return Between(_today(slots), _after_today(slots))


def _from_today(slots: Slots) -> Reading:
    unit: Unit = unit_of(slots) if "unit" in slots else "day"
    return Offset(((number(slots, "side"), unit),), _today(slots), exact=True)


def _days_within(slots: Slots) -> Reading:
    month = Relative("month", number(slots, "shift"))
    return Between(
        Calendar(day=integer(slots, "day"), within=month), Calendar(day=integer(slots, "day2"), within=month)
    )


def _next_week(slots: Slots) -> Reading:
    return Weekday(number(slots, "dayname"), week=Relative("week", 1))


def _relative(slots: Slots) -> Reading:
    return Relative(unit_of(slots), number(slots, "shift"))


def _text_relative(slots: Slots) -> Reading:
    return Relative(unit_of(slots) if "unit" in slots else "day", number(slots, "step"), "text")


def _latest(slots: Slots) -> Reading:
    return Relative(unit_of(slots) if "unit" in slots else "quarter", -1)


def _this(slots: Slots) -> Reading:
    return Relative(cast("Unit", slots.get("unit", "weekend")), 0)


def _decade(slots: Slots) -> Reading:
    if "decadeword" in slots or "thousand" in slots:
        return Decade(integer(slots, "decadeword") or number(slots, "year"))
    return Decade(100 * cast("int", slots.get("century", 19)) + 10 * number(slots, "tens"))


def _century(slots: Slots) -> Reading:
    first = ((integer(slots, "centurynumber") or number(slots, "centuryword")) - 1) * 100
    return Between(Calendar(first), Calendar(first + 99))


def _year(slots: Slots) -> Reading:
    return Calendar(integer(slots, "year"))


_BUILDERS: dict[str, Callable[[Slots], Reading | None]] = {
    "after_today": _after_today,
    "century": _century,
    "date": _date,
    "days_within": _days_within,
    "day_after": _fixed(Relative("day", 2)),
    "day_before": _fixed(Relative("day", -2)),
    "day_of_month": _day_of_month,
    "day_range": _day_range,
    "decade": _decade,
    "earlier": _year_earlier,
    "from_today": _from_today,
    "half": _half,
    "holiday": _holiday,
    "last": _last,
    "later": _later,
    "latest": _latest,
    "month": _date,
    "month_number": _month_number,
    "next_week": _next_week,
    "now": _fixed(Relative("day", 0)),
    "numeric": _numeric,
    "offset": _offset,
    "offset_from": _offset_from,
    "ordinal": _ordinal,
    "ordinal_here": _ordinal_here,
    "ordinals": _ordinals,
    "quarter": _quarter,
    "relative": _relative,
    "rest": _rest,
    "season": _season,
    "span": _span,
    "stretch": _stretch,
    "text_relative": _text_relative,
    "this": _this,
    "to_date": _to_date,
    "today": _today,
    "week_after": _week_after,
    "weekday": _weekday,
    "week_number": _week_number,
    "week_of_date": _week_of_date,
    "week_of": _week_of,
    "within": _within,
    "within_from": _within_from,
    "written": _written,
    "year": _year,
}


def reading_of(kind: str, slots: Slots) -> Reading | None:
    """What the words say, or None where the numbers are no date."""
    if "thousand" in slots:
        slots = {**slots, "year": sum(cast("int", slots.get(name, 0)) for name in ("thousand", "tenword", "oneword"))}
    return _BUILDERS[kind](slots)
