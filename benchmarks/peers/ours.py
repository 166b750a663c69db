"""communique through what `communique tag` and `communique ground` call: `tags.tag` and `claims.check_claim`."""

from datetime import date
from functools import lru_cache
from typing import Any

from benchmarks.finds import Days, FoundAmount, FoundDate, FoundQuote
from benchmarks.mutants.measuring import verdict_of
from benchmarks.mutants.sources import Truth
from communique.article import Language
from communique.claims import Claim, check_claim
from communique.tagging.dates import bounds
from communique.tags import TaggedText, tag


@lru_cache(maxsize=4096)
def tagged(text: str, language: Language | None, published: date | None) -> dict[str, Any]:
    """The tags of a text, kept for the next question about it."""
    return tag(TaggedText(id="", text=text, language=language, published=published))


def find_dates(text: str, language: Language, reference: date | None) -> list[FoundDate]:
    """The date expressions; one without a known value has no reading.

    The reading of an open interval is also that of its closed side, as the sets give the point without its signal word.
    """
    return [
        FoundDate(found["start"], found["end"], _readings(found["value"]), last_terms=_last_terms(found["value"]))
        for found in tagged(text, language, reference)["dates"]
    ]


def date_values(words: str, language: Language, reference: date | None) -> list[FoundDate]:
    """The readings of an expression that is the whole text."""
    return find_dates(words, language, reference)


def find_amounts(text: str, language: Language, kind: str) -> list[FoundAmount]:
    """The amounts; those of money or percentages only where such are looked for."""
    found = tagged(text, language, None)["amounts"]
    return [_amount(one) for one in found if kind not in ("money", "percent") or one["kind"] == kind]


def price(text: str, _hint: str | None) -> float | None:
    """The first sum of money, else the first amount that is no percentage."""
    found = [one for one in find_amounts(text, "en", "any") if one.kind != "percent"]
    money = [one for one in found if one.kind == "money"]
    return (money or found)[0].value if found else None


def has_name(text: str, name: str) -> bool:
    """Whether the claim that the text names it is asserted."""
    return check_claim(Claim(id="", text=text, kind="name", value=name, language="tr")).verdict.asserted


def same_name(one: str, other: str) -> bool:
    """Whether either name, as a text, supports the other."""
    pairs = ((one, other), (other, one))
    return any(
        check_claim(Claim(id="", text=text, kind="name", value=name, language="en")).verdict.asserted
        for text, name in pairs
    )


def find_quotes(text: str) -> list[FoundQuote]:
    """The direct quotes and reported clauses of an English article."""
    return [
        FoundQuote(
            found["start"], found["end"], found["form"] == "direct", found["speaker"] and found["speaker"]["text"]
        )
        for found in tagged(text, "en", None)["quotes"]
    ]


def find_spans(text: str, language: Language, kind: str) -> list[tuple[int, int]] | None:
    """The spans of a kind: time, money, quantity, person, organisation or actor (a name or place)."""
    tags = tagged(text, language, None)
    found = {
        "time": tags["dates"],
        "money": [one for one in tags["amounts"] if one["kind"] == "money"],
        "quantity": [one for one in tags["amounts"] if one["kind"] != "money"],
        "person": [one for one in tags["names"] if one["kind"] == "person"],
        "organisation": [one for one in tags["names"] if one["kind"] == "organisation"],
        "actor": [*tags["names"], *tags["places"]],
    }
    return [(one["start"], one["end"]) for one in found[kind]] if kind in found else None


def accepts_claim(truth: Truth) -> bool:
    """Whether a claim is asserted, with its speaker and its evidence."""
    return verdict_of(truth).asserted


def _readings(value: str | None) -> tuple[Days, ...]:
    if value is None:
        return ()
    closed = value.removesuffix("/..").removeprefix("../")
    return (bounds(value),) if closed == value else (bounds(value), bounds(closed))


def _last_terms(value: str | None) -> tuple[Days, ...]:
    left, slash, right = (value or "").partition("/")
    return ((bounds(left)[0], bounds(right)[0]),) if slash and ".." not in (left, right) else ()


def _amount(found: dict[str, Any]) -> FoundAmount:
    kind = found["kind"] if found["kind"] in ("money", "percent") else "other"
    return FoundAmount(
        found["start"], found["end"], found["value"], kind, found["max"], found["currency"], found["unit"]
    )
