"""Cue words as patterns for folded text: `*` ends a stem, `|` parts words of one place, "…" leaves out up to five."""

import re
from collections.abc import Iterable

from communique.source import fold

NEVER = re.compile(r"(?!)")
"""Matches nothing."""
_GAP = r"(?:\S+ ){0,5}?"


def _pattern(words: str) -> str:
    pieces = (_GAP if piece == "…" else place(piece) + " " for piece in words.split())
    return "".join(pieces).removesuffix(" ")


def place(piece: str) -> str:
    """The pattern of what may stand at one place: a word, a stem, or one of several ("is|was", "order*|contract*")."""
    stems = [r"\w*".join(re.escape(fold(part)) if part else "" for part in one.split("*")) for one in piece.split("|")]
    return stems[0] if len(stems) == 1 else f"(?:{'|'.join(stems)})"


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
