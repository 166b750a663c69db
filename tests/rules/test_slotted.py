"""Which dates and counts the words around them give to a field."""

from datetime import date

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.slotted import slotted

PUBLISHED = date(2026, 3, 11)
DELIVERY = {"stage": Proposed("delivered", option="delivery")}


def _given(text: str, language: Language, field: str) -> list[str]:
    article = annotated_article(Article(text=text, language=language, published=PUBLISHED))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    told = slotted(article, ArmsDeal, cues, [sentence.span for sentence in article.passage.sentences], DELIVERY)
    value = told.values.get(field, ())
    values = value if isinstance(value, tuple) else (value,)
    return [one.text for one in values if isinstance(one, Proposed)]


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        pytest.param("en", "Peru received two cutters.", ["two cutters"], id="counted"),
        pytest.param("en", "The remaining four cutters will follow.", [], id="what-is-left"),
        pytest.param("tr", "Kalan dört bot 2027'de teslim edilecek.", [], id="kalan"),
        pytest.param(
            "en",
            "Peru received 14 Cobra II 4×4 armoured vehicles.",
            ["14 Cobra II 4×4 armoured vehicles"],
            id="not-its-wheels",
        ),
        pytest.param(
            "en",
            "Peru received 12 new Kestrel Seahawk® helicopters.",
            ["12 new Kestrel Seahawk® helicopters"],
            id="a-trade-mark",
        ),
    ],
)
def test_a_count_is_that_of_the_things(language: Language, text: str, counts: list[str]) -> None:
    assert [
        one.split()[0] if len(counts[0].split()) == 1 else one for one in _given(text, language, "quantity")
    ] == counts


def test_a_term_that_is_yet_to_end_is_no_day_of_a_delivery() -> None:
    assert _given("The first cutter was handed over. The last is due by the end of 2027.", "en", "date") == []
