"""What to ask again: only refused values that a model wrote freely, and only as often as the policy allows.

A question holds the refused values in full and the sentences nearest to the event, and nothing of earlier questions,
so that its size does not grow with their number. What came of it stands in the record's checks: `repaired`, `withdrawn`
or `unrepaired`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from communique.annotation import AnnotatedArticle
from communique.completion import TokenUsage
from communique.drafts import REPAIRED, UNREPAIRED, WITHDRAWN, Draft, DraftValue, Proposed
from communique.fields import Choice
from communique.forms import is_document
from communique.grounded import GroundedEvent, refused
from communique.shapes import typed
from communique.verdicts import Check

_MOST = 8
"""So many values and so many sentences are sent back at most."""


@dataclass(frozen=True, slots=True)
class Repair:
    """An event under repair: the best version so far, and the latest, whose refused values are asked for next."""

    best: GroundedEvent
    latest: GroundedEvent

    @property
    def asked(self) -> tuple[Check, ...]:
        """The refused values to ask for; () where none is worth it."""
        return repairable(self.latest)

    def near(self, article: AnnotatedArticle) -> tuple[int, ...]:
        """The numbers of the sentences to show: the evidence, those beside it, and those where a rival stands."""
        evidence = self.latest.draft.evidence
        rivals = [
            sentence.number
            for check in self.asked
            if check.span is not None and (sentence := article.source.sentence_at(check.span.start)) is not None
        ]
        beside = [number + step for number in evidence for step in (-1, 1)]
        shown = dict.fromkeys(number for number in (*evidence, *rivals, *beside) if number in article.numbered)
        return tuple(sorted(tuple(shown)[:_MOST]))

    def answered(
        self, answer: Mapping[str, str | None], usage: TokenUsage, check: Callable[[Draft], GroundedEvent]
    ) -> "Repair":
        """The repair after an answer: the better of the two versions is the best, and both know what it took."""
        changed = corrections(self.asked, answer)
        latest = check(_costed(replaced(self.latest.draft, changed), usage))
        best = better(self.best, latest)
        if best is self.best:
            best = check(_costed(marked(best.draft, frozenset(changed)), usage))
        return Repair(best, latest)


def repairable(grounded: GroundedEvent) -> tuple[Check, ...]:
    """The refused values worth asking for again: words that stand nowhere, from an open answer."""
    if not is_document(grounded.draft.prompt):
        return ()
    choices = {shape.name for shape in typed(grounded.draft.event, Choice)}
    wanted = (
        check
        for check in refused(grounded.checks)
        if check.path.split("/")[1] not in choices and check.rule not in (WITHDRAWN, "apposition")
    )
    return tuple(wanted)[:_MOST]


def corrections(checks: tuple[Check, ...], answer: Mapping[str, str | None]) -> dict[str, str | None]:
    """The corrected words by the words they replace; None takes the value out."""
    return {check.proposed: answer[f"F{number}"] for number, check in enumerate(checks, 1)}


def replaced(draft: Draft, changed: Mapping[str, str | None]) -> Draft:
    """The draft with each changed value in its new words; what is withdrawn stays, to be told as such."""

    def change(value: Proposed) -> Proposed:
        if value.text not in changed or value.rule == WITHDRAWN:
            return value
        words = changed[value.text]
        if not words or words == value.text:
            return replace(value, rule=UNREPAIRED if words else WITHDRAWN)
        return Proposed(words, rule=REPAIRED, was=value.was or value.text)

    return replace(draft, fields=_mapped(draft.fields, change))


def marked(draft: Draft, asked: frozenset[str]) -> Draft:
    """The draft with the values that were asked for again in vain marked as such."""

    def mark(value: Proposed) -> Proposed:
        is_asked = value.text in asked and value.rule != WITHDRAWN
        return replace(value, rule=UNREPAIRED) if is_asked else value

    return replace(draft, fields=_mapped(draft.fields, mark))


def _mapped(fields: Mapping[str, DraftValue], change: Callable[[Proposed], Proposed]) -> dict[str, DraftValue]:
    return {name: _changed(value, change) for name, value in fields.items()}


def _changed(value: DraftValue, change: Callable[[Proposed], Proposed]) -> DraftValue:
    if isinstance(value, Proposed):
        return change(value)
    if isinstance(value, Mapping):
        return _mapped(value, change)
    return tuple(_changed(item, change) for item in value)


def _costed(draft: Draft, usage: TokenUsage) -> Draft:
    return replace(draft, usage=draft.usage + usage)


def better(one: GroundedEvent, other: GroundedEvent) -> GroundedEvent:
    """The version that is accepted, else the one with more asserted values; the first of equals."""

    def merit(version: GroundedEvent) -> tuple[bool, int, int]:
        asserted = sum(check.verdict.asserted for check in version.checks)
        open_faults = sum(not check.verdict.asserted and check.rule != WITHDRAWN for check in version.checks)
        return version.fault is None, asserted, -open_faults

    return other if merit(other) > merit(one) else one
