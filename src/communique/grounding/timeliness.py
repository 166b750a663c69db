"""What is told as done cannot be dated after the article: `held` with a date after its publication is contradicted."""

from collections.abc import Iterator

from communique.events import Event
from communique.fields import Choice, GroundedValue, When
from communique.grounding.findings import Context
from communique.rules.cues import cues_of
from communique.shapes import typed
from communique.tagging.dates import bounds
from communique.verdicts import Check, Policy, Verdict


def timely(
    event: Event, checks: tuple[Check, ...], context: Context, policy: Policy
) -> tuple[Event, tuple[Check, ...]]:
    """The event without the choices that its own date contradicts (under `flag` with them), and its checks."""
    for name, date in _untimely(event, context):
        checks = tuple(_contradicted(check, date, context) if check.path == f"/{name}" else check for check in checks)
        if policy.on_unsupported != "flag":
            event = event.model_copy(update={name: None})
    return event, checks


def _untimely(event: Event, context: Context) -> Iterator[tuple[str, When]]:
    """The choices that say "done", each with a date that lies wholly after the publication."""
    cues = cues_of(type(event), context.article.passage.language)
    published = context.article.passage.published
    dates = tuple(value for shape in typed(type(event), When) if isinstance(value := getattr(event, shape.name), When))
    if cues is None or published is None:
        return
    for shape in typed(type(event), Choice):
        option = getattr(getattr(event, shape.name), "value", None)
        if option is None or not cues.is_done(shape.name, option):
            continue
        for date in dates:
            first = bounds(date.value)[0] if date.value is not None else None
            if first is not None and first > published:
                yield shape.name, date
                break


def _contradicted(check: Check, date: GroundedValue, context: Context) -> Check:
    reason = f"it is dated {getattr(date, 'value', None)}, after the publication on {context.article.passage.published}"
    update = {
        "verdict": Verdict.CONTRADICTED,
        "tier": None,
        "found": date.text,
        "rule": "done_by_publication",
        "reason": reason,
    }
    return check.model_copy(update=update)
