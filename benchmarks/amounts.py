"""The sets of amounts: money, percentages, dimensions and numbers found and valued, false finds, and price strings."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from benchmarks.finds import FoundAmount
from benchmarks.measuring import Judged, Measurement, Rows, shown
from benchmarks.metrics import overlaps

MONEY, CURRENCY, PERCENT = "money, found as money and valued %", "money, its ISO code too %", "percent %"
MONEY_VALUE = "money, its value found as any amount %"
DIMENSION, NUMBER, RANGE = "dimension, value %", "number %", "range of numbers, both ends %"
FALSE, FALSE_ASKED = "empty rows with a find %", "empty rows with a find of the kind asked %"
VALUE, UNIT, AMOUNT = "value %", "value and unit %", "amount %"
_COLUMNS = {"currency": MONEY, "percentage": PERCENT, "dimension": DIMENSION, "number": NUMBER, "numberrange": RANGE}
_ASKED = {"currency": "money", "percentage": "percent", "dimension": "dimension"}
_NEAR = 1e-6
_RANGE = 2

Find = Callable[[str, str, str], list[FoundAmount]]


def same(one: float | None, other: float | None) -> bool:
    """Whether two values are one, but for rounding."""
    return one is not None and other is not None and abs(one - other) <= _NEAR * max(1.0, abs(other))


def judge_sentences(language: str) -> Callable[[Rows, Find], Iterator[Judged]]:
    """A judge of sentences whose amounts have spans and values."""

    def judge(given: Rows, find: Find) -> Iterator[Judged]:
        for row in given:
            text, asked = row["text"], _ASKED.get(row["task"], "number")
            if not row["results"]:
                yield Judged(FALSE, bool(find(text, language, "any")), text, fault=True)
                found = any(_is(one, asked) for one in find(text, language, asked))
                yield Judged(FALSE_ASKED, found, f"{asked} | {text}", fault=True)
            for gold in row["results"]:
                yield from _gold(text, gold, find(text, language, _ASKED.get(gold["type"], "number")))
                if gold["type"] == "currency" and gold["value_num"] is not None:
                    yield _valued_somehow(text, gold, find(text, language, "any"))

    return judge


def _is(found: FoundAmount, asked: str) -> bool:
    return found.kind in (asked, "") or (asked not in ("money", "percent") and found.kind == "other")


def _gold(text: str, gold: dict[str, Any], found: list[FoundAmount]) -> Iterator[Judged]:
    column = _COLUMNS.get(gold["type"])
    over = [one for one in found if overlaps(one.start, one.end, gold["start"], gold["end"])]
    words = f"{shown(text, gold['start'], gold['end'])} is {gold['value']}, not {over}"
    if column == RANGE:
        yield Judged(RANGE, _range(gold["value"], over), words)
    elif column is not None and gold["value_num"] is not None:
        over = [one for one in over if column != MONEY or one.kind in ("money", "")]
        right = [one for one in over if same(one.value, gold["value_num"])]
        yield Judged(column, bool(right), words)
        if gold["type"] == "currency" and gold["iso_currency"]:
            coded = any(one.currency == gold["iso_currency"] for one in right)
            yield Judged(CURRENCY, coded, f"{words} ({gold['iso_currency']})")


def _valued_somehow(text: str, gold: dict[str, Any], found: list[FoundAmount]) -> Judged:
    over = [one for one in found if overlaps(one.start, one.end, gold["start"], gold["end"])]
    right = any(same(one.value, gold["value_num"]) for one in over)
    return Judged(MONEY_VALUE, right, f"{shown(text, gold['start'], gold['end'])} is {gold['value']}, not {over}")


def _range(value: str, found: list[FoundAmount]) -> bool:
    low, _, high = value.strip("[]()").partition(",")
    ends = [float(end) for end in (low, high) if end.strip("-").replace(".", "").isdigit()]
    given = [end for one in found for end in (one.value, one.maximum) if end is not None]
    return all(any(same(one, end) for one in given) for end in ends)


def judge_expressions(language: str) -> Callable[[Rows, Find], Iterator[Judged]]:
    """A judge of expressions that are the whole text; ordinals are left out."""

    def judge(given: Rows, find: Find) -> Iterator[Judged]:
        for row in given:
            if row["dim"] != "ordinal":
                kind = {"amountofmoney": "money", "distance": "dimension", "quantity": "dimension"}.get(
                    row["dim"], "number"
                )
                found = find(row["text"], language, kind) or find(row["text"], language, "any")
                ends = {end for one in found for end in (one.value, one.maximum) if end is not None}
                right = all(any(_valued(end, value, row["unit"]) for end in ends) for value in row["values"])
                column = f"{row['dim']}, value %"
                words = f"{row['text']!r} is {row['values']} {row['unit']}, not {found}"
                yield Judged(VALUE, right, words)
                yield Judged(MONEY if kind == "money" else column, right, words)

    return judge


def _valued(found: float, value: float, unit: str | None) -> bool:
    return same(found, value) or (unit == "Cent" and same(found, value / 100))  # ten cents are 0.1 of the currency


def judge_quantities(given: Rows, find: Find) -> Iterator[Judged]:
    """A judge of physical quantities; a unit is right by its name, or as printed."""
    for row in given:
        found = find(row["text"], "en", "any")
        for gold in row["results"]:
            over = [one for one in found if overlaps(one.start, one.end, gold["start"], gold["end"])]
            right = [one for one in over if same(one.value, gold["value"])]
            words = f"{shown(row['text'], gold['start'], gold['end'])} is {gold['value']} {gold['unit']}, not {over}"
            yield Judged(VALUE, bool(right), words)
            yield Judged(UNIT, any(_unit(one, gold) for one in right), words)


def _unit(found: FoundAmount, gold: dict[str, Any]) -> bool:
    if gold["unit"] == "dimensionless":
        return found.unit in (None, "dimensionless") and found.currency is None
    if found.currency and gold["unit"] in ("euro", "dollar"):
        return True
    unit = (found.unit or "").lower()
    return bool(unit) and (unit == gold["unit"].lower() or unit in gold["surface"].lower().split())


def judge_prices(given: Rows, price: Callable[[str, str | None], float | None]) -> Iterator[Judged]:
    """A judge of price strings; groups that their source expects to fail are left out."""
    for row in given:
        if row["text"] and not row["group"].startswith("xfail"):
            found = price(row["text"], row["currency_hint"])
            gold = None if row["amount"] is None else float(row["amount"])
            right = found is None if gold is None else same(found, gold)
            yield Judged(AMOUNT, right, f"{row['text']!r} is {gold}, not {found}")


def _sentences(name: str, language: str, columns: Iterable[str], note: str) -> Measurement:
    return Measurement(name, language, ("find_amounts",), tuple(columns), judge_sentences(language), note)


_KINDS = (MONEY, MONEY_VALUE, CURRENCY, PERCENT, DIMENSION, NUMBER, RANGE)
MEASUREMENTS = (
    _sentences(
        "amounts_msrt_en",
        "en",
        (*_KINDS, FALSE, FALSE_ASKED),
        "Ordinals are left out, as nobody gives them as amounts. On the empty rows, lower is better.",
    ),
    _sentences("amounts_msrt_tr", "tr", _KINDS, "Ordinals are left out. No row is empty."),
    Measurement(
        "amounts_duckling_en",
        "en",
        ("expression_amounts",),
        (VALUE, MONEY, "numeral, value %", "distance, value %", "quantity, value %"),
        judge_expressions("en"),
        "Ordinals are left out.",
    ),
    Measurement(
        "amounts_duckling_tr",
        "tr",
        ("expression_amounts",),
        (VALUE, MONEY, "numeral, value %", "distance, value %"),
        judge_expressions("tr"),
        "Ordinals are left out.",
    ),
    Measurement(
        "quantities_quantulum3_en",
        "en",
        ("find_amounts",),
        (VALUE, UNIT),
        judge_quantities,
        "Ours keeps a unit as it is printed, which counts as right here.",
    ),
    Measurement("prices_price_parser", "en", ("price",), (AMOUNT,), judge_prices),
)
