"""Which asserted values the article does not support: by their own check, or, where they have none, by ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article
from communique.drafts import Proposed
from communique.events import Event, values
from communique.fields import Amount, Choice, Country, GroundedValue, When
from communique.grounding.findings import Context
from communique.grounding.ground import ground_value
from communique.records import EventRecord
from communique.segmentation import segment
from communique.shapes import FieldShape, shape_of
from communique.tagging.countries import country_forms


@dataclass(frozen=True, slots=True)
class Support:
    """An asserted value and whether the article supports it; None where nothing tells."""

    path: str
    value: GroundedValue
    supported: bool | None


def supports(record: EventRecord, article: Article | None) -> Iterator[Support]:
    """Every value of the record's event. Words that do not stand where the value says are not supported."""
    known = {check.path: check.verdict.asserted for check in record.checks if check.path}
    for path, value in values(record.event):
        if article is not None and not _stands(value, article):
            yield Support(path, value, supported=False)
        elif path in known:
            yield Support(path, value, supported=known[path])
        else:
            yield Support(path, value, None if article is None else _grounded(record, path, value, article))


def _stands(value: GroundedValue, article: Article) -> bool:
    return value.span is None or value.span.of(article.text) == value.text


def _grounded(record: EventRecord, path: str, value: GroundedValue, article: Article) -> bool:
    """What our checks say of a value that has none of its own; it is to stand with the event's evidence."""
    shape = shape_at(type(record.event), path)
    if shape is None or shape.field_type is None:
        return False
    about = record.article.model_dump(include={"published", "published_from", "language"})
    annotated = _annotated(Article(id=article.id, text=article.text, **about))
    shown = annotated.passage.shown()
    evidence = tuple(held for held in shown if any(held.span.overlaps(span) for span in record.evidence))
    context = Context(annotated, evidence or tuple(shown), type(record.event))
    return ground_value(shape.field_type, _proposed(value), shape, context).verdict.asserted


@lru_cache(maxsize=2)
def _annotated(article: Article) -> AnnotatedArticle:
    """The article annotated once for its records."""
    return annotate(segment(article))


def shape_at(event: type[Event], path: str) -> FieldShape | None:
    """The field that a pointer into the event names; None where the class has none."""
    names = [step for step in path.split("/")[1:] if not (step.isdecimal() or step == "-")]
    found = shape_of(event, names[0]) if names else None
    for name in names[1:]:
        found = shape_of(found.group, name) if found is not None and found.group is not None else None
    return found


def _proposed(value: GroundedValue) -> Proposed:
    """The value as a check reads it."""
    held = getattr(value, "value", None)
    if isinstance(value, Choice):
        return Proposed(str(held), option=str(held))
    if isinstance(value, Country):
        return Proposed(value.text or _written(value.value))
    if isinstance(value, When):
        return Proposed(value.value or value.text or value.partial or "")
    if isinstance(value, Amount):
        return Proposed(value.text or f"{value.value:.15g} {value.currency or value.unit or ''}".strip())
    return Proposed(str(held))


@lru_cache(maxsize=300)
def _written(code: str) -> str:
    """The country's name; the code itself where it is none."""
    names = (form.written for form in country_forms().values() if form.code == code and form.form == "name")
    return next(names, code)
