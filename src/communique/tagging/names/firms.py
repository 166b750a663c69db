"""Firms among the bodies, and the words that stand for one: "the company", "the same yard", "Şirket"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedPassage, WordedSentence

_DETERMINERS = ("the", "this", "that")
_BETWEEN = 1


def is_trading(name: str) -> bool:
    """Whether the body is no service, ministry or other part of a state."""
    return not any(_is_official(word) for word in name.split())


@lru_cache(maxsize=1 << 12)
def _is_official(word: str) -> bool:
    official = words("official", "statal")
    return fold(word) in official or any(fold(form) in official for form in base_forms(word, "tr"))


def tag_firms(worded: WordedPassage, names: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """The words that stand for a firm, where one was named alone in the article so far, or last alone."""
    text = worded.passage.text
    firms = [name for name in names if name.kind == "organisation" and is_trading(name.span.of(text))]
    found: list[NameMention] = []
    last = 0
    for sentence in worded.sentences:
        if not sentence.tokens:
            continue
        for at, length in _described(sentence, worded.passage.language):
            tokens = sentence.tokens[at : at + length]
            start = tokens[0].span.start
            country = _told(sentence, tokens)
            before = [firm for firm in firms if firm.span.end <= start and _may_be_of(firm, country)]
            known = _known(before, last)
            if known is not None and not any(firm.span.start == tokens[-1].end + 1 for firm in firms):
                of = known.country or country
                found.append(NameMention(whole(tokens), "organisation", known.entity, country=of))
        last = sentence.tokens[0].span.start
    return tuple(found)


def _told(sentence: WordedSentence, tokens: Sequence[Token]) -> CountryMention | None:
    """The country whose adjective stands among the words: "the Finnish firm"."""
    found = (sentence.countries.get(token.span.start) for token in tokens)
    return next((country for country in found if country is not None and country.form == "adjective"), None)


def _may_be_of(firm: NameMention, country: CountryMention | None) -> bool:
    return country is None or firm.country is None or firm.country.code == country.code


def _known(firms: Sequence[NameMention], since: int) -> NameMention | None:
    """The one firm named so far, or else the one named since an offset, with the country that any mention tells."""
    for held in (firms, [firm for firm in firms if firm.span.start >= since]):
        if len({firm.entity for firm in held}) == 1:
            return next((firm for firm in held if firm.country is not None), held[-1])
    return None


def _described(sentence: WordedSentence, language: str) -> Iterator[tuple[int, int]]:
    """Where the words for a firm begin in the sentence, and how many they are."""
    tokens = sentence.tokens
    if language == "tr":
        for at in sentence.places_of(*words("turkish_firms")):
            if (at == 0 or not tokens[at].is_capital) and not tokens[at].suffix:
                yield at, 1
        for at in sentence.places_of(*words("turkish_firms_of")):
            if _is_of_country(sentence, at):
                yield at - 1, 2
    elif not sentence.keys.isdisjoint(words("makers")):
        for at in sentence.places_of(*_DETERMINERS):
            if length := _length(sentence, at):
                yield at, length


def _is_of_country(sentence: WordedSentence, at: int) -> bool:
    """Whether the Turkish word is that of a firm told by its country, "Türk firması", and no name or "bir" beside it
    makes it another one."""
    tokens = sentence.tokens
    if not at or not _is_adjective(sentence, tokens[at - 1]) or not adjoins(tokens[at]) or tokens[at].is_capital:
        return False
    is_one = at > 1 and tokens[at - 2].key == "bir"
    is_named = at + 1 < len(tokens) and adjoins(tokens[at + 1]) and tokens[at + 1].is_capital
    return not is_one and not is_named


def _length(sentence: WordedSentence, at: int) -> int:
    """How many words "the same company", "the South Korean yard" has from `at` on; 0 where there are none."""
    tokens = sentence.tokens
    first = at + 1
    while first < len(tokens) and adjoins(tokens[first]) and _is_adjective(sentence, tokens[first]):
        first += 1
    for end in range(first, min(len(tokens), first + 1 + _BETWEEN)):
        if not adjoins(tokens[end]) or (tokens[end].is_capital and tokens[end].span.start == 0):
            return 0
        if end > first and tokens[end - 1].is_capital:
            return 0  # "the Harbour newspaper"
        if tokens[end].key in words("makers") and not tokens[end].is_capital:
            is_whole = end + 1 == len(tokens) or not adjoins(tokens[end + 1]) or not tokens[end + 1].is_capital
            return end + 1 - at if is_whole else 0
    return 0


def _is_adjective(sentence: WordedSentence, token: Token) -> bool:
    country = sentence.countries.get(token.span.start)
    return country is not None and country.form == "adjective"
