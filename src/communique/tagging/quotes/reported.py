"""English reported speech: a cue of saying, its subject, and the clause that gives what was said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.spans import Span
from communique.tagging.mentions import Told
from communique.tagging.quotes.complements import content_end, content_start, is_clause, stripped
from communique.tagging.quotes.cues import cues, words
from communique.tagging.quotes.speakers import after_cue
from communique.tagging.quotes.subjects import before_cue

_KINDS = ("passive", "saying", "free", "stressing", "telling", "according", "holding", "willing", "treating", "bidding")
_NOUN = 12
_NEAR = 100
_LONGEST_LEAD = 3
_SHORT, _PART = 10, 6
_WORD = re.compile(r"[\w’'-]+")
_OPENING_NAME = re.compile(
    r"(?:(?:But|And|Yet|Still|Then|Later)\s+)?((?:(?:The|A|An)\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+)?[A-Z][\w’'.-]*)*)"
)
_OWNER = re.compile(r"([\w.-]+(?:\s[A-Z][\w.-]*)*)[’']s\s+(?:[\w-]+\s+){0,2}$")
_TAIL = re.compile(r"\s*(?:$|[.;!?”\"]|,\s)")
_MADE = re.compile(r"(?:\s+(?:issued|released|published|posted|shared|made))?\s+(?:by|from|of)(?=\s)")
_FRAMES = ',—–-”"'
_LAST_TIME = re.compile(
    r"(?:\s+(?:on|in|at|late|early|last|this|earlier|later|to|during)?\s*[\w’'-]+){0,4}(?=\s*(?:[.,;]|$))"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """What was said, by whom, with which cue, and how it hangs on that."""

    content: Span
    speaker: Span | None
    cue: Span
    told: Told = "clause"


def reported_in(text: str, sentence: Span) -> Iterator[Reported]:
    """The reported clauses of one English sentence, in order of their cues."""
    done, last = sentence.start, None
    for match in cues("en", *_KINDS, "nouns", "wills").finditer(text, sentence.start, sentence.end):
        cue = Span(*match.span())
        if cue.start < done or not _is_saying(text, cue, sentence):
            continue
        known = last
        for found in _statements(text, cue, sentence, last):
            yield found
            known = found.speaker or known
            done = max(done, found.content.end if found.content.start > cue.start else cue.end)
        is_frame = known is last and cues("en", "saying").fullmatch(cue.of(text)) and cue.of(text)[-3:] != "ing"
        last = before_cue(text, sentence.start, cue.start) or last if is_frame else known


def _statements(text: str, cue: Span, sentence: Span, last: Span | None) -> Iterator[Reported]:
    if cues("en", "according").fullmatch(cue.of(text)):
        yield from _according(text, cue, sentence)
        return
    if cues("en", "nouns", "wills").fullmatch(cue.of(text)) and (found := _noun(text, cue, sentence)):
        yield found
        return
    before = _before(text, cue.start, sentence.start)
    is_noun = before in words("en", "before_nouns") or before.endswith(("’s", "'s"))
    if is_noun or not cues("en", *_KINDS).fullmatch(cue.of(text)):
        return
    yield from _inserted(text, cue, sentence) or _led(text, cue, sentence, last)


def _lead(text: str, sentence: Span, at: int) -> str:
    """What stands before `at` in its sentence, of which a hundred characters tell enough."""
    return text[max(sentence.start, at - _NEAR) : at]


def _before(text: str, at: int, start: int) -> str:
    """The word before, in lower case."""
    found = re.search(r"([\w’'-]+)\s*$", text[max(start, at - 30) : at])
    return found.group(1).lower() if found else ""


def _is_saying(text: str, cue: Span, sentence: Span) -> bool:
    """Whether the cue is a verb in the active voice or a noun, not "the United States", "was rejected"."""
    before = _before(text, cue.start, sentence.start)
    if before in words("en", "be") and _lead(text, sentence, cue.start).lower().split()[-2:][0] == "it":
        return True
    if before in words("en", "be") or before in ("being", "get", "gets", "got", "united"):
        return cue.of(text).lower().endswith("ing") or cues("en", "passive").fullmatch(cue.of(text)) is not None
    if text[cue.start - 1 : cue.start] == "-":
        return False
    return not before.isdigit() and text[cue.end : cue.end + 1] not in ("-", "’", "'")


def _according(text: str, cue: Span, sentence: Span) -> Iterator[Reported]:
    named = after_cue(text, cue.end, sentence.end)
    if named is None:
        return
    speaker = _author(text, named, sentence.end) or named
    lead = _lead(text, sentence, cue.start)
    if len(lead.split()) > _LONGEST_LEAD:
        content = stripped(text, sentence.start, cue.start)
    else:
        comma = text.find(",", speaker.end, sentence.end)
        content = stripped(text, comma + 1, sentence.end) if comma >= 0 else None
    if content:
        yield Reported(content, speaker, cue, "source")


def _author(text: str, document: Span, end: int) -> Span | None:
    """Who made a statement that is cited: "a statement issued by the ministry"; None for another phrase."""
    if words("en", "documents").isdisjoint(document.of(text).lower().split()[-2:]):
        return None
    made = _MADE.match(text, document.end, end)
    return after_cue(text, made.end(), end) if made else None


def _noun(text: str, cue: Span, sentence: Span) -> Reported | None:
    """ "Karaca's claim that the port is sold", "his pledge to leave"."""
    base = max(sentence.start, cue.start - 60)
    owner = _OWNER.search(text[base : cue.start])
    possessed = owner is not None or _before(text, cue.start, sentence.start) in ("his", "her", "its", "their")
    marker = "that" if cues("en", "nouns").fullmatch(cue.of(text)) else ""
    follows = re.compile(r"\s+(that)\s+" if marker else r"\s+(?=(to)\s)").match(text, cue.end, sentence.end)
    if follows is None and possessed:
        follows = re.compile(r"\s+(?=(to)\s)").match(text, cue.end, sentence.end)
    if follows is None or (follows.group(1) == "to" and not possessed):
        return None
    end = content_end(text, follows.end(), sentence.end, held=True)
    content = stripped(text, follows.end(), end)
    speaker = Span(base + owner.start(1), base + owner.end(1)) if owner else None
    return Reported(content, speaker, cue) if content and len(content) >= _NOUN else None


def _inserted(text: str, cue: Span, sentence: Span) -> tuple[Reported, ...]:
    """The clause around ", he said, " or before ", she said" and ", said the envoy, a friend of his"."""
    if not cues("en", "saying", "free", "passive", "holding", "telling").fullmatch(cue.of(text)):
        return ()
    may_invert = not cue.of(text).endswith("ing") and not cues("en", "telling").fullmatch(cue.of(text))
    if may_invert and _lead(text, sentence, cue.start).rstrip().endswith((",", ",”", ',"')):
        speaker = after_cue(text, cue.end, sentence.end)
        if speaker is not None and not _is_clause(text, cue, speaker):
            content = stripped(text, sentence.start, cue.start)
            return (Reported(content, speaker, cue),) if content else ()
    speaker = before_cue(text, sentence.start, cue.start)
    if speaker is None or _lead(text, sentence, speaker.start).rstrip()[-1:] not in tuple(_FRAMES):
        return ()
    tail = _tail(text, cue, sentence)
    if tail is None:
        return ()
    before = stripped(text, sentence.start, speaker.start)
    behind = stripped(text, tail, content_end(text, max(cue.end, tail - 2), sentence.end, held=False))
    return tuple(Reported(content, speaker, cue) for content in (before, behind) if content and len(content) >= _PART)


def _tail(text: str, cue: Span, sentence: Span) -> int | None:
    """Where the inserted ", he said on Monday, " ends; None where a clause follows the cue instead."""
    first = _WORD.search(text, cue.end, sentence.end)
    timed = _LAST_TIME.match(text, cue.end, sentence.end) if first else None
    is_time = timed is not None and first is not None and first.group().lower() in words("en", "prepositions")
    found = _TAIL.match(text, timed.end() if timed and is_time else cue.end, sentence.end)
    return found.end() if found else None


def _is_clause(text: str, cue: Span, speaker: Span) -> bool:
    """Whether what follows the cue is a clause rather than a speaker: ", said the deal was done"."""
    follows = _WORD.search(text, speaker.end)
    adjoins = follows is not None and not text[speaker.end : follows.start()].strip()
    inside = speaker.of(text).lower().split()
    is_verb = follows is not None and adjoins and follows.group().lower() in words("en", "auxiliaries")
    is_verb = is_verb or (adjoins and inside[0] in words("en", "subjects"))
    return is_verb or bool(text[cue.end : speaker.start].strip()) or not words("en", "auxiliaries").isdisjoint(inside)


def _led(text: str, cue: Span, sentence: Span, last: Span | None) -> tuple[Reported, ...]:
    """The clause that the cue leads in, said by the subject before it, or by whoever spoke last in the sentence."""
    start = content_start(text, cue, sentence.end)
    if start is None:
        return ()
    speaker = before_cue(text, sentence.start, cue.start)
    before = _before(text, cue.start, sentence.start)
    joined = before in ("and", "but", "also", "while") or cue.of(text).lower().endswith("ing")
    if joined and (
        speaker is None or _lead(text, sentence, cue.start).rstrip()[-1:] == "," or before in ("and", "but")
    ):
        speaker = last or _opening(text, sentence, cue)
    if speaker is None or _is_of_oneself(text, cue, speaker):
        return ()
    if before in words("en", "be") and speaker.of(text).lower() == "it":
        speaker = None
    held = speaker is not None and (
        speaker.of(text).lower() in words("en", "relatives") or _is_subordinate(text, sentence, speaker)
    )
    content = stripped(text, start, content_end(text, start, sentence.end, held=held))
    if content is None or len(content) < _SHORT:
        return ()
    return (Reported(content, speaker, cue, "clause" if is_clause(text, cue, content) else "phrase"),)


def _is_of_oneself(text: str, cue: Span, speaker: Span) -> bool:
    """Whether a narrator tells what he himself thought or did: "I wanted to leave"."""
    oneself = speaker.of(text).lower() in words("en", "first_persons")
    return oneself and not cues("en", "saying", "telling").fullmatch(cue.of(text))


def _opening(text: str, sentence: Span, cue: Span) -> Span | None:
    """The name or pronoun that opens the sentence."""
    name = _OPENING_NAME.match(text, sentence.start, cue.start)
    return Span(*name.span(1)) if name else None


def _is_subordinate(text: str, sentence: Span, speaker: Span) -> bool:
    """Whether the subject opens a clause such as "When the envoy said …, a man left", "which officials said …"."""
    lead = _lead(text, sentence, speaker.start).lower().split()
    if lead and lead[-1] in words("en", "relatives"):
        return True
    return 0 < len(lead) <= _LONGEST_LEAD and lead[-1] in words("en", "subordinators")
