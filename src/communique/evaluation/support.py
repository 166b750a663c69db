"""Which asserted values the article does not support: by their own check, or, where they have none, by ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.drafts import Proposed
from communique.events import Event, values
from communique.fields import Amount, Choice, Country, GroundedValue, Phrase, Place, When
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
    """The values of the record's event. Words that do not stand where the value says are not supported.

    A choice without a check is passed over: it is a label, no words of the article.
    """
    known = {check.path: check.verdict.asserted for check in record.checks if check.path}
    for path, value in values(record.event):
        if article is not None and not _stands(value, article):
            yield Support(path, value, supported=False)
        elif path in known:
            yield Support(path, value, supported=known[path])
        elif not isinstance(value, Choice):
            yield Support(path, value, None if article is None else _grounded(record, path, value, article))


def _stands(value: GroundedValue, article: Article) -> bool:
    return value.span is None or value.span.of(article.text) == value.text


def _grounded(record: EventRecord, path: str, value: GroundedValue, article: Article) -> bool:
    """Whether the article says the value anywhere outside boilerplate: few tools tell all of their evidence."""
    shape = shape_at(type(record.event), path)
    if shape is None or shape.field_type is None:
        return False
    about = record.article.model_dump(include={"published", "published_from", "language"})
    annotated = _annotated(Article(id=article.id, text=article.text, **about))
    context = Context(annotated, tuple(annotated.passage.shown()), type(record.event))
    return any(ground_value(shape.field_type, said, shape, context).verdict.asserted for said in _proposals(value))


@lru_cache(maxsize=2)
def _annotated(article: Article) -> AnnotatedArticle:
    """The article, in which each kind of mention is looked for once."""
    return AnnotatedArticle(segment(article))


def shape_at(event: type[Event], path: str) -> FieldShape | None:
    """The field that a pointer into the event names; None where the class has none."""
    names = [step for step in path.split("/")[1:] if not (step.isdecimal() or step == "-")]
    found = shape_of(event, names[0]) if names else None
    for name in names[1:]:
        found = shape_of(found.group, name) if found is not None and found.group is not None else None
    return found


def _proposals(value: GroundedValue) -> Iterator[Proposed]:
    """The ways to read the value that a check knows; it is supported by any of them."""
    if isinstance(value, Country):
        yield Proposed(_written(value.value))
    elif isinstance(value, When):
        yield Proposed(value.value or value.text or value.partial or "")
    elif isinstance(value, Amount):
        yield Proposed(value.text or f"{value.value:.15g} {value.currency or value.unit or ''}".strip())
    elif isinstance(value, Phrase | Place):
        # The rule says that no model proposed a statement's words: a speaker's role stands where the speaker is named.
        yield from (Proposed(words, rule="given") for words in (value.value, value.text) if words is not None)
    else:
        yield Proposed(str(getattr(value, "value", "")))


@lru_cache(maxsize=300)
def _written(code: str) -> str:
    """The country's name; the code itself where it is none."""
    names = (form.written for form in country_forms().values() if form.code == code and form.form == "name")
    return next(names, code)
