"""Readings of distances from a day and of stretches that begin or end on one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from communique.tagging.dates.filled import half_of, number, steps, unit_of
from communique.tagging.dates.lexicon import Slots
from communique.tagging.dates.periods import Unit
from communique.tagging.dates.readings import Between, Offset, Reading, Relative, Run, Stretch

_CENTURY = 100


def _today(slots: Slots) -> Reading:
    return Relative("day", number(slots, "today"))


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


def _rest(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Relative(unit_of(slots), 0))


def _to_date(slots: Slots) -> Reading:
    return Between(Relative(unit_of(slots), 0), Relative("day", 0))


def _within(slots: Slots) -> Reading:
    return Between(Relative("day", 0), Offset(steps(slots, 1), "published", exact=True))


def _after_today(slots: Slots) -> Reading:
    return Offset(steps(slots, 1), _today(slots), exact=True)


def _within_from(slots: Slots) -> Reading:
    return _after_today(slots) if number(slots, "today") else _less_from(slots)


def _less_from(slots: Slots) -> Reading:
    return Between(_today(slots), _after_today(slots))


def _from_today(slots: Slots) -> Reading:
    unit: Unit = unit_of(slots) if "unit" in slots else "day"
    return Offset(((number(slots, "side"), unit),), _today(slots), exact=True)


def _exact_offset(slots: Slots) -> Reading:
    return replace(cast("Offset", _offset(slots)), exact=True)


def _centuries(slots: Slots) -> Reading:
    count = cast("int", slots.get("num", 1)) * _CENTURY
    return Offset(((-count // 2 if "part" in slots else -count, "year"),))


def _offsets(slots: Slots) -> Reading:
    """Between two distances: "two or three weeks ago"."""
    ends = sorted((number(slots, "num"), number(slots, "num2")), reverse="back" in slots)
    near, far = (replace(cast("Offset", _offset({**slots, "num": end})), exact=True) for end in ends)
    return Between(near, far)


def _half_offset(slots: Slots) -> Reading | None:
    """Half a unit ago or ahead, which is the day and not the unit that holds it."""
    half = half_of(unit_of(slots), -1 if "back" in slots else 1)
    return Offset((half,), exact=True) if half else None


def _run(slots: Slots) -> Reading:
    """So many units from a day named behind: "for two weeks from 1 May"."""
    return Run(steps(slots, 1))


def _run_up(slots: Slots) -> Reading:
    """So many units up to a day named behind: "the three months ended 31 March"."""
    return Run(steps(slots, -1))


def _this_day(slots: Slots) -> Reading:
    """Today's date in another week or year: "this day last year"."""
    return Offset(((cast("int", slots.get("shift", 1)), unit_of(slots)),), exact=True)


DISTANCE_BUILDERS: dict[str, Callable[[Slots], Reading | None]] = {
    "after_today": _after_today,
    "centuries": _centuries,
    "earlier": _year_earlier,
    "exact_offset": _exact_offset,
    "from_today": _from_today,
    "half_offset": _half_offset,
    "later": _later,
    "less_from": _less_from,
    "offset": _offset,
    "offset_from": _offset_from,
    "offsets": _offsets,
    "rest": _rest,
    "run": _run,
    "run_up": _run_up,
    "stretch": _stretch,
    "this_day": _this_day,
    "to_date": _to_date,
    "today": _today,
    "within": _within,
    "within_from": _within_from,
}
