"""Plain events to records, so that every tool is scored by the same rules.

Nothing is checked here and nothing refused: a tool's event is an accepted one unless no value of it can be read. Words
are read for the tool's benefit: a date in words counts as the date that it says, a country's name as its code, an
amount as its number; what says that there is nothing ("unknown") is no value.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from benchmarks.extraction.reading import PlainEvent, plain_events
from communique.article import Article, Language
from communique.events import BUILT_IN, Event, Group, values
from communique.fields import Amount, Choice, Country, GroundedValue, Name, When
from communique.grounding.claimed_amounts import claimed_amount
from communique.records import ArticleReference, ArticleReport, EventRecord, Failure, Provenance, Usage, record_id
from communique.shapes import FieldShape, shapes
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code, country_forms
from communique.tagging.dates import parse_date

_NOTHING = frozenset(
    ("", "-", "null", "none", "unknown", "n/a", "na", "not specified", "not mentioned", "unspecified", "not given")
)
_MARKS = "“”\"'‘’«»„ \n"
_NO_HASH = "0" * 64


def records_of(answer: Mapping[str, Any], article: Article, tool: str) -> tuple[EventRecord, ...]:
    """The records of a tool's answer; ours come as they are."""
    if "records" in answer:
        return tuple(EventRecord.model_validate({**row, "event": _own(row)}) for row in answer["records"])
    seen: Counter[tuple[object, ...]] = Counter()
    return tuple(_records(plain_events(answer), article, tool, seen))


def report_of(answer: Mapping[str, Any], article: Article, records: Iterable[EventRecord]) -> ArticleReport:
    """The article's line; it failed where the tool gave no event for a reason."""
    events = tuple(record.id for record in records)
    reasons = "; ".join(answer.get("failures", ()))
    failure = Failure(code="tool", message=reasons) if reasons and not events else None
    status = "failed" if failure else "read"
    return ArticleReport(article=ArticleReference.to(article), status=status, error=failure, events=events)


def _own(row: Mapping[str, Any]) -> Event:
    return next(kind for kind in BUILT_IN if kind.kind == row["kind"]).model_validate(row["event"])


def _records(
    events: Iterable[PlainEvent], article: Article, tool: str, seen: Counter[tuple[object, ...]]
) -> Iterator[EventRecord]:
    by = Provenance(
        model=tool,
        prompt=tool,
        prompt_sha256=_NO_HASH,
        policy_sha256=_NO_HASH,
        library=version("communique"),
        usage=Usage(),
    )
    for plain in events:
        event = event_of(plain, article)
        if event is None:
            continue
        evidence = tuple(Span(start, end) for start, end in plain.get("evidence", ()))
        key = (event.kind, evidence)
        ordinal, seen[key] = seen[key], seen[key] + 1
        yield EventRecord(
            id=record_id(article, event.kind, evidence, ordinal),
            kind=event.kind,
            accepted=True,
            article=ArticleReference.to(article),
            event=event,
            evidence=evidence,
            checks=(),
            provenance=by,
        )


def event_of(plain: PlainEvent, article: Article) -> Event | None:
    """The event, or None where nothing but choices from lists can be read."""
    owner = next(kind for kind in BUILT_IN if kind.kind == plain["kind"])
    event = owner.model_validate(_fields(owner, plain, article))
    return event if any(not isinstance(value, Choice) for _, value in values(event)) else None


def _fields(owner: type[Event] | type[Group], plain: Mapping[str, Any], article: Article) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for shape in shapes(owner):
        items = [item for given in _given(plain.get(shape.name)) if (item := _item(shape, given, article)) is not None]
        if items:
            found[shape.name] = tuple(items) if shape.many else items[0]
    return found


def _given(value: object) -> Iterator[object]:
    yield from (value if isinstance(value, list) else () if value is None else (value,))


def _item(shape: FieldShape, given: object, article: Article) -> object:
    """A value or group of the field, None where nothing was said."""
    if shape.group is not None:
        name = next((one.name for one in shapes(shape.group) if one.is_a(Name)), "")
        fields = _fields(shape.group, given if isinstance(given, Mapping) else {name: given}, article)
        return shape.group.model_validate(fields) if fields else None
    words = given.strip(_MARKS) if isinstance(given, str) else str(given) if isinstance(given, int | float) else ""
    if fold(words) in _NOTHING or shape.field_type is None:
        return None
    return value_of(shape.field_type, words, article)


def value_of(field_type: type[GroundedValue], words: str, article: Article) -> GroundedValue | None:
    """The words as a value of the type, without a place in the text; None where they are none."""
    language: Language = article.language or "other"
    said: dict[str, Any] = {"text": None, "value": words}
    if issubclass(field_type, Choice):
        return field_type.model_validate(said) if words in field_type.options() else None
    if issubclass(field_type, Country):
        codes = {form.code for form in country_forms().values()}
        code = words if words in codes else country_code(words)
        return Country(text=None, value=code) if code else None
    if issubclass(field_type, When):
        return _date(words, article, language)
    if issubclass(field_type, Amount):
        return _amount(field_type, words, language)
    return field_type.model_validate(said)


def _date(words: str, article: Article, language: Language) -> When:
    languages: tuple[Language, ...] = (language, *(one for one in ("en", "tr") if one != language))
    read = (parse_date(words, language=one, published=article.published) for one in languages)
    found = next((one for one in read if one is not None), None)
    if found is None:
        return When(text=None, value=None, granularity="day", anchor="none", partial=words)
    return When(text=None, value=found.value, granularity=found.granularity, anchor=found.anchor, partial=found.partial)


def _amount(field_type: type[Amount], words: str, language: Language) -> Amount | None:
    claimed = claimed_amount(words, language, is_count=field_type is not Amount)
    if claimed is None:
        return None
    found = claimed.amount
    unit = found.unit or (None if found.noun is None else found.noun.of(words))
    said = {"value": found.value, "max": found.maximum, "currency": found.currency, "modifier": found.modifier}
    return field_type.model_validate({"text": None, "unit": None if found.currency else unit, **said})
