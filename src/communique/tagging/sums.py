"""A number as it grows: each number word or literal is added by the rule of its class, or ends the number."""

from dataclasses import dataclass, field

from communique.tagging.numerals import Atom

TENS = range(20, 91, 10)
TEN = 10
_HUNDRED, _THOUSAND = 100, 1000
_INFINITE = float("inf")


@dataclass(slots=True)
class Sum:
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
            tens = self.taken[-1].value in TENS or self.taken[-1].text == "on"
            fits = joint == "" and tens and 0 < atom.value < TEN
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
        if joint == "" and len(self.taken) == 1 and self.taken[0].text == "one":
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
