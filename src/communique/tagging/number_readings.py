"""The grammar of numbers: a row of number words and literals -> values ("two and a half million", "üçte iki")."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.article import Language
from communique.tagging.numerals import Atom, lexicon
from communique.tagging.sums import TEN, TENS, Sum

_LONGEST_GAP = 9


class Reading(NamedTuple):
    """What a row of atoms was read as; `sign` is where a minus word before it stands, `share` marks "üçte iki"."""

    atoms: tuple[Atom, ...]
    value: float
    scale: float = 1.0
    ordinal: bool = False
    negative: bool = False
    sign: int = 0
    share: bool = False


@cache
def _joints(language: Language) -> frozenset[str]:
    return frozenset(lexicon(language)["grammar"]["joints"])


def _joint(text: str, one: Atom, other: Atom, language: Language) -> str | None:
    """What joins two atoms: "" for a space or a hyphen, "and", "a", or None where they belong to different numbers."""
    if one.end == other.end or (one.end == other.start and one.kind == "digits" and other.kind == "scales"):
        return ""
    between = text[one.end : other.start]
    if not between or len(between) > _LONGEST_GAP or "\n\n" in between:
        return None
    words = "" if between == " " else " ".join(between.replace("-", " ").split()).lower()
    return words if words in _joints(language) else None


class _Reader:
    """Reads one number after another."""

    def __init__(self, text: str, atoms: tuple[Atom, ...], language: Language) -> None:
        self.text, self.atoms, self.language = text, atoms, language

    def joint(self, at: int) -> str | None:
        """What joins the atom before `at` with the one at `at`."""
        if not 0 < at < len(self.atoms):
            return None
        return _joint(self.text, self.atoms[at - 1], self.atoms[at], self.language)

    def kind(self, at: int) -> str:
        """The kind of the atom at `at`."""
        return self.atoms[at].kind if at < len(self.atoms) else ""

    def cardinal(self, at: int) -> tuple[Sum, int]:
        """The number that begins at `at`, and where it ends."""
        total, place = Sum(), at
        while place < len(self.atoms):
            joint = self.joint(place) if total.taken else ""
            if joint is None:
                break
            after = self._fraction(total, place, joint) or self._decimals(total, place, joint)
            if after is None and total.take(self.atoms[place], joint):
                after = place + 1
            if after is None:
                break
            place = after
        return total, place

    def _fraction(self, total: Sum, at: int, joint: str) -> int | None:
        """The place after "two thirds" joined to a number by "and", or after "twenty-fifths" below one."""
        if not total.taken or self.kind(at) != "words" or self.joint(at + 1) != "":
            return None
        above, below = self.atoms[at], self.atoms[at + 1]
        if joint == "and" and below.kind in ("fractions", "denominators"):
            if below.kind == "denominators" and above.value != 1:
                return None
            total.added(above.value / below.value)
        elif joint == "" and above.value in TENS and below.kind in ("fractions", "denominators") and below.value < TEN:
            ones = total.last == "words" and total.value < TENS[0]
            if not ones or (below.kind == "denominators" and total.value != 1):
                return None
            total.part = total.value / (above.value + below.value)
        else:
            return None
        total.taken += [above, below._replace(kind="fractions")]
        return at + 2

    def _decimals(self, total: Sum, at: int, joint: str) -> int | None:
        """The place after "point zero five", whose digits are added."""
        if not total.taken or joint or self.kind(at) != "point" or total.part is None:
            return None
        digits, place = "", at + 1
        while self.joint(place) == "" and self.kind(place) in ("words", "digits"):
            atom = self.atoms[place]
            ones = self.joint(place + 1) == "" and self.kind(place + 1) == "words" and self.atoms[place + 1].value < TEN
            if atom.value in TENS and ones and self.atoms[place + 1].value:
                atom, place = self.atoms[place + 1]._replace(value=atom.value + self.atoms[place + 1].value), place + 1
            digits += atom.text if atom.kind == "digits" else str(int(atom.value))
            place += 1
        if not digits.isdigit():
            return None
        total.added(float(f"0.{digits}"))
        total.taken.append(self.atoms[place - 1])
        return place

    def reading(self, at: int) -> tuple[Reading | None, int]:
        """The number at `at` with its sign, and where the next may begin."""
        negative = self.kind(at) == "sign" and self.joint(at + 1) == "" and not self._is_either_way(at)
        first = at + 1 if negative else at
        if self.kind(first) == "parts" and self.joint(first + 1) == "":
            return self._share(first)
        total, end = self.cardinal(first)
        if not total.taken:
            return None, max(first, at + 1) if first > at else at + 1
        joined = self.joint(end) == ""
        if joined and self.kind(end) == "vague":
            return None, end + 1
        value, end = self._divided(total, end)
        ordinal = joined and self.kind(end) in ("ordinals", "denominators") and total.last in ("words", "hundreds")
        ordinal = ordinal and total.value % TEN == 0
        atoms = self.atoms[first : end + ordinal]
        sign = self.atoms[at].start
        return Reading(atoms, value, total.scale, ordinal=ordinal, negative=negative, sign=sign), end + ordinal

    def _is_either_way(self, at: int) -> bool:
        """Whether the minus is that of "plus or minus"."""
        return self.text[max(0, self.atoms[at].start - 8) : self.atoms[at].start].lower().endswith("plus or ")

    def _share(self, at: int) -> tuple[Reading | None, int]:
        """ "üçte iki": the part of the whole."""
        whole, part = self.atoms[at], self.atoms[at + 1]
        if part.kind not in ("words", "digits") or not 0 < part.value < whole.value:
            return None, at + 1
        return Reading((whole, part), part.value / whole.value, share=True), at + 2

    def _divided(self, total: Sum, end: int) -> tuple[float, int]:
        """The value, divided where "over" or "bölü" and another number follow."""
        if self.kind(end) != "over" or self.joint(end) != "" or self.joint(end + 1) != "":
            return total.value, end
        divisor, after = self.cardinal(end + 1)
        if not divisor.taken or not divisor.value or not self._divides(total, divisor):
            return total.value, end
        return total.value / divisor.value, after

    def _divides(self, total: Sum, divisor: Sum) -> bool:
        if self.language == "tr":
            return True
        following = self.text[divisor.taken[-1].end :][:2].strip()
        return total.value == 1 and not following[:1].isalpha()


def read(text: str, atoms: tuple[Atom, ...], language: Language) -> Iterator[Reading]:
    """The numbers of a text's atoms, in order."""
    reader, at = _Reader(text, atoms, language), 0
    while at < len(atoms):
        reading, at = reader.reading(at)
        if reading is not None:
            yield reading
