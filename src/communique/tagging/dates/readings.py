"""What the words of a date expression say, before a publication date turns it into days."""

from dataclasses import dataclass
from typing import Literal

from communique.tagging.dates.periods import Unit

Base = Literal["published", "text", "told"]
"""What a step counts from: the publication date, the date named before, or that one in what is told as past."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year by its numbers; what the words do not say is None.

    `shift` is that of "last May"; `within` is the year or month named beside it ("June last year"); `weekday` is named
    with a day of an unknown month ("Friday the 13th").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    within: "Reading | None" = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A named weekday, Monday 0; `shift` counts weeks for "next" and "last"; `week` is the week said beside it.

    `count` is the n-th such day from now on (positive) or back (negative): "three Sundays ago".
    """

    weekday: int
    shift: int | None = None
    week: "Reading | None" = None
    coming: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """The unit `shift` steps away from that of the base: "last month" is -1, "that week" is 0 from the text."""

    unit: Unit
    shift: int
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from a day: "two weeks ago", "a day earlier", "two days after 5 May". `count` is signed.

    `exact` asks for the day and not for the unit that holds it; `grain` is a unit named beside it.
    """

    steps: tuple[tuple[int, Unit], ...]
    base: "Base | Reading" = "published"
    exact: bool = False
    grain: Unit | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The `count` units up to now (negative) or from now on."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Run:
    """So many units from a named day on, or (of negative counts) up to it; None where that day is yet to be found."""

    steps: tuple[tuple[int, Unit], ...]
    base: "Reading | None" = None


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The n-th unit or weekday of a containing period, -1 for the last: "the third quarter of 2023".

    A weekday without a period is of the current month.

    With a `count` above 1 the first or last so many of them: "the first nine months".
    """

    number: int
    unit: Unit | None
    weekday: int | None = None
    within: "Reading | None" = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Season:
    """A season 21 to 24."""

    season: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a week: -1 its first days, 1 its last, -2 those up to today, 2 those from today on."""

    whole: "Reading"
    part: int


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade by its first year."""

    year: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday with a rule for its day: a month and day, an n-th weekday of a month, or days from Easter."""

    rule: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A value already in EDTF."""

    value: str


@dataclass(frozen=True, slots=True)
class Between:
    """From the first to the last; None is an open end."""

    first: "Reading | None"
    last: "Reading | None"


@dataclass(frozen=True, slots=True)
class Edge:
    """The early (1), middle (2) or late (3) part of a month or week; of anything longer the whole of it.

    4 to 6 are its beginning, middle and end, which as ends of a range are days.
    """

    whole: "Reading"
    edge: int


Reading = (
    Calendar
    | Weekday
    | Relative
    | Offset
    | Stretch
    | Run
    | Ordinal
    | Season
    | Part
    | Edge
    | Decade
    | Holiday
    | Written
    | Between
)
