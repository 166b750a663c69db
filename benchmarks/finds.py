"""What a tool finds, in one form for all tools: spans of the text with comparable values."""

from dataclasses import dataclass
from datetime import date

Days = tuple[date | None, date | None]  # first and last day; None for an open end


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression and its readings, any of which may be meant.

    `point`: the tool gives a moment without saying how long it is, so that any day of a gold period is right.
    `last_terms`: readings of a range that end where its last term begins.
    """

    start: int
    end: int
    readings: tuple[Days, ...]
    point: bool = False
    last_terms: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount; `kind` is money, percent, other or, of a tool that does not say, an empty string."""

    start: int
    end: int
    value: float
    kind: str = ""
    maximum: float | None = None
    currency: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Quoted or reported words, and the words that name who said them."""

    start: int
    end: int
    direct: bool
    speaker: str | None = None
