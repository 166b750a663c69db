"""Cities, regions, buildings and countries as places."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from communique._resources import read_toml
from communique.article import Language
from communique.passage import Passage
from communique.source import fold
from communique.tagging.countries import country_at
from communique.tagging.mentions import NameMention, PlaceMention
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins, sentence_tokens

_LOCATIVE = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "ya", "ye", "a", "e", "daki", "deki", "taki", "teki")
_LONGEST = 3


@cache
def _gazetteer() -> Mapping[tuple[str, ...], str | None]:
    """Cities and regions by their folded words, with the country's code where there is one."""
    table = read_toml("places.toml")
    found: dict[tuple[str, ...], str | None] = {tuple(fold(name).split()): None for name in table["regions"]}
    for code, names in table["cities"].items():
        found.update({tuple(fold(name).split()): code for name in names})
    return found


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_toml("places.toml")[kind])


def is_place(key: tuple[str, ...]) -> bool:
    """Whether the folded words are a city or region of the gazetteer."""
    return key in _gazetteer()


def tag_places(passage: Passage, names: Sequence[NameMention] = ()) -> tuple[PlaceMention, ...]:
    """The places of the passage in text order, outside of `names`; a country or capital only where it is a location."""
    taken = sorted((name.span for name in names), key=lambda span: span.start)
    found = [place for tokens in sentence_tokens(passage) for place in _in_sentence(tokens, passage.language)]
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    return tuple(place for place in found if place.span.start not in covered)


def _in_sentence(tokens: Sequence[Token], language: Language) -> Iterator[PlaceMention]:
    at = 0
    while at < len(tokens):
        place, end = (
            _building(tokens, at) or _listed(tokens, at, language) or _country(tokens, at, language) or (None, at + 1)
        )
        if place is not None:
            yield place
        at = end


def _building(tokens: Sequence[Token], at: int) -> tuple[PlaceMention, int] | None:
    """Words of buildings up to a building ("army headquarters")."""
    end = at
    while end < len(tokens) and tokens[end].key in _words("building_words") and (end == at or adjoins(tokens[end])):
        end += 1
    if end == at or end >= len(tokens) or tokens[end].key not in _words("buildings") or not adjoins(tokens[end]):
        return None
    return PlaceMention(tokens[at].span.to(tokens[end].span)), end + 1


def _listed(tokens: Sequence[Token], at: int, language: Language) -> tuple[PlaceMention, int] | None:
    """A city or region of the gazetteer, the longest form first."""
    if not tokens[at].is_capital:
        return None
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = tokens[at : at + length]
        if any(not adjoins(word) for word in words[1:]) or any(word.suffix for word in words[:-1]):
            continue
        last = words[-1]
        forms = base_forms(last.text, "tr") if language == "tr" and not last.suffix else (last.text,)
        for form in (last.text, *forms):
            key = (*(word.key for word in words[:-1]), fold(form))
            if key in _gazetteer():
                span = type(last.span)(words[0].span.start, last.span.start + min(len(form), len(last.text)))
                return PlaceMention(span, _gazetteer()[key]), at + length
    return None


def _country(tokens: Sequence[Token], at: int, language: Language) -> tuple[PlaceMention | None, int] | None:
    """A country or capital where it is a location: after a preposition, or in a Turkish local case."""
    found = country_at(tokens, at, language)
    if found is None:
        return None
    mention, end = found
    last = tokens[end - 1]
    tail = fold(last.suffix or last.text[mention.span.end - last.span.start :])
    before = tokens[at - 1].key if at and adjoins(tokens[at]) else ""
    located = tail in _LOCATIVE or (before in _words("prepositions") and not last.suffix)
    return (PlaceMention(mention.span, mention.code) if located and mention.form != "adjective" else None), end
