"""Bare surnames that two persons have: whose one is, where the rank or office before it is that of one of them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique._resources import read_toml
from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention
from communique.tagging.suffixes import inflection_of_folded

_WORD = re.compile(r"\w+")
_TWO, _SHORTEST = 2, 3


def told_apart(names: Sequence[NameMention], text: str) -> tuple[NameMention, ...]:
    """The names, with the surname of two given to the one whose rank or office it has: "Colonel Aksoy" to "Col. Nur
    Aksoy" and not to "Gen. Emre Aksoy"; without one, to the only one who was named so far."""
    shared = {word: full for word, full in _families(names, text).items() if len(full) >= _TWO}
    return tuple(_told(name, shared, text) for name in names) if shared else tuple(names)


def _families(names: Sequence[NameMention], text: str) -> Mapping[str, Mapping[int, list[NameMention]]]:
    """The persons by their surname: of each the mentions of two words and more."""
    found: dict[str, dict[int, list[NameMention]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        if name.kind == "person" and len(key := _folded(name.span.of(text))) >= _TWO:
            found[key[-1]][name.entity].append(name)
    return found


def _told(name: NameMention, shared: Mapping[str, Mapping[int, list[NameMention]]], text: str) -> NameMention:
    key = _folded(name.span.of(text))
    ranks = tuple(ranks_of(name, text))
    if name.kind != "person" or len(key) != 1:
        return name
    bearers = shared.get(key[0], {})
    if ranks:
        fitting = [entity for entity, held in bearers.items() if _has_rank(held, ranks, text)]
    else:
        fitting = [entity for entity, held in bearers.items() if held[0].span < name.span]
    return name._replace(entity=fitting[0]) if len(fitting) == 1 else name


def _has_rank(held: Sequence[NameMention], ranks: Sequence[str], text: str) -> bool:
    return any(same_rank(own, rank) for name in held for own in ranks_of(name, text) for rank in ranks)


def ranks_of(name: NameMention, text: str) -> Iterator[str]:
    """The last words of a name's title and office, folded: the rank, and the kind of office."""
    for part in (name.title, name.role):
        if part is not None and (said := _folded(part.of(text))):
            yield said[-1]


def same_rank(one: str, other: str) -> bool:
    """Whether two folded words are one rank or office: "col" and "colonel", "bakan" and "bakanı"."""
    short, long = sorted(map(_in_full, (one, other)), key=len)
    is_short = len(short) >= _SHORTEST and short in words("titles") and long.startswith(short)
    return short == long or is_short or inflection_of_folded(short, long)


def _in_full(rank: str) -> str:
    short: Mapping[str, str] = read_toml("titles.toml")["short_ranks"]
    return fold(short.get(rank, rank))


def _folded(text: str) -> list[str]:
    return _WORD.findall(fold(text))
