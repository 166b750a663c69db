"""Countries in both languages, without suffixes, as ISO 3166-1 alpha-3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.segmentation import segment
from communique.tagging.countries import country_code
from communique.tagging.worded import tag_countries, worded


def _tagged(text: str, language: Language) -> list[tuple[str, str, str]]:
    mentions = tag_countries(worded(segment(Article(text=text, language=language))))
    return [(mention.span.of(text), mention.code, mention.form) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        pytest.param("He left Türkiye's coast.", "en", [("Türkiye", "TUR", "name")], id="possessive"),
        pytest.param("A Qatari ship sank.", "en", [("Qatari", "QAT", "adjective")], id="adjective"),
        pytest.param("Talks in New Delhi ended.", "en", [("New Delhi", "IND", "capital")], id="capital"),
        pytest.param("The US and us.", "en", [("US", "USA", "name")], id="capitals-only"),
        pytest.param("The U.S. agreed.", "en", [("U.S.", "USA", "name")], id="dots"),
        pytest.param("Us, they said.", "en", [], id="pronoun"),
        pytest.param("Kingdom of Saudi Arabia paid.", "en", [("Kingdom of Saudi Arabia", "SAU", "name")], id="long"),
        pytest.param("He went to New, Delhi.", "en", [], id="comma"),
        pytest.param("turkey is a bird.", "en", [], id="lower-case"),
        pytest.param("Irakli left.", "en", [], id="no-turkish-adjective"),
        pytest.param("İrakli gitti.", "tr", [], id="a-dotted-i"),
        pytest.param("Iraklı elçi gitti.", "tr", [("Iraklı", "IRQ", "adjective")], id="a-dotless-i"),
        pytest.param("Pakistan'ın gemileri geldi.", "tr", [("Pakistan", "PAK", "name")], id="genitive"),
        pytest.param("Heyet Pakistandan ayrıldı.", "tr", [("Pakistan", "PAK", "name")], id="no-apostrophe"),
        pytest.param("Suudi Arabistan'a gitti.", "tr", [("Suudi Arabistan", "SAU", "name")], id="two-words"),
        pytest.param("Görüşme Bakü’de yapıldı.", "tr", [("Bakü", "AZE", "capital")], id="locative"),
        pytest.param("Kamboçyalı general geldi.", "tr", [("Kamboçyalı", "KHM", "adjective")], id="harmony"),
        pytest.param("Irakli Zane spoke.", "en", [], id="a-name-like-a-turkish-adjective"),
        pytest.param("A Ghanaian ship sank.", "en", [("Ghanaian", "GHA", "adjective")], id="small-state"),
        pytest.param("Almanya imzaladı.", "tr", [("Almanya", "DEU", "name")], id="iso"),
        pytest.param(
            "Umman Sultanlığı'nın ve Kırgız Cumhuriyeti'nin bakanları geldi.",
            "tr",
            [("Umman Sultanlığı", "OMN", "name"), ("Kırgız Cumhuriyeti", "KGZ", "name")],
            id="turkish-in-full",
        ),
        pytest.param(
            "It left for the Kingdom of Bahrain.", "en", [("Kingdom of Bahrain", "BHR", "name")], id="english-in-full"
        ),
    ],
)
def test_finds_countries(text: str, language: Language, found: list[tuple[str, str, str]]) -> None:
    assert _tagged(text, language) == found


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param("Türkiye", "TUR", id="name"),
        pytest.param("turkish", "TUR", id="folded"),
        pytest.param("İslamabad", "PAK", id="capital"),
        pytest.param("Atlantis", None, id="none"),
        pytest.param("", None, id="empty"),
    ],
)
def test_country_code(words: str, code: str | None) -> None:
    assert country_code(words) == code


@given(text=st.text(), language=st.sampled_from(("en", "tr", "other")))
def test_any_text_gives_spans_inside_it(text: str, language: Language) -> None:
    for mention in tag_countries(worded(segment(Article(text=text, language=language)))):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text)[0].isupper()
