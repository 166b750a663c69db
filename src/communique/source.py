"""The article folded once: every look-up after that is a string search with an exact way back to the original
characters.

Folding takes away case, accents, quotation and dash styles, runs of white space and zero-width characters, and writes
i for Turkish İ, I and ı; `tier` tells afterwards how much of that was needed for a match, so that `kız` and `kiz` stay
apart.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from anyascii import anyascii

from communique.passage import Passage, Sentence
from communique.spans import Span
from communique.verdicts import Tier

_DOUBLE, _SINGLE, _DASH = "“”„‟«»″〝〞＂", "‘’‚‛`´′＇ʼ", "‐‑‒–—―−﹘－"
# A double mark is two single ones, as typewriters write it: so the folded forms of "…" and ''…'' are the same.
_TYPOGRAPHY = str.maketrans(
    {**dict.fromkeys(_DOUBLE + '"', "''"), **dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DASH, "-")}
)
_TURKISH_LOWER = str.maketrans({"I": "ı", "İ": "i"})
_LATIN_END = 0x250
_WORD = re.compile(r"([^\W_]+)")
_WORD_LENGTH = 40


def _without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))


def _fold_character(character: str) -> str:
    """The folded form of one code point: "" for marks and zero-width characters, one space for white space."""
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Mn", "Me", "Mc"):
        return ""
    plain = _without_marks(_without_marks(character.translate(_TYPOGRAPHY)).casefold()).replace("ı", "i")
    latin = "".join(anyascii(c).lower() if c.isalpha() and "\x7f" < c < chr(_LATIN_END) else c for c in plain)
    return latin.translate(_TYPOGRAPHY).replace("\xa0", " ") or ""


class _FoldTable(dict[str, str]):
    def __missing__(self, character: str) -> str:
        folded = self[character] = _fold_character(character)
        return folded


_TABLE = _FoldTable()
_COMMON = "".join(map(chr, range(33, 127))).replace('"', "") + "ÇĞİÖŞÜçğıöşüÂÎÛâîû‘’–—"
_COMMON_TABLE = str.maketrans({character: _TABLE[character] for character in _COMMON})
_PIECES = re.compile(
    rf"(?P<common>[{re.escape(_COMMON)}](?:[{re.escape(_COMMON)}]| (?=[{re.escape(_COMMON)}]))*)|.", re.DOTALL
)
"""Runs of characters that fold to one character each, with single spaces between them; each other one alone."""


def folded_with_offsets(text: str) -> "tuple[str, array[int], array[int]]":
    """The folded text and, for each of its characters, where the original code points begin and end.

    Marks belong to the letter before them.
    """
    out: list[str] = []
    starts, ends = array("L"), array("L")
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        if piece.lastgroup:
            out.append(piece.group().translate(_COMMON_TABLE))
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        folded = _TABLE[piece.group()]
        if not folded:
            if out and ends[-1] == start:
                ends[-1] = end
        elif folded == " " and out and out[-1].endswith(" "):
            ends[-1] = end
        else:
            out.append(folded)
            starts.extend([start] * len(folded))
            ends.extend([end] * len(folded))
    return "".join(out), starts, ends


def fold(text: str) -> str:
    """The folded form of `text`, without surrounding white space."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return _fold_word(text) if len(text) <= _WORD_LENGTH else _folded(text)


@lru_cache(maxsize=1 << 15)
def _fold_word(text: str) -> str:
    """An article's words come again and again; its sentences do not."""
    return _folded(text)


def _folded(text: str) -> str:
    """As `folded_with_offsets`, without the offsets, and without surrounding white space."""
    out: list[str] = []
    for piece in _PIECES.finditer(text):
        folded = piece.group().translate(_COMMON_TABLE) if piece.lastgroup else _TABLE[piece.group()]
        if folded and not (folded == " " and out and out[-1].endswith(" ")):
            out.append(folded)
    return "".join(out).strip()


def _typography(text: str) -> str:
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", visible.translate(_TYPOGRAPHY)))
    return " ".join(plain.split())


def tier_of(written: str, proposed: str) -> Tier:
    """The weakest step needed to take `proposed` for `written`, given that their folded forms are equal."""
    if written == proposed:
        return Tier.VERBATIM
    one, other = _typography(written), _typography(proposed)
    if one == other:
        return Tier.TYPOGRAPHY
    english = one.lower() == other.lower()
    turkish = one.translate(_TURKISH_LOWER).lower() == other.translate(_TURKISH_LOWER).lower()
    return Tier.CASE if english or turkish else Tier.ACCENT


@dataclass(frozen=True, slots=True)
class Match:
    """Where words were found, and the weakest step that was needed."""

    span: Span
    tier: Tier


class Words(NamedTuple):
    """Words of the folded text in order, in columns: the words, and where each starts and ends in the text itself."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


class SourceText:
    """An article's passage, folded once, with indexes from offsets to sentences and paragraphs."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.folded, self._starts, self._ends = folded_with_offsets(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.passage.sentences]

    @cached_property
    def words(self) -> Words:
        """The words of the whole text in order: folded letters and digits."""
        return self.matches(_WORD)

    @cached_property
    def word_index(self) -> Mapping[str, Sequence[int]]:
        """The places of each folded word in `words`, in text order."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self.words.keys):
            places[key].append(place)
        return dict(places)

    def find(self, words: str, *, within: Span | None = None, parts: bool = False) -> Iterator[Match]:
        """Where `words` stand as whole words, in text order and apart, up to case, accents and typography.

        With `parts` they may begin and end inside words, but never inside a code point.
        """
        needle, wanted = fold(words), words.strip()
        if not needle:
            return
        low, high = self._folded_range(within or Span(0, len(self.text)))
        at = self.folded.find(needle, low, high)
        while at >= 0:
            end = at + len(needle)
            fits = self._is_uncut(at, end) and (parts or self._is_whole(at, end))
            if fits:
                span = Span(self._starts[at], self._ends[end - 1])
                yield Match(span, tier_of(span.of(self.text), wanted))
            at = self.folded.find(needle, end if fits else at + 1, high)

    def best(self, words: str, *, within: Span | None = None) -> Match | None:
        """The strongest match, the first of equals."""
        return min(self.find(words, within=within), key=lambda match: match.tier.rank, default=None)

    def search(self, pattern: re.Pattern[str], *, within: Span) -> Iterator[Span]:
        """Where `pattern`, written for folded text, matches inside `within`."""
        low, high = self._folded_range(within)
        for found in pattern.finditer(self.folded, low, high):
            yield Span(self._starts[found.start()], self._ends[found.end() - 1])

    def ends(self, pattern: re.Pattern[str], *, within: Span) -> bool:
        """Whether `pattern`, written for folded text with a `$` at its end, matches up to the end of `within`."""
        low, high = self._folded_range(within)
        return low < high and pattern.search(self.folded, low, high) is not None

    def begins(self, pattern: re.Pattern[str], *, within: Span) -> int | None:
        """Where a match of `pattern`, written for folded text, that begins with `within` ends; None without one."""
        low, high = self._folded_range(within)
        found = pattern.match(self.folded, low, high) if low < high else None
        return None if found is None else self._ends[found.end() - 1] if found.end() > low else within.start

    def matches(self, pattern: re.Pattern[str]) -> Words:
        """The words that `pattern`, written for folded text as one group, matches."""
        pieces = pattern.split(self.folded)  # in half the time that a match for each word takes
        edges = list(accumulate(map(len, pieces)))
        starts, ends = self._starts, self._ends
        return Words(pieces[1::2], [starts[at] for at in edges[:-1:2]], [ends[at - 1] for at in edges[1::2]])

    def _folded_range(self, span: Span) -> tuple[int, int]:
        low = bisect_right(self._ends, span.start)
        high = bisect_right(self._starts, span.end - 1) if span.end else 0
        return low, high

    def _is_uncut(self, start: int, end: int) -> bool:
        """Whether the folded characters [start, end) are those of whole code points."""
        starts, ends = self._starts, self._ends
        if start and starts[start - 1] == starts[start]:
            return False
        return end >= len(ends) or ends[end] != ends[end - 1]

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no word goes on beyond the folded characters [start, end)."""
        text = self.folded
        if start and _joined(text[start - 1], text[start]):
            return False
        return end >= len(text) or not _joined(text[end - 1], text[end])

    def sentence_behind(self, offset: int) -> Sentence | None:
        """The first sentence that begins at the offset or behind it; None for none."""
        at = bisect_left(self._sentence_starts, offset)
        return self.passage.sentences[at] if at < len(self.passage.sentences) else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at `offset`; None between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index < 0:
            return None
        sentence = self.passage.sentences[index]
        return sentence if offset < sentence.span.end else None

    def sentences_over(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that `span` touches, in text order."""
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        last = bisect_left(self._sentence_starts, span.end, lo=first)
        return tuple(held for held in self.passage.sentences[first:last] if held.span.overlaps(span))


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()
