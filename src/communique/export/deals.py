"""An arms deal as the register asks for it: by state, with years and numbers, each estimate marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pycountry

from communique._resources import read_toml
from communique.export.fields import days_of, plain_number

Record = Mapping[str, Any]
UNKNOWN_SUPPLIER, UNKNOWN_RECIPIENT = "unknown supplier(s)", "unknown recipient(s)"
"""What the register writes for an end that nobody knows."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a year, None where it is not known, and whether it is an estimate."""

    value: int | None = None
    is_estimate: bool = False


@cache
def state_name(code: str) -> str:
    """The state of an ISO 3166-1 alpha-3 code in SIPRI's spelling, else by ISO's common name."""
    country = pycountry.countries.get(alpha_3=code)
    usual = getattr(country, "common_name", country.name) if country else code
    return str(read_toml("sipri.toml")["names"].get(code, usual))


def states(actors: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The states among the actors, once each."""
    codes = (actor["country"]["value"] for actor in actors if actor.get("country"))
    return tuple(state_name(code) for code in dict.fromkeys(codes))


def names(actors: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The names of the actors, such as services and firms, once each."""
    return tuple(dict.fromkeys(actor["name"]["value"] for actor in actors if actor.get("name")))


def value_of(event: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - a value of any type
    """The value of a field, None where it has none."""
    held = event.get(name)
    return held["value"] if held else None


def year_of(when: Mapping[str, Any] | None) -> Figure:
    """The year of a date; an estimate where the date is "about", or a period that ends in another year."""
    if not when or when["value"] is None:
        return Figure()
    first, last = days_of(when["value"])
    if first is None and last is None:
        return Figure()
    return Figure((first or last or date.min).year, is_estimate=_is_estimate(when["value"], first, last))


def _is_estimate(edtf: str, first: date | None, last: date | None) -> bool:
    return "~" in edtf or first is None or last is None or first.year != last.year


def count_of(quantity: Mapping[str, Any] | None) -> Figure:
    """The number of items; an estimate unless it is exact. Of a range it is the lower end."""
    if not quantity or not float(quantity["value"]).is_integer():
        return Figure()
    return Figure(int(quantity["value"]), is_estimate=quantity.get("modifier", "exact") != "exact")


def amount_words(amount: Mapping[str, Any]) -> str:
    """An amount in words: "about 1300000000 USD", "10 to 12 vessels"."""
    upper = f" to {plain_number(amount['max'])}" if amount.get("max") is not None else ""
    modifier = amount.get("modifier", "exact")
    before = "" if modifier in ("exact", "range") else f"{modifier.replace('_', ' ')} "
    unit = amount.get("currency") or amount.get("unit") or ""
    return f"{before}{plain_number(amount['value'])}{upper} {unit}".strip()


def deliveries_of(event: Mapping[str, Any]) -> Iterator[Figure]:
    """The years in which was delivered: of a delivery, its date and further ones; of an order none, as they are due."""
    if value_of(event, "stage") != "delivery":
        return
    seen = set()
    for when in (event.get("date"), *(event.get("deliveries") or ())):
        year = year_of(when)
        if year.value is not None and year.value not in seen:
            seen.add(year.value)
            yield year


def comments(record: Record) -> Iterator[str]:
    """What the register's columns do not hold, in words: prices, parties, terms, dates that are due, the source."""
    event = record["event"]
    if event.get("amount"):
        yield f"price {amount_words(event['amount'])}"
    if event.get("quantity") and (
        event["quantity"].get("modifier", "exact") != "exact" or not count_of(event["quantity"]).value
    ):
        yield f"number {amount_words(event['quantity'])}"
    for end in ("supplier", "recipient"):
        if named := names(event.get(end) or ()):
            yield f"{end} {', '.join(named)}"
    if terms := [term["value"].replace("_", " ") for term in event.get("terms") or ()]:
        yield f"terms {', '.join(terms)}"
    due = [when["value"] or when.get("partial") or when["text"] for when in event.get("deliveries") or ()]
    if due and value_of(event, "stage") != "delivery":
        yield f"delivery due {', '.join(due)}"
    published = record["article"].get("published")
    yield f"article {record['article']['id']}" + (f" of {published}" if published else "")
