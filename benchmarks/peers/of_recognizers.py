"""recognizers-text 1.0.2a2 (needs emoji < 2): the date, number and unit models, with the culture told.

Its ranges exclude their last day, which is taken off here. All values that it offers count as readings. Of Turkish
it has the number model only: the models of units and percentages fall back to English, as they do by default, and of
dates there is none.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture, ModelResult

from benchmarks.finds import Days, FoundAmount, FoundDate

_CULTURES = {"en": Culture.English, "tr": Culture.Turkish}
_MODELS = {
    "money": recognize_currency,
    "percent": recognize_percentage,
    "dimension": recognize_dimension,
    "number": recognize_number,
}
_KINDS = {"money": "money", "percent": "percent"}


def find_dates(text: str, language: str, reference: date | None) -> list[FoundDate]:
    """The dates and closed or open ranges of dates; times, durations and sets are left out."""
    moment = datetime.combine(reference or date.today(), time())  # noqa: DTZ011 -- only the day counts, unknown or given
    found = []
    for result in recognize_datetime(text, _CULTURES[language], reference=moment):
        readings = tuple(_readings(result.resolution or {}))
        if readings:
            found.append(FoundDate(result.start, result.end + 1, readings))
    return found


def date_values(words: str, language: str, reference: date | None) -> list[FoundDate]:
    """The readings of an expression."""
    return find_dates(words, language, reference)


def find_amounts(text: str, language: str, kind: str) -> list[FoundAmount]:
    """The amounts that the model for a kind finds; for any kind those of all models."""
    models = [_MODELS[kind]] if kind in _MODELS else list(_MODELS.values())
    return [
        found
        for model in models
        for result in model(text, _CULTURES[language])
        for found in _amounts(result, _KINDS.get(next(name for name, one in _MODELS.items() if one is model), "other"))
    ]


def price(text: str, _hint: str | None) -> float | None:
    """The first sum of money, else the first number."""
    found = find_amounts(text, "en", "money") or find_amounts(text, "en", "number")
    return found[0].value if found else None


def find_spans(text: str, language: str, kind: str) -> list[tuple[int, int]] | None:
    """The spans of money, quantities or times."""
    if kind == "time":
        results = recognize_datetime(text, _CULTURES[language])
        return [(result.start, result.end + 1) for result in results]
    if kind in ("money", "quantity"):
        model = "money" if kind == "money" else "number"
        return [(found.start, found.end) for found in find_amounts(text, language, model)]
    return None


def _readings(resolution: dict[str, Any]) -> Iterator[Days]:
    for value in resolution.get("values") or ():
        if value.get("type") == "date" and value.get("value", "").startswith(("1", "2")):
            day = date.fromisoformat(value["value"][:10])
            yield day, day
        elif value.get("type") == "daterange":
            start, end = _day(value.get("start")), _day(value.get("end"))
            if start or end:
                yield start, end - timedelta(days=1) if end else None


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:
        return None


def _amounts(result: ModelResult, kind: str) -> Iterator[FoundAmount]:
    resolution = result.resolution or {}
    try:
        value = float(str(resolution.get("value")).removesuffix("%"))
    except ValueError:
        return
    unit, currency = resolution.get("unit"), resolution.get("isoCurrency")
    yield FoundAmount(result.start, result.end + 1, value, kind, currency=currency, unit=unit)
