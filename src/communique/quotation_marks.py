"""Pairs of quotation marks in one paragraph."""

import re

from communique.spans import Span

_PAIRS = {"“": "”", "„": "”“", "«": "»", "»": "«", "‹": "›"}
_MARK = re.compile("''|[\"“”„«»‹›]")
_STRAIGHT = frozenset({'"', "''"})
_LONGEST = 2000


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a straight mark opens: white space or a bracket before it, a letter or digit behind it."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or before.isspace() or before in "([—–-:") and not (not after or after.isspace())


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of a paragraph with their marks, in order, none inside another; at most 2000 characters each."""
    found: list[Span] = []
    start, closing = 0, ""
    for match in _MARK.finditer(text):
        mark = match.group()
        straight_opens = mark in _STRAIGHT and _opens(text, match.start(), match.end())
        if closing and mark in closing and not straight_opens:
            if match.end() - start <= _LONGEST:
                found.append(Span(start, match.end()))
            closing = ""
        elif (mark in _PAIRS or straight_opens) and (not closing or text.startswith(mark, start)):
            start, closing = match.start(), _PAIRS.get(mark, mark)
    return tuple(found)
