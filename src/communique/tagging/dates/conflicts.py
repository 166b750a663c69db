"""Weekdays that do not fit their date: "Friday, 31 January 2026" was a Saturday."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import DateMention

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST = 12
_BESIDE = re.compile(r"[ \t]?(?:,[ \t]?(?:an?[ \t])?|\([ \t]?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WeekdayConflict:
    """A date whose weekday is `said` to be another than the calendar's; `span` covers both."""

    span: Span
    value: str
    said: str

    @property
    def falls_on(self) -> str:
        """The weekday of the date."""
        return NAMES[date.fromisoformat(self.value).weekday()]


@cache
def _weekdays() -> Mapping[str, int]:
    tables = read_toml("weekdays.toml").values()
    return {fold(name): day for table in tables for day, names in enumerate(table["names"]) for name in names}


@cache
def _inflected() -> re.Pattern[str]:
    table = read_toml("weekdays.toml")["tr"]
    names = sorted((fold(name) for names in table["names"] for name in names), key=len, reverse=True)
    return re.compile(f"({'|'.join(names)}){fold(table['endings'])}")


@lru_cache(maxsize=5_000)
def weekday_in(words: str) -> int | None:
    """The first weekday, Monday 0, that the words of a date expression name, in English or Turkish."""
    for word in _WORD.findall(fold(words)):
        if word in _weekdays():
            return _weekdays()[word]
        if len(word) <= _LONGEST and (match := _inflected().fullmatch(word)):
            return _weekdays()[match[1]]
    return None


def misfit(words: str, value: str | None, dated: str = "") -> str | None:
    """The weekday that `words` name for the day `value` and that it was not; None where they agree.

    Where the date (`dated`, else `words`) does not write its year, a neighbouring year in which they agree excuses it.
    """
    said, day = weekday_in(words), _day(value)
    if said is None or day is None or day.weekday() == said:
        return None
    is_written = f"{day.year % 100:02d}" in (dated or words)
    return None if not is_written and said in _neighbouring(day) else NAMES[said]


def _neighbouring(day: date) -> Iterator[int]:
    """The weekdays of the same day of the year before and the year after."""
    for year in (day.year - 1, day.year + 1):
        if (other := _day(f"{year:04d}-{day.month:02d}-{day.day:02d}")) is not None:
            yield other.weekday()


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None


def weekday_conflicts(text: str, mentions: Sequence[DateMention]) -> Iterator[WeekdayConflict]:
    """The dates that stand with a weekday other than theirs, in text order: in one expression, or side by side."""
    for index, mention in enumerate(mentions):
        words = mention.span.of(text)
        beside = mentions[index + 1] if index + 1 < len(mentions) else None
        if said := misfit(words, mention.value):
            yield WeekdayConflict(mention.span, mention.value or "", said)
        elif beside is not None and (found := _apart(text, mention, beside)):
            yield found


def _apart(text: str, one: DateMention, other: DateMention) -> WeekdayConflict | None:
    """The conflict of a bare weekday and the date beside it: "31 January 2026 (Friday)"."""
    if _BESIDE.fullmatch(text, one.span.end, other.span.start) is None:
        return None
    for day, dated in ((one, other), (other, one)):
        is_bare = weekday_in(day.span.of(text)) is not None and not any(c.isdigit() for c in day.span.of(text))
        is_dated = weekday_in(dated.span.of(text)) is None and any(c.isdigit() for c in dated.span.of(text))
        if is_bare and is_dated and (said := misfit(day.span.of(text), dated.value, dated.span.of(text))):
            return WeekdayConflict(one.span.to(other.span), dated.value or "", said)
    return None
