"""The language of a text: English, Turkish or another."""

import re
from collections.abc import Sequence
from functools import cache

from lingua import Language as Lingua
from lingua import LanguageDetector, LanguageDetectorBuilder

from communique._resources import read_toml
from communique.article import Language

# The languages told apart: the two that are read, and neighbours in Latin letters that would be taken for them.
_TOLD_APART = (
    Lingua.ENGLISH,
    Lingua.TURKISH,
    Lingua.AZERBAIJANI,
    Lingua.GERMAN,
    Lingua.FRENCH,
    Lingua.SPANISH,
    Lingua.ITALIAN,
    Lingua.DUTCH,
    Lingua.INDONESIAN,
    Lingua.ARABIC,
    Lingua.URDU,
    Lingua.PERSIAN,
    Lingua.RUSSIAN,
)
_TURKIC = (Lingua.TURKISH, Lingua.AZERBAIJANI)
_AZERBAIJANI = frozenset("əqxw")
"""Letters that no Turkish word has."""
_READ: dict[Lingua, Language] = {Lingua.ENGLISH: "en", Lingua.TURKISH: "tr"}
_ENOUGH = 1500
_SAMPLES, _SAMPLE = 3, 150
_CERTAIN = 0.99
_SHORT = 300
_WORD = re.compile(r"[^\W\d_]+")
_SUFFIXED = re.compile(
    r"(?<!\w)[A-ZÇĞİÖŞÜ]\w{2,}['’]"
    r"(?:y?[ıiuüae]|n?[ıiuü]n|[dt][ae]n?|y?l[ae]|n[ıiuüae]|n[dt][ae]n?|l[ıiuü]k?|[dt][ae]ki)(?!\w)"
)
_PREDICATE = re.compile(r"[^\W\d_]+(?:[dt][ıiuü]|m[ıiuü]ş|[ae]c[ae][kğ]|[ıiuü]yor)(?:l[ae]r)?")


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_TOLD_APART).with_low_accuracy_mode().build()


def detect_language(text: str) -> Language:
    """The language of a text by its first 1500 characters; "other" where it has no letters too."""
    head = text[:_ENOUGH]
    found = _of_sample(head) or _detector().detect_language_of(head)
    if len(text) <= _SHORT and found is not None:
        found = _of_small_words(text, found)
    return "other" if found is None else _READ.get(found, "other")


def _of_sample(text: str) -> Lingua | None:
    """The language of the beginning, the middle and the end, in half the time; None where one of them leaves doubt."""
    if len(text) < 2 * _SAMPLES * _SAMPLE:
        return None
    step = (len(text) - _SAMPLE) // (_SAMPLES - 1)
    samples = (text[at : at + _SAMPLE] for at in range(0, _SAMPLES * step, step))
    likeliest = [_detector().compute_language_confidence_values(sample)[0] for sample in samples]
    (language, *others) = {one.language for one in likeliest}
    return None if others or any(one.value < _CERTAIN for one in likeliest) else language


def _of_small_words(text: str, guess: Lingua) -> Lingua:
    """The language of a sentence or two by the words that are no names.

    A guess by letters goes by names, too, which have those of their bearers' languages.
    """
    words = [word for word in _WORD.findall(text) if word.islower()]
    english = _count(words, "english")
    certain = _count(words, "turkish") + len(_SUFFIXED.findall(text))
    turkish = certain + sum(_PREDICATE.fullmatch(word) is not None for word in words)
    shared = _count(words, "english_shared")
    if english > turkish or (guess in _TURKIC and shared > turkish == 0):
        return Lingua.ENGLISH
    is_turkish = turkish > english + shared and (guess == Lingua.ENGLISH or (certain and turkish > 1))
    return Lingua.TURKISH if is_turkish and _AZERBAIJANI.isdisjoint("".join(words)) else guess


def _count(words: Sequence[str], table: str) -> int:
    return sum(word in _small_words(table) for word in words)


@cache
def _small_words(name: str) -> frozenset[str]:
    return frozenset(read_toml("languages.toml")[name])
