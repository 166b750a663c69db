"""The subject of an English word of saying: past its asides, and of the first of several verbs."""

from functools import cached_property

from communique.late_patterns import late
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words as office_words
from communique.tagging.quotes.cues import first_words, kinds_of, words
from communique.tagging.quotes.speakers import after_cue

_LONGEST = 200
_LONGEST_SUBJECT = 14
_BOUNDARY = late(r"[,;:“”\"«»()—–\n]|(?<=[a-z]{4})[.!?]\s|''|\s-\s")
_IN_BRACKETS = late(r"(?<=[\w’'])\s*\([^()\n]*\)\s+\Z")
_LONGEST_SHORT = 60
_WORD = late(r"[^\s,;:]+")
_AJAR = (",", "—", "–", "(", ")", " - ")
_WHEN = late(r"\s*(?:on|late|early|earlier|last|this|yesterday|today)(?:\s+(?:[A-Z][a-z]+day|[a-z]+|\d+)){0,4}\s*")
_JOINED = late(r"(?:^|\s)(?:and|but|then)(?:\s+(?:also|then|later|afterwards|\w+ly))*\s*$")
_OPENING = late(
    r"\s*(?:(?:But|And|Yet|Still|Then|Later)\s+)?"
    r"((?:[A-Z][\w.-]+[’']s\s+(?:[a-z]+\s+){0,3}?(?:ministry|army|navy|government|military|embassy|office|police|agency)"
    r"|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:(?:The|A|An|His|Her|Its)\s+)?(?!(?:The|A|An|His|Her|Its)\s)[A-Z][\w’'.-]*(?:\s+(?:(?:of|al-|bin|the)\s+)?[A-Z][\w’'.-]*)*))\b"
)

_Chunk = tuple[int, int]
_BEFORE = late(r"([\w’'-]+)\s*\Z")
_DESCRIBED = late(
    r"\s*((?:[Tt]he|An?|His|Her|Its)\s+(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    r"(?=\s+(?:[a-z]{2,}ed|met|held|also|has|had|was|is|were|are|will|made|took|gave|came|went|left|told|said|says|spoke|wrote|saw|sent|led|won|lost"
    r"|found|built|brought|sought|began|became|kept|put|set|ran|can|could|may|would|should|does|did|who)\s)"
)
_INVERTED = late(r"\s*(?:said|says|added|adds|stated|noted)\s+(?=[A-Z]|the\s)")
_CLAUSE = late(r"\s([a-z]+)\s+that\s")
_NAMELESS = late(
    r",?\s(?:who|whose|speaking|on condition of|asking|requesting|insisting)\s"
    r"[^,;]*?\b(?:anonym\w+|named?|identified|quoted|cited)\b"
)
"""What a source asks for itself, as part of its phrase: "an official who asked not to be named"."""
_NEAR, _LEAD = 30, 100
_ADVERBS = late(r"(?:\s+(?:also|still|now|both|all|later|then|again|not|already|\w{3,}ly))+\s*\Z")
_OPENING_TIME = late(
    r"(?:(?:(?:Earlier|Later|Late|Early)\s+)?[Oo]n\s+|\s*(?=[A-Z][a-z]{2,8}\.?\s\d))(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)\s+(?=[A-Z]|the\s)"
)
_PAIR = 2


class Saying:
    """A word of saying in its sentence, in lower case and with its kinds; what rules ask of it is found once."""

    def __init__(self, text: str, cue: Span, sentence: Span) -> None:
        self.text, self.cue, self.sentence = text, cue, sentence
        self.word = cue.of(text).lower()
        self.kinds = kinds_of("en", self.word)
        self.before = _word_before(text, max(sentence.start, cue.start - _NEAR), cue.start)
        """The word before, in lower case."""

    @cached_property
    def subject(self) -> Span | None:
        """The subject that ends right before it."""
        return before_cue(self.text, self.sentence.start, self.cue.start)

    @cached_property
    def governor(self) -> str:
        """The word before, adverbs apart: "are" of "are also expected"."""
        said = _ADVERBS.sub("", self.lead(self.cue.start)).split()
        return said[-1].lower() if said else ""

    @property
    def is_participle(self) -> bool:
        """Whether it ends in "-ing"."""
        return self.word.endswith("ing")

    def lead(self, at: int) -> str:
        """What stands before `at` in its sentence, of which a hundred characters tell enough."""
        return self.text[max(self.sentence.start, at - _LEAD) : at]


def _word_before(text: str, start: int, end: int) -> str:
    found = _BEFORE.search(text[start:end])
    return found.group(1).lower() if found else ""


def before_cue(text: str, start: int, cue: int) -> Span | None:
    """The subject that ends right before the cue; its clause begins at or after `start`."""
    cue = _before_bracket(text, start, cue)
    chunks = _chunks(text, max(start, cue - _LONGEST), cue)
    place = _closed(text, chunks)
    if place < 0:
        return None
    if _JOINED.search(text[slice(*chunks[place])]):
        return _of_first_verb(text, start, chunks[: place + 1])
    return _trimmed(text, *chunks[_past_asides(text, chunks, place)])


def _before_bracket(text: str, start: int, cue: int) -> int:
    """Where the subject ends whose short form stands in brackets right before the cue: "the agency (DMI) said"."""
    if not text[max(start, cue - _LONGEST_SHORT) : cue].rstrip().endswith(")"):
        return cue
    short = _IN_BRACKETS.search(text, max(start, cue - _LONGEST_SHORT), cue)
    return cue if short is None else short.start()


def _chunks(text: str, start: int, end: int) -> list[_Chunk]:
    """The stretches between punctuation, in order."""
    cuts = [match.span() for match in _BOUNDARY.finditer(text, start, end)]
    starts = [start, *(cut[1] for cut in cuts)]
    ends = [*(cut[0] for cut in cuts), end]
    return list(zip(starts, ends, strict=True))


def _closed(text: str, chunks: list[_Chunk]) -> int:
    """The number of the last chunk with words of its own, a time of saying apart: "the envoy, on Friday, said"."""
    place = len(chunks) - 1
    while place > 0 and _is_ajar(text, chunks[place]) and _WHEN.fullmatch(text, *chunks[place]):
        place -= 1
    return place if text[slice(*chunks[place])].strip() else place - 1


def _past_asides(text: str, chunks: list[_Chunk], place: int) -> int:
    """The number of the subject's chunk: before "himself a general", "asked about it" where a comma closes those."""
    if place == len(chunks) - 1:
        return place
    back = place
    while back > 0 and _is_ajar(text, chunks[back]) and _is_aside(text, chunks[back]):
        back -= 1
        if _is_named(text, chunks[back]):
            break
    return back if _is_subject(text, chunks[back]) else place


def _is_ajar(text: str, chunk: _Chunk) -> bool:
    """Whether the chunk follows a comma, dash or bracket of its own clause."""
    return text[: chunk[0]].endswith(_AJAR, max(0, chunk[0] - 3))


def _is_aside(text: str, chunk: _Chunk) -> bool:
    first = _WORD.search(text, *chunk)
    if first is None or text[chunk[0] - 1] == "(":
        return True
    if first.group().lower() in office_words("heads", "modifiers") and not _has_name_behind(text, chunk):
        return True
    word = first.group()
    return word[0].islower() and (word == "who" or word not in words("en", "subjects"))


def _has_name_behind(text: str, chunk: _Chunk) -> bool:
    """Whether the office in the chunk ends with a name: "Minister Ada Kent", not "Head of the Harbour Board"."""
    before, last = text[slice(*chunk)].split()[-_PAIR:] if " " in text[slice(*chunk)].strip() else ("", "")
    plain = office_words("bodies", "modifiers", "firms", "abstract", "links", "function")
    return last[:1].isupper() and fold(last) not in plain | office_words("heads") and fold(before) not in plain


def _is_named(text: str, chunk: _Chunk) -> bool:
    """Whether the chunk is an article and a name, which asides explain: "the Air Office (AO) - its press arm -"."""
    said = text[slice(*chunk)].split()
    return bool(said) and said[0].lower() in words("en", "articles") and any(word[0].isupper() for word in said[1:])


def _is_subject(text: str, chunk: _Chunk) -> bool:
    first = _WORD.search(text, *chunk)
    if first is None:
        return False
    word = first.group().lower()
    leads = word in words("en", "prepositions") or word in words("en", "subordinators")
    return not leads and not word.endswith("ing")


def _of_first_verb(text: str, start: int, chunks: list[_Chunk]) -> Span | None:
    """The subject of "the envoy thanked his hosts and" before the second verb's cue."""
    for chunk in reversed(chunks):
        if _WORD.search(_JOINED.sub("", text[slice(*chunk)])) is None:
            continue
        if inverted := _INVERTED.match(text, *chunk):
            return after_cue(text, inverted.end(), chunk[1])
        opening = _OPENING.match(text, *chunk) or _DESCRIBED.match(text, *chunk)
        if opening is None:
            return before_cue(text, start, chunk[0]) if _is_ajar(text, chunk) else None
        return Span(*opening.span(1))
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The phrase without leading conjunctions, trailing adverbs and auxiliaries."""
    time = _OPENING_TIME.match(text, start, end)
    end = _before_clause(text, start, end)
    found = list(_WORD.finditer(text, time.end() if time else start, end))
    first, last = 0, len(found)
    leading, trailing = words("en", "trimmed_before"), words("en", "trimmed_after")
    while first < last and found[first].group().lower() in leading:
        first += 1
    while first < last and (found[last - 1].group().lower() in trailing or found[last - 1].group().endswith("ly")):
        last -= 1
    if not 0 < last - first <= _LONGEST_SUBJECT or _is_no_speaker(found[last - 1].group().lower()):
        return None
    return Span(found[first].start(), found[last - 1].end())


def _before_clause(text: str, start: int, end: int) -> int:
    """Where the subject ends before a verb of its own: "the envoy stressed that the port is open", adding."""
    nameless = _NAMELESS.search(text, start, end)
    end = nameless.start() if nameless else end
    said = first_words("en", "saying", "telling", "stressing")
    return next((found.start() for found in _CLAUSE.finditer(text, start, end) if found[1] in said), end)


def _is_no_speaker(word: str) -> bool:
    return word != "it" and word in words("en", "not_speakers")
