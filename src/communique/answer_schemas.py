"""The JSON Schema of an answer, strict-legal everywhere: all keys required, no others, no default or pattern."""

from collections.abc import Mapping, Sequence
from typing import Any

from communique.events import Event, Group
from communique.forms import NONE, DocumentForm, Question, SentenceForm
from communique.shapes import FieldShape, shapes

_MOST_ITEMS = 6
_MOST_PHRASES = 3


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": dict(items), "maxItems": most}


def sentence_schema(form: SentenceForm) -> dict[str, Any]:
    """The schema of a small form: one key a question, closed lists as enums of labels."""
    return _object({question.shape.name: _question(question) for question in form.questions})


def _question(question: Question) -> dict[str, Any]:
    labels = [candidate.label for candidate in question.options]
    if not labels:
        return _array({"type": "string"}, _MOST_PHRASES) if question.shape.many else {"type": ["string", "null"]}
    if question.shape.many:
        return _array({"type": "string", "enum": labels}, _MOST_ITEMS)
    return {"type": "string", "enum": [NONE, *labels]}


def document_schema(form: DocumentForm) -> dict[str, Any]:
    """The schema of a whole article's answer: one key a kind, each an array of events."""
    return _object({event.kind: {"type": "array", "items": _event(event)} for event in form.events})


def _event(event: type[Event]) -> dict[str, Any]:
    evidence = {"evidence": {"type": "array", "items": {"type": "integer"}}}
    return _object({**evidence, **{shape.name: _field(shape) for shape in shapes(event)}})


def _field(shape: FieldShape) -> dict[str, Any]:
    if shape.many:
        return {"type": "array", "items": _single(shape, nullable=False)}
    return _single(shape, nullable=True)


def _single(shape: FieldShape, *, nullable: bool) -> dict[str, Any]:
    if shape.group is not None:
        members = _members(shape.group)
        return {"anyOf": [members, {"type": "null"}]} if nullable else members
    if options := shape.options:
        listed: Sequence[str | None] = (*options, None) if nullable else options
        return {"type": ["string", "null"] if nullable else "string", "enum": list(listed)}
    return {"type": ["string", "null"] if nullable else "string"}


def _members(group: type[Group]) -> dict[str, Any]:
    return _object({shape.name: _field(shape) for shape in shapes(group)})


def repair_schema(paths: Sequence[str]) -> dict[str, Any]:
    """The schema of a repair: one nullable string a refused value, keyed F1, F2, …"""
    return _object({f"F{number}": {"type": ["string", "null"]} for number in range(1, len(paths) + 1)})
