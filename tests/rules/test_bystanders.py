"""Names that stand at no end of a deal."""

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.rules.bystanders import is_bystander, is_medium
from communique.rules.cues import cues_of


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Reuters", True, id="wire"),
        pytest.param("Anadolu Agency", True, id="wire-agency"),
        pytest.param("Anadolu Zırhlı", False, id="firm-named-as-a-wire"),
        pytest.param("Harbour Defence Magazine", True, id="magazine"),
        pytest.param("Harbour Defence", False, id="firm"),
    ],
)
def test_a_paper_tells_of_a_deal_and_makes_none(name: str, *, told: bool) -> None:
    assert is_medium(name) is told


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "Peru is to buy ten jets, the Harbour Defence news portal says.", "en", ["Harbour Defence"], id="portal"
        ),
        pytest.param("Peru ordered 543 Kestrel Weapons Systems.", "en", ["Kestrel Weapons Systems"], id="counted"),
        pytest.param("Peru ordered TRN 39 jets from Spain.", "en", ["TRN"], id="a-model-number"),
        pytest.param("Peru ordered 30 Raytheon missiles.", "en", [], id="a-known-maker-of-what-is-counted"),
        pytest.param("The State Department cleared the sale of ten jets.", "en", ["State Department"], id="department"),
        pytest.param("The US State Department cleared the sale of ten jets.", "en", [], id="department-of-its-state"),
        pytest.param(
            "Umman, Elektronik Harp Sistemleri için sözleşme imzaladı.",
            "tr",
            ["Elektronik Harp Sistemleri"],
            id="thing",
        ),
    ],
)
def test_who_only_decides_and_what_is_sold_are_no_parties(text: str, language: Language, expected: list[str]) -> None:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    bodies = [name for name in article.names if name.kind == "organisation"]
    assert [name.span.of(text) for name in bodies if is_bystander(article, cues, name)] == expected
