"""What a model proposed, before any of it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from communique.completion import TokenUsage
from communique.events import Event
from communique.spans import Span

REPAIRED, WITHDRAWN, UNREPAIRED = "repaired", "withdrawn", "unrepaired"
"""What came of a value that was asked for again: other words, none, or nothing better."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposed value: the words, their span where a closed list gave them, and the option of a Choice.

    `rule` names the rule that proposed it where no model did, or what came of a repair; `was` has the words that were
    refused before.
    """

    text: str
    span: Span | None = None
    option: str | None = None
    rule: str | None = None
    was: str | None = None


DraftValue: TypeAlias = Union[Proposed, tuple["DraftValue", ...], Mapping[str, "DraftValue"]]  # noqa: UP007 - recursive


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed event: class, evidence sentence numbers, values by field name, and what asked for it."""

    event: type[Event]
    evidence: tuple[int, ...]
    fields: Mapping[str, DraftValue]
    usage: TokenUsage = field(default_factory=TokenUsage)
    prompt: str = ""
    model: str = ""
