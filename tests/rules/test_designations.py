"""Names right before the words for a thing."""

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.designations import designation


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        pytest.param("en", "Peru bought nine Sentinel radars.", "Sentinel", id="name"),
        pytest.param("en", "Peru bought two Hilal-class corvettes.", "Hilal", id="class"),
        pytest.param("en", "Peru bought ten M1A2 Abrams main battle tanks.", "M1A2 Abrams", id="described"),
        pytest.param("en", "Peru bought nine Turkish Kirpi armoured vehicles.", "Kirpi", id="without-its-country"),
        pytest.param("en", "Peru bought nine Turkish drones.", None, id="a-country"),
        pytest.param("en", "Guided missiles reached Peru.", None, id="first-word"),
        pytest.param("tr", "Peru 46 Leopar tankı aldı.", "Leopar", id="turkish"),
        pytest.param("tr", "Peru, Hisar Savunma'nın zırhlı aracını aldı.", None, id="a-firm"),
    ],
)
def test_the_name_before_a_thing_is_its_designation(language: Language, text: str, name: str | None) -> None:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    found = designation(article, cues, article.passage.sentences[0].span)
    assert (found and found.of(text)) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Oman bought 32 F-16s.", ["F-16"], id="a-model"),
        pytest.param("Oman flies Kestrels. The Kestrel jets are new.", ["Kestrel", "Kestrel"], id="known-by-its-name"),
        pytest.param("Oman flies Kestrels.", [], id="unknown"),
    ],
)
def test_a_plural_names_the_thing_without_its_s(text: str, names: list[str]) -> None:
    article = annotated_article(Article(text=text, language="en"))
    assert [name.span.of(text) for name in article.names if name.kind == "other"] == names
