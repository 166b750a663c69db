"""Where a date expression can begin: in a run of words that forms have, up to one of those that every form has.

An article's other words are passed over with one look-up each, so that the forms are tried at few places.
"""

import re
from collections.abc import Iterator

from communique.tagging.dates.vocabulary import Kind, Vocabulary

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GAP = 5


def starts_of(words: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The offsets of the folded text at which a form may begin, in order."""
    waiting: list[int] = []
    end = -1
    for token in _TOKEN.finditer(words):
        kind = vocabulary[token[0]]
        if kind is Kind.FOREIGN and (end < 0 or words[end : token.start()] not in ("", "'")):
            end = -1
            continue
        start = token.start()
        if end < 0 or start - end > _GAP or "\n" in words[end:start]:
            waiting = []
        if kind is Kind.ANCHOR and words[start - 1 : start] == "'":
            waiting.append(start - 1)
        waiting.append(start)
        end = token.end()
        if kind is Kind.ANCHOR:
            yield from waiting
            waiting = []
