"""The grammar of numbers: a row of number words and literals -> values ("two and a half million", "üçte iki")."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from communique.article import Language
from communique.tagging.numerals import Atom, lexicon

_LONGEST_GAP = 9
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_TENS = range(20, 91, 10)
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Reading:
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
    words = " ".join(between.replace("-", " ").split()).lower()
    return words if words in _joints(language) else None


@dataclass(slots=True)
class _Sum:
    """A number as it grows, atom by atom: `whole` up to the last scale word, `part` since."""

    whole: float = 0.0
    part: float | None = None
    room: float = _INFINITE
    scale: float = 1.0
    taken: list[Atom] = field(default_factory=list)

    @property
    def value(self) -> float:
        """The value so far."""
        return self.whole + (self.part or 0.0)

    @property
    def last(self) -> str:
        """The last atom's kind."""
        return self.taken[-1].kind if self.taken else ""

    def take(self, atom: Atom, joint: str) -> bool:
        """Whether the atom goes on with the number; then it is added."""
        rule = getattr(self, f"_{atom.kind}", None)
        added = rule is not None and bool(rule(atom, joint))
        if added:
            self.taken.append(atom)
        return added

    def _digits(self, atom: Atom, joint: str) -> bool:
        is_next = self.last == "scales" and joint == "" and atom.value < self.room and atom.text.isdigit()
        is_rest = self.last == "hundreds" and 0 < atom.value < _HUNDRED and self.taken[0].kind == "digits"
        if self.taken and not is_next and not is_rest:
            return False
        self.part = (self.part or 0.0) + atom.value
        return True

    def _words(self, atom: Atom, joint: str) -> bool:
        if self.part is None:
            fits = not self.taken or (self.last == "scales" and atom.value < self.room)
            fits = fits and (joint != "and" or self.taken[0].kind != "digits" or self.room <= _THOUSAND)
        elif self.last == "words":
            tens = self.taken[-1].value in _TENS or self.taken[-1].text == "on"
            fits = joint == "" and tens and 0 < atom.value < _TEN
        else:
            fits = self.last == "hundreds" and self.taken[-1].value == _HUNDRED and atom.value < _HUNDRED
        if fits:
            self.part = (self.part or 0.0) + atom.value
        return fits

    def _hundreds(self, atom: Atom, joint: str) -> bool:
        part = self.part
        if part is None or self.last in ("halves", "fractions", "denominators"):
            if self.last not in ("", "scales", "halves", "fractions", "denominators"):
                return False
            if (self.taken and joint not in ("", "a", "of a")) or self.room <= _HUNDRED:
                return False
            self.part = (part or 1.0) * atom.value
            return True
        return not joint and self.last in ("words", "digits", "hundreds") and self._multiplied(part, atom)

    def _multiplied(self, part: float, atom: Atom) -> bool:
        """Multiplies what stands before a hundred or a dozen."""
        below = part % _THOUSAND
        if self.last == "hundreds" and (atom.value == _HUNDRED or part >= _THOUSAND):
            return False
        if self.last == "words" and atom.value == _HUNDRED and below > _HUNDRED:
            return False
        self.part = part - below + below * atom.value
        return True

    def _plurals(self, atom: Atom, joint: str) -> bool:
        if not self.taken or joint:
            return False
        if atom.value < _THOUSAND:
            return self._hundreds(atom, joint)
        return self._scales(atom, joint)

    def _scales(self, atom: Atom, joint: str) -> bool:
        halved = self.last in ("halves", "fractions", "denominators")
        if joint and not (halved and joint in ("a", "an", "of a", "of an")):
            return False
        if self.part is None and self.taken:
            if atom.value <= self.taken[-1].value or self.taken[-1].kind != "scales":
                return False
            self.whole *= atom.value
        elif atom.value < self.room:
            self.whole += (1.0 if self.part is None else self.part) * atom.value
        elif atom.value > self.room and (self.room == _THOUSAND or self.taken[0].kind == "words"):
            self.whole = self.value * atom.value
        else:
            return False
        self.part, self.room, self.scale = None, atom.value, atom.value
        return True

    def _halves(self, atom: Atom, joint: str) -> bool:
        if not self.taken:
            self.part = atom.value
            return True
        return joint in ("and a", "and one") and self.added(atom.value)

    def _plus(self, atom: Atom, joint: str) -> bool:
        return bool(self.taken) and joint == "" and self.added(atom.value)

    def _denominators(self, atom: Atom, joint: str) -> bool:
        """ "third" after "one", "a third" at the beginning, "and a quarter" at the end."""
        if not self.taken:
            self.part = 1 / atom.value
            return True
        if joint.startswith("and a"):
            return self.added(1 / atom.value)
        if joint or self.taken[-1].text != "one" or len(self.taken) > 1:
            return False
        self.part = 1 / atom.value
        return True

    def _fractions(self, atom: Atom, joint: str) -> bool:
        """ "thirds" after "two"."""
        fits = not joint and self.last in ("words", "hundreds", "digits")
        if fits:
            self.whole, self.part = 0.0, self.value / atom.value
        return fits

    def _couples(self, atom: Atom, _joint: str) -> bool:
        self.part = atom.value
        return not self.taken

    def added(self, fraction: float) -> bool:
        """Adds a fraction to what stands before it; after a scale word, of that scale."""
        if self.last == "scales":
            self.whole += fraction * self.taken[-1].value
        else:
            self.part = (self.part or 0.0) + fraction
        return True


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

    def cardinal(self, at: int) -> tuple[_Sum, int]:
        """The number that begins at `at`, and where it ends."""
        total, place = _Sum(), at
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

    def _fraction(self, total: _Sum, at: int, joint: str) -> int | None:
        """The place after "two thirds" joined to a number by "and", or after "twenty-fifths" below one."""
        if not total.taken or self.kind(at) != "words" or self.joint(at + 1) != "":
            return None
        above, below = self.atoms[at], self.atoms[at + 1]
        if joint == "and" and below.kind in ("fractions", "denominators"):
            if below.kind == "denominators" and above.value != 1:
                return None
            total.added(above.value / below.value)
        elif (
            joint == "" and above.value in _TENS and below.kind in ("fractions", "denominators") and below.value < _TEN
        ):
            ones = total.last == "words" and total.value < _TENS[0]
            if not ones or (below.kind == "denominators" and total.value != 1):
                return None
            total.part = total.value / (above.value + below.value)
        else:
            return None
        total.taken += [above, below._replace(kind="fractions")]
        return at + 2

    def _decimals(self, total: _Sum, at: int, joint: str) -> int | None:
        """The place after "point zero five", whose digits are added."""
        if not total.taken or joint or self.kind(at) != "point" or total.part is None:
            return None
        digits, place = "", at + 1
        while self.joint(place) == "" and self.kind(place) in ("words", "digits"):
            atom = self.atoms[place]
            ones = (
                self.joint(place + 1) == "" and self.kind(place + 1) == "words" and self.atoms[place + 1].value < _TEN
            )
            if atom.value in _TENS and ones and self.atoms[place + 1].value:
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
        negative = self.kind(at) == "sign" and self.joint(at + 1) == ""
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
        ordinal = ordinal and total.value % _TEN == 0
        atoms = self.atoms[first : end + ordinal]
        sign = self.atoms[at].start
        return Reading(atoms, value, total.scale, ordinal=ordinal, negative=negative, sign=sign), end + ordinal

    def _share(self, at: int) -> tuple[Reading | None, int]:
        """ "üçte iki": the part of the whole."""
        whole, part = self.atoms[at], self.atoms[at + 1]
        if part.kind not in ("words", "digits") or not 0 < part.value < whole.value:
            return None, at + 1
        return Reading((whole, part), part.value / whole.value, share=True), at + 2

    def _divided(self, total: _Sum, end: int) -> tuple[float, int]:
        """The value, divided where "over" or "bölü" and another number follow."""
        if self.kind(end) != "over" or self.joint(end) != "" or self.joint(end + 1) != "":
            return total.value, end
        divisor, after = self.cardinal(end + 1)
        if not divisor.taken or not divisor.value or not self._divides(total, divisor):
            return total.value, end
        return total.value / divisor.value, after

    def _divides(self, total: _Sum, divisor: _Sum) -> bool:
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
