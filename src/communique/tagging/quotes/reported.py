"""Reported speech: a cue of saying, its subject, and the clause that gives what was said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.article import Language
from communique.spans import Span
from communique.tagging.quotes.cues import any_of, cues, lexicon, words
from communique.tagging.quotes.speakers import after_cue, before_cue
from communique.tagging.quotes.turkish import opening_phrase

_SHORTEST = 10
_THAT = re.compile(r"(?:\s+\w+){0,3}?\s+that\s+")
_FIRST = re.compile(r"\s*([\w$’'.-]+)")
_TIME = re.compile(
    r"\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday)(?=\s)", re.IGNORECASE
)
_HEARER = re.compile(r"\s+[^,;:“\"]{1,50}?\s+(?=that\s|(?:he|she|it|they|there|the|his|her|their|we)\s)")


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said, by whom, with which cue."""

    content: Span
    speaker: Span | None
    cue: Span


def _stripped(text: str, start: int, end: int) -> Span | None:
    """The clause without white space and punctuation at its ends."""
    while start < end and text[start] in " ,;:\u00a0\n\t":
        start += 1
    while end > start and text[end - 1] in " ,;:.\u00a0\n\t":
        end -= 1
    return Span(start, end) if end - start >= _SHORTEST else None


def _content_start(text: str, cue: Span, end: int) -> int | None:
    """Where the reported clause begins after the cue, or None where none follows."""
    that = _THAT.match(text, cue.end, end)
    if that:
        return that.end()
    kind = cue.of(text).lower()
    if cues("en", "telling").fullmatch(kind):
        hearer = _HEARER.match(text, cue.end, end)
        return hearer.end() if hearer else None
    if cues("en", "stressing").fullmatch(kind):
        return cue.end
    time = _TIME.match(text, cue.end, end)
    start = time.end() if time else cue.end
    word = _FIRST.match(text, start, end)
    opens = word is not None and (
        word.group(1).lower() in words("en", "openers")
        or word.group(1)[0].isupper()
        or word.group(1)[0] in "$0123456789"
    )
    return start if opens else None


def _english(text: str, sentence: Span) -> Iterator[Reported]:
    done = sentence.start
    for match in cues("en", "passive", "saying", "stressing", "telling", "according").finditer(
        text, sentence.start, sentence.end
    ):
        cue = Span(*match.span())
        if cue.start < done:
            continue
        found = (
            _according(text, cue, sentence)
            if match.group().lower() in lexicon("en")["cues"]["according"]
            else _said(text, cue, sentence)
        )
        if found is not None:
            yield found
            done = max(done, found.content.end if found.content.start > cue.start else cue.end)


def _according(text: str, cue: Span, sentence: Span) -> Reported | None:
    speaker = after_cue(text, cue.end, sentence.end)
    if speaker is None:
        return None
    if text[max(sentence.start, cue.start - _SHORTEST) : cue.start].strip():
        content = _stripped(text, sentence.start, cue.start)
    else:
        comma = text.find(",", speaker.end, sentence.end)
        content = _stripped(text, comma + 1, sentence.end) if comma >= 0 else None
    return Reported(content, speaker, cue) if content else None


def _said(text: str, cue: Span, sentence: Span) -> Reported | None:
    if text[max(sentence.start, cue.start - 3) : cue.start].rstrip().endswith(","):
        return _inverted(text, cue, sentence) or _subject_first(text, cue, sentence)
    return _subject_first(text, cue, sentence)


def _inverted(text: str, cue: Span, sentence: Span) -> Reported | None:
    """The clause before ", says Anadolu Agency" at a sentence's end."""
    speaker = after_cue(text, cue.end, sentence.end) if cues("en", "saying").fullmatch(cue.of(text)) else None
    if speaker is None or text[speaker.end : sentence.end].strip(" .") or not speaker.of(text)[0].isupper():
        return None
    content = _stripped(text, sentence.start, cue.start)
    return Reported(content, speaker, cue) if content else None


def _subject_first(text: str, cue: Span, sentence: Span) -> Reported | None:
    speaker = before_cue(text, sentence.start, cue.start)
    if speaker is None:
        return None
    start = _content_start(text, cue, sentence.end)
    if start is not None:
        content = _stripped(text, start, sentence.end)
    else:
        comma = text.rfind(",", max(sentence.start, speaker.start - _SHORTEST), speaker.start)
        gap = text[comma + 1 : speaker.start].strip() if comma >= 0 else "x"
        content = _stripped(text, sentence.start, comma) if not gap else None
    return Reported(content, speaker, cue) if content else None


def _turkish(text: str, sentence: Span) -> Iterator[Reported]:
    according = re.compile(r"['’]?y?[ae]\s+göre\b,?").search(
        text, sentence.start, min(sentence.end, sentence.start + 150)
    )
    if according and text[according.start() : according.start() + 1] in "'’":
        content = _stripped(text, according.end(), sentence.end)
        if content:
            word = text.index("göre", according.start())
            yield Reported(content, Span(sentence.start, according.start()), Span(word, word + 4))
            return
    ends = re.compile(rf"\w{any_of(lexicon('tr')['words']['clause_ends'])}\s+(?:de\s+|da\s+)?$")
    for match in cues("tr", "saying", "passive").finditer(text, sentence.start, sentence.end):
        if not ends.search(text[max(sentence.start, match.start() - 40) : match.start()]):
            continue
        comma = text.find(",", sentence.start, match.start())
        speaker = opening_phrase(text, sentence.start, comma) if comma >= 0 else None
        content = _stripped(text, comma + 1 if speaker else sentence.start, match.start())
        if content:
            yield Reported(content, speaker, Span(*match.span()))
            return


def reported_in(text: str, sentence: Span, language: Language) -> Iterator[Reported]:
    """The reported clauses of one sentence, in order of their cues."""
    return _turkish(text, sentence) if language == "tr" else _english(text, sentence)
