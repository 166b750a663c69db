"""Words that change what is said: negations and numbers. They are never dropped, added or changed in true words."""

import re
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold

_SHORTEST_STEM = 2
_PLAIN = re.compile(r"(?:[aeiou]?r|bil\w{0,3})?")
_NEGATED = re.compile(r"[aeiu]{0,2}m(?:[aeiu]y?|[ae]z)?")


@cache
def _negation() -> re.Pattern[str]:
    words = (fold(word) for name in ("en", "tr") for word in read_toml(f"quotes.{name}.toml")["negations"])
    return re.compile("|".join(word.replace("*", r"\w*") for word in words) + r"|\w+n't")


@lru_cache(maxsize=1 << 12)
def is_negation(word: str) -> bool:
    """Whether the folded word negates by itself: "not", "don't", "değil"."""
    return _negation().fullmatch(word) is not None


def is_hard(word: str) -> bool:
    """Whether the folded word is a negation, a number or a sign of currency."""
    return not word[0].isalpha() or is_negation(word)


def are_opposite(one: str, other: str) -> bool:
    """Whether two folded words are a Turkish verb and its negation: "imzalayacağız", "imzalamayacağız"."""
    if one[:_SHORTEST_STEM] != other[:_SHORTEST_STEM]:
        return False
    return _is_negated(one, other) or _is_negated(other, one)


def _is_negated(plain: str, negated: str) -> bool:
    shared = min(len(plain), len(negated))
    start = next((i for i in range(shared) if plain[i] != negated[i]), shared)
    end = next((i for i in range(shared - start) if plain[-1 - i] != negated[-1 - i]), shared - start)
    return any(
        _PLAIN.fullmatch(plain[cut : len(plain) - end]) and _NEGATED.fullmatch(negated[cut : len(negated) - end])
        for cut in range(max(_SHORTEST_STEM, start - 1), start + 1)
    )
