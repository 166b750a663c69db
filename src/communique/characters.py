"""Characters that show nothing or turn the direction of writing: an article may have them, nobody else needs them."""

import unicodedata

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")  # Persian and Hindi spelling, and emoji, need them
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
"""What ends a line or moves along it: white space, though a control character."""


def is_hidden(character: str) -> bool:
    """Whether the character shows nothing by itself, or does something to those around it: controls (C0, C1), marks of
    direction, zero-width characters, tags (U+E0000) and variation selectors. Line ends and tabs are white space."""
    if character.isascii():
        return not character.isprintable() and character not in BREAKS
    if character in _DIRECTION or character in _FILLERS:
        return True
    if character in _JOINERS or character in BREAKS:
        return False
    is_selector = any(ord(character) in selectors for selectors in _SELECTORS)
    return is_selector or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co")


def one_line(text: str) -> str:
    """The text on one line, without hidden characters, each run of white space as one space."""
    if not text.isascii() or not text.isprintable():
        text = "".join(" " if c in BREAKS else c for c in text if not is_hidden(c))
    return " ".join(text.split())
