"""A language's date words and forms, read from data/dates.LANGUAGE.toml and compiled into one pattern."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.article import Language
from communique.tagging.dates.leading import REACH, Leads, beginnings
from communique.tagging.dates.vocabulary import Vocabulary
from communique.tagging.dates.worded_years import year_in_words

Value = int | str
Slots = Mapping[str, Value]

_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_DIGITS = {
    "iso": r"(?:[12]\d{3}-(?:0[1-9]|1[0-2])-|(?:19|20)\d\d(?:0[1-9]|1[0-2]))(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "year": r"(?:1[1-9]|20|21)\d\d(?![\d])",
    "old": r"[1-9]\d\d(?!\d)",
    "short": r"\d\d(?!\d)",
    "first": r"[0-3]?\d",
    "second": r"[0-3]?\d",
    "quarter": r"[1-4](?!\d)",
    "halfnumber": r"[12](?!\d)",
    "monthnumber": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "century": r"1[1-9]|20",
    "tens": r"\d",
    "centurynumber": r"1\d|2[01]|\d",
}
_MIXED = {
    "day": (r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?", ("dayword", "daynumber")),
    "dayth": (r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)", ("dayword",)),
    "num": (r"\d{1,3}(?!\d)", ("num",)),
    "nth": (r"(?:[1-4]\d|5[0-3]|[1-9])(?:st|nd|rd|th|\.|'\w{2,4})", ("nth",)),
    "centuryth": (r"(?:1\d|2[01]|\d)(?:st|nd|rd|th)", ("dayword",)),
}
_FLAGS = ("needs", "capital", "prepositions", "alone", "bare", "proper")
_ABBREVIATION = 4
_ANCHORING = ("month", "weekday", "unit", "season", "today", "holiday", "decadeword", "anchor")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: the reading its words have, and what must hold around it."""

    reading: str
    form: str
    needs: bool = False
    capital: bool = False
    prepositions: bool = False
    alone: bool = False
    bare: bool = False
    proper: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The form, compiled when it is first tried: a text tries few, and all of them take a tenth of a second."""
        return _compiled(self.form)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the tagger knows of one language."""

    rules: tuple[Rule, ...]
    leads: Leads
    vocabulary: Vocabulary
    slots: Mapping[str, Mapping[str, Value]]
    joins: Mapping[str, frozenset[str]]
    designations: Mapping[str, frozenset[str]]
    future: re.Pattern[str]
    past: re.Pattern[str]
    pluperfect: re.Pattern[str] | None
    unlike_future: re.Pattern[str]
    cases: Mapping[str, re.Pattern[str]]
    day_first: bool
    looks_ahead: bool

    def rules_at(self, words: str, start: int) -> Iterator[Rule]:
        """The rules whose form can begin with what stands there, in order."""
        return (self.rules[number] for number in self.leads[words[start : start + REACH]])

    def filled(self, match: re.Match[str]) -> dict[str, Value]:
        """The slots of a form that matched; a slot's second filling is called "day2"."""
        return {name: self._value(name, words) for name, words in match.groupdict().items() if words is not None}

    def _value(self, name: str, words: str) -> Value:
        kind = name.rstrip("23")
        words = " ".join(words.strip(" .").split())
        written = words
        tables = _MIXED.get(kind, ("", (kind,)))[1]
        for table in tables:
            known = self.slots.get(table, {})
            if words in known or (words := words.replace(" ", "-")) in known:
                return known[words]
            words = words.replace("-", " ")
        if kind == "year" and not written[:1].isdigit():
            return year_in_words(written, self.slots["num"], self.slots["scale"])
        number = _NUMBER.match(written)
        return int(number[0]) if number and kind not in ("iso", "sep", "case") else written


def _past(sense: Mapping[str, str]) -> str:
    """The pattern of words that look back, with its own parts filled in."""
    pattern = sense["past"]
    for name, part in sense.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; English for one the tagger does not know."""
    data = read_toml(f"dates.{'tr' if language == 'tr' else 'en'}.toml")
    forms = tuple(_form(entry["form"], data) for entry in data["rules"])
    rules = tuple(_rule(entry, form) for entry, form in zip(data["rules"], forms, strict=True))
    return Lexicon(
        rules=rules,
        leads=Leads(map(beginnings, forms)),
        vocabulary=_vocabulary(data),
        slots=data["slots"],
        joins={name: frozenset(words) for name, words in data["joins"].items()},
        designations={name: frozenset(words) for name, words in data["designations"].items()},
        future=re.compile(rf"(?<!\w)(?:{data['sense']['future']})(?!\w)"),
        past=re.compile(rf"(?<!\w)(?:{_past(data['sense'])})(?!\w)"),
        unlike_future=re.compile(rf"(?<!\w)(?:{data['sense']['unlike_future']})(?!\w)"),
        pluperfect=re.compile(data["sense"]["pluperfect"]) if "pluperfect" in data["sense"] else None,
        cases={name: re.compile(ending) for name, ending in data.get("cases", {}).items()},
        day_first=data["day_first"],
        looks_ahead=data.get("looks_ahead", False),
    )


def _rule(entry: Mapping[str, Any], form: str) -> Rule:
    flags = {name: bool(entry.get(name, False)) for name in _FLAGS}
    return Rule(entry["reading"], form, **flags)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{form})(?!\w)")


def _vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    tables = data["slots"]
    forms = (_SLOT.sub(" ", form) for form in (*(entry["form"] for entry in data["rules"]), *data["macros"].values()))
    known = (word for table in tables.values() for word in table)
    anchors = (word for name in _ANCHORING for word in tables.get(name, ()))
    return Vocabulary((*forms, *known), anchors, inflected="suffix" in data)


def _form(form: str, data: Mapping[str, Any]) -> str:
    for _ in range(2):
        for name, words in data["macros"].items():
            form = form.replace(f"{{{name}}}", words)
    form = form.replace(" ?", " {0,2}").replace(" ", " {1,2}").replace(" {1,2}{0,2}", " {0,2}")
    seen: set[str] = set()
    ending: str = data.get("suffix", "")
    return _SLOT.sub(lambda slot: _group(slot, seen, data), form) + ending


def _group(slot: re.Match[str], seen: set[str], data: Mapping[str, Any]) -> str:
    name = slot[1] + slot[2]
    if name in seen:
        return f"(?:{_slot(slot[1], data)})"
    seen.add(name)
    return f"(?P<{name}>{_slot(slot[1], data)})"


def _slot(name: str, data: Mapping[str, Any]) -> str:
    if name in _DIGITS:
        return _DIGITS[name]
    digits, tables = _MIXED.get(name, ("", (name,)))
    alternatives = tuple(_alternatives(data["slots"], tables))
    if name == "month":
        return "|".join(
            rf"{word}(?:\.(?= {{0,2}}\d))?" if len(word) <= _ABBREVIATION else word for word in alternatives
        )
    return "|".join((*alternatives, digits) if digits else alternatives)


def _alternatives(slots: Mapping[str, Mapping[str, Value]], tables: tuple[str, ...]) -> Iterator[str]:
    words = {word for table in tables for word in slots.get(table, {})}
    for word in sorted(words, key=len, reverse=True):
        yield re.escape(word).replace(r"\ ", " {1,2}").replace(r"\-", "[- ]")
