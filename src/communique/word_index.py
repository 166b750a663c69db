"""The words of a text as a string of one code point a word: looking words up in order is then a string search.

Punctuation, marks and spaces do not count; a number keeps its separators ("1.3" is one word), and signs of currency and
per cent are words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.source import SourceText, fold
from communique.spans import Span

_WORD = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[$€£₺¥₹%])")
UNKNOWN = "\U0010ffff"
"""The letter of a word that a text does not have."""


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Folded words in order, with where each starts and ends; `letters` has one code point a word, `codes` says
    which."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    codes: dict[str, str]
    _names: tuple[str, ...]

    @classmethod
    def of(cls, source: SourceText) -> "WordIndex":
        """The words of a source."""
        codes: dict[str, str] = {}
        words = source.matches(_WORD)
        letters = [codes.setdefault(word, chr(len(codes) + 1)) for word in words.keys]
        return cls("".join(letters), words.starts, words.ends, codes, tuple(codes))

    def encode(self, words: list[str]) -> str:
        """The words in this text's letters; one that it does not have is a letter of its own."""
        return "".join(self.codes.get(word, UNKNOWN) for word in words)

    def spelled(self, letter: str) -> str:
        """The folded word of a letter of this text."""
        return self._names[ord(letter) - 1]

    def word(self, place: int) -> str:
        """The folded word at a place."""
        return self.spelled(self.letters[place])

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, which counts."""
        return Span(self.starts[first], self.ends[last])

    def find(self, letters: str, low: int = 0, high: int | None = None) -> Iterator[int]:
        """Where the letters stand between `low` and `high`, in order."""
        end = len(self.letters) if high is None else high
        at = self.letters.find(letters, low, end) if letters else -1
        while at >= 0:
            yield at
            at = self.letters.find(letters, at + 1, end)

    def run(self, parts: Iterable[Span]) -> "Run":
        """The words of several spans in one row."""
        places: list[int] = []
        for part in parts:
            places.extend(range(bisect_left(self.starts, part.start), bisect_right(self.ends, part.end)))
        return Run("".join(self.letters[place] for place in places), tuple(places))


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were said in one go though the text divides them; `places` are theirs in the text."""

    letters: str
    places: tuple[int, ...]


def words_of(text: str) -> list[str]:
    """The folded words of some text."""
    return _WORD.findall(fold(text))
