"""Measures the temporal tagger on the evaluation data: `python -m benchmarks.quality_dates [SET]`.

The data lies in ../shared/data beside the repository, or in the folder COMMUNIQUE_SHARED. Metrics: value accuracy
(a mention that overlaps the expression has the right value), and F1 end to end (every mention counts, unless it
overlaps an expression of a kind that is not scored). Values are compared as days. What the sources do not share with
EDTF is read by their own convention: TIMEX3 marks the point without its signal word ("since 1990" is 1990), and
recognizers-text ends a range where its last term begins.
"""

import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from communique.tagging.dates import bounds, tag_dates_in
from communique.tagging.mentions import DateMention

Row = dict[str, Any]
Days = tuple[date | None, date | None]

_SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
_GRAINS = {"day", "week", "weekend", "month", "quarter", "half", "year", "decade"}
_QUARTER, _HALF = re.compile(r"(\d{4})-Q(\d)"), re.compile(r"(\d{4})-H(\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gold:
    """One expression of the data: its span, the accepted days (none: not scored), and the words for the listing."""

    start: int
    end: int
    accepted: tuple[Days, ...]
    scored: bool
    words: str


@dataclass(slots=True)
class Score:
    """Counts over one set."""

    given: int = 0
    right: int = 0
    found: int = 0
    spurious: int = 0

    def report(self, name: str) -> str:
        """One line: accuracy given the expression, and precision, recall and F1 end to end."""
        predicted = self.found + self.spurious
        precision = self.right / predicted if predicted else 0.0
        recall = self.right / self.given if self.given else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{name:22} rows {self.given:4}  value {recall:6.1%}  P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}"


def timex_days(value: str) -> Days | None:
    """The days of a TIMEX3 value; None for one without days."""
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + 5 * _ONE if found[3] else monday), monday + 6 * _ONE
    if found := _QUARTER.fullmatch(value):
        return bounds(f"{found[1]}-{32 + int(found[2])}")
    if found := _HALF.fullmatch(value):
        return bounds(f"{found[1]}-{39 + int(found[2])}")
    if value[5:] in _SEASONS:
        return bounds(f"{value[:4]}-{_SEASONS[value[5:]]}")
    try:
        return bounds(f"{value}X" if re.fullmatch(r"\d{3}", value) else value)
    except ValueError:
        return None


def _timex(row: Row) -> Gold:
    scored = row["kind"] == "DATE" and row["granularity"] in _GRAINS
    days = timex_days(row["expected"]) if scored else None
    start, end = row.get("start", 0), row.get("end", len(row["expression"]))
    return Gold(start, end, (days,) if days else (), scored, row["expression"])


def _recognizer(row: Row) -> Gold:
    accepted = []
    for answer in row["expected"] if row["kind"] in ("date", "daterange") else ():
        if answer["type"] == "date":
            day = date.fromisoformat(answer["value"][:10])
            accepted.append((day, day))
        elif answer.get("start") and answer.get("end"):
            accepted.append((date.fromisoformat(answer["start"][:10]), date.fromisoformat(answer["end"][:10])))
    scored = row["kind"] == "date" or (row["kind"] == "daterange" and bool(accepted))
    return Gold(
        row.get("start") or 0,
        row.get("end") or 0,
        tuple(accepted) if scored else (),
        scored,
        row.get("expression") or "",
    )


def _interval(row: Row) -> Gold:
    start = date.fromisoformat(row["expected"]["start"][:10])
    end = row["expected"]["end"]
    accepted = (start, date.fromisoformat(end[:10]) if end else start)
    scored = row["kind"] == "interval" or row["grain"] in _GRAINS or row["holiday"] is not None
    return Gold(0, len(row["text"]), (accepted,), scored, row["expression"])


def _same_timex(mention: DateMention, gold: Gold) -> bool:
    if mention.value is None:
        return False
    closed = mention.value.removesuffix("/..").removeprefix("../")
    return bounds(mention.value) in gold.accepted or bounds(closed) in gold.accepted


def _same_range(mention: DateMention, gold: Gold) -> bool:
    return mention.value is not None and any(
        _near(first, start) and _near(last, end)
        for first, last in _readings(mention.value)
        for start, end in gold.accepted
    )


def _readings(value: str) -> Iterator[Days]:
    yield bounds(value)
    left, slash, right = value.partition("/")
    if slash and ".." not in (left, right):
        yield bounds(left)[0], bounds(right)[0]


def _near(ours: date | None, theirs: date | None) -> bool:
    return ours is not None and theirs is not None and abs(ours - theirs) <= _ONE


def _starts_right(mention: DateMention, gold: Gold) -> bool:
    return mention.value is not None and bounds(mention.value)[0] == gold.accepted[0][0]


_SETS = {
    "dates_tbaq_en": (_timex, _same_timex, "en"),
    "dates_te3platinum_en": (_timex, _same_timex, "en"),
    "dates_msrt_en": (_recognizer, _same_range, "en"),
    "dates_msrt_tr": (_recognizer, _same_range, "tr"),
    "dates_duckling_tr": (_interval, _starts_right, "tr"),
}


def measure(name: str, *, listing: bool) -> Score:
    """The score of one set; with `listing`, each wrong or spurious mention is printed."""
    read, same, language = _SETS[name]
    texts: dict[tuple[str, str], list[Gold]] = defaultdict(list)
    for line in (_SHARED / f"{name}.dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row.get("text", row["expression"]), row["reference_date"][:10]].append(read(row))
    score = Score()
    for (text, reference), golds in texts.items():
        published = date.fromisoformat(reference)
        mentions = tag_dates_in(text, language=language, published=published)  # type: ignore[arg-type]
        for gold in golds:
            over = [m for m in mentions if m.span.start < gold.end and gold.start < m.span.end]
            if not gold.scored:
                continue
            score.given += 1
            score.found += bool(over)
            if any(same(mention, gold) for mention in over):
                score.right += 1
            elif listing:
                seen = [(m.span.of(text), m.value or m.partial) for m in over]
                print(
                    "WRONG",
                    reference,
                    "|",
                    text[max(0, gold.start - 40) : gold.start]
                    + "["
                    + gold.words
                    + "]"
                    + text[gold.end : gold.end + 30],
                    "|",
                    *(f"{a}..{b}" for a, b in gold.accepted),
                    "| ours",
                    seen,
                )
        for mention in mentions:
            if not any(mention.span.start < g.end and g.start < mention.span.end for g in golds):
                score.spurious += 1
                if listing:
                    s, e = mention.span.start, mention.span.end
                    print(
                        "EXTRA",
                        reference,
                        "|",
                        text[max(0, s - 40) : s] + "[" + text[s:e] + "]" + text[e : e + 30],
                        "|",
                        mention.value,
                    )
    return score


def main(chosen: list[str]) -> int:
    """Prints a line a set, and the time for an article of 1,000 words."""
    if not _SHARED.is_dir():
        print(f"the evaluation data is not here: {_SHARED} (set COMMUNIQUE_SHARED to its folder)")
        return 2
    for name in chosen or _SETS:
        print(measure(name, listing=bool(chosen)).report(name))
    words = (
        "The two ministers met on Friday in Ankara and discussed cooperation of the armed forces of both countries. "
        "Officials said the talks covered joint training, shipbuilding and the transfer of technology, and that a "
        "further round would follow last month's agreement. "
    )
    article = words * 20
    tag_dates_in(article, language="en", published=date(2026, 1, 30))
    began = time.perf_counter()
    tag_dates_in(article, language="en", published=date(2026, 1, 30))
    print(f"{len(article.split())} words: {1000 * (time.perf_counter() - began):.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
