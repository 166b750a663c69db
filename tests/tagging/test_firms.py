"""Words that stand for a firm named before."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article
from communique.tagging.names import is_trading


@pytest.mark.parametrize(
    ("language", "text", "firm"),
    [
        pytest.param("en", "Denizak Marine won. The company sells boats.", "Denizak Marine", id="the-company"),
        pytest.param("en", "Denizak Marine won. Peru paid the same yard.", "Denizak Marine", id="the-same-yard"),
        pytest.param("en", "Denizak Marine beat Kestrel Motors. The company sells boats.", None, id="one-of-two"),
        pytest.param("en", "The Pakistan Navy won. The company sells boats.", None, id="no-firm"),
        pytest.param("tr", "Hisar Savunma kazandı. Şirket, araç satıyor.", "Hisar Savunma", id="sirket"),
        pytest.param("en", "Denizak Marine won. The Turkish yard sells boats.", "Denizak Marine", id="by-its-country"),
        pytest.param(
            "en", "The Italian firm Delta Marine won. The Turkish yard sells boats.", None, id="of-another-country"
        ),
        pytest.param("tr", "Hisar Savunma kazandı. Türk firması araç satıyor.", "Hisar Savunma", id="turk-firmasi"),
        pytest.param("tr", "Hisar Savunma kazandı. Türk firması Yıldız da yarıştı.", None, id="turk-firmasi-by-name"),
        pytest.param("tr", "Hisar Savunma kazandı. Bir Türk şirketi araç satıyor.", None, id="a-firm-of-turkey"),
    ],
)
def test_words_for_a_firm_stand_for_the_one_that_was_named(language: Language, text: str, firm: str | None) -> None:
    article = annotated_article(Article(text=text, language=language))
    found = [article.canonical(mention) for mention in article.references if mention.kind == "organisation"]
    assert found == ([] if firm is None else [firm])


@pytest.mark.parametrize(
    ("name", "trades"),
    [
        pytest.param("Marmaris Group", True, id="group"),
        pytest.param("Pakistan Navy", False, id="navy"),
        pytest.param("Savunma Bakanlığı", False, id="bakanlik"),
        pytest.param("Hisar Savunma", True, id="savunma"),
    ],
)
def test_parts_of_a_state_do_not_trade(name: str, trades: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_trading(name) is trades


def test_a_firm_is_of_the_country_by_which_it_is_told() -> None:
    article = annotated_article(Article(text="Denizak Marine won. The South Korean yard sells boats.", language="en"))
    (told,) = (mention for mention in article.references if mention.kind == "organisation")
    assert told.country is not None
    assert told.country.code == "KOR"
