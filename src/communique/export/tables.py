"""Records as tidy tables: a row an event, a row each of those who take part, a row a check, a row an article.

Every row of the first three has `record_id`, by which they join; `article_id` leads to the articles.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from communique.events import Event, Group
from communique.export.columns import Column, Owner, Source, field_columns
from communique.export.fields import Cell, integer, plain_number, text
from communique.shapes import FieldShape, shapes
from communique.verdicts import Verdict

TableName = Literal["events", "participants", "checks", "articles"]
Record = Mapping[str, Any]
"""A record, or an article's report, as its line says."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and what its rows are read from."""

    name: TableName
    columns: tuple[Column, ...]
    sources: Callable[[Record], Iterator[Source]]

    def rows(self, record: Record) -> Iterator[Row]:
        """The rows of a record (of an article's report, for `articles`); raises OverflowError and ValueError for
        numbers and days that a column cannot hold."""
        for source in self.sources(record):
            yield tuple(column.read(source) for column in self.columns)


def event_tables(kinds: Sequence[type[Event]]) -> tuple[Table, Table, Table]:
    """The tables events, participants and checks; their columns follow from the classes."""
    fields = [((kind.kind, ""), shape) for kind in kinds for shape in shapes(kind) if shape.group is None]
    events = (*_EVENT, *field_columns(fields, (column.name for column in _EVENT)))
    members = [found for kind in kinds for found in _members(kind.kind, kind, "")]
    participants = (*_MEMBER, *field_columns(members, (column.name for column in _MEMBER)))
    by_kind = {kind.kind: kind for kind in kinds}
    return (
        Table("events", events, _event),
        Table("participants", participants, lambda record: _participants(record, by_kind)),
        Table("checks", _CHECK, _checks),
    )


def articles_table() -> Table:
    """The table of articles, those without events too."""
    return Table("articles", _ARTICLE, lambda report: iter(({"row": report},)))


def _members(kind: str, owner: type[Event] | type[Group], group: str) -> Iterator[tuple[Owner, FieldShape]]:
    """The fields of all groups of an event class, also of groups within groups."""
    for shape in shapes(owner):
        if shape.group is not None:
            yield from _members(kind, shape.group, f"{group}/{shape.name}" if group else shape.name)
        elif group:
            yield (kind, group), shape


def _event(record: Record) -> Iterator[Source]:
    yield {"row": record, "owner": (record["kind"], ""), "values": record["event"]}


def _participants(record: Record, kinds: Mapping[str, type[Event]]) -> Iterator[Source]:
    kind = kinds.get(record["kind"])
    if kind is not None:
        yield from _groups(record, kind, record["event"], "", "")


def _groups(
    record: Record, owner: type[Event] | type[Group], values: Mapping[str, Any], path: str, group: str
) -> Iterator[Source]:
    for shape in shapes(owner):
        if shape.group is None or values.get(shape.name) is None:
            continue
        field, pointer = f"{group}/{shape.name}" if group else shape.name, f"{path}/{shape.name}"
        for position, item, at in _items(values[shape.name], pointer):
            row = {"record": record, "field": field, "position": position, "path": at}
            yield {"row": row, "owner": (record["kind"], field), "values": item}
            yield from _groups(record, shape.group, item, at, field)


def _items(held: Any, path: str) -> Iterable[tuple[int | None, Mapping[str, Any], str]]:  # noqa: ANN401 - a group or a list of them
    if isinstance(held, list):
        return ((index, item, f"{path}/{index}") for index, item in enumerate(held))
    return ((None, held, path),)


def _checks(record: Record) -> Iterator[Source]:
    for position, check in enumerate(record["checks"]):
        yield {"row": {"record": record, "position": position, "check": check}}


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _field_of(path: str) -> str:
    """The field of a pointer, without the numbers of list items; "" for the event as a whole."""
    return "/".join(step for step in path.split("/") if step and step != "-" and not step.isdigit())


def _value_text(value: Any) -> str | None:  # noqa: ANN401 - a check's value is a text or a number
    return plain_number(value) if isinstance(value, float | int) else text(value)


def _refused(record: Record) -> int:
    return sum(not Verdict(check["verdict"]).asserted for check in record["checks"])


def _at(*path: str) -> Callable[[Source], Any]:
    """Reads what stands at `path` in a row's source; None where a step has nothing."""

    def read(source: Source) -> Any:  # noqa: ANN401 - JSON is anything
        held: Any = source["row"]
        for step in path:
            held = None if held is None else held.get(step)
        return held

    return read


def _text(name: str, meaning: str, *path: str) -> Column:
    read = _at(*path)
    return Column(name, "text", meaning, lambda source: text(read(source)))


def _integer(name: str, meaning: str, *path: str) -> Column:
    read = _at(*path)
    return Column(name, "integer", meaning, lambda source: integer(read(source)))


def _published(*path: str) -> Column:
    read = _at(*path, "published")
    return Column("published", "date", "the day the article was published", lambda source: _day(read(source)))


_EVENT: tuple[Column, ...] = (
    _text("record_id", "the record's id: 16 hex digits; joins the tables", "id"),
    _text("kind", "the kind of event", "kind"),
    Column("accepted", "boolean", "whether the event is whole enough to be asserted", _at("accepted")),
    _text("article_id", "the article it was read from; joins `articles`", "article", "id"),
    _text("article_sha256", "SHA-256 of the article's text", "article", "sha256"),
    _published("article"),
    _text("published_from", "where that day was found", "article", "published_from"),
    _text("language", "the article's language", "article", "language"),
    Column(
        "evidence_start",
        "integer",
        "where the first evidence sentence begins, in code points of the article's text",
        lambda source: integer(min((span["start"] for span in source["row"]["evidence"]), default=None)),
    ),
    Column(
        "evidence_end",
        "integer",
        "where the last evidence sentence ends",
        lambda source: integer(max((span["end"] for span in source["row"]["evidence"]), default=None)),
    ),
    Column("refused", "integer", "how many of its checks refused a value", lambda source: _refused(source["row"])),
    _text("model", "the model that was asked", "provenance", "model"),
    _text("prompt", "the prompt's version", "provenance", "prompt"),
    _text("library", "the version that wrote the record", "provenance", "library"),
    _integer("prompt_tokens", "tokens asked", "provenance", "usage", "prompt_tokens"),
    _integer("completion_tokens", "tokens answered", "provenance", "usage", "completion_tokens"),
    _integer("calls", "calls made", "provenance", "usage", "calls"),
)
_MEMBER: tuple[Column, ...] = (
    _text("record_id", "the event's record", "record", "id"),
    _text("kind", "the kind of event", "record", "kind"),
    _text("article_id", "the article", "record", "article", "id"),
    _text("field", "the field they stand in: participants, host, supplier, recipient, speaker …", "field"),
    _integer("position", "which of a list, from 0; empty where the field has one", "position"),
    _text("path", "RFC 6901 pointer into the event; the paths of its checks begin with it", "path"),
)
_CHECK: tuple[Column, ...] = (
    _text("record_id", "the event's record", "record", "id"),
    _text("article_id", "the article", "record", "article", "id"),
    _integer("position", "which check of the record, from 0", "position"),
    _text("path", "RFC 6901 pointer into the event; empty for the event as a whole", "check", "path"),
    Column(
        "field", "text", "the pointer without numbers", lambda source: text(_field_of(source["row"]["check"]["path"]))
    ),
    _text("verdict", "supported, inferred, ambiguous, misplaced, contradicted or not_found", "check", "verdict"),
    Column(
        "asserted",
        "boolean",
        "whether a value with this verdict may be asserted",
        lambda source: Verdict(source["row"]["check"]["verdict"]).asserted,
    ),
    _text("tier", "the weakest step by which the words were found", "check", "tier"),
    _text("proposed", "what the model gave", "check", "proposed"),
    Column("value", "text", "what it was read as", lambda source: _value_text(source["row"]["check"].get("value"))),
    _integer("start", "where the words stand, in code points of the article's text", "check", "span", "start"),
    _integer("end", "where they end", "check", "span", "end"),
    _text("found", "what the article says instead", "check", "found"),
    _text("rule", "the rule by which it was inferred or refused", "check", "rule"),
    _text("reason", "why, in words", "check", "reason"),
)
_ARTICLE: tuple[Column, ...] = (
    _text("article_id", "the article's id", "article", "id"),
    _text("article_sha256", "SHA-256 of its text; empty where it could not be read", "article", "sha256"),
    _published("article"),
    _text("published_from", "where that day was found", "article", "published_from"),
    _text("language", "its language", "article", "language"),
    _text("status", "read, empty or failed", "status"),
    _text("error_code", "why it failed", "error", "code"),
    _text("error_message", "the same in words, with the mend", "error", "message"),
    Column(
        "events",
        "texts",
        "the records read from it",
        lambda source: [text(one) or "" for one in source["row"]["events"]],
    ),
    Column("missed", "integer", "sentences that no event covers", lambda source: len(source["row"]["missed_evidence"])),
    Column("conflicts", "integer", "dates that contradict one another", lambda source: len(source["row"]["conflicts"])),
    Column("injections", "integer", "parts that address a machine", lambda source: len(source["row"]["injections"])),
)
