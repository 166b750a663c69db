"""Quotes of a passage: direct ones by their marks, reported ones by their cues."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.passage import Passage
from communique.spans import Span
from communique.tagging.mentions import NameMention, QuoteMention
from communique.tagging.quotes.direct import Attribution, attributed
from communique.tagging.quotes.marks import Quoted, find_quoted, paragraphs
from communique.tagging.quotes.recalling import recalled
from communique.tagging.quotes.reported import reported_in
from communique.tagging.quotes.speakers import Names

_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Layout:
    """Sentences and paragraphs by their starts."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]

    @classmethod
    def of(cls, passage: Passage) -> "_Layout":
        return cls(tuple(sentence.span for sentence in passage.sentences), tuple(paragraphs(passage)))

    def sentence(self, place: int) -> Span:
        return self.sentences[max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)]

    def paragraph(self, place: int) -> Span:
        return self.paragraphs[self._number(place)]

    def back(self, place: int) -> int:
        """Where the paragraph before that of `place` begins."""
        return self.paragraphs[max(0, self._number(place) - 1)].start

    def _number(self, place: int) -> int:
        return max(0, bisect_right(self.paragraphs, place, key=lambda span: span.start) - 1)


def _direct(passage: Passage, layout: _Layout, names: Names) -> Iterator[tuple[Quoted, QuoteMention]]:
    last: Attribution | None = None
    paragraph: Span | None = None
    for quoted in find_quoted(passage):
        within = layout.paragraph(quoted.outer.start)
        if within != paragraph and not quoted.continued:
            last = None
        paragraph = within
        inner = quoted.inner.of(passage.text).rstrip()
        few = len(inner.split()) < _FEWEST_WORDS
        if few and not inner.endswith((",", ".", "!", "?")):
            continue
        found = attributed(passage.text, quoted, layout.sentence(quoted.outer.start), within, passage.language)
        if few and found is None:
            continue
        last = found or last
        speaker, cue = (last.speaker, last.cue) if last else (None, None)
        entity = names.entity(speaker, layout.back(quoted.outer.start))
        yield quoted, QuoteMention(quoted.inner, "direct", speaker, entity, cue)


def _reported(passage: Passage, layout: _Layout, names: Names, direct: list[Span]) -> Iterator[QuoteMention]:
    starts = [span.start for span in direct]
    for sentence in layout.sentences:
        for found in reported_in(passage.text, sentence, passage.language):
            before = bisect_right(starts, found.cue.start) - 1
            if before >= 0 and direct[before].end > found.cue.start:
                continue
            nearest = bisect_right(starts, found.content.start) - 1
            held = any(span.contains(found.content) for span in direct[max(0, nearest) : nearest + 2])
            if not held:
                entity = names.entity(found.speaker, layout.back(sentence.start))
                yield QuoteMention(found.content, "reported", found.speaker, entity, found.cue)


def tag_quotes(passage: Passage, names: tuple[NameMention, ...]) -> tuple[QuoteMention, ...]:
    """The direct quotes and reported clauses, in text order."""
    if not passage.sentences:
        return ()
    layout = _Layout.of(passage)
    known = Names.of(passage.text, names, passage.language)
    direct = list(_direct(passage, layout, known))
    reported = _reported(passage, layout, known, [quoted.outer for quoted, _ in direct])
    found = sorted((*(mention for _, mention in direct), *reported), key=lambda mention: mention.span)
    return tuple(recalled(found, known))
