"""Noun phrases around a cue of saying, and the names they stand for."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.quotes.cues import words

_LONGEST = 200
_STEM = 4
_BOUNDARY = re.compile(r"[,;:“”\"«»()—–\n]|(?<=[a-z]{4})[.!?]\s|''|\s-\s")
_WORD = re.compile(r"[^\s,;:]+")
_RELATIVE = re.compile(r"\s*(?:who|which|whose|a|an|the|of|in|age|aged|\d+)\b", re.IGNORECASE)
_PART = re.compile(r"\s*(?:for (?:his|her|its|their) part|in turn|however|meanwhile|too)\s*", re.IGNORECASE)
_ENDS = re.compile(r"[,;:“”\"«»()—–\n]|[.!?](?:\s|$)")
_NAMED_END = re.compile(r"\b(?:Gen|Lt|Col|Maj|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Adm|Capt|Brig|Sgt|St|Jr|U\.S|[A-Z])$")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The phrase without leading conjunctions, trailing adverbs and auxiliaries."""
    found = [Span(*match.span()) for match in _WORD.finditer(text, start, end)]
    while found and found[0].of(text).lower() in words("en", "trimmed_before"):
        found = found[1:]
    while found and (found[-1].of(text).lower() in words("en", "trimmed_after") or found[-1].of(text).endswith("ly")):
        found = found[:-1]
    if not found or len(found) > 14 or found[-1].of(text).lower() in words("en", "not_speakers") - {"it"}:  # noqa: PLR2004 - longer is a clause
        return None
    return found[0].to(found[-1])


def _chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between punctuation, in order."""
    cuts = [match.span() for match in _BOUNDARY.finditer(text, start, end)]
    starts = [start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    return list(zip(starts, ends, strict=True))


def before_cue(text: str, start: int, cue: int) -> Span | None:
    """The subject that ends right before the cue; its clause begins at or after `start`."""
    chunks = _chunks(text, max(start, cue - _LONGEST), cue)
    place = len(chunks) - 1
    while place > 0 and (not text[slice(*chunks[place])].strip() and _PART.fullmatch(text, *chunks[place - 1])):
        place -= 1
        chunks[place] = (chunks[place][0], chunks[place][0])
    if not text[slice(*chunks[place])].strip():
        place -= 1
        if place > 0 and _RELATIVE.match(text, *chunks[place]) and text[chunks[place][0] - 1] == ",":
            place -= 1
    return _trimmed(text, *chunks[place]) if place >= 0 else None


def after_cue(text: str, cue: int, end: int) -> Span | None:
    """The subject that follows the cue: "said Gen. Munir on Monday"."""
    found: list[Span] = []
    for match in _WORD.finditer(text, cue, min(end, cue + _LONGEST)):
        if match.group().lower().rstrip(".") in words("en", "ends") or _ENDS.search(
            text, match.end() if not found else found[-1].end, match.start()
        ):
            break
        closing = _ENDS.search(match.group()) and not _NAMED_END.search(match.group().rstrip("."))
        stripped = len(match.group().rstrip(".!?\"”'’)")) if closing else len(match.group())
        if stripped:
            found.append(Span(match.start(), match.start() + stripped))
        if closing:
            break
    while found and found[-1].of(text).lower() in words("en", "trimmed_after"):
        found.pop()
    return found[0].to(found[-1]) if found else None


def _is_office(phrase: list[str], office: list[str]) -> bool:
    """Whether the words are all of the office's, possessive endings and "baş-" (chief) apart."""
    bare = [*office, *(word.removeprefix("bas") for word in office)]

    def has(word: str) -> bool:
        return any(own.startswith(word[: max(_STEM, len(word) - 1)]) and len(own) <= len(word) + 2 for own in bare)

    return bool(phrase) and all(map(has, phrase))


@dataclass(frozen=True, slots=True)
class Names:
    """The article's names in text order, to look speakers up in."""

    text: str
    mentions: tuple[NameMention, ...]
    starts: tuple[int, ...]
    language: Language

    @classmethod
    def of(cls, text: str, mentions: tuple[NameMention, ...], language: Language) -> "Names":
        """The names, sorted."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
        return cls(text, ordered, tuple(mention.span.start for mention in ordered), language)

    def within(self, span: Span) -> tuple[NameMention, ...]:
        """The persons and bodies that begin inside the span."""
        found = self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
        return tuple(mention for mention in found if mention.kind in ("person", "organisation"))

    def entity(self, speaker: Span | None, back_to: int) -> int | None:
        """The entity of the speaker's phrase, where only one fits; a pronoun looks back to `back_to`."""
        if speaker is None:
            return None
        inside = self.within(speaker)
        phrase = speaker.of(self.text).lower()
        if self.language == "tr" and all(mention.kind != "person" for mention in inside):
            holder = self._by_turkish_office(fold(phrase).split())
            if holder is not None:
                return holder
        persons = {mention.entity for mention in inside if mention.kind == "person"} or {
            mention.entity for mention in inside
        }
        if inside:
            return persons.pop() if len(persons) == 1 else None
        if phrase in words(self.language, "personal"):
            earlier = {
                mention.entity
                for mention in self.within(Span(min(back_to, speaker.start), speaker.start))
                if mention.kind == "person"
            }
            return earlier.pop() if len(earlier) == 1 else None
        return self._by_office(phrase.split()[-1]) if phrase.startswith("the ") else None

    def _by_turkish_office(self, phrase: list[str]) -> int | None:
        """The one person whose office or rank has the words, possessive endings apart: "Bakan", "Savunma Bakanı"."""
        fitting = {
            mention.entity
            for mention in self.mentions
            for part in (mention.title, mention.role)
            if part is not None and _is_office(phrase, fold(part.of(self.text)).split())
        }
        return fitting.pop() if len(fitting) == 1 else None

    def _by_office(self, head: str) -> int | None:
        fitting = {
            mention.entity
            for mention in self.mentions
            if any(
                part is not None and head in part.of(self.text).lower().split()
                for part in (mention.title, mention.role)
            )
        }
        return fitting.pop() if len(fitting) == 1 else None
