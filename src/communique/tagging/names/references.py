"""Definite descriptions ("the Turkish general") and the pronouns he and she, resolved to the one person they fit."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
from communique.tagging.tokens import Token, whole
from communique.tagging.worded import WordedPassage, WordedSentence

_SAME_HEAD = {
    "head": "chief",
    "commander": "chief",
    "chairman": "chief",
    "gen": "general",
    "defense": "defence",
    "leader": "president",
}
_LONGEST = 7


def tag_references(worded: WordedPassage, names: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The descriptions and pronouns of the passage that fit exactly one named person, in text order."""
    persons = [name for name in names if name.kind == "person"]
    starts = [name.span.start for name in persons]
    facts = _Facts(worded.passage.text, persons)
    found: list[NameMention] = []
    before: set[int] = set()
    for sentence in worded.sentences:
        tokens = sentence.tokens
        described = list(_descriptions(sentence, facts))
        found += described
        here = persons[bisect_left(starts, tokens[0].span.start) : bisect_left(starts, tokens[-1].end)]
        found += _pronouns(tokens, sorted((*here, *described), key=_start), before)
        before = {name.entity for name in here}
    return tuple(sorted(found, key=lambda mention: mention.span))


def _start(name: NameMention) -> int:
    return name.span.start


class _Facts:
    """The countries and the words of offices and titles of each person, asked by description."""

    def __init__(self, text: str, persons: Sequence[NameMention]) -> None:
        self._known: dict[int, tuple[set[str], set[str]]] = {}
        self._answers: dict[tuple[str, frozenset[str]], int | None] = {}
        for name in persons:
            countries, offices = self._known.setdefault(name.entity, (set(), set()))
            if name.country is not None:
                countries.add(name.country.code)
            for span in (name.role, name.title):
                offices.update(_office_words(fold(span.of(text)).replace(".", "").split()) if span else ())

    def only(self, code: str, keys: Sequence[str]) -> int | None:
        """The one person of the country whose offices hold all the words."""
        asked = code, frozenset(_office_words(keys))
        if asked not in self._answers:
            fits = [entity for entity, (codes, office) in self._known.items() if code in codes and asked[1] <= office]
            self._answers[asked] = fits[0] if len(fits) == 1 else None
        return self._answers[asked]


def _office_words(keys: Sequence[str]) -> set[str]:
    known = {_SAME_HEAD.get(key, key) for key in keys}
    return known - words("links") - {"visiting", "senior"}


def _descriptions(sentence: WordedSentence, facts: _Facts) -> Iterator[NameMention]:
    tokens, countries = sentence.tokens, sentence.countries
    for at in (at for at, token in enumerate(tokens) if token.key == "the"):
        end, country, keys = at + 1, None, []
        while end < len(tokens) and end - at < _LONGEST:
            here = countries.get(tokens[end].span.start)
            if here is None and (tokens[end].is_capital or tokens[end].key not in words("modifiers", "heads")):
                break
            country = here or country
            keys += [] if here else [tokens[end].key]
            end += 1
        if country is None or not keys or keys[-1] not in words("heads") | {"general"}:
            continue
        entity = facts.only(country.code, keys)
        if entity is not None:
            yield NameMention(whole(tokens[at:end]), "person", entity, country=country)


def _pronouns(tokens: Sequence[Token], here: Sequence[NameMention], before: set[int]) -> Iterator[NameMention]:
    near: set[int] = set()
    coming = iter((*here, None))
    following = next(coming)
    unknown = False
    for token in tokens:
        while following is not None and following.span.start < token.span.start:
            near.add(following.entity)
            following = next(coming)
        fits = near or (set() if unknown else before)
        unknown = unknown or (token.key in words("heads") and not token.is_capital)
        if token.key in ("he", "she") and not token.suffix and len(fits) == 1:
            yield NameMention(token.span, "person", next(iter(fits)))
