"""Quotes of a passage: direct ones by their marks, reported ones by their cues."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.passage import Passage
from communique.spans import Span
from communique.tagging.mentions import NameMention, QuoteMention
from communique.tagging.quotes import reported, turkish_reported
from communique.tagging.quotes.cues import cues
from communique.tagging.quotes.direct import Attribution, attributed
from communique.tagging.quotes.marks import Quoted, find_quoted, paragraphs
from communique.tagging.quotes.recalling import recalled
from communique.tagging.quotes.speakers import Names
from communique.tagging.quotes.turkish import is_name, is_said
from communique.tagging.quotes.turkish_subjects import earlier_subject
from communique.tagging.worded import Keys

_UNKNOWN: Keys = {}
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Layout:
    """Sentences and paragraphs by their starts; `telling` are the sentences that may hold a word of reported speech."""

    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    telling: tuple[Span, ...]

    @classmethod
    def of(cls, passage: Passage, keys: Keys) -> "_Layout":
        spans = tuple(sentence.span for sentence in passage.sentences)
        known = (turkish_reported if passage.language == "tr" else reported).cue_words()
        telling = tuple(span for span in spans if not known.isdisjoint(keys.get(span.start, known)))
        return cls(spans, tuple(paragraphs(passage)), telling)

    def sentence(self, place: int) -> Span:
        return self.sentences[max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)]

    def paragraph(self, place: int) -> Span:
        return self.paragraphs[self._number(place)]

    def earlier(self, place: int) -> tuple[Span, ...]:
        """The sentences before that of `place` in its paragraph, the nearest first; three at most."""
        at = bisect_right(self.sentences, place, key=lambda span: span.start) - 1
        within = self.paragraph(place)
        return tuple(span for span in reversed(self.sentences[max(0, at - 3) : max(0, at)]) if within.contains(span))

    def leading(self, text: str, place: int) -> Span | None:
        """The sentence before a paragraph that it opens with a colon or a comma: "Kaya şunları söyledi:", "Kaya,"."""
        within = self.paragraph(place)
        at = bisect_right(self.sentences, within.start - 1, key=lambda span: span.start) - 1
        is_first = at >= 0 and within.start <= place and not text[within.start : place].strip()
        return self.sentences[at] if is_first and self.sentences[at].of(text).endswith((":", ",", ";")) else None

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
        if passage.language == "tr" and is_name(passage.text, quoted):
            continue
        if (
            few
            and not inner.endswith((",", ".", "!", "?"))
            and not (passage.language == "tr" and is_said(passage.text, quoted))
        ):
            continue
        sentence = layout.sentence(quoted.outer.start)
        led = layout.leading(passage.text, quoted.outer.start) if passage.language == "tr" else None
        found = attributed(passage.text, quoted, sentence, within if led is None else led.to(within), passage.language)
        if few and found is None:
            continue
        found = _carried(passage, layout, found, quoted.outer.start)
        if found is None and names.within(Span(sentence.start, quoted.outer.start)):
            last = None
        last = found or last
        speaker, cue = (last.speaker, last.cue) if last else (None, None)
        entity = names.entity(speaker, layout.back(quoted.outer.start))
        yield quoted, QuoteMention(quoted.inner, "direct", speaker, entity, cue)


def _reported(passage: Passage, layout: _Layout, names: Names, direct: list[Span]) -> Iterator[QuoteMention]:
    starts = [span.start for span in direct]
    for sentence in layout.telling:
        first, last = bisect_left(starts, sentence.start), bisect_right(starts, sentence.end)
        for found in _clauses(passage, sentence, direct[max(0, first - 1) : last]):
            before = bisect_right(starts, found.cue.start) - 1
            if before >= 0 and direct[before].end > found.cue.start:
                continue
            nearest = bisect_right(starts, found.content.start) - 1
            held = any(span.contains(found.content) for span in direct[max(0, nearest) : nearest + 2])
            if not held:
                speaker = found.speaker
                if passage.language == "tr":
                    told = _carried(passage, layout, Attribution(speaker, found.cue), sentence.start)
                    speaker = None if told is None else told.speaker
                entity = names.entity(speaker, layout.back(sentence.start))
                yield QuoteMention(found.content, "reported", speaker, entity, found.cue, found.told)


def _clauses(passage: Passage, sentence: Span, quoted: list[Span]) -> Iterator[reported.Reported]:
    if passage.language == "tr":
        return turkish_reported.reported_in(passage.text, sentence)
    return reported.reported_in(passage.text, sentence, quoted)


def _carried(passage: Passage, layout: _Layout, found: Attribution | None, place: int) -> Attribution | None:
    """The Turkish attribution, whose verb may leave its subject to the sentences before it in the paragraph."""
    if passage.language != "tr" or found is None or found.speaker is not None or found.cue is None:
        return found
    if cues("tr", "passive", "unsaid").fullmatch(found.cue.of(passage.text)):
        return found
    speaker = earlier_subject(passage.text, layout.earlier(place))
    return Attribution(speaker, found.cue)


def tag_quotes(passage: Passage, names: tuple[NameMention, ...], keys: Keys = _UNKNOWN) -> tuple[QuoteMention, ...]:
    """The direct quotes and reported clauses, in text order."""
    if not passage.sentences:
        return ()
    layout = _Layout.of(passage, keys)
    known = Names.of(passage.text, names, passage.language)
    direct = list(_direct(passage, layout, known))
    clauses = _reported(passage, layout, known, [quoted.outer for quoted, _ in direct])
    said = (
        mention
        for mention in (*(mention for _, mention in direct), *clauses)
        if not (mention.cue and known.hold(mention.cue))
    )
    return tuple(recalled(sorted(said, key=lambda mention: mention.span), known))
