"""How long an article takes to be annotated, by its length."""

from collections.abc import Callable
from time import process_time

from benchmarks.costs.tables import Table, at_most
from benchmarks.long_texts import article
from communique.annotation import annotate
from communique.article import Article, Language
from communique.segmentation import segment

LENGTHS = (10_000, 100_000, 1_000_000)
_LANGUAGES: tuple[Language, ...] = ("en", "tr")
_MICRO = 1e6
_MOST = 1.5
"""Times that a character of the longest article may take as long as one of the shortest: 1 is linear."""


def measured(tell: Callable[[str], None]) -> Table:
    """The seconds of each length, and the microseconds of a character."""
    tell("lengths")
    took = {length: [_seconds(article(length), language) for language in _LANGUAGES] for length in LENGTHS}
    rows = tuple(
        (f"{length:,}", *(f"{one:.3f} s, {_MICRO * one / length:.2f} µs a character" for one in seconds))
        for length, seconds in took.items()
    )
    words = (
        "CPU time to annotate our example articles, one after the other up to so many characters: the best of two. "
        "`python -m benchmarks.long_texts` does the same for hostile texts."
    )
    shortest, longest = (max(took[length]) / length for length in (LENGTHS[0], LENGTHS[-1]))
    target = at_most("a character of 1,000,000, times one of 10,000", _MOST, longest / shortest)
    return Table("Length", words, ("characters", *(f"read as {one}" for one in _LANGUAGES)), rows, (target,))


def _seconds(text: str, language: Language) -> float:
    return min(_once(text, language) for _ in range(2))


def _once(text: str, language: Language) -> float:
    began = process_time()
    annotate(segment(Article(text=text, language=language)))
    return process_time() - began
