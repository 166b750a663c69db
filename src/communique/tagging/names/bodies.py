"""The bodies of a sentence: ministries, services, firms, agencies; and the buildings, which are no names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import Countries
from communique.tagging.lexicon import BREAKS, is_break, is_name_word, is_office_word, organisations, words
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedSentence

_LONGEST, _LONGEST_OF = 12, 5
_SHORT = 4
_AMPERSAND = " & "
_PLURAL = re.compile(r"[a-zçğıöşü]l[ae]r(?:[ıi]n?)?$")
"""A Turkish plural in lower case, which begins a sentence but no name: "Helikopterleri Yıldız Havacılık üretiyor"."""
_PAIR = 2
_PORTFOLIOS = frozenset({"defence", "defense", "interior", "finance", "justice"})
_BOARDS = frozenset((of, "kurulu") for of in ("yonetim", "icra", "denetim", "danisma"))


class Body(NamedTuple):
    """A body or building over the words from `first` up to `end`; `proper` when words of its own name it."""

    span: Span
    first: int
    end: int
    key: tuple[str, ...]
    proper: bool
    is_place: bool = False


@cache
def _body_words() -> frozenset[str]:
    return words("bodies", "firms", "buildings", "areas")


@cache
def _beginnings() -> frozenset[str]:
    """The words of which one stands in every English sentence with a body: a body word, or a short name's first."""
    return _body_words() | _short_name_starts()


@cache
def _short_name_starts() -> frozenset[str]:
    return frozenset(key[0] for key in organisations())


@cache
def _barring() -> frozenset[str]:
    """The words that stand in no body's name: heads, titles, function words, days and months."""
    return words("heads", *BREAKS) | (words("titles") - words("modifiers"))


def bodies_in(sentence: WordedSentence, language: Language, first: int = 0) -> Mapping[int, Body]:
    """The bodies from the word `first` on by the index of each of their words."""
    found: dict[int, Body] = {}
    if language != "tr" and sentence.keys.isdisjoint(_beginnings()):
        return found
    for body in _bodies(sentence.tokens, sentence.countries, language, first):
        found.update(dict.fromkeys(range(body.first, body.end), body))
    return found


def _bodies(tokens: Sequence[Token], countries: Countries, language: Language, first: int) -> Iterator[Body]:
    after, nouns = first, words("bodies")
    for at in [at for at, token in enumerate(tokens) if token.is_capital or token.key in nouns]:
        if at < after:
            continue
        if (whole_name := _long_name(tokens, at)) is not None:
            yield whole_name
            after = whole_name.end
            continue
        stop = max(_stretch_end(tokens, at, countries, language), _service_end(tokens, at, countries), at + 1)
        stop = next((later for later in range(at + 1, stop) if _long_name(tokens, later) is not None), stop)
        body = _body(tokens, at, stop, countries, language)
        if body is not None and language == "tr" and at == 0 and _is_plain(tokens[0], countries):
            shorter = _body(tokens, 1, stop, countries, language)
            body = shorter if shorter and not shorter.proper else body
        if body is not None and language == "tr" and at == 0 and _PLURAL.search(tokens[0].text):
            body = _body(tokens, 1, stop, countries, language) or body
        if body is not None and language == "tr":
            body = _without_origin(tokens, body, stop, countries)
        if body is not None and language != "tr":
            body = _of_genitive(tokens, body)
        if body is None:
            yield from _known(tokens, at, stop, countries)
        else:
            yield from _known(tokens, at, body.first, countries)
            yield body
        after = stop if body is None else body.end


def _stretch_end(tokens: Sequence[Token], at: int, countries: Countries, language: Language) -> int:
    """The index after the capitalised words from `at` on that a body's name may hold."""
    end = at
    barring = _barring()
    while end < len(tokens) and tokens[end].is_capital:
        if tokens[end].key in barring and not _is_of_service(tokens, end, countries):
            break
        if end > at and (not (adjoins(tokens[end]) or tokens[end].gap == _AMPERSAND) or tokens[end - 1].suffix):
            break
        end += 1
        if language == "tr" and _body_word(tokens[end - 1], language)[1] < len(tokens[end - 1].text):
            break
    return end


def _is_of_service(tokens: Sequence[Token], at: int, countries: Countries) -> bool:
    """Whether a title stands in the name of a country's service: "Qatari Emiri Navy"."""
    is_within = 0 < at < len(tokens) - 1 and tokens[at - 1].span.start in countries and tokens[at].is_open
    behind = tokens[at + 1] if is_within else None
    is_title = tokens[at].key in words("titles", "heads")
    return is_title and behind is not None and behind.is_capital and behind.key in words("official")


def _service_end(tokens: Sequence[Token], at: int, countries: Countries) -> int:
    """The index after a country's service in lower case ("Pakistani army"); `at` where it is the office of somebody."""
    end = at + 1
    of_genitive = _is_genitive(tokens[at])
    if tokens[at].span.start not in countries or not (tokens[at].is_open or of_genitive):
        return at
    while end < len(tokens) and adjoins(tokens[end]) and tokens[end].key in words("modifiers", "official"):
        end += 1
        if not tokens[end - 1].is_open:
            break
    services = ("ministry",) if of_genitive else words("official")  # the army of "Oman's army" is told of as Oman
    is_service = end - at > 1 and tokens[end - 1].key in services and not tokens[end - 1].is_capital
    follows = end < len(tokens) and adjoins(tokens[end]) and tokens[end - 1].is_open
    return end if is_service and not (follows and tokens[end].key in words("heads", "titles", "modifiers")) else at


def _is_genitive(token: Token) -> bool:
    return token.suffix.lower().strip("'’") == "s"


def _of_genitive(tokens: Sequence[Token], body: Body) -> Body:
    """A service without the genitive of its country: "defence ministry" of "Turkey's defence ministry"."""
    first, last = body.first + 1, tokens[body.end - 1]
    if first == body.end or not _is_genitive(tokens[body.first]) or last.is_capital:
        return body
    return body._replace(span=Span(tokens[first].span.start, body.span.end), first=first, key=body.key[1:])


def _without_origin(tokens: Sequence[Token], body: Body, stop: int, countries: Countries) -> Body:
    """A firm without the adjective that tells where it is from: "Hanseong Defense" of "Güney Koreli Hanseong …"."""
    country = countries.get(tokens[body.first].span.start)
    if country is None or country.form != "adjective" or country.code == "TUR":
        return body
    first = next((at for at in range(body.first, body.end) if tokens[at].span.start >= country.span.end), body.end)
    if body.end - first < _PAIR or any(_body_word(one, "tr")[0] in _of_states() for one in tokens[first : body.end]):
        return body
    return _body(tokens, first, stop, countries, "tr") or body


@cache
def _of_states() -> frozenset[str]:
    return words("official", "statal")


def _is_plain(token: Token, countries: Countries) -> bool:
    return not is_office_word(token.key) and token.span.start not in countries


def _body_word(token: Token, language: Language) -> tuple[str, int]:
    """The folded body word the token is a form of, and its length there; the token itself where it is none."""
    nouns = _body_words()
    if language == "tr" and not token.suffix and token.is_capital and token.key not in nouns:
        # "Kuvvetlerine" is a form of "Kuvvetleri", and of "Kuvvetler" only where that is no service
        for form in sorted(base_forms(token.text, "tr"), key=lambda one: fold(one) not in words("official")):
            if len(form) >= _SHORT and fold(form) in nouns:
                return fold(form), min(len(form), len(token.text))
    return token.key, len(token.text)


def _body(tokens: Sequence[Token], at: int, stop: int, countries: Countries, language: Language) -> Body | None:
    """The body that ends with the last body word of the stretch, together with an "of" behind it."""
    nouns = _body_words()
    end = stop
    while end - at >= _PAIR and _is_board(tokens, end):
        end -= _PAIR
    while end > at and not (_body_word(tokens[end - 1], language)[0] in nouns or _is_firm(tokens, at, end, countries)):
        end -= 1
    first = max(at, end - _LONGEST)
    if end <= at:
        return None
    if (whole_state := countries.get(tokens[first].span.start)) and whole_state.span.end >= tokens[end - 1].span.end:
        return None
    noun, length = _body_word(tokens[end - 1], language)
    last = Span(tokens[end - 1].span.start, tokens[end - 1].span.start + length)
    key = (*(token.key for token in tokens[first : end - 1]), noun)
    is_chiefs = first > 1 and noun == "staff" and tokens[first - 2].key in ("chief", "chiefs")
    after = _of_end(tokens, end) if noun in words("bodies") and not is_chiefs else end
    if after > end and (state := _of_end(tokens, after)) > after and tokens[state - 1].span.start in countries:
        after = state
    if after > end:
        last, key = tokens[after - 1].span, (*key, *(token.key for token in tokens[end:after]))
        if " ".join(key) in words("no_bodies"):
            return None
    elif end - first == 1 or not _names(tokens[first:end], noun, countries):
        return None
    proper = not is_office_word(noun) or any(
        _is_plain(token, countries) for token in (*tokens[first : end - 1], *tokens[end:after])
    )
    national = tokens[first].span.start in countries and proper and noun in words("bodies")
    building = noun in words("buildings", "areas") and noun not in words("firms") and not national
    is_mission = noun in words("official") and length == len(tokens[end - 1].text)  # no Turkish case ending
    building = building and not (is_mission and _acts(tokens, first))
    return Body(tokens[first].span.to(last), first, after, key, proper, building)


def _is_board(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words up to `end` are but of an office in a firm: "Kestrel Yönetim Kurulu Başkanı"."""
    if not _PAIR <= end < len(tokens):
        return False
    is_board = (tokens[end - _PAIR].key, tokens[end - 1].key) in _BOARDS
    return is_board and adjoins(tokens[end]) and tokens[end].key in words("heads", "modifiers")


def _is_firm(tokens: Sequence[Token], at: int, end: int, countries: Countries) -> bool:
    """Whether the words up to `end` name a firm by its trade ("Hisar Savunma"), and begin no office."""
    if tokens[end - 1].key not in words("defence") or end - at == 1:
        return False
    own, behind = tokens[end - 2], tokens[end].key if end < len(tokens) and adjoins(tokens[end]) else ""
    is_office = is_office_word(behind) or behind in words("titles", "modifiers", "official")
    is_office = is_office and not _is_board(tokens, end + _PAIR)
    return is_name_word(own.key) and own.span.start not in countries and own.is_open and not is_office


def _acts(tokens: Sequence[Token], first: int) -> bool:
    """Whether an embassy stands as the mission that acts, not as the house where something happens."""
    before = [token.key for token in tokens[max(0, first - 2) : first] if token.key != "the"]
    return words("at_places").isdisjoint(before[-1:])


def _of_end(tokens: Sequence[Token], at: int) -> int:
    """The index after "of" and capitalised words at `at`; `at` where there are none, or another body follows."""
    start = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].key == "the")
    end = start
    while end < min(len(tokens), start + _LONGEST_OF) and tokens[end].is_capital and tokens[end].key not in _barring():
        if not adjoins(tokens[end]) or not tokens[end - 1].is_open or (end > start and "." in tokens[end].gap):
            break
        end += 1
    is_ministry = end - start > 1 and tokens[start].key in _PORTFOLIOS and not is_office_word(tokens[start + 1].key)
    end = start + 1 if is_ministry else end  # "Under-Secretary of the Ministry of Defence Ada Kent"
    joined = at < len(tokens) and tokens[at].key == "of" and adjoins(tokens[at]) and tokens[at - 1].is_open
    return (
        end if joined and not any(token.key in words("bodies") for token in tokens[start:end]) and end > start else at
    )


def _names(tokens: Sequence[Token], noun: str, countries: Countries) -> bool:
    """Whether the words name one body: a word of its own, or a country and a service of the state."""
    common = words("generic", "official")
    *before, last = tokens
    own = any(token.key not in common and token.span.start not in countries for token in before) or noun not in common
    national = any(token.span.start in countries for token in before) and noun in words("official")
    return (own and not all(is_break(token.key) for token in before) and last.is_capital) or national


def _known(tokens: Sequence[Token], at: int, stop: int, countries: Countries) -> Iterator[Body]:
    """The listed short names among the words; short ones count only in capitals."""
    starts, known = _short_name_starts(), organisations()
    while at < stop:
        if tokens[at].key not in starts:
            at += 1
            continue
        key = next((key for length in (2, 1) if (key := _keys(tokens[at : at + length])) in known), ())
        end = at + len(key)
        short = len(key) == 1 and len(key[0]) <= _SHORT
        capital = tokens[at].is_acronym or (tokens[at].is_capital and not short)
        if key and capital and tokens[at].span.start not in countries:
            is_house = key[0] in words("seats") and not _acts(tokens, at)
            yield Body(whole(tokens[at:end]), at, end, key, not all(map(is_office_word, key)), is_house)
        at = max(end, at + 1)


def _long_name(tokens: Sequence[Token], at: int) -> Body | None:
    """A listed name of several words, one of them "ve" or "and", that no stretch of capitals holds."""
    if tokens[at].key not in _long_name_starts():
        return None
    for key in organisations():
        found = tokens[at : at + len(key)]
        if len(key) > _PAIR and _keys(found) == key and all(map(adjoins, found[1:])):
            return Body(whole(found), at, at + len(key), key, proper=True)
    return None


@cache
def _long_name_starts() -> frozenset[str]:
    return frozenset(key[0] for key in organisations() if len(key) > _PAIR)


def _keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)
