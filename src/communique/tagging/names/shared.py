"""Offices told of several at once, whose names follow: "the Omani and Peruvian defence ministers, X and Y"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention
from communique.tagging.names.candidates import Candidate
from communique.tagging.names.context import Office
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedSentence

_LEAST = 2
_JOINTS = frozenset({",", "and"})


def shared(sentence: WordedSentence, found: Iterable[Candidate]) -> list[Candidate]:
    """The names of an English sentence, those of one row with the office before them and each its own country: as many
    as there are names in the same order, or the one of all."""
    names = list(found)
    for at in sentence.places_of(*words("plurals")):
        first, before = _before(sentence, at)
        end, behind = _behind(sentence, at + 1)
        countries = before or behind
        row = _row(sentence.tokens, names, end)
        if len(row) < _LEAST or len(countries) not in (0, 1, len(row)):
            continue
        role = whole(sentence.tokens[first : at + 1])
        theirs = countries if len(countries) == len(row) else (*countries, None)[:1] * len(row)
        for place, country in zip(row, theirs, strict=True):
            names[place] = names[place]._replace(office=Office(role, None, country))
    return names


def _before(sentence: WordedSentence, at: int) -> tuple[int, tuple[CountryMention, ...]]:
    """Where the words of the office at `at` begin, and the countries that stand in a row before them."""
    tokens, first = sentence.tokens, at
    while first and adjoins(tokens[first]) and tokens[first - 1].key in words("modifiers"):
        first -= 1
    start = first
    while start and (tokens[start - 1].key == "and" or tokens[start - 1].span.start in sentence.countries):
        start -= 1
    return first, _countries(sentence, tokens[start:first])


def _behind(sentence: WordedSentence, end: int) -> tuple[int, tuple[CountryMention, ...]]:
    """The index after "of Oman, Peru and Iran" at `end`, and these countries."""
    tokens = sentence.tokens
    if end >= len(tokens) or tokens[end].key != "of":
        return end, ()
    start = end = end + 1
    while end < len(tokens) and (tokens[end].key in ("and", "the") or _is_within(sentence, end)):
        end += 1
    return end, _countries(sentence, tokens[start:end])


def _is_within(sentence: WordedSentence, at: int) -> bool:
    return any(country.span.contains(sentence.tokens[at].span) for country in sentence.countries.values())


def _countries(sentence: WordedSentence, tokens: Sequence[Token]) -> tuple[CountryMention, ...]:
    found = (sentence.countries.get(token.span.start) for token in tokens)
    return tuple(country for country in found if country is not None)


def _row(tokens: Sequence[Token], names: Sequence[Candidate], end: int) -> list[int]:
    """Which of the names stand in one row that begins with the word at `end`."""
    if end >= len(tokens):
        return []
    following = ((place, name) for place, name in enumerate(names) if name.span.start >= tokens[end].span.start)
    row = list(takewhile(lambda one: one[1].kind == "person", following))
    if not row or _begin(row[0][1]) != tokens[end].span.start:
        return []
    joined = [row[0][0]]
    for (_, one), (place, other) in pairwise(row):
        between = list(_between(tokens, Span(one.span.end, max(one.span.end, _begin(other)))))
        if not between or not set(between) <= _JOINTS:
            break
        joined.append(place)
    return joined


def _begin(name: Candidate) -> int:
    return name.title.start if name.title is not None else name.span.start


def _between(tokens: Sequence[Token], gap: Span) -> Iterator[str]:
    """The words and commas between two names, without "of" and the country of the first."""
    inside = [token for token in tokens if gap.start <= token.span.start < gap.end]
    rest = inside[2:] if inside and inside[0].key == "of" else inside
    behind = next((token for token in tokens if token.span.start >= gap.end), None)
    for token in (*rest, *([behind] if behind is not None else ())):
        yield from token.gap.strip()
        if token is not behind:
            yield token.key
