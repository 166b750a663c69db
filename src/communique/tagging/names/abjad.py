"""Names in Arabic script, where short vowels are not written: what the letters leave open, a Latin spelling may fill.

Written vowels must be there in the Latin word, unwritten ones may be at most one letter between two consonants. Common
names whose vowels tell them from others (Muhammad from Mahmud) are read as `data/spelling.toml` gives them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from communique._resources import read_toml
from communique.source import fold

_ABJAD = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_ARTICLE = "ال"
_CONSONANTS = {
    **dict.fromkeys("بپ", "b"), **dict.fromkeys("تطٹ", "t"), **dict.fromkeys("سصث", "s"), **dict.fromkeys("جچ", "j"),
    **dict.fromkeys("دڈ", "d"), **dict.fromkeys("زظ", "z"), **dict.fromkeys("رڑ", "r"), **dict.fromkeys("هہھحخ", "h"),
    **dict.fromkeys("قكک", "k"), **dict.fromkeys("نں", "n"), **dict.fromkeys("غگ", "g"),
    "ش": "S", "ژ": "j", "ف": "f", "ل": "l", "م": "m",
}  # fmt: skip
_VOWELS = {
    **dict.fromkeys("اآأإىٱ", "a"), **dict.fromkeys("وؤ", "u"), **dict.fromkeys("يیئےې", "i"), "ة": "a",
}  # fmt: skip
_TWO = {"ذ": "zd", "ض": "zd"}
_GLIDES = {"و": "v", "ي": "y", "ی": "y"}
_ANY = "?"
_SILENT = "عء"
_LIKE = {"a": "ae", "u": "uov", "i": "iey", _ANY: "aeiou"}
_LATIN = str.maketrans({"p": "b", "C": "j"})
_LAST = str.maketrans({"d": "t"})
_TWO_VOWELS = 2


def is_abjad(word: str) -> bool:
    """Whether the word is in Arabic script."""
    return _ABJAD.search(word) is not None


@cache
def _read() -> Mapping[str, str]:
    table: Mapping[str, str] = read_toml("spelling.toml")["read"]
    return {fold(written): read for written, read in table.items()}


def spoken(word: str) -> str:
    """The word in Latin letters where it is a common name whose vowels are known; otherwise the word."""
    return _read().get(fold(word), word) if is_abjad(word) else word


@lru_cache(maxsize=5_000)
def _spellings(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The word's consonants with the vowels written before the first and behind each; with and without article."""
    bare = fold(word)
    forms = [bare, bare.removeprefix(_ARTICLE)] if bare.startswith(_ARTICLE) else [bare]
    return tuple(_spelling(form, first) for form in forms if form for first in (0, 1))


def _spelling(form: str, reading: int) -> tuple[str, tuple[str, ...]]:
    consonants, vowels = "", [""]
    for at, letter in enumerate(form):
        before, after = form[at - 1 : at] if at else "", form[at + 1 : at + 2]
        if letter in _SILENT:
            vowels[-1] += _ANY if not before and after not in _VOWELS else ""
        elif letter in _VOWELS and (before or letter not in _GLIDES):
            vowels[-1] += _ANY if not before and letter != "آ" else _VOWELS[letter]
        elif letter in "هہ" and before and not after:
            vowels[-1] += "" if before in "اآ" else "a"
        else:
            consonants += _consonant(letter, reading)
            vowels.append("")
    return consonants, tuple(vowels)


def _consonant(letter: str, reading: int) -> str:
    return _GLIDES.get(letter) or _TWO.get(letter, ("", ""))[reading] or _CONSONANTS.get(letter, "")


def skeletons(word: str) -> Iterator[str]:
    """The consonants of the word in each of its readings."""
    return (consonants for consonants, _ in _spellings(word))


def fits(written: str, consonants: str, vowels: tuple[str, ...]) -> bool:
    """Whether a Latin word, given as consonants and vowels, may be what stands in Arabic script."""
    return any(
        _ends_alike(mine.translate(_LATIN), latin) and len(slots) == len(theirs) and _all_fill(slots, theirs)
        for mine, slots in _spellings(written)
        for latin, theirs in _latin(consonants, vowels)
    )


def _ends_alike(one: str, other: str) -> bool:
    return one[:-1] == other[:-1] and one[-1:].translate(_LAST) == other[-1:].translate(_LAST)


def _all_fill(slots: Sequence[str], theirs: Sequence[str]) -> bool:
    last = len(slots) - 1
    return all(_fills(here, there, last=at == last) for at, (here, there) in enumerate(zip(slots, theirs, strict=True)))


def _latin(consonants: str, vowels: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """The Latin word as Arabic letters can tell it: v is written as f or as the vowel u, p as b."""
    for sound in ("f", ""):
        letters, slots = "", [vowels[0]]
        for at, letter in enumerate(consonants):
            if letter == "v" and at and not sound:
                slots[-1] += "v" + vowels[at + 1]
            else:
                letters += (sound or letter) if letter == "v" else letter
                slots.append(vowels[at + 1])
        yield letters.translate(_LATIN), slots


def _fills(written: str, said: str, *, last: bool) -> bool:
    """Whether the written vowels stand in the spoken ones in order, with at most one more, none more at the end."""
    rest = iter(said)
    if not all(any(letter in _LIKE[vowel] for letter in rest) for vowel in written):
        return False
    if not written:
        return len(said) < (1 if last else _TWO_VOWELS)
    return len(said) - len(written) < _TWO_VOWELS
