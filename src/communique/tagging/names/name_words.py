"""The words of an article as names are looked for in them: by their form, their first letters or their sound."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from communique.source import SourceText, folded_with_offsets
from communique.spans import Span
from communique.tagging.names.spelling import sounds

_WORD = re.compile(r"[^\W_]+")
_PREFIX = 2


class NameWords:
    """An article's words in text order, numbered from 0, boilerplate included.

    A word is a run of letters and digits: "Ankara'da" and "Ali-Haydar" are two each, and `between` tells what joins
    them.
    """

    def __init__(self, source: SourceText) -> None:
        self._text = source.text
        self.positions = source.word_index
        self.keys, self._starts, self._ends = source.words

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def _by_prefix(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.positions:
            found[key[:_PREFIX]].append(key)
        return dict(found)

    @cached_property
    def hyphened(self) -> Mapping[str, Sequence[int]]:
        """Where two words joined by a hyphen stand, by both together: "Jong-su" by "jongsu"."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, gap in enumerate(self._gaps[:-1]):
            if gap == "-":
                found[self.keys[at] + self.keys[at + 1]].append(at)
        return dict(found)

    def alike(self, key: str) -> Sequence[str]:
        """The folded words that begin as the word does."""
        return self._by_prefix.get(key[:_PREFIX], ())

    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for positions in self.positions.values():
            at = next(filter(self.is_capital, positions), None)
            for sound in () if at is None else sounds(self.written(at)):
                found[sound] += positions
        return dict(found)

    def sounding(self, word: str) -> Iterator[int]:
        """Where words stand that may be another spelling of `word`; only such as the article also writes as a name."""
        return (at for sound in sounds(word) for at in self._by_sound.get(sound, ()))

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another, both included."""
        return Span(self._starts[first], self._ends[last])

    def written(self, at: int) -> str:
        """The word as the article writes it."""
        return self._text[self._starts[at] : self._ends[at]]

    @cached_property
    def _capitals(self) -> Sequence[bool]:
        return [not self._text[start].islower() for start in self._starts]

    def is_capital(self, at: int) -> bool:
        """Whether the word does not begin with a small letter; scripts without case have none."""
        return self._capitals[at]

    @cached_property
    def _raw_gaps(self) -> Sequence[str]:
        return [self._text[end:start] for end, start in zip(self._ends, self._starts[1:], strict=False)]

    @cached_property
    def _gaps(self) -> Sequence[str]:
        return [*map(_folded, self._raw_gaps), ""]

    def between(self, at: int) -> str:
        """The folded characters between the word and the next; "" at the end of the text."""
        return self._gaps[at]

    def raw_between(self, at: int) -> str:
        """What stands between the word and the next in the article's own characters."""
        return self._raw_gaps[at]

    def inside(self, span: Span) -> tuple[int, int]:
        """The numbers of the first word that begins in the span, and of the first that begins behind it."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    @cached_property
    def is_lower(self) -> bool:
        """Whether the article is written in small letters throughout, so that case tells nothing."""
        return not any(map(str.isupper, self._text))


@lru_cache(maxsize=1_000)
def _folded(characters: str) -> str:
    return folded_with_offsets(characters)[0]


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name that is looked for: folded, as written, and the folded and written characters behind it."""

    key: str
    written: str
    gap: str
    raw: str


@lru_cache(maxsize=5_000)
def parts_of(name: str) -> tuple[Part, ...]:
    """The words of a name."""
    folded, starts, ends = folded_with_offsets(name)
    found = list(_WORD.finditer(folded))
    if not found:
        return ()
    edges = [*(match.start() for match in found[1:]), len(folded)]
    stops = [*(starts[match.start()] for match in found[1:]), len(name)]
    return tuple(
        Part(
            match.group(),
            name[starts[match.start()] : ends[match.end() - 1]],
            folded[match.end() : edge],
            name[ends[match.end() - 1] : stop],
        )
        for match, edge, stop in zip(found, edges, stops, strict=True)
    )
