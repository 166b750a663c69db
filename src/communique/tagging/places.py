"""Cities, regions, buildings and countries as places."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.gazetteer import large_cities, listed, most_words
from communique.tagging.lexicon import is_name_word, words
from communique.tagging.mentions import NameMention, PlaceMention
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins, in_a_row
from communique.tagging.unknown_places import unknown_place
from communique.tagging.worded import WordedPassage, WordedSentence

_LOCATIVE = (
    "da",
    "de",
    "ta",
    "te",
    "dan",
    "den",
    "tan",
    "ten",
    "ya",
    "ye",
    "a",
    "e",
    "na",
    "ne",
    "nda",
    "nde",
    "daki",
    "deki",
    "taki",
    "teki",
)
_ACCUSATIVE = ("yi", "yu", "i", "u")
_VISITED = ("ziyaret", "gezdi", "gezecek", "gezerek")
_VISITS, _OF_VISITS = ("ziyareti", "gezisi", "seyahati", "temaslari"), ("resmi", "calisma")
_TOWNS = ("kentin", "sehrin", "ilcesin", "kasabasin", "baskentin")
_NEAR = 5
_LONGEST_BUILDING = 6
_LONGEST_CITY = 2


def tag_places(worded: WordedPassage, names: Sequence[NameMention] = ()) -> tuple[PlaceMention, ...]:
    """The places of the passage in text order, outside of `names`; a country or capital only where it is a location."""
    taken = sorted((name.span.start, name.span.end) for name in names)
    language = worded.passage.language
    return tuple(place for sentence in worded.sentences for place in _in_sentence(sentence, taken, language))


def _is_covered(offset: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether the offset lies in one of the spans, which are in text order and apart from each other."""
    at = bisect_right(taken, (offset, math.inf)) - 1
    return at >= 0 and offset < taken[at][1]


def _in_sentence(
    sentence: WordedSentence, taken: Sequence[tuple[int, int]], language: Language
) -> Iterator[PlaceMention]:
    tokens = sentence.tokens
    has_building = not sentence.keys.isdisjoint(words("buildings"))
    common = words("building_words") if has_building else frozenset()
    end = 0
    for at in [at for at, token in enumerate(tokens) if token.is_capital or token.key in common]:
        if at >= end and not _is_covered(tokens[at].span.start, taken):
            house = (has_building and _building(tokens, at)) or _short_house(tokens, at)
            found = house or _city(sentence, at, language) or _country(sentence, at, language)
            found = found or unknown_place(sentence, at, language)
            place, end = found or (None, at + 1)
            if place is not None:
                yield place


def _building(tokens: Sequence[Token], at: int) -> tuple[PlaceMention, int] | None:
    """Words of buildings or capitalised names up to a building ("army headquarters", "Lotus Palace")."""
    buildings, common = words("buildings"), words("building_words")
    for end, token in enumerate(tokens[at : at + _LONGEST_BUILDING], at):
        if end > at and not adjoins(token):
            break
        if end > at and token.key in buildings:
            is_named = token.is_capital or all(word.key in common for word in tokens[at:end])
            return _in_city(tokens, at, end + 1) if is_named else None
        if not (token.key in common or (token.is_capital and _is_naming(token.key)) or _is_bearer(tokens, end)):
            break
        if token.suffix and not _is_bearer(tokens, end):
            break
    return None


def _is_bearer(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word ends the office of whoever the building is of: "Prime Minister's House"."""
    follows = tokens[at + 1] if at + 1 < len(tokens) and adjoins(tokens[at + 1]) else None
    is_house = follows is not None and follows.is_capital and follows.key in words("buildings")
    return is_house and tokens[at].is_capital and tokens[at].key in words("heads")


def _short_house(tokens: Sequence[Token], at: int) -> tuple[PlaceMention, int] | None:
    """A house known by its initials or a word, where something is told to happen: "at GHQ", "at the Pentagon",
    "Pentagon'da"."""
    if tokens[at].key not in words("short_houses" if tokens[at].is_acronym else "seats"):
        return None
    before = [token.key for token in tokens[max(0, at - 2) : at] if token.key != "the"][-1:]
    is_located = fold(tokens[at].suffix) in _LOCATIVE or (bool(before) and before[0] in words("prepositions"))
    return _in_city(tokens, at, at + 1) if is_located else None


def _in_city(tokens: Sequence[Token], at: int, end: int) -> tuple[PlaceMention, int]:
    """The house [at, end) with the city that directly follows its name: "Air Headquarters Islamabad"."""
    first = end + _is_bracketed(tokens, end)
    for length in range(min(_LONGEST_CITY, len(tokens) - first), 0, -1):
        several, key = tokens[first : first + length], tuple(token.key for token in tokens[first : first + length])
        is_beside = first > end or (adjoins(tokens[end]) and tokens[end - 1].is_capital)
        code = listed().get(key) or large_cities().get(key) or country_code(" ".join(key), "capital")
        if is_beside and in_a_row(several) and several[0].is_capital and code is not None:
            return PlaceMention(tokens[at].span.to(several[-1].span), code), first + length
    return PlaceMention(tokens[at].span.to(tokens[end - 1].span)), end


def _is_bracketed(tokens: Sequence[Token], at: int) -> bool:
    """Whether initials in brackets stand there, with more behind them: "Naval Headquarters (NHQ) Lima"."""
    if at + 1 >= len(tokens) or not tokens[at].is_acronym:
        return False
    return tokens[at].gap.strip() == "(" and tokens[at + 1].gap.strip() == ")"


def _is_naming(key: str) -> bool:
    return is_name_word(key) or key in words("bodies", "modifiers")


def _city(sentence: WordedSentence, at: int, language: Language) -> tuple[PlaceMention, int] | None:
    """A city or region of the gazetteer, the longest form first; of its large cities only where one is located."""
    tokens = sentence.tokens
    most = most_words(tokens[at].key, language) if tokens[at].is_capital else 0
    if not most:
        return None
    for length in range(min(most, len(tokens) - at), 0, -1):
        several = tokens[at : at + length]
        if length > 1 and not in_a_row(several):
            continue
        for key, end in _forms(several, language):
            if key in listed() and not _names_occasion(tokens, at + length):
                return PlaceMention(Span(tokens[at].span.start, end), listed()[key]), at + length
            if key in large_cities() and _is_located(tokens, at, at + length, end, language):
                return PlaceMention(Span(tokens[at].span.start, end), large_cities()[key]), at + length
    return None


def _forms(several: Sequence[Token], language: Language) -> Iterator[tuple[tuple[str, ...], int]]:
    """What the words may be without the last one's suffix: the folded words, and where they end in the text."""
    last = several[-1]
    before = tuple(word.key for word in several[:-1])
    inflected = base_forms(last.text, "tr") if language == "tr" and not last.suffix else ()
    for form in (last.text, *inflected):
        yield (*before, fold(form)), last.span.start + min(len(form), len(last.text))


def _is_located(tokens: Sequence[Token], at: int, after: int, end: int, language: Language) -> bool:
    """Whether the words [at, after) are a location: behind a preposition and no part of a longer name, or in a Turkish
    local case; `end` is where the last one ends without its suffix."""
    last = tokens[after - 1]
    if language != "en" and _is_located_in_turkish(tokens, after, last.suffix or last.text[end - last.span.start :]):
        return True
    goes_on = after < len(tokens) and adjoins(tokens[after]) and tokens[after].is_capital
    return not last.suffix and not goes_on and (_is_led_to(tokens, at) or _hosts(tokens, after))


def _is_located_in_turkish(tokens: Sequence[Token], after: int, suffix: str) -> bool:
    """Whether the case of the word before `after` or the words behind it make it where something happens."""
    case = fold(suffix)
    if case in _LOCATIVE or (case in _ACCUSATIVE and _is_visited(tokens, after)):
        return True
    return not case and (_is_visit(tokens, after) or _is_town(tokens, after))


def _is_town(tokens: Sequence[Token], after: int) -> bool:
    """Whether a Turkish word for towns follows: "Lima kentine"."""
    return after < len(tokens) and adjoins(tokens[after]) and tokens[after].key.startswith(_TOWNS)


def _is_led_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before `at` tell that a location follows: "in", "left for", "the capital,", "the city of"."""
    if not at or not (adjoins(tokens[at]) or (tokens[at - 1].key == "capital" and tokens[at].gap.strip() == ",")):
        return False
    at -= at > 1 and tokens[at - 1].key == "the"
    before, earlier = tokens[at - 1].key, tokens[at - 2].key if at > 1 else ""
    if before in ("of", "for"):
        return earlier in words("settlements" if before == "of" else "leavings")
    if tokens[at - 1].suffix.lower() == "s":
        return earlier in words("prepositions")  # "in Peru's Cusco"
    return before == "capital" or before in words("prepositions")


def _hosts(tokens: Sequence[Token], after: int) -> bool:
    """Whether the city is told to host: "Lima hosted", "Lima will host"."""
    keys = [token.key for token in tokens[after : after + _NEAR - 2]]
    return keys[:1] in (["hosts"], ["hosted"]) or keys[:2] == ["will", "host"] or keys[:3] == ["is", "to", "host"]


def _names_occasion(tokens: Sequence[Token], after: int) -> bool:
    """Whether the city only begins the name of an occasion: "Munich Security Conference"."""
    while after < len(tokens) and adjoins(tokens[after]) and tokens[after].is_capital and tokens[after - 1].is_open:
        if tokens[after].key in words("occasion_names"):
            return True
        after += 1
    return False


def _is_visited(tokens: Sequence[Token], after: int) -> bool:
    """Whether a Turkish verb of visiting follows: "Kahire'yi yarın ziyaret edecek"."""
    return any(token.key.startswith(_VISITED) for token in tokens[after : after + _NEAR])


def _is_visit(tokens: Sequence[Token], after: int) -> bool:
    """Whether the Turkish noun for a visit follows directly: "Roma ziyareti", "Roma resmi ziyaretini"."""
    while after < len(tokens) and adjoins(tokens[after]) and tokens[after].key in _OF_VISITS:
        after += 1
    return after < len(tokens) and adjoins(tokens[after]) and tokens[after].key.startswith(_VISITS)


def _country(sentence: WordedSentence, at: int, language: Language) -> tuple[PlaceMention | None, int] | None:
    """A country or capital where it is a location: after a preposition, or in a Turkish local case."""
    tokens = sentence.tokens
    mention = sentence.countries.get(tokens[at].span.start) if sentence.countries else None
    if mention is None:
        return None
    end = at + 1
    while end < len(tokens) and sentence.countries.get(tokens[end].span.start) is mention:
        end += 1
    located = mention.form != "adjective" and _is_located(tokens, at, end, mention.span.end, language)
    return (PlaceMention(mention.span, mention.code) if located else None), end
