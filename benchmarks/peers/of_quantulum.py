"""quantulum3 without its optional classifier: `parser.parse`, in English, its only language with units."""

from quantulum3 import parser

from benchmarks.finds import FoundAmount

_MONEY = "currency"


def find_amounts(text: str, _language: str, kind: str) -> list[FoundAmount]:
    """The quantities of a text; of money those whose unit is a currency."""
    found = []
    for quantity in parser.parse(text):
        entity, unit = quantity.unit.entity.name, quantity.unit.name
        named = "money" if entity == _MONEY else "percent" if unit.startswith("percent") else "other"
        if kind != "money" or named == "money":
            start, end = quantity.span
            code = getattr(quantity.unit, "currency_code", None)
            found.append(FoundAmount(start, end, quantity.value, named, currency=code, unit=unit))
    return found


def price(text: str, _hint: str | None) -> float | None:
    """The first sum of money, else the first quantity."""
    found = find_amounts(text, "en", "money") or find_amounts(text, "en", "any")
    return found[0].value if found else None


def find_spans(text: str, language: str, kind: str) -> list[tuple[int, int]] | None:
    """The spans of money or quantities."""
    if kind not in ("money", "quantity"):
        return None
    found = find_amounts(text, language, "money" if kind == "money" else "any")
    return [(one.start, one.end) for one in found if kind == "money" or one.kind != "money"]
