"""Cue words as patterns for folded text: `*` ends a stem, "…" leaves out up to five words."""

import re
from collections.abc import Iterable

from communique.source import fold

NEVER = re.compile(r"(?!)")
"""Matches nothing."""
_GAP = r"(?:\S+ ){0,5}?"


def _pattern(words: str) -> str:
    pieces = (_GAP if piece == "…" else _stem(piece) + " " for piece in words.split())
    return "".join(pieces).removesuffix(" ")


def _stem(piece: str) -> str:
    return r"\w*".join(re.escape(fold(part)) for part in piece.split("*"))


def compiled(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for folded text that matches any of the cue words, longest alternative first."""
    ordered = sorted(words, key=len, reverse=True)
    if not ordered:
        return NEVER
    return re.compile(r"(?<!\w)(?:" + "|".join(_pattern(word) for word in ordered) + r")(?!\w)")


def repeated(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for one of the words or several in a row."""
    one = compiled(words).pattern
    return re.compile(rf"(?:{one}[ -]?)+")
