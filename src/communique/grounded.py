"""A checked event: the frozen type between grounding, merging and records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from communique.drafts import Draft
from communique.events import Event
from communique.fields import GroundedValue
from communique.source import fold
from communique.spans import Span
from communique.verdicts import Check


@dataclass(frozen=True, slots=True)
class GroundedEvent:
    """An event of asserted values only (or, under `flag`, of all), its checks, and why it is not accepted, or None."""

    draft: Draft
    event: Event
    evidence: tuple[Span, ...]
    checks: tuple[Check, ...]
    fault: str | None


def likeness(value: BaseModel) -> str:
    """What two values of one bearer have in common: the folded value; for a group that of its name, else of its
    country."""
    if isinstance(value, GroundedValue):
        return fold(str(getattr(value, "value", None)))
    members = (getattr(value, name, None) for name in ("name", "country", "organisation"))
    return next((likeness(member) for member in members if member is not None), repr(value))


def refused(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks whose value may not be asserted."""
    return (check for check in checks if not check.verdict.asserted)
