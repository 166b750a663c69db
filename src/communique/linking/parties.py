"""Whether two parties are one, across spelling, script, title and language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from communique._resources import read_toml
from communique.source import fold
from communique.tagging.countries import country_code
from communique.tagging.names.coreference import initials
from communique.tagging.names.name_words import parts_of
from communique.tagging.names.spelling import is_same_word
from communique.tagging.names.titles import bare_name
from communique.tagging.suffixes import inflection_of

_SKELETON = str.maketrans({"q": "k", "w": "v", "c": "j", "y": "", "h": "", **dict.fromkeys("aeiou", "")})
_SOUNDS = (("sch", "s"), ("sh", "s"), ("dj", "j"), ("ch", "c"), ("kh", "h"))
_INITIAL = 1
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Party:
    """A member of a group, or a name by itself: the words of its name without title, and what country, body and office
    it is."""

    words: tuple[str, ...] = ()
    acronym: str | None = None
    state: str | None = None
    country: str | None = None
    body: str | None = None
    office: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Coarse keys; two parties that are one have one in common. A state first, then a body, a name, an office."""
        found = (
            self.state,
            f"{self.body}:{self.country}" if self.body and self.country else None,
            skeleton(self.words[-1]) if self.words and not self.state and not self.body else None,
            f"{self.office}:{self.country}" if self.office and self.country else None,
        )
        return tuple(key for key in found if key)


def party_of(member: Mapping[str, Any]) -> Party:
    """The party that a group's member, or a Name by itself, tells of; the values are those of a record's JSON."""
    name, role = (_value(member, field) for field in ("name", "role"))
    return _party(name or _value(member, "value") or "", role or "", _value(member, "country"))


def _value(member: Mapping[str, Any], field: str) -> str | None:
    held = member.get(field)
    found = held.get("value") if isinstance(held, Mapping) else held if field == "value" else None
    return found if isinstance(found, str) else None


@lru_cache(maxsize=50_000)
def _party(name: str, role: str, country: str | None) -> Party:
    state = country_code(name) if name else None
    words = tuple(part.written for part in parts_of(bare_name(name))) if name else ()
    body = sort_of("bodies", name)
    own = country or state or next((code for word in words if (code := country_code(word)) is not None), None)
    short = name.replace(".", "")
    return Party(
        words=words,
        acronym=short.casefold() if short.isupper() and short.isalpha() else None,
        state=state,
        country=own,
        body=body,
        office=sort_of("offices", role),
    )


def same_party(one: Party, other: Party) -> str | None:
    """Why the two are one, in words; None where they are not, or nothing tells that they are."""
    if one.state or other.state:
        return f"the state {one.state}" if one.state == other.state else None
    if one.country and other.country and one.country != other.country:
        return None
    if one.body and one.body == other.body and one.country and other.country:
        return f"the {one.body.replace('_', ' ')} of {one.country}"
    if one.words and other.words:
        return _same_name(one, other)
    if one.office and one.office == other.office and one.country and other.country:
        return f"the {one.office.replace('_', ' ')} of {one.country}"
    return None


def is_organ(one: Party, other: Party) -> bool:
    """Whether one is a state and the other a body of it: who signs for a state is told in either way."""
    state, body = (one, other) if one.state else (other, one)
    return state.state is not None and body.body is not None and body.country == state.state


def _same_name(one: Party, other: Party) -> str | None:
    told = " ".join(one.words if len(one.words) >= len(other.words) else other.words)
    if same_words(one.words, other.words):
        return f"the name {told}"
    if one.acronym == initials(_folded(other)) or other.acronym == initials(_folded(one)):
        return f"the name {told} by its initials" if one.acronym or other.acronym else None
    return None


def _folded(party: Party) -> tuple[str, ...]:
    return tuple(map(fold, party.words))


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of the shorter name are the longer one's, in order and up to spelling.

    Its last word must be the other's last; a given name may be left out or be an initial.
    """
    short, full = sorted((one, other), key=len)
    if not short or not _same_word(short[-1], full[-1]):
        return False
    at = 0
    for word in short[:-1]:
        while at < len(full) - 1 and not _same_given(word, full[at]):
            at += 1
        if at == len(full) - 1:
            return False
        at += 1
    return True


def _same_given(one: str, other: str) -> bool:
    if min(len(one), len(other)) == _INITIAL:
        return fold(one[0]) == fold(other[0])
    return _same_word(one, other)


def _same_word(one: str, other: str) -> bool:
    return fold(one) == fold(other) or is_same_word(one, other)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The word's consonants in Latin letters, each sound once in a row: words that are one name have the same."""
    latin = anyascii(word).lower()
    for written, sound in _SOUNDS:
        latin = latin.replace(written, sound)
    bare = (latin[:1] if latin[:1] in "aeiouh" else "") + latin.translate(_SKELETON)
    return "".join(letter for at, letter in enumerate(bare) if letter != bare[at - 1 : at]) or latin


def sort_of(table: str, text: str) -> str | None:
    """The sort of body or office that the words tell of ("bodies", "offices" of data/linking.toml), or None."""
    return _sort(table, tuple(part.key for part in parts_of(text))) if text else None


@lru_cache(maxsize=20_000)
def _sort(table: str, words: tuple[str, ...]) -> str | None:
    words = tuple(word for word in words if country_code(word) is None)
    near = [found for word in words for found in _phrases(table).get(word[:_BEGINNING], ())]
    return next((sort for _, sort, phrase in sorted(near) if _holds(words, phrase)), None)


@cache
def _phrases(table: str) -> Mapping[str, Sequence[tuple[int, str, tuple[str, ...]]]]:
    """The phrases by the first letters of their first word, each with its sort and that sort's place in the file."""
    found: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for place, (sort, phrases) in enumerate(read_toml("linking.toml")[table].items()):
        for phrase in phrases:
            words = tuple(fold(phrase).split())
            found.setdefault(words[0][:_BEGINNING], []).append((place, sort, words))
    return found


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    ends = range(len(words) - len(phrase) + 1)
    return any(all(_is_form(base, word) for base, word in zip(phrase, words[at:], strict=False)) for at in ends)


def _is_form(base: str, word: str) -> bool:
    return base == word or inflection_of(base, word)
