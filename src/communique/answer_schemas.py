"""The JSON Schema of an answer, strict-legal everywhere: all keys required, no others, no default or pattern."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from communique.events import Event
from communique.forms import NONE, DocumentForm, Question, SentenceForm
from communique.schema_limits import bounded
from communique.shapes import FieldShape

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


def document_schema(form: DocumentForm, numbers: Iterable[int]) -> dict[str, Any]:
    """The schema of a whole article's answer: one key a kind, each an array of events on the sentences `numbers`.

    Closed lists that endpoints would refuse for their size are left open; the prompt tells them all the same.
    """
    if form.entries is None:
        return _open_schema(form.events)
    return _document(form, {"type": "integer", "enum": list(numbers)})


@cache
def _open_schema(events: tuple[type[Event], ...]) -> dict[str, Any]:
    """The same for every article, as it has no list of the article's."""
    return _document(DocumentForm(events), {"type": "integer"})


def _document(form: DocumentForm, evidence: Mapping[str, Any]) -> dict[str, Any]:
    kinds = {event.kind: {"type": "array", "items": _event(form, event, evidence)} for event in form.events}
    return bounded(_object(kinds))


def _event(form: DocumentForm, event: type[Event], evidence: Mapping[str, Any]) -> dict[str, Any]:
    fields = {shape.name: _field(form, shape) for shape in form.asked(event)}
    return _object({"evidence": {"type": "array", "items": dict(evidence)}, **fields})


def _field(form: DocumentForm, shape: FieldShape) -> dict[str, Any]:
    if shape.many:
        return {"type": "array", "items": _single(form, shape, nullable=False)}
    return _single(form, shape, nullable=True)


def _single(form: DocumentForm, shape: FieldShape, *, nullable: bool) -> dict[str, Any]:
    if shape.group is not None:
        members = _object({member.name: _field(form, member) for member in form.asked(shape.group)})
        return {"anyOf": [members, {"type": "null"}]} if nullable else members
    options = shape.options or tuple(entry.label for entry in form.options(shape))
    string: dict[str, Any] = {"type": ["string", "null"] if nullable else "string"}
    if not options:
        return string
    return {**string, "enum": [None, *options] if nullable else list(options)}


def repair_schema(paths: Sequence[str]) -> dict[str, Any]:
    """The schema of a repair: one nullable string a refused value, keyed F1, F2, …"""
    return _object({f"F{number}": {"type": ["string", "null"]} for number in range(1, len(paths) + 1)})
