"""Turkish case, possessive, plural and copula suffixes on names: taken off with and without an apostrophe.

A suffix chain is read from the left as number, possessive, case and copula, with vowel harmony against the stem and
the buffers y, n and s; a stem's last consonant may be softened (p/b, ç/c, t/d, k/ğ).
"""

from functools import lru_cache

from communique.article import Language
from communique.late_patterns import late
from communique.source import fold

APOSTROPHES = "'’‘`´ʼ′＇"
_SPLIT = late(f"[{APOSTROPHES}]")
_LONGEST_CHAIN = 16
_SHORTEST_STEM = 2
_LONGEST_WORD = 60
_LOWER = str.maketrans({"I": "ı", "İ": "i", "Â": "a", "â": "a", "Î": "i", "î": "i", "Û": "u", "û": "u"})
_VOWELS = "aeıioöuü"
_BACK = "aıou"
_ROUND = "oöuü"
_HARD = "fstkçşhp"
_SOFTENED = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}
_STRONG = 3
_HIGH = "ıiuü"
_SHORTEST_CHANGED = 3
_TWO = 2

_I, _A, _D = "[ıiuü]", "[ae]", "[dt]"
_NUMBER = f"l{_A}r"
_DERIVED = f"l{_I}|s{_I}z|l{_I}k|c{_A}"
_POSSESSIVE = f"{_I}m{_I}z|{_I}n{_I}z|m{_I}z|n{_I}z|s{_I}|{_I}m|{_I}n|{_I}|m"
_CASE = f"n{_I}n|{_I}n|[yn]{_I}|{_I}|[yn]{_A}|{_A}|n?{_D}{_A}n|n?{_D}{_A}ki|n?{_D}{_A}|y?l{_A}|{_I}m|nc{_A}|c{_A}"
_COPULA = f"{_D}{_I}r|y?{_D}{_I}|y?m{_I}ş|ys{_A}|yken|ken|ki"
_CHAIN = late(f"(?:{_DERIVED})?(?:{_NUMBER})?(?:{_POSSESSIVE})?(?:{_CASE})?(?:{_NUMBER})?(?:{_CASE})?(?:{_COPULA})?")

_LOCATIVE_KI = late(f"{_D}{_A}ki$")


def _lower(word: str) -> str:
    return word.translate(_LOWER).lower()


def _last_vowel(stem: str) -> str:
    return next((letter for letter in reversed(stem) if letter in _VOWELS), "")


def _harmonises(before: str, vowel: str) -> bool:
    """Whether `vowel` may follow `before`: front after front, back after back; rounding only in the high vowels."""
    if (before in _BACK) != (vowel in _BACK):
        return False
    return vowel in "ae" or (vowel in _ROUND) == (before in _ROUND)


def _joins(stem: str, suffix: str) -> bool:
    """Whether the buffers and the voicing at the seam are those of Turkish."""
    ends_in_vowel, first = stem[-1] in _VOWELS, suffix[0]
    if first in _VOWELS:
        return not ends_in_vowel
    if first in "ysn":
        return ends_in_vowel or suffix in ("yken",)
    if first in "dt":
        return (first == "t") == (stem[-1] in _HARD)
    return True


def _is_chain(stem: str, suffix: str, *, strict: bool) -> bool:
    """Whether `suffix` (lower case) is a chain of Turkish suffixes that fits the stem; loosely after an apostrophe."""
    if len(suffix) > _LONGEST_CHAIN or not _CHAIN.fullmatch(suffix):
        return False
    if not strict:
        return True
    return _in_harmony(_last_vowel(stem), suffix) and _joins(stem, suffix)


def _in_harmony(before: str, suffix: str) -> bool:
    """Whether each vowel of the suffix may follow the one before it; "ki" after a locative is always "ki"."""
    for at, letter in enumerate(suffix):
        if letter not in _VOWELS:
            continue
        if not _LOCATIVE_KI.search(suffix, 0, at + 1) and not _harmonises(before, letter):
            return False
        before = letter
    return True


def _has_vowel(stem: str) -> bool:
    return any(letter in _VOWELS for letter in stem)


def _splits(word: str) -> list[tuple[str, str]]:
    """The stems and suffixes a word without apostrophe can be cut into, the longest stem first."""
    lower = _lower(word)
    cuts = range(len(word) - 1, max(_SHORTEST_STEM, len(word) - _LONGEST_CHAIN) - 1, -1)
    return [
        (word[:cut], lower[cut:])
        for cut in cuts
        if _has_vowel(lower[:cut]) and _is_chain(lower[:cut], lower[cut:], strict=True)
    ]


def _hardened(stem: str, suffix: str) -> tuple[str, ...]:
    """The stem, and before a vowel the stem with its last consonant hardened ("Zonguldağ" gives "Zonguldak")."""
    hard = _SOFTENED.get(_lower(stem[-1:]))
    if hard is None or suffix[:1] not in _VOWELS:
        return (stem,)
    return (stem, stem[:-1] + (hard.upper() if stem[-1].isupper() else hard))


def split_apostrophe(token: str) -> tuple[str, str]:
    """The parts before and after the token's last apostrophe between letters; without one the second is ""."""
    for match in reversed(list(_SPLIT.finditer(token))):
        if match.start() and token[match.end() : match.end() + 1].isalpha():
            return token[: match.start()], token[match.end() :]
    return token.rstrip(APOSTROPHES) or token, ""


def _rank(token: str, split: tuple[str, str]) -> tuple[int, int]:
    """Best first: the word itself before short endings, the shortest long ending before the word."""
    stem, suffix = split
    strong = len(suffix) >= _STRONG and len(stem) > _STRONG
    return (0 if strong else 1 if stem == token else 2, -len(suffix) if strong else len(suffix))


@lru_cache(maxsize=20_000)
def base_forms(token: str, language: Language) -> tuple[str, ...]:
    """The base forms `token` may be an inflection of, in its own letters, the likeliest first; () for "".

    In English only a possessive "'s" comes off.
    """
    if not token:
        return ()
    stem, suffix = split_apostrophe(token)
    if language == "en":
        return (stem,) if _lower(suffix) in ("", "s") else (token,)
    if len(token) > _LONGEST_WORD:
        return (token,)
    splits = [(stem, ""), *_splits(stem)]
    if not suffix:
        splits.sort(key=lambda split: _rank(stem, split))
    lower = _lower(suffix)
    found = [form for head, tail in splits for form in _hardened(head, tail or (lower if head == stem else ""))]
    return tuple(dict.fromkeys(found if not suffix or _is_chain(stem, lower, strict=False) else [*found, token]))


def _folded_tail(base: str, token: str) -> str | None:
    """What `token` adds to `base`, in lower case and after hardening; None where it does not begin with it."""
    lower_base, lower = _lower(base), _lower(token)
    if lower.startswith(lower_base):
        return lower[len(lower_base) :]
    tail = lower[len(lower_base) :]
    if len(lower) > len(lower_base) and _SOFTENED.get(lower[len(lower_base) - 1]) == lower_base[-1]:
        return tail if lower[: len(lower_base) - 1] == lower_base[:-1] and tail[0] in _VOWELS else None
    return tail if fold(lower[: len(lower_base)]) == fold(lower_base) else None


def _changed_stem(base: str, token: str) -> bool:
    """Whether `token` is `base` with a vowel suffix that drops its last vowel (nehir, nehri) or doubles the last
    consonant of its one syllable (hak, hakkı)."""
    base, token = _lower(base), _lower(token)
    if len(base) < _SHORTEST_CHANGED or base[-1] in _VOWELS or base[-2] not in _VOWELS:
        return False
    syllables = sum(letter in _VOWELS for letter in base)
    if syllables == 1:
        stem = base + base[-1]
    elif syllables == _TWO and base[-2] in _HIGH and base[-3] not in _VOWELS:
        stem = base[:-2] + base[-1]
    else:
        return False
    tail = token[len(stem) :]
    return token.startswith(stem) and tail[:1] in tuple(_VOWELS) and _is_chain(base, tail, strict=True)


def inflection_of_folded(base: str, token: str) -> bool:
    """As `inflection_of`, of folded words: their vowels tell no harmony ("uçağı" is "ucagi", "araçlık" "araclik")."""
    if inflection_of(base, token):
        return True
    tail = _folded_tail(base, token) if base and token else None
    return bool(tail) and _has_vowel(base) and _is_chain(base, tail or "", strict=False) and _joins(base, tail or "")


def inflection_of(base: str, token: str) -> bool:
    """Whether `token` is the name `base` itself or a Turkish inflection of it, with or without apostrophe."""
    if not base or not token:
        return False
    stem, suffix = split_apostrophe(token)
    if suffix and not _is_chain(stem, _lower(suffix), strict=False):
        return fold(base) == fold(token)
    tail = _folded_tail(base, stem)
    if tail == "" or (tail and _has_vowel(_lower(base)) and _is_chain(_lower(base), tail, strict=True)):
        return True
    return _changed_stem(base, stem)
