"""The numbers, units and steps among the filled slots of a form."""

from typing import cast

from communique.tagging.dates.lexicon import Slots
from communique.tagging.dates.periods import Unit

_PIVOT = 50
_HALVES: dict[Unit, tuple[int, Unit]] = {"decade": (5, "year"), "year": (6, "month"), "month": (15, "day")}


def integer(slots: Slots, name: str) -> int | None:
    """A slot's number, None where it is not filled or holds a word."""
    value = slots.get(name)
    return value if isinstance(value, int) else None


def number(slots: Slots, name: str) -> int:
    """A filled slot's number, 0 for a word."""
    value = slots[name]
    return value if isinstance(value, int) else 0


def unit_of(slots: Slots, name: str = "unit") -> Unit:
    """The unit in a slot."""
    return cast("Unit", slots[name])


def month_of(slots: Slots) -> int | None:
    """The month, by whichever of its slots is filled."""
    names = ("month", "monthname", "monthnumber", "monthabbr")
    return next((found for name in names if (found := integer(slots, name))), None)


def full_year(slots: Slots) -> int | None:
    """The year; one of two digits below 50 is of this century."""
    short = integer(slots, "short")
    return integer(slots, "year") if short is None else short + (2000 if short < _PIVOT else 1900)


def steps(slots: Slots, sign: int) -> tuple[tuple[int, Unit], ...]:
    """The counted units, up to three of them, ahead or back by `sign`; a half is counted in a smaller unit."""
    if slots.get("unit") == "fortnight":
        return ((sign * 2, "week"),)
    whole = tuple(
        (sign * cast("int", slots.get(f"num{place}", 1)), unit_of(slots, f"unit{place}"))
        for place in ("", "2", "3")
        if f"unit{place}" in slots
    )
    half = half_of(whole[-1][1], sign) if "half" in slots else None
    return (*whole, half) if half else whole


def half_of(unit: Unit, sign: int) -> tuple[int, Unit] | None:
    """Half a unit counted in a smaller one, None where it is no whole number of days."""
    half = _HALVES.get(unit)
    return (sign * half[0], half[1]) if half else None
