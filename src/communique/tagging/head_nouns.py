"""The head noun a number counts: "corvettes" in "four Turkish-built MILGEM corvettes"."""

import re
from collections.abc import Iterator
from functools import cache

from communique.article import Language
from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.measures import measure_at
from communique.tagging.numerals import lexicon, lower
from communique.tagging.suffixes import inflection_of

_OF_THE = late(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those|such|all)(?:(?:\s+[\w-]+['’]s)?\s+\d[\d,]*)?"
    r"|[\w-]{2,}['’]s\s+\d[\d,]*|\d[\d,]*)(?=\s)",
    re.IGNORECASE,
)
"""Before the whole of a part: "two of the frigates", "18 of 54 howitzers"."""
_OF = late(r"\s+of(?=\s)", re.IGNORECASE)
_WORD = late(r"[ \u00a0]+([^\W\d_][\w'’./-]*)|-([^\W\d_]+)")
_MODEL = late(r"[ \u00a0](?:\d{1,3}(?:[A-Z]\d{0,2}|/\d{1,3})?\+?|\d{1,2}[xX×]\d{1,2})(?=[ \u00a0][^\W\d_])")
"""A number within a name: "Block 72", "Leopard 2A8", "Bozkır 8x8"."""
_MAKE = late(
    r"[ \u00a0]+(?:\d{1,2}[xX×]\d{1,2}|\d{1,3}[ \u00a0-]?mm"
    r"|\d[\d.,]*-(?:met(?:er|re)|foot|feet|ft|ton|tonne|inch|seat)(?:-[a-z]+)?)"
    r"(?=[ \u00a0][^\W\d_])"
)
"""What stands between the number and the noun of what has so many wheels, such a bore or size: "20 8x8 vehicles"."""
_ASIDE = late(r"[ \u00a0]\([^()\n]{1,24}\)(?=[ \u00a0][^\W\d_])")
"""What explains a word before the noun: "iki adet Kestrel (K-sınıfı) fırkateyn"."""
_PIECES = late(r"[ \u00a0]+(?:adet|tane|parça)(?=[ \u00a0]\d)")
"""A Turkish word for pieces before a size: "40 adet 155 mm mermi"."""
_WHOLE = late(r"[ıiuü]n[ \u00a0]+(?:yüzde(?!\w)|%|\d)")
"""The genitive of the whole before its part: "40 dosyanın yüzde 15'i"."""
_MANY = late(r"[ \u00a0]çok(?=[ \u00a0]\w+l[ıiuü][ \u00a0])")
"""What makes an adjective with the next word: "çok maksatlı"."""
_MOST_WORDS = 6
_SHORT = 3
_LONGEST_ENDING = 6
_TURKISH_ENDING = late(r"['’].*$")
_MODIFYING = late(r"(?:l[ıiuü]|s[ıiuü]z|sel|sal|(?<![dt])[ae]n|(?:gid|ed)en|[ıiuü]n|ki)$")

_AGENT = late(r"\w{2}[ae]n$")
_PREDICATE = late(
    r"(?:[dt][ıiuü]|m[ıiuü]ş|yor|ecek|acak)(?:l[ae]r)?$|[dt][ıiuü]ğ[ıiuü]n|[ae]c[ae]ğ[ıi]n|[ae]n$|m[ae]k$"
)


@cache
def _words(language: Language, name: str) -> frozenset[str]:
    return frozenset(lexicon(language)["nouns"][name])


def _following(text: str, start: int, language: Language) -> Iterator[tuple[Span, str]]:
    """The words after the number up to a function word, punctuation or another number."""
    place = start
    for _ in range(_MOST_WORDS):
        if many := _MANY.match(text, place):
            place = many.end()
        if aside := _ASIDE.match(text, place):
            place = aside.end()
        match = _WORD.match(text, place)
        if match is None:
            return
        group = 1 if match.group(1) else 2
        span, word = Span(*match.span(group)), match.group(group).rstrip(".'’-/")
        word = lower(word, language)
        if word in _words(language, "stops"):
            return
        yield Span(span.start, span.start + len(word)), word
        if len(word) < len(span) or group == 2:  # noqa: PLR2004 - the hyphen's group
            return
        place = match.end() + text.startswith(("®", "™"), match.end())
        if span.of(text)[0].isupper() and (model := _MODEL.match(text, place)):
            place = model.end()


def _is_plural(word: str) -> bool:
    if word in _words("en", "heads"):
        return True
    return (
        len(word) > _SHORT
        and word.endswith("s")
        and not word.endswith(("ss", "us", "'s", "’s"))
        and word not in _words("en", "verbs_in_s")
    )


def _is_common(word: str) -> bool:
    """Whether the word is no name: in lower case, or capitals with a plural's s ("UAVs")."""
    return word[0].islower() or (word[:-1].isupper() and word.endswith("s"))


def _english(words: list[tuple[Span, str]], text: str, start: int, *, plural: bool) -> Span | None:
    if words and text[start : start + 1] == "-":
        return words[0][0]
    if plural:
        people = (
            _is_plural(words[0][1]) and not (len(words) > 1 and words[1][0].of(text)[0].isupper()) if words else False
        )
        heads = [
            place
            for place, (span, word) in enumerate(words)
            if (place == 0 and people) or (_is_plural(word) and _is_common(span.of(text)))
        ]
        if not heads:
            return None
        last = heads[0]
        while last + 1 in heads:
            last += 1
        return words[last][0]
    plain = [
        item
        for item in words
        if item[0].of(text)[0].islower() and "-" not in item[1] and item[1] not in _words("en", "adjectives")
    ]
    return plain[0][0] if plain else None


def _is_head(word: str) -> bool:
    heads, shortest = _words("tr", "heads"), max(1, len(word) - _LONGEST_ENDING)
    stems = (word[:length] for length in range(shortest, len(word) + 1) if word[:length] in heads)
    return any(inflection_of(stem, word) for stem in stems)


def _turkish(words: list[tuple[Span, str]]) -> Span | None:
    counted = [(span, _TURKISH_ENDING.sub("", word)) for span, word in words if word not in _words("tr", "counters")]
    heads = [
        place for place, (_, word) in enumerate(counted) if _is_head(word) and word not in _words("tr", "adjectives")
    ]
    if heads:
        last, bare = heads[0], _words("tr", "heads")
        while last + 1 in heads and counted[last][1] in bare and counted[last + 1][1] not in bare:
            last += 1
        span, word = counted[last]
        return Span(span.start, span.start + len(word))
    found = next((place for place, (_, word) in enumerate(counted) if _may_head(word)), None)
    if found is None:
        found = len(counted) - 1 if counted and _AGENT.search(counted[-1][1]) else None
    elif counted[found][1] in _words("tr", "describing") and _goes_on(counted[found + 1 :]):
        found += 1
    elif found and _PREDICATE.search(counted[found][1]) and _is_object(counted[found - 1][1]):
        found -= 1
    return None if found is None else Span(counted[found][0].start, counted[found][0].start + len(counted[found][1]))


def _goes_on(words: list[tuple[Span, str]]) -> bool:
    """Whether a noun follows, and no verb."""
    return bool(words) and _may_head(words[0][1]) and not _PREDICATE.search(words[0][1])


def _may_head(word: str) -> bool:
    return word not in _words("tr", "adjectives") and not _MODIFYING.search(word)


def _is_object(word: str) -> bool:
    """Whether an adjective is a counted noun's accusative as well: "10 askeri", before a verb."""
    return word[-1:] in "ıi" and word[:-1] in _words("tr", "heads")


@cache
def _skipped(language: Language) -> re.Pattern[str]:
    return re.compile(lexicon(language)["grammar"]["skipped"], re.IGNORECASE)


def head_noun(text: str, start: int, language: Language, *, plural: bool, digits: bool = False) -> Span | None:
    """The noun or unit counted by the number that ends at `start`, or None.

    `plural` says that English counts more than one, `digits` that the number is written in digits.
    """
    if measure := measure_at(text, start, language, digits=digits):
        return measure
    if match := _skipped(language).match(text, start):
        start = match.end()
    if language != "tr" and (match := _OF_THE.match(text, start)):
        start, plural = match.end(), True
    elif text[max(0, start - 6) : start].lower() == "couple" and (match := _OF.match(text, start)):
        start = match.end()
    if language == "tr" and (match := _PIECES.match(text, start)):
        start = match.end()
    if match := _MAKE.match(text, start):
        start = match.end()
    words = list(_following(text, start, language))
    if language != "tr":
        return _english(words, text, start, plural=plural)
    return _turkish(words) or (words[-1][0] if words and _WHOLE.match(text, words[-1][0].end - 2) else None)
