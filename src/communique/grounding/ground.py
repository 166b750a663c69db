"""Walks a draft's fields and checks each by its type; what the policy does with refused values is decided here and
nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from communique.annotation import AnnotatedArticle
from communique.drafts import REPAIRED, UNREPAIRED, WITHDRAWN, Draft, DraftValue, Proposed
from communique.events import Event, Group
from communique.fields import Amount, Choice, Country, GroundedValue, Name, Phrase, Place, Quote, When
from communique.grounded import GroundedEvent, likeness
from communique.grounding.amounts import ground_amount
from communique.grounding.appositions import completed
from communique.grounding.attributions import attributed
from communique.grounding.choices import ground_choice, ground_country
from communique.grounding.dates import ground_when
from communique.grounding.findings import Context, Finding, Ground, checked
from communique.grounding.names import ground_name
from communique.grounding.places import ground_place
from communique.grounding.quotes import ground_quote
from communique.grounding.refusals import Judged, refusal
from communique.grounding.timeliness import timely
from communique.grounding.words import ground_phrase
from communique.shapes import FieldShape, shapes
from communique.tracing import traced
from communique.verdicts import Check, Policy, Tier, Verdict

GROUNDERS: tuple[tuple[type[GroundedValue], Ground], ...] = (
    (Name, ground_name),
    (Country, ground_country),
    (When, ground_when),
    (Place, ground_place),
    (Quote, ground_quote),
    (Amount, ground_amount),
    (Choice, ground_choice),
    (Phrase, ground_phrase),
)
"""One check a field type."""


@traced("ground")
def ground(draft: Draft, article: AnnotatedArticle, policy: Policy) -> GroundedEvent:
    """The draft checked value by value against the article."""
    evidence = tuple(article.numbered[number] for number in draft.evidence if number in article.numbered)
    context = Context(article, evidence, draft.event)
    walk = _Walk(context, policy)
    values = draft.event(**walk.fields(draft.event, draft.fields, ""))
    event, checks = timely(values, tuple(walk.checks), context, policy)
    event, checks = attributed(event, checks, context, policy)
    return GroundedEvent(draft, event, context.spans, checks, refusal(Judged(event, checks, context, policy)))


class _Walk:
    """One walk over a draft; collects the checks in order."""

    def __init__(self, context: Context, policy: Policy) -> None:
        self.context, self.policy = context, policy
        self.checks: list[Check] = []

    def fields(self, owner: type[Event] | type[Group], given: Mapping[str, DraftValue], path: str) -> dict[str, Any]:
        """The checked values by field name."""
        known = completed(owner, given, self.context)
        return {
            shape.name: self._field(shape, known[shape.name], f"{path}/{shape.name}")
            for shape in shapes(owner)
            if shape.name in known
        }

    def _field(self, shape: FieldShape, given: DraftValue, path: str) -> Any:  # noqa: ANN401 - a field holds anything
        if not shape.many:
            return self._value(shape, given, path, path)
        kept: dict[str, Any] = {}
        for item in given if isinstance(given, tuple) else (given,):
            mark = len(self.checks)
            value = self._value(shape, item, f"{path}/{len(kept)}", f"{path}/-")
            if value is not None and (key := likeness(value)) in kept:
                del self.checks[mark:]  # the same bearer once more: it has its checks already
            elif value is not None:
                kept[key] = value
        return tuple(kept.values())

    def _value(self, shape: FieldShape, given: DraftValue, path: str, refused: str) -> Any:  # noqa: ANN401
        if shape.group is not None and isinstance(given, Mapping):
            return self._group(shape.group, given, path, refused)
        if shape.field_type is None or not isinstance(given, Proposed):
            return None
        return self._checked(shape, shape.field_type, given, (path, refused))

    def _group(self, group: type[Group], given: Mapping[str, DraftValue], path: str, refused: str) -> Group | None:
        """The group of what was kept of its members, or None; then its checks point at `refused`."""
        mark = len(self.checks)
        members = self.fields(group, given, path)
        if any(value not in (None, ()) for value in members.values()):
            return group(**members)
        moved = [
            check.model_copy(update={"path": refused + check.path.removeprefix(path)}) for check in self.checks[mark:]
        ]
        self.checks[mark:] = moved
        return None

    def _checked(
        self, shape: FieldShape, wanted: type[GroundedValue], given: Proposed, paths: tuple[str, str]
    ) -> GroundedValue | None:
        finding = _by_apposition(given, ground_value(wanted, given, shape, self.context))
        is_flagged = self.policy.on_unsupported == "flag" and finding.span is not None
        keep = (finding.verdict.asserted or is_flagged) and given.rule != WITHDRAWN
        self.checks.append(_check(finding, given, paths[0] if keep else paths[1]))
        return _built(wanted, finding, self.context) if keep else None


def _by_apposition(given: Proposed, finding: Finding) -> Finding:
    """What stands beside a coreferent mention elsewhere belongs to the bearer all the same; it is inferred."""
    if given.rule != "apposition" or finding.verdict is not Verdict.MISPLACED:
        return finding
    reason = "it stands beside another mention of the same bearer"
    return replace(finding, verdict=Verdict.INFERRED, reason=reason, tier=Tier.ALIAS, rule="apposition")


def ground_value(wanted: type[GroundedValue], given: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on one value, by the check of its field type."""
    check = next(grounder for field_type, grounder in GROUNDERS if issubclass(wanted, field_type))
    return checked(check, given, shape, context)


def _check(finding: Finding, given: Proposed, path: str) -> Check:
    is_withdrawn = given.rule == WITHDRAWN and finding.verdict.asserted
    return Check(
        path=path,
        verdict=Verdict.AMBIGUOUS if is_withdrawn else finding.verdict,
        tier=finding.tier,
        proposed=given.option or given.text,
        value=finding.value,
        span=finding.span,
        found=finding.found,
        rule=_rule(finding, given),
        reason=finding.reason + _aftermath(given),
    )


def _rule(finding: Finding, given: Proposed) -> str | None:
    """What came of a repair, else the rule of the finding, else that of the proposal."""
    if given.rule == REPAIRED and not finding.verdict.asserted:
        return UNREPAIRED
    return given.rule if given.rule in (WITHDRAWN, UNREPAIRED) else finding.rule or given.rule


def _aftermath(given: Proposed) -> str:
    """What is told of a repair: the words that were refused before, or that they were asked for again in vain."""
    if given.rule == WITHDRAWN:
        return "; asked again, the model gave none"
    if given.rule == UNREPAIRED:
        return "; asked again, the model gave nothing better"
    return f"; {given.was!r} was refused before" if given.was is not None else ""


def _built(wanted: type[GroundedValue], finding: Finding, context: Context) -> GroundedValue:
    span = finding.span
    where = {} if span is None else {"start": span.start, "end": span.end}
    text = None if span is None else context.article.printed(span)
    return wanted.model_validate({"text": text, **where, "value": finding.value, **finding.details})
