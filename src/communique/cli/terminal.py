"""Text that others wrote, made safe for a terminal."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def printable(text: object) -> str:
    """The text on one line, without control characters (C0, C1) and without those that turn the writing direction."""
    return "".join(_shown(letter) for letter in str(text))


def _shown(letter: str) -> str:
    if letter in _BREAKS:
        return " "
    unsafe = letter in _BIDI or unicodedata.category(letter) in ("Cc", "Cs")
    return "" if unsafe else letter
