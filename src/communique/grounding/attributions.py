"""Whose words they are: a speaker to whom the article does not attribute the words is refused."""

from collections.abc import Iterator

from communique.events import Event, Group
from communique.fields import GroundedValue, Name, Quote
from communique.grounding.findings import Context, Finding
from communique.grounding.speakers import ground_speaker
from communique.shapes import shape_of, typed
from communique.verdicts import Check, Policy, Verdict

_SPEAKER = "speaker"
_BY_TAGGER = "quote_tagger"


def attributed(
    event: Event, checks: tuple[Check, ...], context: Context, policy: Policy
) -> tuple[Event, tuple[Check, ...]]:
    """The event without a speaker that the article does not have say the words (under `flag` with it), and its
    checks."""
    for quote, speaker in _claims(event, checks):
        said = Finding(Verdict.SUPPORTED, "", quote.span, getattr(quote, "value", None))
        finding = ground_speaker(said, speaker, context)
        if finding.verdict.asserted:
            continue
        checks = tuple(_refused(check, finding) if check.path.startswith(f"/{_SPEAKER}") else check for check in checks)
        if policy.on_unsupported != "flag":
            event = event.model_copy(update={_SPEAKER: None})
    return event, checks


def _claims(event: Event, checks: tuple[Check, ...]) -> Iterator[tuple[GroundedValue, str]]:
    """The event's words with the name of their speaker, where a model put the two together."""
    shape = shape_of(type(event), _SPEAKER)
    if shape is None or (speaker := _named(getattr(event, _SPEAKER))) is None:
        return
    for quoted in typed(type(event), Quote):
        by_tagger = any(check.path == f"/{quoted.name}" and check.rule == _BY_TAGGER for check in checks)
        value = getattr(event, quoted.name)
        if isinstance(value, GroundedValue) and value.span is not None and not by_tagger:
            yield value, speaker


def _named(speaker: object) -> str | None:
    if isinstance(speaker, Group):
        members = (getattr(speaker, name, None) for name in ("name", "organisation"))
        speaker = next((member for member in members if member is not None), None)
    return speaker.value if isinstance(speaker, Name) else None


def _refused(check: Check, finding: Finding) -> Check:
    update = {
        "verdict": finding.verdict,
        "tier": None,
        "found": finding.found,
        "rule": "attribution",
        "reason": finding.reason,
    }
    return check.model_copy(update=update) if check.verdict.asserted else check
