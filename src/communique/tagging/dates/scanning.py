"""Where a date expression can begin: in a run of words that forms have, up to one of those that every form has.

An article's other words are passed over with one look-up each, so that the forms are tried at few places.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from communique.tagging.dates.vocabulary import Kind, Vocabulary

_TOKEN = re.compile(r"([^\W\d_]+|\d+)")
_GLUES = ("", "'")
_GAP = 5


class _Scanned:
    """The tokens of a folded text with their kinds, what stands before each, and where each starts and ends."""

    def __init__(self, words: str, vocabulary: Vocabulary) -> None:
        pieces = _TOKEN.split(words)
        self.gaps: Sequence[str] = pieces[::2]
        self.kinds = [vocabulary[token] for token in pieces[1::2]]
        offsets = list(accumulate(map(len, pieces)))
        self.starts, self.ends = offsets[::2], offsets[1::2]

    def anchors(self) -> list[int]:
        """The places of the words of which every form has one."""
        return [place for place, kind in enumerate(self.kinds) if kind is Kind.ANCHOR]

    def run(self, first: int, anchor: int) -> int:
        """Where the run of words that ends with the anchor begins, at `first` or later."""
        place = anchor
        while place > first and (self.kinds[place - 1] is not Kind.FOREIGN or self.gaps[place - 1] in _GLUES):
            place -= 1
        return place


def starts_of(words: str, vocabulary: Vocabulary) -> Iterator[int]:
    """The offsets of the folded text at which a form may begin, in order."""
    text = _Scanned(words, vocabulary)
    done, going_on = 0, False
    for anchor in text.anchors():
        begin = text.run(done, anchor)
        waiting: list[int] = []
        going_on = going_on and begin == done
        for place in range(begin, anchor + 1):
            gap, is_foreign = text.gaps[place], text.kinds[place] is Kind.FOREIGN
            if is_foreign and not (going_on and gap in _GLUES):
                going_on = False
                continue
            if not going_on or len(gap) > _GAP or "\n" in gap:
                waiting = []
            if place == anchor and gap.endswith("'"):
                waiting.append(text.starts[place] - 1)
            waiting.append(text.starts[place])
            going_on = True
        yield from waiting
        done = anchor + 1
