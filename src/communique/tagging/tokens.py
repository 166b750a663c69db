"""The words of a sentence as the name taggers see them: the stem without possessive or apostrophe suffix, folded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.source import fold
from communique.spans import Span
from communique.tagging.suffixes import APOSTROPHES, split_apostrophe

_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{APOSTROPHES}‐‑\-–][^\W_]+)*(?:[{APOSTROPHES}](?=\s|$|[.,;:)]))?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `span` of its stem, `end` of the whole, `key` the folded stem, `gap` what stands before it.

    `is_capital` tells whether it begins with a capital, `is_acronym` whether it has two letters or more, all capitals.
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


def tokens_of(text: str, sentence: Span) -> tuple[Token, ...]:
    """The words of a sentence in text order."""
    return tuple(_tokens(text, sentence))


def _tokens(text: str, sentence: Span) -> Iterator[Token]:
    before = sentence.start
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word, (start, end) = match.group(), match.span()
        stem, suffix = (word, "") if word.isalnum() else _split(word)
        key = fold(stem).replace(".", "")
        if key:
            capital = stem[0].isupper()
            acronym = capital and stem == stem.upper() and sum(map(str.isalpha, stem)) > 1
            yield Token(Span(start, start + len(stem)), end, stem, key, suffix, text[before:start], capital, acronym)
            before = end


def _split(word: str) -> tuple[str, str]:
    """A word with marks in it as its stem and what hangs on it."""
    stem, suffix = split_apostrophe(word)
    return stem, suffix or word[len(stem) :]


def adjoins(token: Token) -> bool:
    """Whether only white space, or the dot of an abbreviation, stands before the token."""
    return token.gap.strip() in ("", ".") and "\n" not in token.gap


def whole(tokens: Sequence[Token]) -> Span:
    """The span from the first word to the last, without the last one's suffix."""
    return tokens[0].span.to(tokens[-1].span)
