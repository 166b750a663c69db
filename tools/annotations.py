"""Compact hand annotations -> events of the library's own classes; every value's words are searched in the article.

The form is described in docs/annotation.md. Nothing here asks the grounding engine: gold must not depend on it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from communique.events import BUILT_IN, Event
from communique.fields import Choice, Country, GroundedValue, When
from communique.passage import Passage
from communique.spans import Span

KINDS: Mapping[str, type[Event]] = {kind.kind: kind for kind in BUILT_IN}
EVIDENCE = "evidence"

_GRANULARITIES = (
    ("day", r"\d{4}-\d\d-\d\d"),
    ("month", r"\d{4}-(0[1-9]|1[0-2])"),
    ("season", r"\d{4}-2[1-4]"),
    ("quarter", r"\d{4}-3[3-6]"),
    ("half", r"\d{4}-4[01]"),
    ("year", r"\d{4}"),
    ("decade", r"\d{3}X"),
)


class AnnotationError(Exception):
    """An annotation does not fit its article; the message says which field and what to do."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One event as annotated, with the sentences that tell of it."""

    kind: str
    event: Event
    evidence: tuple[Span, ...]


def _pattern(words: str) -> str:
    """The expression that finds `words` from the start of a word, with any white space between them."""
    body = r"\s+".join(map(re.escape, words.split()))
    return rf"(?<!\w){body}" if words[:1].isalnum() else body


def locate(text: str, words: str, evidence: Sequence[Span]) -> Span | None:
    """Where `words` stand first: in the evidence, else in the text; whole, else before a suffix."""
    pattern = _pattern(words)
    for places in (evidence, (Span(0, len(text)),)):
        for end in (r"(?!\w)", ""):
            for place in places:
                found = re.compile(pattern + end).search(text, place.start, place.end)
                if found:
                    return Span(*found.span())
    return None


def _sentences_of(passage: Passage, words: str | int) -> Iterator[Span]:
    """The sentences that the words touch, or the one of that number."""
    if isinstance(words, int):
        yield from (sentence.span for sentence in passage.sentences if sentence.number == words)
        return
    found = [Span(*match.span()) for match in re.finditer(_pattern(words), passage.text)]
    if len(found) > 1:
        raise AnnotationError(f"evidence: {words!r} stands {len(found)} times; give more words")
    yield from (sentence.span for sentence in passage.sentences if any(sentence.span.overlaps(span) for span in found))


def evidence_of(passage: Passage, given: Sequence[str | int]) -> tuple[Span, ...]:
    """The sentences named, in text order. Raises AnnotationError for words that stand nowhere or more than once."""
    spans = set()
    for words in given:
        widened = set(_sentences_of(passage, words))
        if not widened:
            raise AnnotationError(f"evidence: no sentence has {words!r}; copy its words from the article")
        spans |= widened
    if not spans:
        raise AnnotationError("evidence: give the sentences that tell of the event")
    return tuple(sorted(spans))


def _member(annotation: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type expression
    """The field type or group that an annotation holds, and whether it holds many."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0], True
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not type(None)), False
    return annotation, False


def _granularity(value: str | None) -> str:
    if value is None:
        return "day"
    if "/" in value:
        return "interval"
    return next((name for name, form in _GRANULARITIES if re.fullmatch(form, value.strip("~?"))), "interval")


def _dated(table: dict[str, Any]) -> dict[str, Any]:
    """A date's table with what its value and words tell, where the annotation does not say otherwise."""
    value = None if table.get("value") is None else str(table["value"])
    named_year = re.search(r"\d{4}", table["text"] or "")
    anchor = "none" if value is None else "text" if named_year else "published"
    return {"granularity": _granularity(value), "anchor": anchor, **table, "value": value}


def _table(field_type: type[GroundedValue], given: Any) -> dict[str, Any]:  # noqa: ANN401 - as TOML gives it
    """The table that a shorthand stands for: a string is the words, or the value of a choice and a country."""
    if isinstance(given, Mapping):
        return {"text": None, **given}
    if isinstance(given, str) and issubclass(field_type, Choice | Country):
        return {"text": None, "value": given}
    return {"text": given}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the values of one event against its article."""

    text: str
    evidence: tuple[Span, ...]

    def _place(self, words: str | list[str], path: str) -> Span:
        """Where the words stand; a list of words covers all of its parts."""
        spans = []
        for part in [words] if isinstance(words, str) else words:
            span = locate(self.text, part, self.evidence)
            if span is None:
                raise AnnotationError(f"{path}: the article does not say {part!r}; copy the words as printed")
            spans.append(span)
        return Span(min(spans).start, max(span.end for span in spans))

    def value(self, field_type: type[GroundedValue], given: Any, path: str) -> GroundedValue:  # noqa: ANN401
        """The field value of a string, a list of parts or a table."""
        table = _table(field_type, given)
        words = table["text"]
        if words is not None:
            span = self._place(words, path)
            joined = " ".join((words if isinstance(words, str) else " ".join(words)).split())
            table = {"value": None if issubclass(field_type, When) else joined, **table}
            table |= {"text": span.of(self.text), "start": span.start, "end": span.end}
        return field_type.model_validate(_dated(table) if issubclass(field_type, When) else table)

    def group(self, group: type[BaseModel], given: Mapping[str, Any], path: str) -> BaseModel:
        """An event or group of fields. Raises AnnotationError for a field that it does not have."""
        values = {}
        for name, item in given.items():
            if name not in group.model_fields:
                raise AnnotationError(f"{path}{name}: no such field; there are {', '.join(group.model_fields)}")
            values[name] = self._field(group.model_fields[name].annotation, item, f"{path}{name}")
        return group.model_validate(values)

    def _field(self, annotation: Any, given: Any, path: str) -> Any:  # noqa: ANN401
        member, many = _member(annotation)
        if many:
            items = given if isinstance(given, list) else [given]
            return tuple(self._one(member, item, f"{path}[{index}]") for index, item in enumerate(items))
        return self._one(member, given, path)

    def _one(self, member: Any, given: Any, path: str) -> BaseModel:  # noqa: ANN401
        try:
            if issubclass(member, GroundedValue):
                return self.value(member, given, path)
            return self.group(member, {"name": given} if isinstance(given, str) else given, f"{path}.")
        except ValidationError as error:
            raise AnnotationError(f"{path}: {error.errors()[0]['msg']}") from error


def read_event(passage: Passage, kind: str, given: Mapping[str, Any]) -> Annotated:
    """The event that one table of an annotation file describes. Raises AnnotationError."""
    evidence = evidence_of(passage, given.get(EVIDENCE, ()))
    fields = {name: item for name, item in given.items() if name != EVIDENCE}
    event = _Reader(passage.text, evidence).group(KINDS[kind], fields, "")
    if not isinstance(event, Event):
        raise TypeError(f"{kind} is no event")
    fault = event.fault()
    if fault:
        raise AnnotationError(f"{fault}; an event is annotated only if it could be accepted")
    return Annotated(kind, event, evidence)
