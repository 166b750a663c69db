"""The set of quotes: spans of direct quotes, their speakers over all gold attributions, and reported clauses.

A direct quote is found where its words, without quotation marks, share 80 % of their joint characters (IoU) with a
found quote. A speaker is right that shares a word with the gold source; every direct attribution with a source counts
as gold, every gold quote that was found with a speaker as found.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.finds import FoundQuote
from benchmarks.measuring import Judged, Measurement, Rows, by_overlap, shown
from benchmarks.metrics import intersection_over_union

SPANS, SPEAKERS, REPORTED = "direct, span recall at IoU 0.8 %", "direct, speaker F1", "indirect, overlap F1"
_SAME = 0.8
_MARKS = "\"“”'‘’ "
_SMALL = {"the", "a", "an", "of"}

Span = tuple[int, int]


def judge(given: Rows, find_quotes: Callable[[str], list[FoundQuote]]) -> Iterator[Judged]:
    """The judgements of every article."""
    for row in given:
        text, found = row["text"], find_quotes(row["text"])
        direct = [quote for quote in found if quote.direct]
        for gold in row["attributions"]:
            if gold["kind"] == "direct":
                yield from _direct(text, gold, direct)
        reported = [(quote.start, quote.end) for quote in found if not quote.direct]
        if reported or len(direct) < len(found):
            yield from _reported(text, row["attributions"], reported)


def _direct(text: str, gold: dict[str, Any], found: list[FoundQuote]) -> Iterator[Judged]:
    quotes = []
    for part in gold["content"]:
        start, end = trimmed(part["start"], part["text"])
        best = max(found, key=lambda quote: _iou(quote, (start, end)), default=None)
        hit = best is not None and _iou(best, (start, end)) >= _SAME
        yield Judged(SPANS, hit, shown(text, part["start"], part["end"]))
        quotes += [best] if hit and best is not None else []
    source = words_of(" ".join(part["text"] for part in gold["source"]))
    if source:
        speakers = [quote.speaker for quote in quotes if quote.speaker]
        right = any(source & words_of(speaker) for speaker in speakers)
        first = gold["content"][0]
        words = f"{sorted(source)} not {speakers} | {shown(text, first['start'], first['end'])}"
        yield Judged(SPEAKERS, right, words, "gold")
        if speakers:
            yield Judged(SPEAKERS, right, words, "found")


def _reported(text: str, attributions: list[dict[str, Any]], found: list[Span]) -> Iterator[Judged]:
    parts = {kind: _parts(attributions, kind) for kind in ("indirect", "mixed")}
    either = parts["indirect"] + parts["mixed"]  # a clause with a quote in it is reported all the same
    for judged in by_overlap(REPORTED, text, found, parts["indirect"]):
        if judged.side == "gold":
            yield judged
    for judged in by_overlap(REPORTED, text, found, either):
        if judged.side == "found":
            yield judged


def _parts(attributions: list[dict[str, Any]], kind: str) -> list[Span]:
    return [(part["start"], part["end"]) for one in attributions if one["kind"] == kind for part in one["content"]]


def trimmed(start: int, words: str) -> Span:
    """The span of quoted words without the marks around them."""
    left = len(words) - len(words.lstrip(_MARKS))
    return start + left, start + max(left, len(words.rstrip(_MARKS)))


def words_of(words: str) -> set[str]:
    """The words of a source, without small ones."""
    return set(re.findall(r"\w+", words.lower())) - _SMALL


def _iou(quote: FoundQuote, span: Span) -> float:
    return intersection_over_union(quote.start, quote.end, *span)


MEASUREMENTS = (
    Measurement(
        "quotes_polnear_docs",
        "en",
        ("find_quotes",),
        (SPANS, SPEAKERS, REPORTED),
        judge,
        "A pattern knows no reported clauses. Pronoun sources are not resolved in the set.",
    ),
)
