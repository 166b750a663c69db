"""The words and digits that numbers are made of: text -> atoms, English and Turkish."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from communique._resources import read_toml
from communique.article import Language
from communique.late_patterns import late
from communique.source import fold
from communique.tagging.literals import LITERAL, VULGAR, value_of
from communique.tagging.word_patterns import any_of

_LETTER = rf"[^\W\d_{''.join(VULGAR)}]"
_TOKEN = late(rf"(?P<word>{_LETTER}+)|(?=[\d.,{''.join(VULGAR)}])(?:{LITERAL})")
_LITERAL = late(rf"(?=[\d.,{''.join(VULGAR)}])(?:{LITERAL})")
_DIGIT = late(rf"[\d{''.join(VULGAR)}]")
_WORDS = late(rf"{_LETTER}+|\d|[{''.join(VULGAR)}]")
_KINDS = ("words", "hundreds", "scales", "plurals", "halves", "plus", "parts", "denominators", "fractions", "couples")
_MARKS = ("point", "over", "sign", "vague", "ordinals")
_FEWEST_LETTERS = 4
_STARTERS = ("words", "hundreds", "scales", "halves", "denominators", "couples", "parts")
_PER_CENT = late(r"(?P<stem>\w{2,})l[ıiuü](?:k|ğ)\w*")
_HEDGED = late(r"(?P<stem>.{2,}?)(?P<ending>[dt][ae]n|n?[ıiuü]n|y?[ae])")


class Atom(NamedTuple):
    """A number word or literal: [start, end), its class in data/numbers.*.toml or "digits", and its value."""

    start: int
    end: int
    kind: str
    value: float
    text: str


def lower(words: str, language: Language) -> str:
    """The words in lower case by the language's rule for dotted and dotless i; lengths are kept."""
    if language == "tr":
        words = words.replace("İ", "i").replace("I", "ı")
    lowered = words.lower()
    if len(lowered) == len(words):
        return lowered
    return "".join(one if len(one := char.lower()) == 1 else char for char in words)


def lexicon(language: Language) -> Mapping[str, Any]:
    """The language's tables of data/numbers.*.toml; English for an unknown one."""
    return read_toml("numbers.tr.toml" if language == "tr" else "numbers.en.toml")


def one_of(words: Iterator[str] | list[str] | Mapping[str, Any]) -> str:
    """A pattern for any of the words, the longest that fits, spaces in them widened."""
    return any_of(words, gap=r"[ \u00a0-]+")


@cache
def _values(language: Language) -> Mapping[str, tuple[str, float]]:
    tables = lexicon(language)
    values = {word: (kind, float(value)) for kind in _KINDS for word, value in tables[kind].items()}
    for word, value in tables["denominators"].items():
        values.setdefault(f"{word}s", ("fractions", float(value)))
    return {**values, **{word: (kind, 0.0) for kind in _MARKS for word in tables["marks"][kind]}}


@cache
def _compound(language: Language) -> re.Pattern[str]:
    """Number words written together, and a scale with its case ending: "onbinaltıyüz", "milyonluk"."""
    tables = lexicon(language)
    if not tables["grammar"]["compounds"]:
        return re.compile(r"(?!)")
    pieces = one_of([*tables["words"], *tables["hundreds"], *tables["scales"]])
    inflected = "|".join(
        rf"{one_of(scales['words'])}(?:{scales['endings']})" for scales in tables["grammar"]["inflected_scales"]
    )
    return re.compile(rf"(?P<pieces>{pieces}+)(?:tl)?|(?P<before>{pieces}*?)(?P<scale>{inflected})")


@cache
def _piece(language: Language) -> re.Pattern[str]:
    tables = lexicon(language)
    return re.compile(one_of([*tables["words"], *tables["hundreds"], *tables["scales"]]))


@cache
def _openings(language: Language) -> frozenset[str]:
    tables = lexicon(language)
    return frozenset(word[:2] for kind in ("words", "hundreds", "scales") for word in tables[kind])


@cache
def _starters(language: Language) -> frozenset[str]:
    tables = lexicon(language)
    words = (word for kind in _STARTERS for word in tables[kind])
    return frozenset((*words, *"0123456789", *VULGAR))


@cache
def _cues(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:daha\s+)?{one_of(lexicon(language)['grammar']['hedges'])}")


@cache
def _vague(language: Language) -> re.Pattern[str]:
    return re.compile(lexicon(language)["grammar"]["vague_endings"])


def _inflected(words: str, start: int, end: int, language: Language) -> Iterator[Atom]:
    """The atoms of a word that is no entry itself: written together, or with an ending before "fazla", "yakın"."""
    word, values = words[start:end], _values(language)
    if match := _compound(language).fullmatch(word):
        end = start + (match.end("pieces") if match["pieces"] else match.end())
        for piece in _piece(language).finditer(match["pieces"] or match.group()):
            yield Atom(start, end, *values[piece.group()], piece.group())
    elif (match := _PER_CENT.fullmatch(word)) and match["stem"] in values and words.endswith("yüzde ", 0, start):
        yield Atom(start, start + len(match["stem"]), *values[match["stem"]], match["stem"])
    elif _vague(language).fullmatch(word):
        yield Atom(start, end, "vague", 0.0, word)
    elif (match := _HEDGED.fullmatch(word)) and _cues(language).match(words, end):
        stem = match["stem"]
        for piece in _piece(language).finditer(stem) if _compound(language).fullmatch(stem) else ():
            yield Atom(start, start + len(stem), *values[piece.group()], piece.group())


def _share(words: str, start: int, end: int, language: Language) -> Iterator[Atom]:
    """The number at the beginning of a word after "üçte": "ikisi", "birini"."""
    match = re.compile(lexicon(language)["grammar"]["share"]).fullmatch(words, start, end)
    if match and match["stem"] in _values(language):
        yield Atom(start, end, *_values(language)[match["stem"]], match["stem"])


def _is_abbreviated(words: str, start: int) -> bool:
    """Whether a word stands right after the dot of an abbreviation: "E.ON"."""
    return words[start - 1 : start] == "." and words[start - 2 : start - 1].isalpha()


@cache
def _folded_starters(language: Language) -> frozenset[str]:
    return frozenset(map(fold, _starters(language)))


def may_hold_numbers(text: str, keys: frozenset[str] | None, language: Language) -> bool:
    """Whether a number may stand in a sentence of these folded words: a cheap look before each word is read.

    In Turkish a number may be written as one word, with an ending: there every sentence may hold one.
    """
    if keys is None or language == "tr" or not keys.isdisjoint(_folded_starters(language)):
        return True
    return _DIGIT.search(text) is not None


def atoms_of(text: str, language: Language) -> Iterator[Atom]:
    """The number words and literals of the text, in order; those glued to letters only after a currency's code."""
    words, inflects = lower(text, language), language == "tr"
    values, openings, thousands = _values(language), _openings(language), lexicon(language)["grammar"]["thousands"]
    last, pattern = "", _TOKEN
    if not inflects:
        found = frozenset(_WORDS.findall(words))
        if found.isdisjoint(_starters(language)):
            return
        pattern = _LITERAL if found.isdisjoint(values) else _TOKEN
    for match in pattern.finditer(words):
        start, end = match.span()
        if match.lastgroup == "word":
            word = match.group()
            if (known := values.get(word)) and not _is_abbreviated(words, start):
                yield Atom(start, end, *known, word)
                last = known[0]
            elif inflects:
                if last == "parts":
                    yield from _share(words, start, end, language)
                elif word[:2] in openings and end - start >= _FEWEST_LETTERS:
                    yield from _inflected(words, start, end, language)
                last = ""
        elif (value := value_of(match.group(), match.lastgroup or "", thousands)) is not None:
            last = "digits"
            yield Atom(start, end, last, value, text[start:end])
