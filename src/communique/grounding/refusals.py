"""Why an event as a whole is not accepted: each rule yields what the article, the policy or its class says against
it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.drafts import WITHDRAWN
from communique.events import Event
from communique.grounding.findings import Context
from communique.rules.cues import cues_of
from communique.verdicts import Check, Policy

_BOILERPLATE = 3
"""`Context.distance` of what stands only in boilerplate."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A checked event and what its values were checked against."""

    event: Event
    checks: tuple[Check, ...]
    context: Context
    policy: Policy

    @property
    def refused(self) -> tuple[Check, ...]:
        """The checks whose value may not be asserted."""
        return tuple(check for check in self.checks if not check.verdict.asserted)


def refusal(judged: Judged) -> str | None:
    """The first fault that a rule finds, or None for an event that is accepted."""
    return next((fault for rule in RULES for fault in rule(judged)), None)


def _without_evidence(judged: Judged) -> Iterator[str]:
    if not judged.context.evidence:
        yield "no evidence sentence was given"


def _with_refused_values(judged: Judged) -> Iterator[str]:
    """Under `reject` any refused value; what a model has withdrawn is none."""
    held = [check.path for check in judged.refused if check.rule != WITHDRAWN]
    if judged.policy.on_unsupported == "reject" and held:
        yield f"refused values: {', '.join(held)}"


def _in_boilerplate(judged: Judged) -> Iterator[str]:
    """What an event needs stands only in links to other articles, comment forms and the like."""
    if (fault := judged.event.fault()) is None:
        return
    aside = [check for check in judged.refused if check.span is not None and _is_aside(check, judged.context)]
    if aside:
        yield f"{fault}; {aside[0].proposed!r} stands only in boilerplate"


def _is_aside(check: Check, context: Context) -> bool:
    return check.span is not None and context.distance(check.span) == _BOILERPLATE


def _not_whole(judged: Judged) -> Iterator[str]:
    if (fault := judged.event.fault()) is not None:
        yield fault


def _untold(judged: Judged) -> Iterator[str]:
    """The evidence has none of the words without which there is no such event: talks about cooperation are no deal."""
    cues = cues_of(type(judged.event), judged.context.article.passage.language)
    if cues is not None and not cues.is_told(judged.context.article.source, judged.context.spans):
        yield f"no words of the evidence tell of {judged.event.kind.replace('_', ' ')}"


RULES: tuple[Callable[[Judged], Iterator[str]], ...] = (
    _without_evidence,
    _with_refused_values,
    _in_boilerplate,
    _not_whole,
    _untold,
)
