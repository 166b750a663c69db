"""parsedatetime: `nlp` over a text, `parseDT` for a given expression; the reference date is the source time."""

from datetime import date, datetime, time

import parsedatetime

from benchmarks.finds import FoundDate

_CALENDAR = parsedatetime.Calendar()


def find_dates(text: str, _language: str, reference: date | None) -> list[FoundDate]:
    """The expressions that `nlp` finds."""
    results = _CALENDAR.nlp(text, sourceTime=_source(reference)) or ()
    return [_found(moment, start, end) for moment, _, start, end, _ in results]


def date_values(words: str, _language: str, reference: date | None) -> list[FoundDate]:
    """The reading of an expression; none where nothing in it was understood."""
    moment, understood = _CALENDAR.parseDT(words, sourceTime=_source(reference))
    return [_found(moment, 0, len(words))] if understood else []


def _source(reference: date | None) -> datetime | None:
    return None if reference is None else datetime.combine(reference, time())


def _found(moment: datetime, start: int, end: int) -> FoundDate:
    return FoundDate(start, end, ((moment.date(), moment.date()),), point=True)
