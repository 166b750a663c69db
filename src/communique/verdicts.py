"""What a check says of a value, and what is done about it."""

import json
from enum import StrEnum
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.spans import Span


class Verdict(StrEnum):
    """The first that holds, in this order."""

    SUPPORTED = "supported"
    """The article says it; the span gives where."""
    INFERRED = "inferred"
    """Derived by a named rule from words of the article ("on Friday" and the publication date)."""
    AMBIGUOUS = "ambiguous"
    """Two referents are left; all are listed."""
    MISPLACED = "misplaced"
    """It stands in the article, but not where the event does, or only in boilerplate."""
    CONTRADICTED = "contradicted"
    """The article has a rival at the same slot that differs in a hard token; `found` shows it."""
    NOT_FOUND = "not_found"
    """The article does not say it."""

    @property
    def asserted(self) -> bool:
        """Whether a value with this verdict may be asserted."""
        return self in (Verdict.SUPPORTED, Verdict.INFERRED)


class Tier(StrEnum):
    """The weakest step that was needed to find the words, strongest first; for values verbatim, equal and ellipsis."""

    VERBATIM = "verbatim"
    TYPOGRAPHY = "typography"
    CASE = "case"
    ACCENT = "accent"
    TITLE = "title"
    SUFFIX = "suffix"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"
    EQUAL = "equal"
    ELLIPSIS = "ellipsis"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _RANKS[self]


_RANKS = {tier: rank for rank, tier in enumerate(Tier)}


class Check(BaseModel):
    """The verdict on one proposed value.

    `path` is an RFC 6901 pointer into `event`; a refused list item has "/participants/-". `proposed` is what the model
    gave, `value` what it was read as, `found` the article's rival. `rule` names the rule of an inferred or refused
    value.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    verdict: Verdict
    tier: Tier | None = None
    proposed: str
    value: str | float | None = None
    span: Span | None = None
    found: str | None = None
    rule: str | None = None
    reason: str


MOST_REPAIRS = 5
"""The bound of `Policy.repairs`."""


class Policy(BaseModel):
    """What happens to values that are neither supported nor inferred.

    `drop` removes them from the event and keeps them in `checks`; `flag` leaves them; `reject` makes the event not
    accepted. `repairs` bounds how often the model is asked again about what failed; `second_look` asks it about the
    sentences that look like an event and that no event covers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    on_unsupported: Literal["drop", "flag", "reject"] = "drop"
    repairs: int = Field(default=1, ge=0, le=MOST_REPAIRS)
    second_look: bool = False

    @property
    def sha256(self) -> str:
        """The SHA-256 of the policy's canonical JSON, in hex."""
        return sha256(json.dumps(self.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()
