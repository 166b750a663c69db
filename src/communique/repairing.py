"""What to ask again: only refused values that a model wrote freely, and only as often as the policy allows."""

from collections.abc import Mapping

from communique.drafts import Draft, DraftValue, Proposed
from communique.fields import Choice
from communique.forms import is_document
from communique.grounded import GroundedEvent, refused
from communique.shapes import typed
from communique.verdicts import Check


def repairable(grounded: GroundedEvent) -> tuple[Check, ...]:
    """The refused values worth asking for again: words that stand nowhere, from an open answer."""
    if not is_document(grounded.draft.prompt):
        return ()
    choices = {shape.name for shape in typed(grounded.draft.event, Choice)}
    return tuple(check for check in refused(grounded.checks) if check.path.split("/")[1] not in choices)


def corrections(checks: tuple[Check, ...], answer: Mapping[str, str | None]) -> dict[str, str | None]:
    """The corrected words by the words they replace; None takes the value out."""
    return {check.proposed: answer[f"F{number}"] for number, check in enumerate(checks, 1)}


def replaced(draft: Draft, changed: Mapping[str, str | None]) -> Draft:
    """The draft with each changed value in its new words."""
    fields = {name: value for name, held in draft.fields.items() if (value := _replaced(held, changed)) is not None}
    return Draft(draft.event, draft.evidence, fields, draft.usage, draft.prompt, draft.model)


def _replaced(value: DraftValue, changed: Mapping[str, str | None]) -> DraftValue | None:
    if isinstance(value, Proposed):
        if value.text not in changed:
            return value
        words = changed[value.text]
        return Proposed(words) if words else None
    if isinstance(value, Mapping):
        members = {name: new for name, held in value.items() if (new := _replaced(held, changed)) is not None}
        return members or None
    return tuple(new for held in value if (new := _replaced(held, changed)) is not None)


def better(one: GroundedEvent, other: GroundedEvent) -> GroundedEvent:
    """The version that is accepted, else the one with more asserted values; the first of equals."""

    def merit(version: GroundedEvent) -> tuple[bool, int]:
        return version.fault is None, sum(check.verdict.asserted for check in version.checks)

    return other if merit(other) > merit(one) else one
