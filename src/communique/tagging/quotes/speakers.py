"""Noun phrases around a cue of saying, and the names they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.article import Language
from communique.late_patterns import late
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words as office_words
from communique.tagging.mentions import NameMention
from communique.tagging.quotes.cues import first_words, words

_LONGEST = 200
_STEM = 4
_WORD = late(r"[^\s,;:]+")
_ENDS = late(r"[,;:“”\"«»()—–\n]|[.!?](?:\s|$)")
_TOLD_OF = late(r",\s(?:who|whose|which|accompanied|flanked|joined|speaking|standing|appearing)\s", re.IGNORECASE)
"""What begins a part of the phrase in which others are named: "Kent, accompanied by Ferro,"."""
_OF_WHOM = late(
    r"[’']s?\s(?:[\w-]+\s){0,3}?"
    r"(?:office|spokes\w+|lawyers?|aides?|advis[eo]rs?|staff|team|press|deputy|wife|son|brother|father|party|government|ministry)\b"
)
"""What makes a name that of the one for whom another speaks: "the President's office said"."""
_OFFICE_OF = late(r"the\s([\w-]+)\sof\s")
"""An office by its body, which itself says nothing: "the commander of the air force said"."""
_OF_BODY = late(r"[’']s\s[A-Z]")
"""What makes a body the owner of another, which speaks: "the League's Harbour Office said"."""
_JOINED = late(r"\s(?:and|as\swell\sas)\s(?:[Tt]he\s)?")
_NOBODY = -1
_PAIR = 2
_LINKS = ("the", "of", "for", "and")
_NAMED_END = late(r"\b(?:Gen|Lt|Col|Maj|Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Adm|Capt|Brig|Sgt|St|Jr|U\.S|[A-Z])$")


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
    found = found[: _second_verb(text, found)]
    while found and found[-1].of(text).lower() in words("en", "trimmed_after"):
        found.pop()
    is_topic = bool(found) and found[0].of(text) == "of"  # "…, said of the sale"
    return found[0].to(found[-1]) if found and not is_topic else None


def _second_verb(text: str, found: list[Span]) -> int:
    """Where "and" leads on to another word of saying: "said Kent and added that"."""
    said = [span.of(text).lower() for span in found]
    known = first_words("en", "saying", "telling", "stressing")
    ands = (place for place in range(1, len(said) - 1) if said[place] == "and" and said[place + 1] in known)
    return next(ands, len(said))


def _is_form(word: str, own: str) -> bool:
    bare = own.removeprefix("bas")
    return bare.startswith(word[: max(_STEM, len(word) - 1)]) and len(bare) <= len(word) + 2


def _is_office(phrase: Sequence[str], office: Sequence[str]) -> bool:
    """Whether the words are all of the office's, possessive endings and "baş-" (chief) apart."""
    bare = [*office, *(word.removeprefix("bas") for word in office)]

    def has(word: str) -> bool:
        return any(_is_form(word, own) for own in bare)

    return bool(phrase) and all(map(has, phrase)) and _is_form(phrase[-1], office[-1])


@dataclass(frozen=True, slots=True)
class Names:
    """The article's names in text order, to look speakers up in."""

    text: str
    mentions: tuple[NameMention, ...]
    starts: tuple[int, ...]
    language: Language
    offices: tuple[tuple[NameMention, list[frozenset[str]]], ...]
    holders: Mapping[tuple[str, ...], set[int]]
    """The entities that have a title or an office, by its folded words."""

    @classmethod
    def of(cls, text: str, mentions: tuple[NameMention, ...], language: Language) -> "Names":
        """The names, sorted."""
        ordered = tuple(sorted(mentions, key=lambda mention: mention.span))
        starts = tuple(mention.span.start for mention in ordered)
        offices = tuple(_with_offices(text, ordered))
        return cls(text, ordered, starts, language, offices, _holders(text, ordered) if language == "tr" else {})

    def within(self, span: Span) -> tuple[NameMention, ...]:
        """The persons and bodies that begin inside the span."""
        found = self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
        return tuple(mention for mention in found if mention.kind in ("person", "organisation"))

    def hold(self, cue: Span) -> bool:
        """Whether the verb of saying is a part of somebody's name: "Salim bin Said"."""
        at = bisect_right(self.starts, cue.start) - 1
        return at >= 0 and self.mentions[at].span.contains(cue) and self.mentions[at].span != cue

    def entity(self, speaker: Span | None, back_to: int) -> int | None:
        """The entity of the speaker's phrase, where only one fits; a pronoun looks back to `back_to`."""
        if speaker is None:
            return None
        inside = self.within(speaker)
        phrase = speaker.of(self.text).lower()
        if all(mention.kind != "person" for mention in inside):
            holder = self._by_office_of(phrase, speaker.start, back_to)
            if holder is not None:
                return None if holder == _NOBODY else holder
        persons = self._subjects(inside, speaker)
        if inside:
            return persons.pop() if len(persons) == 1 else None
        if self.language == "en" and phrase == "who":
            return self._antecedent(speaker)
        if phrase in words(self.language, "personal"):
            earlier = {
                mention.entity
                for mention in self.within(Span(min(back_to, speaker.start), speaker.start))
                if mention.kind == "person"
            }
            return earlier.pop() if len(earlier) == 1 else None
        return self._by_office(phrase.split()[1:], speaker.start, back_to) if phrase.startswith("the ") else None

    def _by_office_of(self, phrase: str, at: int, back_to: int) -> int | None:
        """The bearer of an office told with its body, -1 where nobody is known for it; None for other phrases."""
        if self.language == "tr":
            return self._by_turkish_office(fold(phrase).split())
        office = _OFFICE_OF.match(phrase) if self.language == "en" else None
        if office is None or office[1] not in office_words("heads"):
            return None
        holder = self._by_office([word for word in phrase.split() if word not in _LINKS], at, back_to)
        return _NOBODY if holder is None else holder

    def _subjects(self, inside: tuple[NameMention, ...], speaker: Span) -> set[int]:
        """The persons named in a speaker's phrase, else its bodies; of "Kent, accompanied by Ferro" Kent alone, and the
        first of two who say it together."""
        persons = [mention for mention in inside if mention.kind == "person"]
        is_alone = (
            bool(persons) and self.language == "en" and _TOLD_OF.match(self.text, persons[0].span.end, speaker.end)
        )
        whose = [mention for mention in persons if _OF_WHOM.match(self.text, mention.span.end, speaker.end)]
        if whose and not is_alone:
            persons = [mention for mention in persons if mention not in whose]
            inside = tuple(mention for mention in inside if mention not in whose)
        if is_alone or self._are_joint(persons):
            return {persons[0].entity}
        bodies = [one for one in inside if not _OF_BODY.match(self.text, one.span.end, speaker.end)]
        return {mention.entity for mention in persons or bodies or inside}

    def _are_joint(self, persons: Sequence[NameMention]) -> bool:
        """Whether two say it together, who are no end of a row: "Kent and Governor Ferro said"."""
        if len(persons) != _PAIR or self.language != "en" or self.text[: persons[0].begin].endswith(", "):
            return False
        return _JOINED.fullmatch(self.text, persons[0].span.end, persons[1].begin) is not None

    def _antecedent(self, relative: Span) -> int | None:
        """Whom "who" follows: "the envoy met Ada Kent, who said"."""
        before = self.mentions[: bisect_left(self.starts, relative.start)][-1:]
        adjoins = before and not self.text[before[0].span.end : relative.start].strip(" ,")
        return before[0].entity if adjoins else None

    def _by_turkish_office(self, phrase: list[str]) -> int | None:
        """The one person whose office or rank has the words, possessive endings apart: "Bakan", "Savunma Bakanı"."""
        fitting = set[int]().union(*(bearers for office, bearers in self.holders.items() if _is_office(phrase, office)))
        return fitting.pop() if len(fitting) == 1 else None

    def _by_office(self, phrase: list[str], at: int, back_to: int) -> int | None:
        """The one person whose office or rank has all the words; of several the one named in the paragraph before."""
        asked = frozenset(phrase)
        fitting = [mention for mention, offices in self.offices if any(asked <= office for office in offices)]
        for start in (0, back_to, self.text.rfind("\n", 0, at) + 1):
            known = {mention.entity for mention in fitting if start == 0 or start <= mention.span.start < at}
            if len(known) == 1:
                return known.pop()
        return None


def _with_offices(text: str, mentions: Iterable[NameMention]) -> Iterator[tuple[NameMention, list[frozenset[str]]]]:
    """The names that stand with a title or an office, each with the words of those."""
    for mention in mentions:
        parts = [frozenset(part.of(text).lower().split()) for part in (mention.title, mention.role) if part is not None]
        if mention.role is not None and mention.organisation is not None:
            parts.append(parts[-1] | frozenset(mention.organisation.of(text).lower().split()))
        if parts:
            yield mention, parts


def _holders(text: str, mentions: Iterable[NameMention]) -> Mapping[tuple[str, ...], set[int]]:
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for mention in mentions:
        for part in (mention.title, mention.role):
            if part is not None:
                found[tuple(fold(part.of(text)).split())].add(mention.entity)
    return found
