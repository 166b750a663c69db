"""Definite descriptions ("the Turkish general") and the pronouns he and she, resolved to the one person they fit."""

from collections.abc import Iterator, Sequence

from communique.article import Language
from communique.passage import Passage
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.names.candidates import countries_in
from communique.tagging.names.lexicon import words
from communique.tagging.tokens import Token, sentence_tokens

_SAME_HEAD = {"head": "chief", "commander": "chief", "chairman": "chief"}
_LONGEST = 7


def tag_references(passage: Passage, names: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The descriptions and pronouns of the passage that fit exactly one named person, in text order."""
    persons = [name for name in names if name.kind == "person"]
    facts = _facts(passage.text, persons)
    found: list[NameMention] = []
    before: set[int] = set()
    for tokens in sentence_tokens(passage):
        found += _descriptions(tokens, passage.language, facts)
        end = tokens[-1].end if tokens else 0
        start = tokens[0].span.start if tokens else 0
        here = [name for name in persons if start <= name.span.start < end]
        found += _pronouns(tokens, here, before)
        before = {name.entity for name in here}
    return tuple(sorted(found, key=lambda mention: mention.span))


def _facts(text: str, persons: Sequence[NameMention]) -> dict[int, tuple[set[str], set[str]]]:
    """The countries and the words of offices and titles of each person."""
    facts: dict[int, tuple[set[str], set[str]]] = {}
    for name in persons:
        countries, offices = facts.setdefault(name.entity, (set(), set()))
        if name.country is not None:
            countries.add(name.country.code)
        for span in (name.role, name.title):
            offices.update(_office_words(fold(span.of(text)).replace(".", "").split()) if span else ())
    return facts


def _office_words(keys: Sequence[str]) -> set[str]:
    known = {_SAME_HEAD.get(key, "general" if key == "gen" else key).replace("defense", "defence") for key in keys}
    return known - words("links") - {"visiting", "senior"}


def _descriptions(
    tokens: Sequence[Token], language: Language, facts: dict[int, tuple[set[str], set[str]]]
) -> Iterator[NameMention]:
    countries = countries_in(tokens, language)
    for at, token in enumerate(tokens):
        if token.key != "the":
            continue
        end, country, keys = at + 1, None, []
        while end < len(tokens) and end - at < _LONGEST:
            here = countries.get(tokens[end].span.start)
            if here is None and (tokens[end].is_capital or tokens[end].key not in words("modifiers") | words("heads")):
                break
            country = here or country
            keys += [] if here else [tokens[end].key]
            end += 1
        fits = [
            e for e, (own, office) in facts.items() if country and country.code in own and _office_words(keys) <= office
        ]
        if keys and keys[-1] in words("heads") | {"general"} and len(fits) == 1 and country is not None:
            yield NameMention(token.span.to(tokens[end - 1].span), "person", fits[0], country=country)


def _pronouns(tokens: Sequence[Token], here: Sequence[NameMention], before: set[int]) -> Iterator[NameMention]:
    for token in tokens:
        if token.key not in ("he", "she") or token.suffix:
            continue
        near = {name.entity for name in here if name.span.start < token.span.start} or before
        if len(near) == 1:
            yield NameMention(Span(token.span.start, token.span.end), "person", next(iter(near)))
