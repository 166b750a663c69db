"""Whether two written words are one name in two spellings or scripts: Khawaja and Khwaja, Эрдоган and Erdoğan.

A word is read as consonants with the vowels before, between and behind them. Digraphs and letters of one sound are one
consonant (kh and h, q and k, w and v, ş and sh), double letters are single, long vowels short. The consonants must be
the same, but that a last b, d, j may be voiceless; vowels may differ in few places, and only where transcriptions do,
so that Asim is not Asif, nor Hasan Husain. The romanisation is that of `anyascii`; Arabic script has its own rules in
`abjad`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from anyascii import anyascii

from communique.tagging.names.abjad import fits, is_abjad, skeletons, spoken

_LETTERS = str.maketrans({"ş": "sh", "Ş": "sh", "ç": "ch", "Ç": "ch"})
_SOFT_G = str.maketrans({"г": "х", "Г": "Х"})
"""The Cyrillic letter stands for h, too: Гасанов is Hasanov."""
_UMLAUTS = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"sch|sh", "S"),
        (r"tch|tsch|ch", "C"),
        (r"dzh|zh|dj", "j"),
        (r"kha?w(?=[aeiou])", "hv"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"dh", "d"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=[^aeiouy])yu", "u"),
        (r"^abd[aeu][lr]$", "abd"),
        (r"ee|ie(?![aeou])", "i"),
        (r"oo|ou", "u"),
        (r"ae", "e"),
        (r"(?<=[aeiou])h$", ""),
        (r"(?<=[ei])j$", "i"),
        (r"(?<!^)y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_TWO_SOUNDS = re.compile(r"(c(?!h|k)|th)")
_MOST_PIECES = 9
_VOWELS = frozenset("aeiou")
_ALIKE = frozenset(map(frozenset, ("ae", "ei", "ou")))
_CONTRARY = frozenset(map(frozenset, ("ae", "ei")))
_ALIKE_AT_THE_EDGE = frozenset(map(frozenset, ("ou",)))
_ALIKE_AT_THE_HEAD = _ALIKE_AT_THE_EDGE | {frozenset("ae")}
_VOICELESS = str.maketrans({"b": "p", "d": "t", "j": "C"})
_COARSE = str.maketrans({"p": "b", "t": "d", "C": "j", "v": "", "f": "", "y": "", "z": "d"})
_SHORT, _FEW, _MORE = 2, 1, 2
_LONG = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as it is read: its consonants, and the vowels before the first and behind each."""

    consonants: str
    vowels: tuple[str, ...]


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """The ways to read a word, several where a letter has two sounds (c, th); () where it has no letters."""
    written = spoken(word).translate(_LETTERS)
    spellings = dict.fromkeys((written, written.translate(_SOFT_G)))
    latin = (anyascii(spelling).lower() for spelling in spellings)
    return tuple(dict.fromkeys(_reading(form) for spelling in latin for form in _forms(spelling) if form))


def _forms(latin: str) -> Iterator[str]:
    """The sounds of a romanised word: c is read as j or k, before e and i as j or s, and th as t or s."""
    if latin.endswith("ah") and len(latin) >= _LONG:  # "Attiyah" is "Atiyye" in Turkish letters, but "Shah" not "She"
        yield from _forms(f"{latin[:-2]}e")
    pieces = _TWO_SOUNDS.split(latin)
    options = [_options(piece, pieces[at + 1 : at + 2]) for at, piece in enumerate(pieces)]
    for chosen in product(*options[:_MOST_PIECES]):
        form = "".join((*chosen, *pieces[_MOST_PIECES:]))
        for pattern, sound in _SOUNDS:
            form = pattern.sub(sound, form)
        yield form


def _options(piece: str, following: list[str]) -> tuple[str, ...]:
    if piece == "th":
        return "t", "s"
    if piece != "c":
        return (piece,)
    return ("j", "s") if following and following[0][:1] in ("e", "i", "y") else ("j", "k")


def _reading(form: str) -> Reading:
    consonants, vowels = "", [""]
    for letter in form:
        if letter in _VOWELS:
            vowels[-1] += letter
        else:
            consonants += letter
            vowels.append("")
    return Reading(consonants[:-1] + consonants[-1:].translate(_VOICELESS), tuple(vowels))


@lru_cache(maxsize=20_000)
def sounds(word: str) -> frozenset[str]:
    """Coarse keys of a word; words without a common key are not one name."""
    found = skeletons(word) if is_abjad(word) else (reading.consonants for reading in readings(word))
    return frozenset(_coarse(consonants) for consonants in found)


def _coarse(consonants: str) -> str:
    return "".join(dict.fromkeys(consonants.translate(_COARSE)))


@lru_cache(maxsize=20_000)
def is_same_word(one: str, other: str) -> bool:
    """Whether the words are one name in two spellings; each is a single word, without suffix.

    Digits are no matter of spelling: a TB2 is no TB3.
    """
    if _digits(one) != _digits(other):
        return False
    if one.lower() != other.lower() and (one.lower() in _spelt_out(other) or other.lower() in _spelt_out(one)):
        return True
    if is_abjad(one) != is_abjad(other):
        written, latin = (one, other) if is_abjad(one) else (other, one)
        if spoken(written) == written:
            return any(fits(written, reading.consonants, reading.vowels) for reading in readings(latin))
    elif is_abjad(one):
        return bool(set(skeletons(one)) & set(skeletons(other))) and spoken(one) == spoken(other)
    return any(_alike(first, second) for first in readings(one) for second in readings(other))


def _spelt_out(word: str) -> tuple[str, ...]:
    """The word with its umlauts as two letters, where it has any: "Mueller" for "Müller"."""
    spelt = word.lower().translate(_UMLAUTS)
    return () if spelt == word.lower() else (spelt,)


def _digits(word: str) -> list[int]:
    return [unicodedata.digit(letter) for letter in word if letter.isdigit()]


def _alike(one: Reading, other: Reading) -> bool:
    if one.consonants != other.consonants or len(one.vowels) != len(other.vowels):
        return False
    last = len(one.vowels) - 1
    allowed = 0 if last < _SHORT else _FEW if last == _SHORT else _MORE
    used: set[frozenset[str]] = set()
    for at, (mine, theirs) in enumerate(zip(one.vowels, other.vowels, strict=True)):
        if len(mine) != len(theirs):
            return False
        pairs = _ALIKE_AT_THE_HEAD if at == 0 else _ALIKE_AT_THE_EDGE if at == last else _ALIKE
        differing = [frozenset(pair) for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
        allowed -= len(differing)
        used.update(differing)
        if allowed < 0 or any(pair not in pairs for pair in differing):
            return False
    return not used >= _CONTRARY
