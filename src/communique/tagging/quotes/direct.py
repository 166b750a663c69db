"""Direct quotes: the cue and the speaker before, after or around them."""

import re
from dataclasses import dataclass

from communique.article import Language
from communique.spans import Span
from communique.tagging.quotes.cues import cues
from communique.tagging.quotes.marks import Quoted
from communique.tagging.quotes.speakers import after_cue
from communique.tagging.quotes.subjects import before_cue
from communique.tagging.quotes.turkish import turkish_speaker

_REACH = 160
_STOP = re.compile(r"\n|(?<=[a-z]{4}[.!?])\s|[“\"«„]")
_TITLED = re.compile(r"([A-ZÇĞİÖŞÜ][\w.’'-]*(?:\s+[\w.’'-]+){0,5}):\s*")
_LED = re.compile(r"[^\n]{1,300}:\s*\n\s*$")
_ENDED = re.compile(r"[.!?]\s")
_KINDS = ("passive", "saying", "stressing", "telling", "quoting", "according")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, by which cue."""

    speaker: Span | None = None
    cue: Span | None = None


def _after(text: str, quoted: Quoted, end: int) -> Attribution | None:
    """The attribution that follows the quote in its sentence."""
    start = quoted.outer.end
    if _ENDED.match(text, start):
        return None
    if quoted.inner.of(text).rstrip().endswith(".") and text[start : start + 2].strip() not in (",",):
        following = re.match(r"\s+[a-z]", text[start : start + 3])
        if following is None:
            return None
    stop = _STOP.search(text, start, min(end, start + _REACH))
    limit = stop.start() if stop else min(end, start + _REACH)
    match = cues("en", *_KINDS).search(text, start, limit)
    if match is None:
        return None
    cue = Span(*match.span())
    if not text[start : cue.start].strip(" ,\u00a0-—–"):
        follows = after_cue(text, cue.end, end)
        return Attribution(follows, cue) if follows else None
    if re.match(r"[\s,\u00a0—–-]*(?:and|but|or|in|to|of|for|by|on|about|that)\s", text[start : cue.start]):
        return None
    speaker = before_cue(text, start, cue.start)
    return Attribution(speaker, cue) if speaker else None


def _before(text: str, quoted: Quoted, start: int) -> Attribution | None:
    """The attribution that leads up to the quote in its sentence."""
    start = _opening(text, quoted.outer.start, start)
    found = list(cues("en", *_KINDS).finditer(text, max(start, quoted.outer.start - 2 * _REACH), quoted.outer.start))
    for match in reversed(found):
        cue = Span(*match.span())
        according = cues("en", "according").fullmatch(cue.of(text)) is not None
        speaker = after_cue(text, cue.end, quoted.outer.start) if according else before_cue(text, start, cue.start)
        if speaker is not None:
            return Attribution(speaker, cue)
    return _titled(text, start, quoted.outer.start)


def _opening(text: str, quote: int, sentence: int) -> int:
    """Where the line above begins that leads up to a quote which is set apart ("Kent said:"), else its sentence."""
    led = _LED.search(text, max(0, quote - 2 * _REACH), quote)
    return sentence if led is None else led.start()


def _titled(text: str, start: int, end: int) -> Attribution | None:
    """The name before a colon that opens the sentence, as in an interview: "Holm: “We sail at dawn.”"."""
    named = _TITLED.fullmatch(text, start, end)
    return Attribution(Span(*named.span(1))) if named else None


def attributed(text: str, quoted: Quoted, sentence: Span, paragraph: Span, language: Language) -> Attribution | None:
    """The attribution of a quote within its paragraph; `sentence` is that the quote begins in."""
    if language == "tr":
        speaker, cue = turkish_speaker(text, quoted, paragraph)
        return Attribution(speaker, cue) if speaker or cue else None
    return _after(text, quoted, paragraph.end) or _before(text, quoted, sentence.start)
