"""Records without end, made by seed: events of many people, each told by one to four papers."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from communique.occurrences import Source
from communique.records import ArticleReference

_SEED = 7
_PEOPLE = 20_000
_DAYS = 3650
_SYLLABLES = [
    "ka",
    "mir",
    "ta",
    "run",
    "se",
    "lim",
    "or",
    "han",
    "de",
    "niz",
    "bu",
    "rak",
    "ay",
    "sel",
    "gul",
    "fa",
    "rid",
    "na",
    "zim",
]
_COUNTRIES = ("TUR", "PAK", "AZE", "QAT", "KAZ", "MYS", "IDN", "SAU")


def made(count: int) -> Iterator[tuple[str, Source]]:
    """`count` sources of meetings, with their kind."""
    chance = random.Random(_SEED)  # noqa: S311 - data, no secrets
    people = [_person(chance) for _ in range(_PEOPLE)]
    number = 0
    while number < count:
        parties = [chance.choice(people) for _ in range(chance.randint(2, 3))]
        day = date(2016, 1, 1) + timedelta(chance.randrange(_DAYS))
        for _ in range(min(chance.randint(1, 4), count - number)):
            yield "meeting", _source(number, parties, day, chance)
            number += 1


def _person(chance: random.Random) -> tuple[str, str]:
    name = " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).title() for _ in range(2))
    return name, chance.choice(_COUNTRIES)


def _source(number: int, parties: list[tuple[str, str]], day: date, chance: random.Random) -> Source:
    told = chance.random() > 1 / 5
    event: dict[str, Any] = {
        "format": _value("meeting"),
        "participants": [{"name": _value(name), "country": _value(country)} for name, country in parties],
    }
    if told:
        event["date"] = {**_value(day.isoformat()), "granularity": "day", "anchor": "published", "partial": None}
    published = (day + timedelta(chance.randint(0, 2))).isoformat()
    article = ArticleReference(id=f"a{number}", sha256=f"{number:064x}", published=published, language="en")
    return Source(record=f"{number:016x}", article=article, event=event, evidence=())


def _value(text: str) -> dict[str, Any]:
    return {"text": text, "start": 0, "end": len(text), "value": text}
