"""From a form and its filled slots to a reading: one function a kind of expression, and the table of them."""

from collections.abc import Callable
from typing import Any, cast

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

_MONTHS, _PIVOT = 12, 50


def _int(slots: Slots, name: str) -> int | None:
    value = slots.get(name)
    return value if isinstance(value, int) else None


def _number(slots: Slots, name: str) -> int:
    value = slots[name]
    return value if isinstance(value, int) else 0


def _unit(slots: Slots, name: str = "unit") -> Unit:
    return cast("Unit", slots[name])


def _written(slots: Slots) -> Reading:
    return Written(str(slots["iso"]))


def _month(slots: Slots) -> int | None:
    return _int(slots, "month") or _int(slots, "monthname") or _int(slots, "monthnumber")


def _date(slots: Slots) -> Reading:
    return Calendar(_int(slots, "year"), _month(slots), _int(slots, "day"), _int(slots, "shift"))


def _day_range(slots: Slots) -> Reading:
    year, month = _int(slots, "year"), _month(slots)
    return Between(Calendar(year, month, _int(slots, "day")), Calendar(year, month, _int(slots, "day2")))


def _full_year(slots: Slots) -> int | None:
    short = _int(slots, "short")
    return _int(slots, "year") if short is None else short + (2000 if short < _PIVOT else 1900)


def _numeric(slots: Slots) -> Reading | None:
    first, second = _number(slots, "first"), _number(slots, "second")
    day, month = (first, second) if slots["day_first"] else (second, first)
    if month > _MONTHS >= day:
        day, month = month, day
    return Calendar(_full_year(slots), month, day) if 1 <= month <= _MONTHS and day else None


def _month_number(slots: Slots) -> Reading:
    return Calendar(_int(slots, "year"), _int(slots, "monthnumber"))


def _day_of_month(slots: Slots) -> Reading:
    return Calendar(day=_int(slots, "dayth") or _int(slots, "day"))


def _quarter(slots: Slots) -> Reading | None:
    number = _int(slots, "quarter") or _number(slots, "nth")
    year = _int(slots, "year")
    within = Calendar(year) if year is not None else None
    return Ordinal(number, "quarter", within=within) if number <= 4 else None  # noqa: PLR2004 - quarters of a year


def _half(slots: Slots) -> Reading | None:
    number = _int(slots, "halfnumber") or _number(slots, "nth")
    year = _int(slots, "year")
    return Ordinal(number, "half", within=Calendar(year) if year is not None else None)


def _ordinal(slots: Slots) -> Reading:
    weekday = _int(slots, "dayname")
    return Ordinal(_number(slots, "nth"), _unit(slots) if "unit" in slots else None, weekday)


def _season(slots: Slots) -> Reading:
    return Season(_number(slots, "season"), _int(slots, "year"), _int(slots, "shift"))


def _holiday(slots: Slots) -> Reading:
    return Holiday(str(slots["holiday"]), _int(slots, "year"), _int(slots, "shift"))


def _today(slots: Slots) -> Reading:
    return Relative("day", _number(slots, "today"))


def _fixed(reading: Reading) -> Callable[[Slots], Reading]:
    return lambda _: reading


def _week_after(slots: Slots) -> Reading:
    return Relative(_unit(slots), 2)


def _steps(slots: Slots, sign: int) -> tuple[tuple[int, Unit], ...]:
    return tuple(
        (sign * cast("int", slots.get(f"num{place}", 1)), _unit(slots, f"unit{place}"))
        for place in ("", "2", "3")
        if f"unit{place}" in slots
    )


def _offset(slots: Slots) -> Reading:
    sign, base = (-1, slots["back"]) if "back" in slots else (1, slots["ahead"])
    return Offset(_steps(slots, sign), cast("Any", base))


def _later(slots: Slots) -> Reading:
    return Offset(_steps(slots, 1), "published", exact=True)


def _year_earlier(slots: Slots) -> Reading:
    step: tuple[int, Unit] = (-1, "year")
    return Offset((step,), "text", grain=_unit(slots) if "unit" in slots else None)


def _offset_from(slots: Slots) -> Reading:
    return Offset(_steps(slots, _number(slots, "side")), "text")


def _stretch(slots: Slots) -> Reading | None:
    shift = cast("int", slots.get("shift", slots.get("step", -1)))
    return Stretch(shift * _number(slots, "num"), _unit(slots)) if shift else None


def _weekday(slots: Slots) -> Reading:
    weekday = _int(slots, "weekday")
    shift = _int(slots, "shift")
    return Weekday(
        _number(slots, "dayname") if weekday is None else weekday,
        _int(slots, "step") if shift is None else shift,
        coming="coming" in slots,
    )


def _week_of(_: Slots) -> Reading:
    step: tuple[int, Unit] = (0, "week")
    return Offset((step,), "text", grain="week")


def _week_number(slots: Slots) -> Reading:
    year = _int(slots, "year")
    return Ordinal(_number(slots, "num"), "week", within=Relative("year", 0) if year is None else Calendar(year))


def _rest(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Relative(_unit(slots), 0))


def _to_date(slots: Slots) -> Reading:
    return Between(Relative(_unit(slots), 0), Relative("day", 0))


def _within(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Offset(_steps(slots, 1), "published", exact=True))


def _week_of_date(slots: Slots) -> Reading:
    step: tuple[int, Unit] = (0, "week")
    return Offset((step,), _date(slots), grain="week")


def _after_today(slots: Slots) -> Reading:
    return Offset(_steps(slots, 1), _today(slots), exact=True)


def _days_within(slots: Slots) -> Reading:
    month = Relative("month", _number(slots, "shift"))
    return Between(Calendar(day=_int(slots, "day"), within=month), Calendar(day=_int(slots, "day2"), within=month))


def _next_week(slots: Slots) -> Reading:
    return Weekday(_number(slots, "dayname"), week=Relative("week", 1))


def _relative(slots: Slots) -> Reading:
    return Relative(_unit(slots), _number(slots, "shift"))


def _text_relative(slots: Slots) -> Reading:
    return Relative(_unit(slots) if "unit" in slots else "day", _number(slots, "step"), "text")


def _latest(slots: Slots) -> Reading:
    return Relative(_unit(slots) if "unit" in slots else "quarter", -1)


def _this(slots: Slots) -> Reading:
    return Relative(cast("Unit", slots.get("unit", "weekend")), 0)


def _decade(slots: Slots) -> Reading:
    if "decadeword" in slots:
        return Decade(_number(slots, "decadeword"))
    return Decade(100 * cast("int", slots.get("century", 19)) + 10 * _number(slots, "tens"))


def _century(slots: Slots) -> Reading:
    first = (_number(slots, "centurynumber") - 1) * 100
    return Between(Calendar(first), Calendar(first + 99))


def _year(slots: Slots) -> Reading:
    return Calendar(_int(slots, "year"))


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
    "half": _half,
    "holiday": _holiday,
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
    "quarter": _quarter,
    "relative": _relative,
    "rest": _rest,
    "season": _season,
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
    "written": _written,
    "year": _year,
}


def reading_of(kind: str, slots: Slots) -> Reading | None:
    """What the words say, or None where the numbers are no date."""
    return _BUILDERS[kind](slots)
