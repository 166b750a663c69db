"""The records of records.toml as sources, each with the event it is of."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.occurrences import Source
from communique.records import ArticleReference

DATA = Path(__file__).parent / "records.toml"
_PARTY = ("name", "role", "organisation", "country")
_PHRASES = ("designation", "description", "place", "format", "status", "stage")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A source, its kind, and the name of the event it is of."""

    event: str
    kind: str
    source: Source


def read(path: Path = DATA) -> tuple[Labelled, ...]:
    """All records of the file, in its order."""
    rows: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["record"]
    return tuple(_labelled(number, row) for number, row in enumerate(rows))


def _labelled(number: int, row: Mapping[str, Any]) -> Labelled:
    mark = sha256(f"{number} {row['event']}".encode()).hexdigest()
    article = ArticleReference(
        id=f"article-{number}",
        sha256=mark,
        published=row["published"],
        published_from="given",
        language=row["language"],
    )
    source = Source(record=mark[:16], article=article, event=dict(_event(row)), evidence=())
    return Labelled(row["event"], row["kind"], source)


def _event(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in ("participants", "supplier", "recipient"):
        if name in row:
            yield name, [_party(party) for party in row[name]]
    if "speaker" in row:
        yield "speaker", _party(row["speaker"])
    yield from ((name, _value(row[name])) for name in _PHRASES if name in row)
    if "quote" in row:
        yield "quote", _value(row["quote"])
    if row.get("date"):
        yield "date", {**_value(row["date"]), "granularity": "day", "anchor": "published", "partial": None}
    if "quantity" in row:
        yield "quantity", _number(float(row["quantity"]), None)
    if "amount" in row:
        figure, currency = row["amount"].split()
        yield "amount", _number(float(figure), currency)


def _party(line: str) -> dict[str, Any]:
    parts = zip(_PARTY, (part.strip() for part in line.split("|")), strict=True)
    return {name: _value(part) for name, part in parts if part}


def _value(text: str) -> dict[str, Any]:
    return {"text": text, "start": 0, "end": len(text), "value": text}


def _number(value: float, currency: str | None) -> dict[str, Any]:
    return {**_value(f"{value:g}"), "value": value, "max": None, "currency": currency, "unit": None}
