"""A language's date words and forms, read from data/dates.LANGUAGE.toml and compiled into one pattern."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.article import Language

Value = int | str
Slots = Mapping[str, Value]

_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_DIGITS = {
    "iso": r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
    "year": r"(?:1[1-9]|20|21)\d\d(?![\d])",
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
    "nth": (r"[1-5](?:st|nd|rd|th|\.|'\w{2,4})", ("nth",)),
}
_ABBREVIATION = 4
_ANCHORING = ("month", "weekday", "unit", "season", "today", "holiday", "decadeword", "anchor")
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 3
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Rule:
    """One form: the reading its words have, and what must hold around it."""

    reading: str
    needs: bool
    capital: bool
    prepositions: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the tagger knows of one language."""

    rules: tuple[Rule, ...]
    pattern: re.Pattern[str]
    groups: tuple[tuple[tuple[int, str], ...], ...]
    anchors: re.Pattern[str]
    starts: re.Pattern[str]
    slots: Mapping[str, Mapping[str, Value]]
    joins: Mapping[str, frozenset[str]]
    designations: Mapping[str, frozenset[str]]
    future: re.Pattern[str]
    past: re.Pattern[str]
    cases: Mapping[str, re.Pattern[str]]
    day_first: bool
    looks_ahead: bool

    def filled(self, match: re.Match[str]) -> tuple[Rule, dict[str, Value]]:
        """The rule that matched and its slots; a slot's second filling is called "day2"."""
        number = int(str(match.lastgroup)[1:])
        groups = ((name, match[group]) for group, name in self.groups[number])
        return self.rules[number], {name: self._value(name, words) for name, words in groups if words is not None}

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
        number = _NUMBER.match(written)
        return int(number[0]) if number and kind not in ("iso", "sep", "case") else written


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; English for one the tagger does not know."""
    data = read_toml(f"dates.{'tr' if language == 'tr' else 'en'}.toml")
    pattern = _compiled(data)
    return Lexicon(
        rules=tuple(_rule(entry) for entry in data["rules"]),
        pattern=pattern,
        groups=tuple(_groups(pattern, f"r{number}_") for number in range(len(data["rules"]))),
        anchors=_anchored(data["slots"]),
        starts=_starting(data),
        slots=data["slots"],
        joins={name: frozenset(words) for name, words in data["joins"].items()},
        designations={name: frozenset(words) for name, words in data["designations"].items()},
        future=re.compile(rf"(?<!\w)(?:{data['sense']['future']})(?!\w)"),
        past=re.compile(rf"(?<!\w)(?:{data['sense']['past']})(?!\w)"),
        cases={name: re.compile(ending) for name, ending in data.get("cases", {}).items()},
        day_first=data["day_first"],
        looks_ahead=data.get("looks_ahead", False),
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    flags = {name: bool(entry.get(name, False)) for name in ("needs", "capital", "prepositions", "alone")}
    return Rule(entry["reading"], **flags)


def _compiled(data: Mapping[str, Any]) -> re.Pattern[str]:
    forms = (_form(number, entry["form"], data) for number, entry in enumerate(data["rules"]))
    return re.compile(rf"(?<![\w$€£₺#.,/])(?!(?<=\w-)\d)(?:{'|'.join(forms)})(?!\w)")


def _groups(pattern: re.Pattern[str], prefix: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (group, name.removeprefix(prefix)) for name, group in pattern.groupindex.items() if name.startswith(prefix)
    )


def _anchored(slots: Mapping[str, Mapping[str, Value]]) -> re.Pattern[str]:
    """The words of which every form has at least one, so that text without them is passed over."""
    words = "|".join(_alternatives(slots, _ANCHORING))
    return re.compile(rf"(?<![^\W\d_])(?:\d|(?:{words}))")


def _starting(data: Mapping[str, Any]) -> re.Pattern[str]:
    """The words a form may begin with, as prefixes: a text's other words are passed over."""
    forms = " ".join([*(entry["form"] for entry in data["rules"]), *data["macros"].values()])
    words = set(_LETTERS.findall(_SLOT.sub(" ", forms)))
    words |= {word for table in data["slots"].values() for entry in table for word in _LETTERS.findall(entry)[:1]}
    exact = "|".join(sorted(word for word in words if len(word) < _SHORT))
    prefixes = "|".join(sorted((word for word in words if len(word) >= _SHORT), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:[\d']|(?:{prefixes})|(?:{exact})(?![^\W\d_]))")


def _form(number: int, form: str, data: Mapping[str, Any]) -> str:
    for _ in range(2):
        for name, words in data["macros"].items():
            form = form.replace(f"{{{name}}}", words)
    form = form.replace("(?P<sep>", f"(?P<r{number}_sep>").replace("(?P=sep)", f"(?P=r{number}_sep)")
    form = form.replace(" ?", " {0,2}").replace(" ", " {1,2}").replace(" {1,2}{0,2}", " {0,2}")
    seen: set[str] = set()
    filled = _SLOT.sub(lambda slot: _group(slot, number, seen, data), form)
    ending = data.get("suffix", "").replace("(?P<case>", f"(?P<r{number}_case>")
    return f"(?P<r{number}>{filled}{ending})"


def _group(slot: re.Match[str], number: int, seen: set[str], data: Mapping[str, Any]) -> str:
    name = slot[1] + slot[2]
    if name in seen:
        return f"(?:{_slot(slot[1], data)})"
    seen.add(name)
    return f"(?P<r{number}_{name}>{_slot(slot[1], data)})"


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
