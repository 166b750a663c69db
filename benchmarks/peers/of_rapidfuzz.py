"""rapidfuzz: WRatio between two names, partial_ratio of a value in a text.

From 85 up two names are held to be the same, near the threshold that does best on the sets of names; from 90 up, as is
usual, a value is held to stand in the text.
"""

from rapidfuzz import fuzz, utils

_SAME, _STANDS = 85, 90


def same_name(one: str, other: str) -> bool:
    """Whether WRatio reaches 85, after the library's own default processing (case, punctuation)."""
    return bool(fuzz.WRatio(one, other, processor=utils.default_process) >= _SAME)


def accepts(text: str, value: str) -> bool:
    """Whether partial_ratio of the value in the text reaches 90, after the same processing."""
    return bool(fuzz.partial_ratio(value, text, processor=utils.default_process) >= _STANDS)
