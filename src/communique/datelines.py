"""Lines that tell when an article was published: a date alone, with clock time, label, author or place around it."""

import re
from datetime import date
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.late_patterns import late

_FOLD = str.maketrans({"I": "i", "İ": "i", "ı": "i"})
_LONGEST = 140
_STAMP = late(r"(?:date|published|tarih)\s{0,4}:?\s{0,4}\d{4}-\d{2}-\d{2}(?=\s)", re.IGNORECASE)
_ISO = r"(?P<iy>\d{4})[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})"
_NUMERIC = r"(?P<nd>\d{1,2})(?P<sep>[./-])(?P<nm>\d{1,2})(?P=sep)(?P<ny>\d{4})"
_DAY_FIRST = r"(?P<dd>\d{1,2})(?:st|nd|rd|th)?\.?[\s-]{1,3}(?P<dm>[^\W\d_]{3,9})\.?,?[\s-]{1,3}(?P<dy>\d{4})"
_MONTH_FIRST = r"(?P<mm>[^\W\d_]{3,9})\.?\s{1,3}(?P<md>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?P<my>\d{4})"
_DATE = late(rf"(?<![\w./-])(?:{_ISO}|{_NUMERIC}|{_DAY_FIRST}|{_MONTH_FIRST})(?=$|\W|T\d)", re.IGNORECASE)
_CLOCK = late(
    r"\bT?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[+-]\d{2}:?\d{2}|Z)?\s?(?:[ap]\.?m\b\.?)?", re.IGNORECASE
)
_WORD = late(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_SEGMENT = late(r"[|·•/:;,()\[\]]|\s[–—-]+\s|^[–—-]+\s|\s[–—-]+$|[–—]")
_HEAD = late(r"[^\W\d_a-zçğıöşü][^\n:()–—]{1,60}?(?:\([A-Za-z/ ]{2,30}\)\s?)?(?:[:–—]|--?\s)")
_LEAD = late(
    r"[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’.-]{2,30}(?:[ /,]{1,2}[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’.-]{0,30}){0,3}"
    r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,8})(?:,?\s\d{4})?)?"
    r"(?:\s?\([^()\n]{2,40}\))?\s?(?:[—–:]|--?(?=\s))(?:\s+|(?=[A-ZÇĞİÖŞÜ“]))"
)
_DOTTED = late(
    r"[A-ZÇĞİÖŞÜ]{3,30}(?:,\s[A-Z][a-z]{2,15})?,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})\.\s+(?=[A-Z])"
)
"""A dateline that a full stop closes: "LIMA, Peru, August 27. "."""
_YEAR = late(r"\d{4}")
_MOST_WORDS = 4


def _fold(words: str) -> str:
    return words.translate(_FOLD).lower()


@cache
def _table() -> dict[str, Any]:
    return read_toml("datelines.toml")


@cache
def _words(*kinds: str) -> frozenset[str]:
    return frozenset(_fold(word) for kind in kinds for word in _table()["words"][kind])


def _calendar(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _table()["months"].get(_fold(month), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _value(match: re.Match[str], *, month_first: bool) -> date | None:
    """The day a match of `_DATE` names. 03/04/2026 names none where the month may come first."""
    if match["iy"]:
        return _calendar(match["iy"], match["im"], match["id"])
    if match["dy"]:
        return _calendar(match["dy"], match["dm"], match["dd"])
    if match["my"]:
        return _calendar(match["my"], match["mm"], match["md"])
    day, month, year = match["nd"], match["nm"], match["ny"]
    if match["sep"] == "." or not month_first or day == month:
        return _calendar(year, month, day)
    readings = [found for found in (_calendar(year, month, day), _calendar(year, day, month)) if found]
    return readings[0] if len(readings) == 1 else None


def _is_date(match: re.Match[str]) -> bool:
    return _value(match, month_first=False) is not None or _value(match, month_first=True) is not None


def _dates(line: str) -> list[re.Match[str]]:
    return [match for match in _DATE.finditer(line) if _is_date(match)]


def _is_aside(words: list[str], *, dated: bool) -> bool:
    """Whether a segment of a line names an author, an agency or a place; beside the date only "By …" may stand."""
    others = [word for word in words if _fold(word) not in _words("published", "updated", "around")]
    if not others:
        return True
    if dated and _fold(words[0]) != "by":
        return False
    return len(others) <= _MOST_WORDS and all(word[0].isupper() for word in others)


def is_dateline(line: str) -> bool:
    """Whether the line is a date with its year, and nothing but clock time, label, author, agency or place."""
    if len(line) > _LONGEST or _YEAR.search(line) is None:
        return False
    dates = _dates(line)
    if not dates:
        return False
    marked = line
    for match in reversed(dates):
        marked = f"{marked[: match.start()]} \0 {marked[match.end() :]}"
    segments = _SEGMENT.split(_CLOCK.sub(" ", marked))
    return all(_is_aside(_WORD.findall(segment), dated="\0" in segment) for segment in segments)


def _is_update(words: str) -> bool:
    return any(_fold(word) in _words("updated") for word in _WORD.findall(words))


def dateline_date(line: str, *, month_first: bool) -> date | None:
    """The day of publication a dateline tells: its first date that is not that of an update."""
    end = 0
    for match in _dates(line):
        if not _is_update(line[end : match.start()]):
            return _value(match, month_first=month_first)
        end = match.end()
    return None


def stamp_end(line: str) -> int:
    """Where a stamp such as "date 2026-01-30" at the head of a line ends; 0 where there is none."""
    match = _STAMP.match(line)
    return match.end() if match and _dates(match.group()) else 0


def head_date(line: str, *, month_first: bool) -> date | None:
    """The day in a stamp, or in a place line that carries its year: "ANKARA, March 7, 2026 (AA) -- …"."""
    stamp = stamp_end(line)
    if stamp:
        return dateline_date(line[:stamp], month_first=month_first)
    match = _HEAD.match(line)
    if match is None or not is_dateline(match.group()) or not match.group()[:3].isupper():
        return None
    return dateline_date(match.group(), month_first=month_first)


def behind_dateline(sentence: str) -> int:
    """Where a sentence begins behind the place, date and agency it was sent from ("LISBON, Dec. 3 (LusaWire) — "); 0
    without those."""
    lead = _LEAD.match(sentence) or _DOTTED.match(sentence)
    return 0 if lead is None else lead.end()
