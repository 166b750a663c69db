"""Short articles of made-up persons and deals, by seed: own sentences from templates, each article with its own id."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

_SHARE_OF_TURKISH = 0.1
_SHARE_WITH_LANGUAGE = 0.9
_GIVEN = ("Selim", "Leyla", "Omar", "Ingrid", "Marek", "Ayşe", "Tomás", "Nadia", "Kemal", "Sofia", "Viktor", "Haruka")
_FAMILY = ("Aksoy", "Demirtaş", "Haddad", "Lindqvist", "Nowak", "Yıldız", "Serrano", "Rahimi", "Petrov", "Tanaka")
_OFFICES = ("Defence Minister", "Foreign Minister", "Prime Minister", "President", "Ambassador", "Gen.")
_STATES = ("Poland", "Pakistan", "Sweden", "Japan", "Morocco", "Romania", "Indonesia", "Canada")
_CITIES = ("Warsaw", "Rawalpindi", "Stockholm", "Tokyo", "Rabat", "Bucharest", "Jakarta", "Ottawa", "Ankara")
_FIRMS = ("Denizak", "Norvik Marine", "Kestrel Dynamics", "Anadolu Aero", "Halden Optics", "Orla Systems")
_ARMS = ("patrol vessels", "trainer aircraft", "howitzers", "armoured vehicles", "radar stations", "helicopters")
_TOPICS = ("border security", "joint training", "trade", "air defence", "shipbuilding", "energy")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TURKISH_DAYS = ("pazartesi", "salı", "çarşamba", "perşembe", "cuma")
_SAID = (
    "Our friendship needs no interpreter",
    "We will keep every promise that we made",
    "Nobody should doubt our resolve",
    "This work has only begun",
)
_TEMPLATES = (
    "{office_a} {a} met {office_b} {b} in {city} on {day}.",
    "{office_a} {a} received {b} in {city} on {day}.",
    "{a} and {b} spoke by phone about {topic} on {day}.",
    "{state} signed a contract with {firm} for {count} {arms} on {day}.",
    "{state} ordered {count} {arms} from {firm} for ${millions} million.",
    "“{said},” {a} said.",
    "{b} said that the talks on {topic} would continue.",
)
_TURKISH = ("{a}, {gün} günü {city} kentinde {b} ile görüştü.",)
_FILLERS = (
    "It rained over {city} for most of the week.",
    "Observers in {city} expect little news on {topic} before the summer.",
    "The road to {city} was closed for repairs.",
)


def article_rows(seed: int, number: int) -> Iterator[Mapping[str, str]]:
    """`number` articles as rows of a JSONL input; an article depends on the seed and its own place only."""
    for place in range(number):
        yield _row(Random(f"{seed}:{place}"), place)  # noqa: S311 - articles, not secrets


def _row(random: Random, place: int) -> Mapping[str, str]:
    language = "tr" if random.random() < _SHARE_OF_TURKISH else "en"
    told = random.sample(_TEMPLATES, random.randint(1, 2)) + random.sample(_FILLERS, random.randint(0, 1))
    text = " ".join(template.format(**_words(random)) for template in (_TURKISH if language == "tr" else told))
    return {
        "id": f"wire-{place:06}",
        "text": f"{text}\n{'Haber' if language == 'tr' else 'Wire'} {place}.\n",
        "published": f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        **({"language": language} if random.random() < _SHARE_WITH_LANGUAGE else {}),
    }


def _words(random: Random) -> Mapping[str, str]:
    """Words for every blank of a template; `a` and `b` are two different persons."""
    (given_a, given_b), (family_a, family_b) = random.sample(_GIVEN, 2), random.sample(_FAMILY, 2)
    office_a, office_b = random.sample(_OFFICES, 2)
    pools = {"state": _STATES, "city": _CITIES, "firm": _FIRMS, "arms": _ARMS, "topic": _TOPICS}
    return {
        **{blank: random.choice(pool) for blank, pool in pools.items()},
        "day": random.choice(_DAYS),
        "gün": random.choice(_TURKISH_DAYS),
        "a": f"{given_a} {family_a}",
        "b": f"{given_b} {family_b}",
        "office_a": office_a,
        "office_b": office_b,
        "said": random.choice(_SAID),
        "count": str(random.randint(2, 60)),
        "millions": str(random.randint(5, 900)),
    }


def write_articles(path: Path, rows: Iterator[Mapping[str, str]]) -> None:
    """The rows as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
