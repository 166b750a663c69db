"""Cities, regions, buildings and countries as places."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from communique._resources import read_toml
from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import is_name_word, words
from communique.tagging.mentions import NameMention, PlaceMention
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins
from communique.tagging.worded import WordedPassage, WordedSentence

_LOCATIVE = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "ya", "ye", "a", "e", "daki", "deki", "taki", "teki")
_LONGEST = 3
_LONGEST_BUILDING = 6


@cache
def _gazetteer() -> Mapping[tuple[str, ...], str | None]:
    """Cities and regions by their folded words, with the country's code where there is one."""
    table = read_toml("places.toml")
    found: dict[tuple[str, ...], str | None] = {tuple(fold(name).split()): None for name in table["regions"]}
    for code, names in table["cities"].items():
        found.update({tuple(fold(name).split()): code for name in names})
    return found


def is_place(key: tuple[str, ...]) -> bool:
    """Whether the folded words are a city or region of the gazetteer."""
    return key in _gazetteer()


def tag_places(worded: WordedPassage, names: Sequence[NameMention] = ()) -> tuple[PlaceMention, ...]:
    """The places of the passage in text order, outside of `names`; a country or capital only where it is a location."""
    taken = sorted((name.span for name in names), key=lambda span: span.start)
    found = [place for sentence in worded.sentences for place in _in_sentence(sentence, worded.passage.language)]
    covered = {offset for span in taken for offset in range(span.start, span.end)}
    return tuple(place for place in found if place.span.start not in covered)


def _in_sentence(sentence: WordedSentence, language: Language) -> Iterator[PlaceMention]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        place, end = _building(tokens, at) or _listed(tokens, at, language) or _country(sentence, at) or (None, at + 1)
        if place is not None:
            yield place
        at = end


def _building(tokens: Sequence[Token], at: int) -> tuple[PlaceMention, int] | None:
    """Words of buildings or capitalised names up to a building ("army headquarters", "Lotus Palace")."""
    end = at
    while end < min(len(tokens), at + _LONGEST_BUILDING) and (end == at or adjoins(tokens[end])):
        token = tokens[end]
        if end > at and token.key in words("buildings"):
            common = all(word.key in words("building_words") for word in tokens[at:end])
            return (PlaceMention(tokens[at].span.to(token.span)), end + 1) if token.is_capital or common else None
        named = token.is_capital and (is_name_word(token.key) or token.key in words("bodies", "modifiers"))
        if not token.is_open or not (named or token.key in words("building_words")):
            break
        end += 1
    return None


def _listed(tokens: Sequence[Token], at: int, language: Language) -> tuple[PlaceMention, int] | None:
    """A city or region of the gazetteer, the longest form first."""
    if not tokens[at].is_capital:
        return None
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        several = tokens[at : at + length]
        if any(not adjoins(word) for word in several[1:]) or any(word.suffix for word in several[:-1]):
            continue
        last = several[-1]
        forms = base_forms(last.text, "tr") if language == "tr" and not last.suffix else (last.text,)
        for form in (last.text, *forms):
            key = (*(word.key for word in several[:-1]), fold(form))
            if key in _gazetteer():
                span = Span(several[0].span.start, last.span.start + min(len(form), len(last.text)))
                return PlaceMention(span, _gazetteer()[key]), at + length
    return None


def _country(sentence: WordedSentence, at: int) -> tuple[PlaceMention | None, int] | None:
    """A country or capital where it is a location: after a preposition, or in a Turkish local case."""
    tokens = sentence.tokens
    mention = sentence.countries.get(tokens[at].span.start)
    if mention is None:
        return None
    end = at + 1
    while end < len(tokens) and sentence.countries.get(tokens[end].span.start) is mention:
        end += 1
    last = tokens[end - 1]
    tail = fold(last.suffix or last.text[mention.span.end - last.span.start :])
    before = tokens[at - 1].key if at and adjoins(tokens[at]) else ""
    located = tail in _LOCATIVE or (before in words("prepositions") and not last.suffix)
    return (PlaceMention(mention.span, mention.code) if located and mention.form != "adjective" else None), end
