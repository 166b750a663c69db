"""English reported speech: a cue of saying, its subject, and the clause that gives what was said."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.late_patterns import late
from communique.spans import Span
from communique.tagging.mentions import Told
from communique.tagging.quotes.complements import content_end, content_start, is_clause, stripped
from communique.tagging.quotes.cues import cues, first_words, kinds_of, words
from communique.tagging.quotes.speakers import after_cue
from communique.tagging.quotes.subjects import Saying

_KINDS = ("passive", "saying", "free", "stressing", "telling", "according", "holding", "willing", "treating", "bidding")
_NOUNS, _INSERTED = frozenset({"nouns", "wills"}), frozenset({"saying", "free", "passive", "holding", "telling"})
_PLACES = frozenset({"here", "there"})
_ALOUD = frozenset({"saying", "telling"})
_PASSIVE = ("being", "get", "gets", "got", "united")
_RELATIVE = late(
    r"(?P<who>[A-Z][^,;:“”\"]{2,100}?),\s(?:who|whose|accompanied|flanked|joined|speaking|appearing)\s[^,;:“”\"]{3,120},\s"
)
_NOUN = 12
_FURTHEST_OWNER = 60
_LONGEST_LEAD, _LONGEST_NAME = 3, 5
_SHORT, _PART = 10, 6
_SHORTEST_CLAUSE = 4
_WORD = late(r"[\w’'-]+")
_OPENING_NAME = late(
    r"(?:(?:But|And|Yet|Still|Then|Later)\s+)?"
    r"((?:[A-Z][\w.-]+[’']s\s+(?:[a-z]+\s+){0,2}?(?:ministry|embassy|military|government)\b)"
    r"|(?:(?:The|A|An)\s+)?(?!(?:The|A|An|His|Her|Its)\s)[A-Z][\w’'.-]*(?:\s+(?:of\s+)?[A-Z][\w’'.-]*)*)"
)
_OWNER = late(r"([\w.-]+(?:\s[A-Z][\w.-]*)*)[’']s\s+(?:[\w-]+\s+){0,2}$")
_TAIL = late(r"\s*(?:$|[.;!?”\"]|,\s)")
_HEARD = late(r"\s(?!(?:that|us|me|them|him|her)\b)[^,;:“”\"]{2,60}?\s*(?:[.;!?]\s*$|$)")
"""Whom a sentence's last words tell it: "…, the envoy told reporters in Doha."."""
_MADE = late(r"(?:\s+(?:issued|released|published|posted|shared|made))?\s+(?:by|from|of)(?=\s)")
_THAT, _TO = late(r"\s+(that)\s+"), late(r"\s+(?=(to)\s)")
_FRAMES = tuple(',—–-”"')
_CLOSED = (",", *(f"{mark}{close}" for mark in ",?!" for close in ("”", '"', "''", "’")))
_ANNOUNCED = late(r"\w+\s?:\s?[“\"«‘]")
"""A pronoun that a quote explains, and no clause: "denied it: “Not one has left.”"."""
_QUOTED = tuple('“"‘«')
_LAST_TIME = late(
    r"(?:\s+(?:on|in|at|late|early|last|this|earlier|later|to|during)?\s*[\w’'-]+){0,4}(?=\s*(?:[.,;]|$))"
)


class Reported(NamedTuple):
    """What was said, by whom, with which cue, and how it hangs on that."""

    content: Span
    speaker: Span | None
    cue: Span
    told: Told = "clause"


def cue_words() -> frozenset[str]:
    """The folded first words of the cues: a sentence with none of them reports nothing."""
    return first_words("en", *_KINDS, "nouns", "wills")


def reported_in(text: str, sentence: Span, quoted: Sequence[Span] = ()) -> Iterator[Reported]:
    """The reported clauses of one English sentence, in order of their cues; none begins inside its quoted words."""
    done, last = sentence.start, None
    for match in cues("en", *_KINDS, "nouns", "wills").finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if start < done or any(span.start <= start < span.end for span in quoted):
            continue
        said = Saying(text, Span(start, end), sentence)
        if not _is_saying(said):
            continue
        known = last
        for found in _statements(said, last):
            if _ANNOUNCED.match(text, found.content.start):
                continue
            yield found
            known = found.speaker or known
            done = max(done, found.content.end if found.content.start > start else end)
        is_frame = known is last and "saying" in said.kinds and not said.is_participle
        last = said.subject or last if is_frame else known


def _statements(said: Saying, last: Span | None) -> Iterator[Reported]:
    if "according" in said.kinds:
        yield from _according(said)
        return
    if not said.kinds.isdisjoint(_NOUNS) and (found := _noun(said)):
        yield found
        return
    is_noun = said.before in words("en", "before_nouns") or said.before.endswith(("’s", "'s"))
    if is_noun or said.kinds.isdisjoint(_KINDS):
        return
    yield from _inserted(said) or _led(said, last)


def _is_saying(said: Saying) -> bool:
    """Whether the cue is a verb in the active voice or a noun, not "the United States", "was rejected"."""
    text, cue, before = said.text, said.cue, said.before
    if before in words("en", "be") and said.lead(cue.start).lower().split()[-2:][0] == "it":
        return True
    if said.governor in words("en", "be") or before in _PASSIVE:
        return said.is_participle or "passive" in said.kinds
    if text[cue.start - 1 : cue.start] == "-" or (before in words("en", "documents") and said.word == "posted"):
        return False
    return not before.isdigit() and text[cue.end : cue.end + 1] not in ("-", "’", "'")


def _according(said: Saying) -> Iterator[Reported]:
    text, cue, sentence = said.text, said.cue, said.sentence
    named = after_cue(text, cue.end, sentence.end)
    if named is None:
        return
    speaker = _author(text, named, sentence.end) or named
    if len(said.lead(cue.start).split()) > _LONGEST_LEAD:
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


def _noun(said: Saying) -> Reported | None:
    """ "Karaca's claim that the port is sold", "his pledge to leave"."""
    text, cue, sentence = said.text, said.cue, said.sentence
    base = max(sentence.start, cue.start - _FURTHEST_OWNER)
    owner = _OWNER.search(text[base : cue.start])
    possessed = owner is not None or said.before in ("his", "her", "its", "their")
    follows = (_THAT if "nouns" in said.kinds else _TO).match(text, cue.end, sentence.end)
    if follows is None and possessed:
        follows = _TO.match(text, cue.end, sentence.end)
    if follows is None or (follows.group(1) == "to" and not possessed):
        return None
    end = content_end(text, follows.end(), sentence.end, held=True)
    content = stripped(text, follows.end(), end)
    speaker = Span(base + owner.start(1), base + owner.end(1)) if owner else None
    return Reported(content, speaker, cue) if content and len(content) >= _NOUN else None


def _inserted(said: Saying) -> tuple[Reported, ...]:
    """The clause around ", he said, " or before ", she said" and ", said the envoy, a friend of his"."""
    if said.kinds.isdisjoint(_INSERTED):
        return ()
    text, cue, sentence = said.text, said.cue, said.sentence
    may_invert = not said.is_participle and "telling" not in said.kinds and _with_relative(said) is None
    if may_invert and said.lead(cue.start).rstrip().endswith(_CLOSED):
        speaker = after_cue(text, cue.end, sentence.end)
        if speaker is not None and not _is_clause(text, cue, speaker):
            content = stripped(text, sentence.start, cue.start)
            return (Reported(content, speaker, cue),) if content else ()
    speaker = said.subject
    if speaker is None or said.lead(speaker.start).rstrip()[-1:] not in _FRAMES:
        return ()
    tail = _tail(text, cue, sentence)
    if tail is None:
        return ()
    before = stripped(text, sentence.start, speaker.start)
    behind = stripped(text, tail, content_end(text, max(cue.end, tail - 2), sentence.end, held=False))
    if before is not None and _only_leads(text, before, speaker, quoted=text[tail : tail + 1] in _QUOTED):
        before = None
    behind = None if behind is not None and _is_aside(behind.of(text)) else behind
    return tuple(Reported(content, speaker, cue) for content in (before, behind) if content and len(content) >= _PART)


def _only_leads(text: str, before: Span, speaker: Span, *, quoted: bool) -> bool:
    """Whether the words before ", he said" are none of what was said."""
    is_whose = quoted and _is_whose(text, before, speaker)
    return is_whose or _is_circumstance(before.of(text), quoted=quoted)


def _is_whose(text: str, before: Span, speaker: Span) -> bool:
    """Whether the words are the name of whom the speaker's phrase tells the office: "Ada Kent, head of Delta, said"."""
    said = before.of(text).split()
    return len(said) <= _LONGEST_NAME and all(word[0].isupper() for word in said) and speaker.start > before.end


def _is_circumstance(before: str, *, quoted: bool) -> bool:
    """Whether the words before ", he said" only tell when, where or how he said it: "Addressing a crowd", "In a tweet";
    at any length where it is words in marks that he said."""
    given = before.lower().split()
    if not words("en", "auxiliaries").isdisjoint(given):
        return False
    is_short = quoted or len(given) <= _SHORTEST_CLAUSE
    opens = given[0] in words("en", "prepositions") and is_short
    return opens or given[0].endswith("ing") or (quoted and "asked" in given[:2])


def _is_aside(behind: str) -> bool:
    """Whether the words behind ", he said, " tell how he said it: "without giving details", "citing reports"."""
    first = behind.split(maxsplit=1)[0].lower()
    return first in words("en", "asides") or (first.endswith("ing") and behind[0].islower())


def _with_relative(said: Saying) -> Span | None:
    """The subject that opens the sentence, of whom something is told up to the cue: "Kent, who had flown in, said"."""
    found = _RELATIVE.match(said.text, said.sentence.start, said.cue.start)
    return Span(*found.span("who")) if found and found.end() == said.cue.start else None


def _tail(text: str, cue: Span, sentence: Span) -> int | None:
    """Where the inserted ", he said on Monday, " ends; None where a clause follows the cue instead."""
    if "telling" in kinds_of("en", cue.of(text).lower()) and (hearer := _HEARD.match(text, cue.end, sentence.end)):
        return hearer.end()
    first = _WORD.search(text, cue.end, sentence.end)
    timed = _LAST_TIME.match(text, cue.end, sentence.end) if first else None
    word = first.group().lower() if timed is not None and first is not None else ""
    is_time = word in words("en", "prepositions") or word in _PLACES
    found = _TAIL.match(text, timed.end() if timed and is_time else cue.end, sentence.end)
    return found.end() if found else None


def _is_clause(text: str, cue: Span, speaker: Span) -> bool:
    """Whether what follows the cue is a clause rather than a speaker: ", said the deal was done"."""
    follows = _WORD.search(text, speaker.end)
    adjoins = follows is not None and not text[speaker.end : follows.start()].strip()
    inside = speaker.of(text).lower().split()
    is_verb = follows is not None and adjoins and follows.group().lower() in words("en", "auxiliaries")
    is_verb = is_verb or (len(inside) > 1 and inside[0] in words("en", "subjects"))
    return is_verb or bool(text[cue.end : speaker.start].strip()) or not words("en", "auxiliaries").isdisjoint(inside)


def _led(said: Saying, last: Span | None) -> tuple[Reported, ...]:
    """The clause that the cue leads in, said by the subject before it, or by whoever spoke last in the sentence."""
    text, cue, sentence = said.text, said.cue, said.sentence
    start = content_start(text, said, sentence.end)
    if start is None:
        return ()
    speaker, before = _with_relative(said) or said.subject, said.before
    joined = said.is_participle or before in ("and", "but", "also", "while")
    if joined and (speaker is None or before in ("and", "but") or said.lead(cue.start).rstrip()[-1:] == ","):
        speaker = last or _opening(text, sentence, cue)
    if speaker is None or _is_of_oneself(said, speaker):
        return ()
    if before in words("en", "be") and speaker.of(text).lower() == "it":
        speaker = None
    held = speaker is not None and _is_held(said, speaker)
    content = stripped(text, start, content_end(text, start, sentence.end, held=held))
    if content is None or len(content) < _SHORT:
        return ()
    return (Reported(content, speaker, cue, "clause" if is_clause(said, content) else "phrase"),)


def _is_of_oneself(said: Saying, speaker: Span) -> bool:
    """Whether a narrator tells what he himself thought or did: "I wanted to leave"."""
    oneself = speaker.of(said.text).lower() in words("en", "first_persons")
    return oneself and said.kinds.isdisjoint(_ALOUD)


def _opening(text: str, sentence: Span, cue: Span) -> Span | None:
    """The name or pronoun that opens the sentence."""
    name = _OPENING_NAME.match(text, sentence.start, cue.start)
    return Span(*name.span(1)) if name else None


def _is_held(said: Saying, speaker: Span) -> bool:
    """Whether the subject opens a clause such as "When the envoy said …, a man left", "which officials said …"."""
    if speaker.of(said.text).lower() in words("en", "relatives"):
        return True
    lead = said.lead(speaker.start).lower().split()
    if lead and lead[-1] in words("en", "relatives"):
        return True
    return 0 < len(lead) <= _LONGEST_LEAD and lead[-1] in words("en", "subordinators")
