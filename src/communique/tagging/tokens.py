"""The words of a sentence as the name taggers see them: the stem without possessive or apostrophe suffix, folded."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from communique.source import fold
from communique.spans import Span
from communique.tagging.suffixes import APOSTROPHES, split_apostrophe

_WORD = re.compile(
    rf"((?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{APOSTROPHES}‐‑\-–][^\W_]+)*(?:[{APOSTROPHES}](?=\s|$|[.,;:)]))?)"
)
_SYLLABLE = 2
_ENDINGS = frozenset(
    {"dan", "den", "tan", "ten", "nın", "nin", "nun", "nün", "yla", "yle", "lar", "ler", "daki", "deki"}
)
"""Turkish endings, which stand behind a short name as well: "Su'nun"."""
_PIECE = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """A word: `span` of its stem, `end` of the whole, `key` the folded stem, `gap` what stands before it.

    `is_capital` tells whether it begins with a capital, `is_acronym` whether it has two letters or more, all capitals.
    A tuple, since every word of an article is one: it is made in a third of a frozen dataclass's time.
    """

    span: Span
    end: int
    text: str
    key: str
    suffix: str
    gap: str
    is_capital: bool
    is_acronym: bool

    @property
    def is_open(self) -> bool:
        """Whether a name may go on after it: it carries no suffix."""
        return not self.suffix


class _Word(NamedTuple):
    """A word of what stands between two spaces: its stem is [start, stem_end), the whole [start, end); `gap` is what
    stands before it there."""

    start: int
    stem_end: int
    end: int
    text: str
    key: str
    suffix: str
    gap: str
    is_capital: bool
    is_acronym: bool


def tokens_of(text: str, sentence: Span) -> tuple[Token, ...]:
    """The words of a sentence in text order."""
    found: list[Token] = []
    start, gap = sentence.start, ""
    for chunk in sentence.of(text).split(" "):
        words, rest = _words_of(chunk)
        for first, stem_end, end, stem, key, suffix, before, capital, acronym in words:
            span = Span(start + first, start + stem_end)
            parts = (span, start + end, stem, key, suffix, gap + before, capital, acronym)
            found.append(tuple.__new__(Token, parts))  # in half the time
            gap = ""
        start, gap = start + len(chunk) + 1, f"{gap}{rest} "
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _words_of(chunk: str) -> tuple[tuple[_Word, ...], str]:
    """The words of a text without a space, and what follows the last: most come again, as "the" and "2026," do."""
    found: list[_Word] = []
    pieces = _WORD.split(chunk)
    end, gap = 0, ""
    for between, word in zip(pieces[::2], pieces[1::2], strict=False):  # the last piece is what follows the last word
        start, gap = end + len(between), gap + between
        end = start + len(word)
        stem, key, suffix, capital, acronym = _read(word)
        if key:
            found.append(_Word(start, start + len(stem), end, stem, key, suffix, gap, capital, acronym))
            gap = ""
        else:
            gap += word
    return tuple(found), gap + pieces[-1]


def _read(word: str) -> tuple[str, str, str, bool, bool]:
    """A word's stem, that folded, what hangs on it, and whether it is a capital or an acronym."""
    stem, suffix = (word, "") if word.isalnum() else _split(word)
    capital = stem[:1].isupper()
    acronym = capital and stem == stem.upper() and sum(map(str.isalpha, stem)) > 1
    return stem, fold(stem).replace(".", ""), suffix, capital, acronym


def _split(word: str) -> tuple[str, str]:
    """A word with marks in it as its stem and what hangs on it."""
    stem, suffix = split_apostrophe(word)
    if len(stem) <= _SYLLABLE < len(suffix) and not stem.isupper() and suffix.lower() not in _ENDINGS:
        return word, ""  # "Ya'alon", "Ka'abi"
    return stem, suffix or word[len(stem) :]


def parts_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The folded words with the parts of those with marks in them: "turkish-made" is there as "turkish" and "made" too.

    What is not among them stands nowhere in the text, in whatever case and with whatever accents.
    """
    parts = {token.key for token in tokens}
    for token in tokens:
        if token.suffix or not token.text.isalnum():
            parts.update(_pieces(token.text), _pieces(token.suffix))
    return frozenset(parts)


@lru_cache(maxsize=1 << 12)
def _pieces(word: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(fold(word)))


def adjoins(token: Token) -> bool:
    """Whether only white space, or the dot of an abbreviation, stands before the token."""
    gap = token.gap
    return gap in (" ", ".-") or (gap.strip() in ("", ".") and "\n" not in gap)


def in_a_row(tokens: Sequence[Token]) -> bool:
    """Whether the words stand side by side, only the last one with a suffix."""
    return all(map(adjoins, tokens[1:])) and not any(token.suffix for token in tokens[:-1])


def whole(tokens: Sequence[Token]) -> Span:
    """The span from the first word to the last, without the last one's suffix."""
    return tokens[0].span.to(tokens[-1].span)
