"""The sets of dates: value of a given expression, value in its sentence, and found and valued (F1).

Values are compared as days. What a source does not share with EDTF is read by its own convention: TIMEX3 marks the
point without its signal word ("since 1990" is 1990), so that an open interval may stand for its closed side. The ends
of ranges of the specifications may be a day off; so says the README of the data.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.finds import Days, FoundDate
from benchmarks.measuring import Judged, Measurement, Rows, shown
from benchmarks.metrics import overlaps
from benchmarks.sets import Row
from communique.tagging.dates import bounds

ALONE, IN_SENTENCE, F1_COLUMN = "value, expression alone %", "value, in its sentence %", "found and valued, F1"
LAST_TERM = "F1 where a range may end as its last term begins"

_GRAINS = {"day", "week", "weekend", "month", "quarter", "half", "year", "decade"}
_QUARTER, _HALF = re.compile(r"(\d{4})-Q(\d)"), re.compile(r"(\d{4})-H(\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gold:
    """An expression of a set: its span and words, and the accepted days, with a tolerance; none where not scored."""

    start: int
    end: int
    words: str
    accepted: tuple[Days, ...]
    tolerance: timedelta = timedelta()
    start_only: bool = False

    def accepts(self, found: FoundDate) -> bool:
        """Whether a reading of what was found is accepted."""
        return self._accepts(found.readings, point=found.point)

    def accepts_last_term(self, found: FoundDate) -> bool:
        """The same, where "2014 to 2018" may also end on the first day of 2018."""
        return self.accepts(found) or self._accepts(found.last_terms, point=False)

    def _accepts(self, readings: tuple[Days, ...], *, point: bool) -> bool:
        return any(self._same(one, gold, point=point) for one in readings for gold in self.accepted)

    def _same(self, found: Days, gold: Days, *, point: bool) -> bool:
        if self.start_only:
            return found[0] == gold[0]
        near = all(self._near(*ends) for ends in zip(found, gold, strict=True))
        return near or (point and _within(found, gold))

    def _near(self, one: date | None, other: date | None) -> bool:
        return one == other or (one is not None and other is not None and abs(one - other) <= self.tolerance)


def _within(found: Days, gold: Days) -> bool:
    first, last = gold
    return None not in (*found, *gold) and first < last and first <= found[0] and found[1] <= last  # type: ignore[operator]


def timex_days(value: str) -> Days | None:
    """The days of a TIMEX3 value; None for one without days."""
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + 5 * _ONE if found[3] else monday), monday + 6 * _ONE
    if found := _QUARTER.fullmatch(value):
        return bounds(f"{found[1]}-{32 + int(found[2])}")
    if found := _HALF.fullmatch(value):
        return bounds(f"{found[1]}-{39 + int(found[2])}")
    try:
        return bounds(f"{value}X" if re.fullmatch(r"\d{3}", value) else value)
    except ValueError:
        return None


def timex_gold(row: Row) -> Gold:
    """The gold of TIMEX3 rows: kind DATE with a granularity of days or longer is scored."""
    scored = row["kind"] == "DATE" and row["granularity"] in _GRAINS
    days = timex_days(row["expected"]) if scored else None
    words = row["expression"]
    return Gold(row.get("start", 0), row.get("end", len(words)), words, (days,) if days else ())


def specification_gold(row: Row) -> Gold:
    """The gold of specifications: kinds date and closed daterange are scored."""
    accepted: list[Days] = []
    for answer in row["expected"] if row["kind"] in ("date", "daterange") else ():
        ends = ("value", "value") if answer["type"] == "date" else ("start", "end")
        if answer.get(ends[0]) and answer.get(ends[1]):
            accepted.append((date.fromisoformat(answer[ends[0]][:10]), date.fromisoformat(answer[ends[1]][:10])))
    tolerance = _ONE if row["kind"] == "daterange" else timedelta()
    words = row["expression"] or ""
    return Gold(row["start"] or 0, row["end"] or 0, words, tuple(accepted), tolerance)


def interval_gold(row: Row) -> Gold:
    """The gold of the third kind: an expression with a start, which is compared; clock times are not scored."""
    start = date.fromisoformat(row["expected"]["start"][:10])
    scored = row["grain"] in _GRAINS or row["kind"] == "interval"
    return Gold(0, len(row["text"]), row["text"], ((start, None),) if scored else (), start_only=True)


Find = Callable[[str, str, date], list[FoundDate]]


def judge_alone(read: Callable[[Row], Gold], language: str) -> Callable[[Rows, Find, Find], Iterator[Judged]]:
    """A judge of expressions without a sentence."""

    def judge(given: Rows, _find: Find, value: Find) -> Iterator[Judged]:
        for row in given:
            if (gold := read(row)).accepted:
                yield _alone(row, gold, value, language)

    return judge


def judge_texts(read: Callable[[Row], Gold], language: str) -> Callable[[Rows, Find, Find], Iterator[Judged]]:
    """A judge of expressions in sentences, and of each expression alone."""

    def judge(given: Rows, find: Find, value: Find) -> Iterator[Judged]:
        texts: dict[tuple[str, str], list[Gold]] = defaultdict(list)
        for row in given:
            gold = read(row)
            texts[row["text"], row["reference_date"][:10]].append(gold)
            if gold.accepted:
                yield _alone(row, gold, value, language)
        for (text, reference), golds in texts.items():
            yield from _judged(text, golds, find(text, language, date.fromisoformat(reference)))

    return judge


def _alone(row: Row, gold: Gold, value: Find, language: str) -> Judged:
    found = value(gold.words, language, date.fromisoformat(row["reference_date"][:10]))
    right = any(gold.accepts(one) for one in found)
    return Judged(ALONE, right, f"{row['reference_date'][:10]} {_listed(gold)}, not {found}")


def _judged(text: str, golds: list[Gold], found: list[FoundDate]) -> Iterator[Judged]:
    for gold in golds:
        if gold.accepted:
            over = [one for one in found if overlaps(one.start, one.end, gold.start, gold.end)]
            right = any(gold.accepts(one) for one in over)
            words = f"{shown(text, gold.start, gold.end)} {_listed(gold)}"
            yield Judged(IN_SENTENCE, right, words)
            yield Judged(F1_COLUMN, right, words, "gold")
            yield Judged(LAST_TERM, any(gold.accepts_last_term(one) for one in over), words, "gold")
    for one in found:
        over_gold = [gold for gold in golds if overlaps(one.start, one.end, gold.start, gold.end)]
        scored = [gold for gold in over_gold if gold.accepted]
        if scored or not over_gold:
            words = f"{shown(text, one.start, one.end)} {_dates(one.readings)}"
            yield Judged(F1_COLUMN, any(gold.accepts(one) for gold in scored), words, "found")
            yield Judged(LAST_TERM, any(gold.accepts_last_term(one) for gold in scored), words, "found")


def _listed(gold: Gold) -> str:
    return f"{gold.words!r} is {_dates(gold.accepted)}"


def _dates(readings: Iterable[Days]) -> str:
    return " or ".join(f"{first}..{last}" for first, last in readings)


_WHAT, _COLUMNS = ("find_dates", "date_values"), (ALONE, IN_SENTENCE, F1_COLUMN)
_RANGES = (*_COLUMNS, LAST_TERM)
_POINT = "A tool that gives a moment is right anywhere in the gold period."
_SPECIFIED = f"Kinds date and closed daterange; ends of ranges a day off are right. {_POINT}"
MEASUREMENTS = (
    Measurement("dates_tbaq_en", "en", _WHAT, _COLUMNS, judge_texts(timex_gold, "en"), _POINT),
    Measurement("dates_te3platinum_en", "en", _WHAT, (ALONE,), judge_alone(timex_gold, "en"), _POINT),
    Measurement("dates_msrt_en", "en", _WHAT, _RANGES, judge_texts(specification_gold, "en"), _SPECIFIED),
    Measurement("dates_msrt_tr", "tr", _WHAT, _RANGES, judge_texts(specification_gold, "tr"), _SPECIFIED),
    Measurement(
        "dates_duckling_tr",
        "tr",
        ("find_dates", "future_values"),
        (ALONE,),
        judge_alone(interval_gold, "tr"),
        "The convention of this set prefers the future; first days are compared, clock times left out.",
    ),
)
