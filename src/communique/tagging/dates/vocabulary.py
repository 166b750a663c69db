"""Which words date forms are made of, found once a word."""

import re
from collections.abc import Iterable
from enum import Enum

_LETTERS = re.compile(r"[^\W\d_]+")
_STEM, _LONGEST, _MOST_DIGITS, _MOST_WORDS = 2, 24, 8, 50_000


class Kind(Enum):
    """Whether a word stands in no form, in some, or is one of those of which every form has one."""

    FOREIGN = 0
    FORM = 1
    ANCHOR = 2


class Vocabulary(dict[str, Kind]):
    """The kind of each word seen so far; of a new one it is found by its stem, since forms are written with endings."""

    def __init__(self, forms: Iterable[str], anchors: Iterable[str], *, inflected: bool) -> None:
        """`forms` are the texts of the forms, `anchors` the words themselves; `inflected` words carry any ending."""
        super().__init__()
        phrases = [_LETTERS.findall(anchor) for anchor in anchors]
        words = {phrase[0] for phrase in phrases if len(phrase) == 1}
        longest = (max(phrase, key=len) for phrase in phrases if words.isdisjoint(phrase))
        self._anchors = frozenset(words.union(longest))
        self._pieces = self._anchors.union(word for form in forms for word in _LETTERS.findall(form))
        self._endings = self._pieces | {""}
        self._inflected = inflected

    def __missing__(self, word: str) -> Kind:
        if word.isdigit():  # of these there is no end, and none is kept
            return Kind.ANCHOR if len(word) <= _MOST_DIGITS else Kind.FOREIGN
        if len(self) >= _MOST_WORDS:
            self.clear()
        kind = self[word] = self._kind(word)
        return kind

    def _kind(self, word: str) -> Kind:
        kind = Kind.FOREIGN
        for length in range(min(len(word), _LONGEST), min(_STEM, len(word)) - 1, -1):
            stem = word[:length]
            if stem in self._pieces and (self._inflected or word[length:] in self._endings):
                if stem in self._anchors:
                    return Kind.ANCHOR
                kind = Kind.FORM
        return kind
