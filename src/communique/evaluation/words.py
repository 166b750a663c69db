"""Words compared up to case, accents, plurals and Turkish endings: how much of two texts is the same."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.names.name_words import parts_of
from communique.tagging.suffixes import inflection_of_folded

_SHORTEST_STEM = 4


@lru_cache(maxsize=5_000)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of the text, without marks."""
    return tuple(part.key for part in parts_of(text))


def overlap(one: str, other: str) -> float:
    """The share of words two texts have in common, 0 to 1: twice the common ones over all of both (Dice)."""
    left, right = Counter(words_of(one)), Counter(words_of(other))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def stem_overlap(one: str, other: str) -> float:
    """As `overlap`, of the telling words, plurals and endings aside."""
    left, right = telling(one), list(telling(other))
    total, shared = len(left) + len(right), 0
    for word in left:
        same = next((held for held in right if is_same_stem(word, held)), None)
        if same is not None:
            right.remove(same)
            shared += 1
    return 2 * shared / total if total else 0.0


def holds(text: str, part: str) -> bool:
    """Whether every telling word of `part` stands in `text`; False where it has none."""
    wanted, there = telling(part), telling(text)
    return bool(wanted) and all(any(is_same_stem(word, held) for held in there) for word in wanted)


def telling(text: str) -> tuple[str, ...]:
    """The words of the text without function words and class words; all of them where nothing would be left."""
    every = words_of(text)
    return tuple(word for word in every if word not in _untelling()) or every


def is_same_stem(one: str, other: str) -> bool:
    """Whether two folded words are equal but for a plural or an ending ("16s", "corvettes", "korvetler")."""
    short, long = sorted((one, other), key=len)
    if short == long or long == short + "s":
        return True
    if len(short) < _SHORTEST_STEM:
        return False
    return (
        long == short + "es" or (short[-1] == "y" and long == short[:-1] + "ies") or inflection_of_folded(short, long)
    )


def ends_with(words: Sequence[str], tail: Sequence[str]) -> bool:
    """Whether the words end as the `tail` does, with all its words in order; words between them may be left out."""
    if not tail or not words or words[-1] != tail[-1]:
        return False
    rest = iter(words)
    return all(word in rest for word in tail)


@cache
def _untelling() -> frozenset[str]:
    own = frozenset(fold(word) for word in read_toml("evaluation.toml")["class_words"])
    return own | lexicon_words("function", "links")
