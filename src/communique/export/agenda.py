"""Planned events as an iCalendar file (RFC 5545): all-day entries of those whose days are known.

An entry's UID is its record's id and its DTSTAMP the day of the article, so that the same records give the same file
and a calendar that reads it twice keeps one entry.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

from communique.characters import one_line
from communique.errors import ConfigurationError
from communique.events import Event
from communique.export.asserting import asserted
from communique.export.fields import days_of, text
from communique.export.losses import REFUSED, Losses, LossTable
from communique.fields import Place, When
from communique.shapes import FieldShape, shapes

try:
    import icalendar
except ImportError:  # the extra `export` is not installed; Agenda says so
    icalendar = None  # type: ignore[assignment] # a module or nothing

Record = Mapping[str, Any]
PRODID = "-//communique//planned meetings//EN"
"""By it a file of ours is known."""
PLANNED = "planned"
"""The option of a Choice field by which an event class says that an event is ahead."""

LOSSES: LossTable = {
    "refused": REFUSED,
    "not_accepted": "not accepted: asserts nothing, left out",
    "not_planned": "not planned (held, cancelled, denied, or another kind of event): left out",
    "no_date": "planned, without a date: left out",
    "no_days": "planned, with a date that names no days (a month, a season, an open end, no year): left out",
}
_NAMES_DAYS = ("day", "week", "weekend", "interval")
_NO_ICALENDAR = 'the calendar needs icalendar; run `pip install "communique[export]"`'


class Agenda:
    """Makes entries of records; `losses` counts those that have none. `kinds` are the classes of the events."""

    def __init__(self, kinds: Sequence[type[Event]]) -> None:
        if icalendar is None:
            raise ConfigurationError(_NO_ICALENDAR)
        self._kinds = {kind.kind: kind for kind in kinds}
        self.losses: Losses = Counter()

    @property
    def begin(self) -> bytes:
        """What stands before the entries."""
        calendar = icalendar.Calendar()
        calendar.add("prodid", PRODID)
        calendar.add("version", "2.0")
        written: bytes = calendar.to_ical()
        return written.removesuffix(self.end)

    @property
    def end(self) -> bytes:
        """What stands behind them."""
        return b"END:VCALENDAR\r\n"

    def entry(self, record: Record) -> bytes | None:
        """The entry of a record, None for one that has none."""
        record, refused = asserted(record)
        found = self._days(record)
        if isinstance(found, str):
            self.losses[found] += 1
            return None
        self.losses.update(["refused"] * refused)
        return _entry(record, self._kinds[record["kind"]], *found)

    def _days(self, record: Record) -> tuple[date, date] | str:
        kind = self._kinds.get(record["kind"])
        if not record["accepted"]:
            return "not_accepted"
        if kind is None or not _is_planned(record["event"], kind):
            return "not_planned"
        when = _first(record["event"], shapes(kind), When)
        if when is None:
            return "no_date"
        return _known_days(when) or "no_days"


def _is_planned(event: Mapping[str, Any], kind: type[Event]) -> bool:
    choices = (shape.name for shape in shapes(kind) if PLANNED in shape.options and not shape.many)
    return any(event.get(name) and event[name]["value"] == PLANNED for name in choices)


def _known_days(when: Mapping[str, Any]) -> tuple[date, date] | None:
    """The first and the last day of a date that names them; the last day of all has no day behind it."""
    first, last = days_of(when["value"])
    if first is None or last in (None, date.max) or when["granularity"] not in _NAMES_DAYS:
        return None
    return (first, last) if last and _ends_are_days(when["value"]) else None


def _ends_are_days(edtf: str) -> bool:
    return all(len(end.removesuffix("~")) == len("2026-01-30") for end in edtf.split("/"))


def _first(event: Mapping[str, Any], fields: Sequence[FieldShape], wanted: type[Any]) -> Mapping[str, Any] | None:
    """The value of the first field of a type, which is no list."""
    found: Iterator[Mapping[str, Any]] = (
        event[shape.name] for shape in fields if shape.is_a(wanted) and not shape.many and event.get(shape.name)
    )
    return next(found, None)


def _entry(record: Record, kind: type[Event], first: date, last: date) -> bytes:
    event, fields = record["event"], shapes(kind)
    entry = icalendar.Event()
    entry.add("uid", f"{record['id']}@communique")
    entry.add("dtstamp", datetime.combine(_published(record) or first, time(), tzinfo=UTC))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))  # RFC 5545: the end is not part of it
    entry.add("summary", _summary(record, fields))
    entry.add("status", "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if place := _first(event, fields, Place):
        entry.add("location", _plain(place["value"]))
    entry.add("description", "\n".join(_description(record, fields)))
    written: bytes = entry.to_ical()
    return written


def _published(record: Record) -> date | None:
    written = record["article"].get("published")
    return date.fromisoformat(written) if written else None


def _summary(record: Record, fields: Sequence[FieldShape]) -> str:
    who = list(dict.fromkeys(_who(record["event"], fields)))
    what = record["kind"].replace("_", " ").capitalize()
    return f"{what}: {', '.join(who)}" if who else what


def _who(event: Mapping[str, Any], fields: Sequence[FieldShape]) -> Iterator[str]:
    """Those who take part, each by the first value of their group: a name, else a role, a body or a country."""
    for shape in fields:
        held = event.get(shape.name)
        if shape.group is None or not held:
            continue
        names = [one.name for one in shapes(shape.group) if one.group is None and not one.many]
        for member in held if isinstance(held, list) else (held,):
            yield from islice((_plain(member[name]["value"]) for name in names if member.get(name)), 1)


def _description(record: Record, fields: Sequence[FieldShape]) -> Iterator[str]:
    when = _first(record["event"], fields, When)
    if when is not None:
        yield f"Date: {when['value']}" + (f' ("{_plain(when["text"])}")' if when["text"] else "")
    for shape in fields:
        held = record["event"].get(shape.name)
        if shape.many and shape.group is None and held:
            yield f"{shape.name.replace('_', ' ').capitalize()}: {', '.join(_plain(item['value']) for item in held)}"
    published = record["article"].get("published")
    yield f"Article: {_plain(record['article']['id'])}" + (f", {published}" if published else "")


def _plain(words: object) -> str:
    """Words on one line, without control and hidden characters."""
    return one_line(text(words) or "")
