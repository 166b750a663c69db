"""What was said under one attribution: “We will not,” he said, “sign it.” is one utterance of two parts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.spans import Span
from communique.tagging.mentions import QuoteMention

_LONGEST = 250
"""The longest frame between two parts of a quote."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """The quotes and reported clauses of one attribution, in text order."""

    mentions: tuple[QuoteMention, ...]

    @property
    def parts(self) -> tuple[Span, ...]:
        """The words said, as spans that do not overlap, in text order."""
        merged: list[Span] = []
        for mention in self.mentions:
            if merged and mention.span.start < merged[-1].end:
                merged[-1] = merged[-1].to(mention.span)
            else:
                merged.append(mention.span)
        return tuple(merged)

    @property
    def cue(self) -> Span | None:
        """The word of saying."""
        return self.mentions[0].cue

    def runs(self, text: str) -> Iterator[tuple[Span, ...]]:
        """The parts that nothing but their attribution divides, where there are two or more."""
        held: list[Span] = []
        for part in self.parts:
            if held and not self._frames(text, Span(held[-1].end, part.start)):
                if len(held) > 1:
                    yield tuple(held)
                held = []
            held.append(part)
        if len(held) > 1:
            yield tuple(held)

    def _frames(self, text: str, gap: Span) -> bool:
        if not any(map(str.isalnum, gap.of(text)[:_LONGEST])):
            return True
        return len(gap) <= _LONGEST and self.cue is not None and gap.contains(self.cue)

    def is_of(self, other: "Utterance") -> bool:
        """Whether both are said by the same speaker, as far as that is known."""
        mine, theirs = self.mentions[0], other.mentions[0]
        if mine.speaker_entity is not None and theirs.speaker_entity is not None:
            return mine.speaker_entity == theirs.speaker_entity
        return mine.speaker == theirs.speaker

    def is_of_another(self, other: "Utterance") -> bool:
        """Whether they are known to be said by two: two names, or one name and a phrase that is not known to be its."""
        mine, theirs = self.mentions[0], other.mentions[0]
        speakers = {mine.speaker, theirs.speaker}
        return None not in speakers and len(speakers) > 1 and mine.speaker_entity != theirs.speaker_entity


def utterances(quotes: Iterable[QuoteMention], paragraph: Callable[[int], int]) -> tuple[Utterance, ...]:
    """The utterances of a text; what has no attribution goes with its paragraph's number."""

    def key(mention: QuoteMention) -> tuple[int, int]:
        return (0, paragraph(mention.span.start)) if mention.cue is None else (1, mention.cue.start)

    ordered = sorted(quotes, key=lambda mention: (key(mention), mention.span))
    return tuple(Utterance(tuple(group)) for _, group in groupby(ordered, key=key))
