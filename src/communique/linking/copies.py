"""Articles that are one text: a wire report that several papers printed is one source, however often it was printed."""

from collections.abc import Mapping, Sequence

from rensa import RMinHash

from communique.source import fold
from communique.tagging.names.name_words import parts_of

PERMUTATIONS = 64
_SEED = 1
_SHINGLE = 4
_DIGITS = 8
_ALIKE = 0.7
"""The share of word runs two texts have in common (Jaccard, estimated), above which they are one text."""


def sketch(text: str) -> str:
    """The MinHash (Broder 1997) of the text's runs of four words, 64 numbers of 32 bits in hex."""
    words = [fold(part.key) for part in parts_of(text)]
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))}
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    minhash.update(sorted(runs))
    return "".join(f"{number:08x}" for number in minhash.digest())


def likeness(one: str, other: str) -> float:
    """The estimated share of word runs that two sketches have in common, 0 to 1."""
    numbers = range(0, len(one), _DIGITS)
    return sum(one[at : at + _DIGITS] == other[at : at + _DIGITS] for at in numbers) / len(numbers)


def copies(sketches: Mapping[str, str | None], texts: Mapping[str, str | None]) -> tuple[tuple[str, ...], ...]:
    """The articles grouped by text, each group and the groups in the given order; `texts` are the SHA-256 of the texts.

    An article is of the first group whose first article is like it.
    """
    groups: list[list[str]] = []
    for article in sketches:
        group = next((held for held in groups if _is_copy(held[0], article, sketches, texts)), None)
        if group is None:
            groups.append([article])
        else:
            group.append(article)
    return tuple(tuple(group) for group in groups)


def _is_copy(one: str, other: str, sketches: Mapping[str, str | None], texts: Mapping[str, str | None]) -> bool:
    if texts[one] is not None and texts[one] == texts[other]:
        return True
    left, right = sketches[one], sketches[other]
    return left is not None and right is not None and likeness(left, right) >= _ALIKE


def independent(groups: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """The number of its group by article, from 0."""
    return {article: number for number, group in enumerate(groups) for article in group}
