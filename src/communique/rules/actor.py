"""A body, firm or state as a noun phrase of a sentence."""

from dataclasses import dataclass

from communique.drafts import Proposed
from communique.rules.slots import Bearing
from communique.tagging.names import is_trading


@dataclass(frozen=True, slots=True)
class Actor:
    """A body, firm or state of a sentence with the words that name it; `code` is its country."""

    value: dict[str, Proposed]
    bearing: Bearing
    key: tuple[str, object]
    code: str | None

    @property
    def is_firm(self) -> bool:
        """Whether it trades: no state and no part of one."""
        name = self.value.get("name")
        if self.key[0] in ("country", "firms"):
            return self.key[0] == "firms"
        return name is not None and (self.is_referred or is_trading(name.text))

    @property
    def is_referred(self) -> bool:
        """Whether words stand for its name: "the company"."""
        name = self.value.get("name")
        return name is not None and name.rule == "coreference"

    @property
    def is_hidden(self) -> bool:
        """Whether no tagger knows it."""
        return self.key[0] == "run"

    @property
    def is_deciding(self) -> bool:
        """Whether a body of the state decides for it: "ABD Dışişleri Bakanlığı", which tells of its approval itself."""
        country = self.value.get("country")
        span = None if country is None else country.span
        return self.key[0] == "country" and span is not None and len(span) < len(self.bearing.phrase)

    def is_short_for(self, other: "Actor") -> bool:
        """Whether its name is the beginning of the other's: "Kestrel" of "Kestrel Aviation"."""
        names = [actor.value.get("name") for actor in (self, other)]
        texts = [name.text.split() for name in names if name is not None]
        return len(texts) == len(names) and texts[1][: len(texts[0])] == texts[0]

    @property
    def begin(self) -> int:
        """Where its noun phrase begins."""
        return self.bearing.phrase.start
