"""Turkish speakers: the phrase that opens the sentence, the owner of a statement, or the phrase after "diyen"."""

import re

from communique.spans import Span
from communique.tagging.quotes.cues import any_of, cues, lexicon
from communique.tagging.quotes.marks import Quoted

_REACH = 200
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?](?:\s|$)|\n")
_OPENING = re.compile(r"[^,;:“\"«„\n]{2,120}")
_OWNER = re.compile(r"^(.*?\w)['’]?(?:n[ıiuü]n|[ıiuü]n)(?=\s)")


def opening_phrase(text: str, start: int, end: int) -> Span | None:
    """The phrase before the sentence's first comma, without the verb of saying; of a statement, its owner."""
    match = _OPENING.match(text, start, end)
    if match is None:
        return None
    phrase = match.group()
    cue = cues("tr", "quoting", "saying", "passive").search(phrase)
    phrase = (phrase[: cue.start()] if cue else phrase).rstrip()
    medium = re.search(rf"(?<!\w){any_of(lexicon('tr')['words']['media'])}\w*$", phrase)
    owner = _OWNER.match(phrase) if medium else None
    held = owner.group(1) if owner else phrase
    return Span(match.start(), match.start() + len(held)) if len(held.strip()) > 1 else None


def turkish_speaker(text: str, quoted: Quoted, paragraph: Span) -> tuple[Span | None, Span | None]:
    """The speaker and the cue of a Turkish direct quote, each where there is one."""
    stop = _SENTENCE_END.search(text, quoted.outer.end, min(paragraph.end, quoted.outer.end + _REACH))
    limit = stop.start() if stop else min(paragraph.end, quoted.outer.end + _REACH)
    behind = cues("tr", "quoting", "saying", "passive").search(text, quoted.outer.end, limit)
    begun = max(paragraph.start, quoted.outer.start - 3 * _REACH)
    opened = max(
        (match.end() for match in _SENTENCE_END.finditer(text, begun, max(begun, quoted.outer.start - 1))),
        default=begun,
    )
    while opened < quoted.outer.start and text[opened].isspace():
        opened += 1
    ahead = None
    for found in cues("tr", "quoting", "saying", "passive").finditer(text, opened, quoted.outer.start):
        ahead = found
    cue = behind or ahead
    if behind and behind.group().startswith(("diyen", "diye konuşan")):
        follows = _OPENING.match(text, behind.end() + 1, limit)
        return (Span(*follows.span()) if follows else None), Span(*behind.span())
    speaker = opening_phrase(text, opened, quoted.outer.start) if cue else None
    return speaker, Span(*cue.span()) if cue else None
