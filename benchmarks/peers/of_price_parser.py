"""price-parser: `Price.fromstring` with the currency hint of the row. It reads one price a string and gives no span."""

from price_parser import Price

from benchmarks.finds import FoundAmount


def price(text: str, hint: str | None) -> float | None:
    """The amount of a price string."""
    return Price.fromstring(text, currency_hint=hint).amount_float


def expression_amounts(text: str, _language: str, _kind: str) -> list[FoundAmount]:
    """The one amount, as if it took up the whole text."""
    found = Price.fromstring(text)
    value = found.amount_float
    return [] if value is None else [FoundAmount(0, len(text), value, "money" if found.currency else "")]
