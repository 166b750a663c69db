"""Places: cities, regions, buildings, and countries where they are locations."""

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique._resources import read_text
from communique.article import Article, Language
from communique.segmentation import segment
from communique.tagging.gazetteer import is_place
from communique.tagging.names import tag_names
from communique.tagging.places import tag_places
from communique.tagging.worded import worded


def _tagged(text: str, language: Language) -> list[tuple[str, str | None]]:
    passage = segment(Article(text=text, language=language))
    return [(place.span.of(text), place.country) for place in tag_places(worded(passage), tag_names(worded(passage)))]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param("They met in Rawalpindi.", "en", [("Rawalpindi", "PAK")], id="city"),
        pytest.param("He flew to Mazar-i-Sharif.", "en", [("Mazar-i-Sharif", "AFG")], id="hyphens"),
        pytest.param("He flew to New York.", "en", [("New York", "USA")], id="two-words"),
        pytest.param("The ship docked at Bergen.", "en", [("Bergen", "NOR")], id="large-city-after-preposition"),
        pytest.param("Bergen declined to comment.", "en", [], id="large-city-may-be-a-surname"),
        pytest.param("He wrote to Bergen Larsen.", "en", [], id="a-longer-name"),
        pytest.param("They trained near Cambridge.", "en", [("Cambridge", None)], id="two-countries-have-one"),
        pytest.param("Heyet dün Bergen'den ayrıldı.", "tr", [("Bergen", "NOR")], id="large-city-in-a-local-case"),
        pytest.param("He spoke of South Asia.", "en", [("South Asia", None)], id="region"),
        pytest.param("They met at the army headquarters.", "en", [("army headquarters", None)], id="building"),
        pytest.param("They dined at Lotus Palace.", "en", [("Lotus Palace", None)], id="palace"),
        pytest.param("They saw a palace.", "en", [], id="building-alone"),
        pytest.param("Nobody liked Lotus palace.", "en", [], id="name-and-lower-case"),
        pytest.param("He went to Pakistan.", "en", [("Pakistan", "PAK")], id="country-after-preposition"),
        pytest.param("Pakistan agreed.", "en", [], id="country-as-actor"),
        pytest.param("He went to Pakistan's border.", "en", [], id="country-possessive"),
        pytest.param("He went to Turkish ports.", "en", [], id="adjective"),
        pytest.param("He saw New, York and Los' Angeles.", "en", [], id="broken-names"),
        pytest.param("He boarded a Karadeniz class ship.", "en", [], id="a-name-is-no-place"),
        pytest.param("Görüşme Karaçi'de yapıldı.", "tr", [("Karaçi", "PAK")], id="apostrophe"),
        pytest.param("Görüşme Karaçide yapıldı.", "tr", [("Karaçi", "PAK")], id="no-apostrophe"),
        pytest.param("Heyet Pakistan’a gitti.", "tr", [("Pakistan", "PAK")], id="dative"),
        pytest.param("Heyet Pakistandan döndü.", "tr", [("Pakistan", "PAK")], id="ablative"),
        pytest.param("Pakistan’ın gemisi battı.", "tr", [], id="genitive"),
        pytest.param("They met in Putrawangsa on Monday.", "en", [("Putrawangsa", None)], id="unknown-behind-in"),
        pytest.param("They dined at Villa Serena.", "en", [("Villa Serena", None)], id="unknown-behind-at"),
        pytest.param("They laughed at Serena.", "en", [], id="one-word-behind-at"),
        pytest.param("Görüşme Tarabuka’da yapıldı.", "tr", [("Tarabuka", None)], id="unknown-in-a-local-case"),
        pytest.param("He believed in Parliament.", "en", [], id="a-body-is-no-place"),
        pytest.param("They dined at State House.", "en", [("State House", None)], id="house"),
        pytest.param("They met in the city of Bergen.", "en", [("Bergen", "NOR")], id="city-of"),
        pytest.param("They met in the port of Nortova.", "en", [("Nortova", None)], id="unknown-port-of"),
        pytest.param("They met in the Peruvian capital, Lima.", "en", [("Lima", "PER")], id="capital-apposed"),
        pytest.param("They met in Norway's Bergen.", "en", [("Bergen", "NOR")], id="behind-its-country"),
        pytest.param("Bergen will host the talks.", "en", [("Bergen", "NOR")], id="city-that-hosts"),
        pytest.param("They spoke at the Munich Harbour Conference.", "en", [], id="occasion-named-by-a-city"),
        pytest.param("They met at GHQ on Monday.", "en", [("GHQ", None)], id="house-by-initials"),
        pytest.param("The GHQ declined to comment.", "en", [], id="initials-that-act"),
        pytest.param("They met at the Pentagon.", "en", [("Pentagon", None)], id="seat"),
        pytest.param("The Pentagon declined to comment.", "en", [], id="seat-that-acts"),
        pytest.param(
            "They met at Air Headquarters Lima.", "en", [("Air Headquarters Lima", "PER")], id="house-and-city"
        ),
        pytest.param(
            "They met at the Naval Headquarters (NHQ) Lima.",
            "en",
            [("Naval Headquarters (NHQ) Lima", "PER")],
            id="initials-between",
        ),
        pytest.param("They met in the Netherlands.", "en", [("Netherlands", "NLD")], id="country-with-article"),
        pytest.param("They met at the Prime Minister's House.", "en", [("Prime Minister's House", None)], id="bearers"),
        pytest.param("He left for Oman.", "en", [("Oman", "OMN")], id="left-for"),
        pytest.param("He voted for Oman.", "en", [], id="voted-for"),
        pytest.param("Konuklar, Lale Sarayı'nda ağırlandı.", "tr", [("Lale Sarayı", None)], id="turkish-palace"),
        pytest.param("Konuklar dün Lima kentinde ağırlandı.", "tr", [("Lima", "PER")], id="turkish-town"),
    ],
)
def test_finds_places(text: str, language: Language, found: list[tuple[str, str | None]]) -> None:
    assert _tagged(text, language) == found


def test_is_place_asks_the_gazetteer() -> None:
    assert is_place(("rawalpindi",))
    assert not is_place(("aksoy",))


def test_the_large_cities_are_sorted_and_have_a_country_or_none() -> None:
    rows = [line.split("\t") for line in read_text("data", "cities.tsv").splitlines()]
    assert len(rows) > 5000
    assert [name for name, _ in rows] == sorted(name for name, _ in rows)
    known = {country.alpha_3 for country in pycountry.countries}
    assert {code for _, code in rows} <= known | {""}


@given(text=st.text(), language=st.sampled_from(("en", "tr", "other")))
def test_any_text_gives_spans_inside_it(text: str, language: Language) -> None:
    for place in tag_places(worded(segment(Article(text=text, language=language)))):
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text).strip() == place.span.of(text)
