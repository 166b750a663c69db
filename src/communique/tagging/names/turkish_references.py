"""Turkish descriptions: "Türk bakan", "Pakistanlı mevkidaşı", "Bakan" alone; resolved to the one person they fit."""

from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from typing import Protocol

from communique._resources import read_toml
from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention, NameMention
from communique.tagging.names.facts import Facts, listed
from communique.tagging.suffixes import inflection_of
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedSentence

_LONGEST = 4
_COMMANDER = "komutan"


class Known(Protocol):
    """Who was named before."""

    @property
    def before(self) -> Set[int]:
        """Those of the sentence before."""

    def last(self, start: int) -> int | None:
        """Who is named last before the offset."""


@cache
def _bases(kind: str) -> tuple[str, ...]:
    return tuple(read_toml("references.toml")["tr"][kind])


@lru_cache(maxsize=1 << 14)
def base_of(text: str, kind: str) -> str | None:
    """The folded word of a list of references.toml that the word is a form of."""
    folded = fold(text)
    fitting = (base for base in _bases(kind) if folded.startswith(fold(base)[:-1]))
    return next((fold(base) for base in fitting if fold(base) == folded or inflection_of(base, text)), None)


def turkish_references(sentence: WordedSentence, facts: Facts, known: Known) -> Iterator[NameMention]:
    """The descriptions of the sentence that fit exactly one named person, in text order."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if base_of(token.text, "counterparts") is not None:
            found = _counterpart(sentence, at, facts, known)
        elif (head := _head(token)) is not None:
            by_words = _by_country(sentence, at, head, facts) or _guest(tokens, at, head, facts)
            found = by_words or _alone(tokens, at, head, facts, known)
        else:
            continue
        if found is not None:
            yield found


def _head(token: Token) -> str | None:
    """The office or rank that the word is a form of in the singular."""
    head = base_of(token.text, "heads") or base_of(token.text, "ranks")
    return None if head is None or token.key.startswith((f"{head}lar", f"{head}ler")) else head


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name or a further office follows the word at `at`: "Müdür yardımcısı" is not the Müdür."""
    if at + 1 >= len(tokens) or not adjoins(tokens[at + 1]):
        return False
    follows = tokens[at + 1]
    return follows.is_capital or _head(follows) is not None or follows.key in words("heads")


def _counterpart(sentence: WordedSentence, at: int, facts: Facts, known: Known) -> NameMention | None:
    tokens = sentence.tokens
    country = sentence.countries.get(tokens[at - 1].span.start) if at else None
    first = at - 1 if country is not None else at
    of_whom = known.last(tokens[first].span.start)
    if of_whom is None or _is_named(tokens, at):
        return None
    entity = facts.counterpart(of_whom, country.code if country else "")
    return _mention(tokens[first : at + 1], entity, country)


def _by_country(sentence: WordedSentence, at: int, head: str, facts: Facts) -> NameMention | None:
    """A country's adjective and words of an office: "Pakistanlı general", "Türk savunma bakanı"."""
    tokens, first = sentence.tokens, at
    while first and at - first < _LONGEST and tokens[first - 1].key in words("modifiers"):
        first -= 1
    country = sentence.countries.get(tokens[first - 1].span.start) if first else None
    if country is None or country.form != "adjective" or _is_named(tokens, at):
        return None
    keys = [*(token.key for token in tokens[first:at]), head]
    entity = facts.only(country.code, keys)
    if entity is None and head == _COMMANDER:
        entity = facts.officer(country.code)
    return _mention(tokens[first - 1 : at + 1], entity, country)


def _guest(tokens: Sequence[Token], at: int, head: str, facts: Facts) -> NameMention | None:
    """The one of the office who is a guest: "konuk bakan"."""
    if not at or tokens[at - 1].key not in listed("tr", "guests") or _is_named(tokens, at):
        return None
    fits = facts.guests(facts.holders((head,)))
    return _mention(tokens[at - 1 : at + 1], next(iter(fits)) if len(fits) == 1 else None, None)


def _alone(tokens: Sequence[Token], at: int, head: str, facts: Facts, known: Known) -> NameMention | None:
    """An office that opens a sentence like a name: "Bakan, heyeti kabul etti", "Bakanın ziyareti"."""
    word = fold(tokens[at].text).replace("'", "")
    is_plain = word == head and not _is_named(tokens, at)
    if at or not tokens[at].is_capital or not (is_plain or word in (f"{head}in", f"{head}un")):
        return None
    holders = facts.holders((head,))
    fits = holders if len(holders) == 1 else holders & known.before
    return _mention(tokens[at : at + 1], next(iter(fits)) if len(fits) == 1 else None, None)


def _mention(tokens: Sequence[Token], entity: int | None, country: CountryMention | None) -> NameMention | None:
    return None if entity is None else NameMention(whole(tokens), "person", entity, country=country)
