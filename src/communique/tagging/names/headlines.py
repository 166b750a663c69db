"""Capitals that tell little: the words of a headline in title case."""

from collections.abc import Sequence

from communique.tagging.lexicon import is_name_word, words
from communique.tagging.tokens import Token

_TITLE_CASE = 0.9
_UNCOUNTED = ("function", "links", "calendar", "titles", "heads", "modifiers", "bodies")


def capital_share(tokens: Sequence[Token]) -> float:
    """The share of capitals among the words after the first, without function words, days and the words of offices."""
    uncounted = words(*_UNCOUNTED)
    counted = [token.is_capital for token in tokens[1:] if token.key not in uncounted]
    return sum(counted) / len(counted) if counted else 0.0


def is_title_case(tokens: Sequence[Token], lower: frozenset[str]) -> bool:
    """Whether the words are a headline in title case: capitals throughout, also on a common word after the first."""
    common = any(token.is_capital and _is_common(token.key, lower) for token in tokens[1:])
    return common and capital_share(tokens) >= _TITLE_CASE


def _is_common(key: str, lower: frozenset[str]) -> bool:
    return key in words("function", "headline", "abstract") or (key in lower and is_name_word(key))
