"""Words for several people at once ("the two generals", "both sides", "iki bakan"), resolved to the names they stand
for where the text before has just so many."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique._resources import read_toml
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import GroupMention, NameMention
from communique.tagging.names.facts import Facts, listed
from communique.tagging.names.turkish_references import base_of
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedPassage, WordedSentence

_BACK, _LONGEST, _PAIR = 6, 4, 2


def tag_groups(
    worded: WordedPassage, names: Sequence[NameMention], references: Sequence[NameMention]
) -> tuple[GroupMention, ...]:
    """The groups of the passage whose members are certain, in text order."""
    persons = sorted((name for name in (*names, *references) if name.kind == "person"), key=lambda name: name.span)
    if len({name.entity for name in persons}) < _PAIR:
        return ()
    facts = Facts(worded.passage.text, [name for name in names if name.kind == "person"])
    resolver = _Resolver(worded.sentences, persons, facts)
    find = _turkish if worded.passage.language == "tr" else _english
    found: list[GroupMention] = []
    for place, sentence in enumerate(worded.sentences):
        for words_of_group in find(sentence):
            members = resolver.members(words_of_group, place)
            if members:
                found.append(GroupMention(words_of_group.span, members))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words for `size` people: the office that all of them have ("" for any), and their country."""

    span: Span
    size: int
    head: str = ""
    code: str = ""


class _Resolver:
    """The people named in each sentence, asked for those that a group stands for."""

    def __init__(self, sentences: Sequence[WordedSentence], persons: Sequence[NameMention], facts: Facts) -> None:
        self.sentences, self.persons, self.facts = sentences, persons, facts
        self._starts = [name.span.start for name in persons]

    def members(self, group: _Words, place: int) -> tuple[int, ...]:
        """The members by the office all of them have, else those of the nearest sentence that names just so many; ()
        where neither is certain."""
        earlier = self._between(0, group.span.start)
        if group.head:
            fits = self.facts.holders((group.head,), group.code)
            held = tuple(entity for entity in earlier if entity in fits)
            if len(held) == group.size:
                return held
            if len(held) > group.size:
                return self._near(group, place, set(held))
        return () if group.code else self._near(group, place, set(earlier))

    def _near(self, group: _Words, place: int, fitting: set[int]) -> tuple[int, ...]:
        named: set[int] = set()
        end = group.span.start
        for sentence in reversed(self.sentences[max(0, place - _BACK) : place + 1]):
            here = tuple(entity for entity in self._between(sentence.tokens[0].span.start, end) if entity in fitting)
            named |= set(here)
            if len(named) > group.size:
                return ()
            if len(here) == group.size:
                return here if named == set(here) else ()
            end = sentence.tokens[0].span.start
        return ()

    def _between(self, start: int, end: int) -> tuple[int, ...]:
        held = self.persons[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return tuple(dict.fromkeys(name.entity for name in held))


@cache
def _numbers(language: str) -> Mapping[str, int]:
    return {fold(word): size for word, size in read_toml("references.toml")[language]["numbers"].items()}


def _english(sentence: WordedSentence) -> Iterator[_Words]:
    tokens = sentence.tokens
    if tokens[0].key == "they":
        yield _Words(tokens[0].span, _PAIR)
    if sentence.keys.isdisjoint(_group_words()):
        return
    for at in sentence.places_of("the", "both", "these"):
        group = _english_group(sentence, at)
        if group is not None:
            yield group


@cache
def _group_words() -> frozenset[str]:
    """The words of which every English group has one: a number, a pair, people, or the plural of an office."""
    offices = words("heads") | listed("en", "ranks")
    return frozenset(_numbers("en")) | listed("en", "pairs") | listed("en", "people") | {f"{one}s" for one in offices}


def _english_group(sentence: WordedSentence, at: int) -> _Words | None:
    """The group whose first word stands at `at`: "the two generals", "both sides", "the two", "the pair"."""
    tokens = sentence.tokens
    counted = at if tokens[at].key == "both" else at + 1
    size = _numbers("en").get(tokens[counted].key, 0) if counted < len(tokens) else 0
    end, code = counted + bool(size), ""
    if not size and counted < len(tokens) and tokens[counted].key in listed("en", "pairs"):
        return _Words(whole(tokens[at : counted + 1]), _PAIR)
    while end < len(tokens) and end - at < _LONGEST and adjoins(tokens[end]):
        country = sentence.countries.get(tokens[end].span.start)
        head = _plural(tokens[end])
        if head is not None and _is_end(tokens, end + 1):
            return _Words(whole(tokens[at : end + 1]), size or _PAIR, head, code)
        if country is None and tokens[end].key not in words("modifiers"):
            break
        code = country.code if country else code
        end += 1
    is_bare = size and end == counted + 1 and tokens[at].key == "the" and _is_followed(tokens, end)
    return _Words(whole(tokens[at:end]), size) if is_bare else None


def _plural(token: Token) -> str | None:
    """The office of a plural, "" for a word that fits any people; None for other words."""
    if token.is_capital or token.suffix:
        return None
    if token.key in listed("en", "people"):
        return ""
    singular = token.key.removesuffix("s")
    is_office = singular != token.key and (singular in words("heads") or singular in listed("en", "ranks"))
    return singular if is_office else None


def _is_end(tokens: Sequence[Token], end: int) -> bool:
    return end == len(tokens) or not adjoins(tokens[end]) or not (_plural(tokens[end]) or tokens[end].is_capital)


def _is_followed(tokens: Sequence[Token], end: int) -> bool:
    """Whether "the two" stands by itself: a verb, an adverb or the end follows."""
    if end == len(tokens) or not adjoins(tokens[end]):
        return True
    return tokens[end].key in listed("en", "follows") or tokens[end].key.endswith("ed")


def _turkish(sentence: WordedSentence) -> Iterator[_Words]:
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        size = _numbers("tr").get(token.key, 0)
        following = tokens[at + 1] if at + 1 < len(tokens) and adjoins(tokens[at + 1]) else None
        further = tokens[at + 2 : at + 3]
        if size and following is not None and not following.is_capital and not _goes_on(further):
            head = base_of(following.text, "heads") or base_of(following.text, "ranks")
            if head is not None or base_of(following.text, "people") is not None:
                yield _Words(whole(tokens[at : at + 2]), size, "" if head in listed("tr", "people") else head or "")
        elif token.key in listed("tr", "pairs") and following is None and at + 1 < len(tokens):
            yield _Words(token.span, _PAIR)
        elif (head := _turkish_plural(token)) is not None and (at == 0 or not token.is_capital):
            yield _Words(token.span, _PAIR, "" if head in listed("tr", "people") else head)


def _goes_on(further: Sequence[Token]) -> bool:
    """Whether the office goes on: "iki bakan yardımcısı"."""
    return any(token.key in words("heads") and adjoins(token) for token in further)


def _turkish_plural(token: Token) -> str | None:
    """The office of a plural that stands for a group by itself: "taraflar", "bakanlar"."""
    return next(
        (fold(base) for base in read_toml("references.toml")["tr"]["plurals"] if _is_plural(fold(base), token.key)),
        None,
    )


def _is_plural(base: str, key: str) -> bool:
    return key in (f"{base}lar", f"{base}ler", f"{base}larin", f"{base}lerin")
