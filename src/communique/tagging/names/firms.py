"""Firms among the bodies, and the words that stand for one: "the company", "the same yard", "Şirket"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
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
            known = _known([firm for firm in firms if firm.span.end <= start], last)
            if known is not None and not any(firm.span.start == tokens[-1].end + 1 for firm in firms):
                found.append(NameMention(whole(tokens), "organisation", known.entity, country=known.country))
        last = sentence.tokens[0].span.start
    return tuple(found)


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
    elif not sentence.keys.isdisjoint(words("makers")):
        for at in sentence.places_of(*_DETERMINERS):
            if length := _length(tokens, at):
                yield at, length


def _length(tokens: Sequence[Token], at: int) -> int:
    """How many words "the same company" has from `at` on; 0 where no such words stand there."""
    for end in range(at + 1, min(len(tokens), at + 2 + _BETWEEN)):
        if not adjoins(tokens[end]) or (tokens[end].is_capital and tokens[end].span.start == 0):
            return 0
        if end > at + 1 and tokens[end - 1].is_capital:
            return 0  # "the Harbour newspaper"
        if tokens[end].key in words("makers") and not tokens[end].is_capital:
            is_whole = end + 1 == len(tokens) or not adjoins(tokens[end + 1]) or not tokens[end + 1].is_capital
            return end + 1 - at if is_whole else 0
    return 0
