"""What is said of an amount's exactness: "about 30", "at least 30", "30'dan fazla"."""

import re
from functools import cache
from operator import itemgetter

from communique.article import Language
from communique.spans import Span
from communique.tagging.mentions import Modifier
from communique.tagging.numerals import lexicon, lower, one_of

_REACH = 40
_MODIFIERS: tuple[Modifier, ...] = ("at_least", "at_most", "about")
_Patterns = tuple[Modifier, re.Pattern[str], re.Pattern[str]]


@cache
def _patterns(language: Language) -> tuple[_Patterns, ...]:
    tables = lexicon(language)["modifiers"]
    suffix = r"(?:['’]?\w{1,4})?\s+(?:daha\s+)?" if language == "tr" else r"\s*"
    return tuple(
        (
            name,
            re.compile(rf"(?<!\w){one_of(tables['before'][name])}\s*$", re.IGNORECASE),
            re.compile(rf"{suffix}{one_of(tables['after'].get(name, []))}(?!\w)", re.IGNORECASE),
        )
        for name in _MODIFIERS
    )


@cache
def _last_words(language: Language) -> frozenset[str]:
    before = lexicon(language)["modifiers"]["before"]
    return frozenset(phrase.split()[-1] for phrases in before.values() for phrase in phrases)


@cache
def _first_letters(language: Language) -> frozenset[str]:
    after = lexicon(language)["modifiers"]["after"]
    return frozenset(phrase[0] for phrases in after.values() for phrase in phrases)


def _may_follow(text: str, end: int, language: Language) -> bool:
    """Whether what follows may be a modifier: a cheap look at its first letter."""
    if language == "tr":
        return True
    return text[end : end + 2].strip()[:1].lower() in _first_letters(language)


def modifier_of(text: str, span: Span, language: Language) -> Modifier:
    """The modifier before or after the amount at `span`; the longest wins ("no more than" over "more than")."""
    return _found(text, span, language)[0]


def hedge_before(text: str, span: Span, language: Language) -> int:
    """Where the amount at `span` begins together with the modifier before it."""
    return _found(text, span, language)[1]


def opposed(one: Modifier, other: Modifier) -> bool:
    """Whether one says "at least" and the other "at most"."""
    return {one, other} == {"at_least", "at_most"}


def _found(text: str, span: Span, language: Language) -> tuple[Modifier, int]:
    """The modifier of the amount at `span`, and where it begins, if before the amount."""
    before = text[max(0, span.start - _REACH) : span.start]
    words = before.split()
    opens = bool(words) and lower(words[-1], language).strip("([") in _last_words(language)
    follows = _may_follow(text, span.end, language)
    found: list[tuple[int, Modifier]] = []
    for name, ahead, behind in _patterns(language) if opens or follows else ():
        if opens and (match := ahead.search(before)):
            found.append((match.start() - len(before), name))
        elif follows and behind.match(text, span.end):
            found.append((0, name))
    if not found:
        return "exact", span.start
    start, name = min(found, key=itemgetter(0))
    return name, span.start + start
