"""Where an article's words come nearest to words it does not have, and in what they differ."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.grounding.hard_words import are_opposite, is_hard
from communique.word_index import UNKNOWN, WordIndex

ALIGNED = 0.8
"""The share of the words that must be the article's for the rest to be a change of them."""
_FEWEST, _FEWEST_HARD = 4, 2
_RAREST, _PLACES, _WINDOWS = 6, 30, 3


@dataclass(frozen=True, slots=True)
class Aligned:
    """The article's words from `first` to `last`, and the words in which the two differ."""

    first: int
    last: int
    dropped: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def hard(self) -> tuple[str, ...]:
        """The negations and numbers among the differences."""
        return tuple(word for word in (*self.dropped, *self.added) if is_hard(word))


def align(claimed: list[str], words: WordIndex) -> Aligned | None:
    """The best alignment that makes the claimed words a change of the article's, or None."""
    letters = words.encode(claimed)
    if len(letters) - letters.count(UNKNOWN) < _fewest(len(letters)):
        return None
    found = (_aligned(claimed, letters, words, start) for start in _windows(letters, words.letters))
    return next((aligned for aligned in found if aligned is not None), None)


def _fewest(size: int) -> float:
    """How many of so many claimed words the article must have for the rest to be a change."""
    return min(ALIGNED * size, size - 2)


def _windows(letters: str, text: str) -> Iterator[int]:
    """Where the claimed words may begin, the likeliest first: where several of their rarest words agree."""
    counts = sorted((text.count(letter), letter) for letter in set(letters))
    votes: Counter[int] = Counter()
    wide = max(4, len(letters) // 4)
    for _, letter in [(count, letter) for count, letter in counts if count][:_RAREST]:
        at, offset = text.find(letter), letters.index(letter)
        for _ in range(_PLACES):
            if at < 0:
                break
            votes[(at - offset) // wide] += 1
            at = text.find(letter, at + 1)
    joined = {bucket: count + votes[bucket + 1] for bucket, count in votes.items()}
    for bucket in sorted(joined, key=lambda bucket: -joined[bucket])[:_WINDOWS]:
        yield max(0, bucket * wide - wide)


def _aligned(claimed: list[str], letters: str, words: WordIndex, start: int) -> Aligned | None:
    size = len(letters)
    window = words.letters[start : start + size + 4 * max(4, size // 4)]
    known = set(window)
    if sum(map(known.__contains__, letters)) < _fewest(size):
        return None
    changes = SequenceMatcher(None, letters, window, autojunk=False)
    blocks = [block for block in changes.get_matching_blocks() if block.size]
    if not blocks:
        return None
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(window), blocks[-1].b + size - blocks[-1].a) - 1
    own = [words.spelled(letter) for letter in window]
    kept = {at for block in blocks for at in range(block.a, block.a + block.size)}
    used = {at for block in blocks for at in range(block.b, block.b + block.size)}
    added = tuple(word for at, word in enumerate(claimed) if at not in kept)
    dropped = tuple(own[at] for at in range(first, last + 1) if at not in used)
    if not _is_change(size, len(kept), added, dropped):
        return None
    return Aligned(start + first, start + last, dropped, added)


def _is_change(size: int, kept: int, added: tuple[str, ...], dropped: tuple[str, ...]) -> bool:
    """Whether four fifths of the words are kept, or all but a negation or a number."""
    if len(dropped) > size:
        return False
    if size >= _FEWEST and kept >= ALIGNED * size:
        return True
    rest = [word for word in added if not is_hard(word) and not any(are_opposite(word, other) for other in dropped)]
    return not rest and kept + len(added) >= _FEWEST_HARD and kept > 0
