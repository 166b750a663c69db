"""Years written in words: "nineteen eighty-four", "two thousand and ten"."""

import re
from collections.abc import Mapping

_LETTERS = re.compile(r"[^\W\d_]+")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


def year_in_words(words: str, numbers: Mapping[str, int | str], scales: Mapping[str, int | str]) -> int:
    """The year that the words say; "nineteen eighty" and "nineteen oh five" count hundreds before a two-digit rest."""
    thousands = part = 0
    for word in _LETTERS.findall(words):
        if word in scales:
            scale = int(scales[word])
            part *= scale or _HUNDRED
            thousands, part = (thousands + part, 0) if scale == _THOUSAND else (thousands, part)
        elif word in numbers:
            number = int(numbers[word])
            part = part * _HUNDRED + number if number >= _TEN and _TEN <= part < _HUNDRED else part + number
    return thousands + part
