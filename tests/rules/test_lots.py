"""Several counted things of one sentence are a deal each."""

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.lots import lots


def _lots(text: str, language: Language) -> list[tuple[dict[str, str], int]]:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    found = lots(article, ArmsDeal, cues, tuple(article.numbered.values()))
    return [
        ({name: value.text for name, value in given.items() if isinstance(value, Proposed)}, len(told))
        for given, told in found
    ]


def test_each_counted_thing_of_a_list_is_a_lot() -> None:
    assert _lots("Peru ordered two Hilal-class corvettes and four helicopters.", "en") == [
        ({"description": "corvettes", "quantity": "two Hilal-class corvettes", "designation": "Hilal"}, 1),
        ({"description": "helicopters", "quantity": "four helicopters"}, 1),
    ]


def test_each_has_the_price_behind_it() -> None:
    found = _lots("Peru will buy 500 bombs for $86 million and 30 missiles valued at $88 million.", "en")
    assert [given["amount"] for given, _ in found] == ["$86 million", "$88 million"]


def test_a_sentence_that_opens_with_one_of_the_things_tells_of_that_lot_alone() -> None:
    text = "Peru ordered two corvettes and four helicopters. The corvettes will be built in Spain. The deal is big."
    assert [told for _, told in _lots(text, "en")] == [3, 2]


def test_a_turkish_list_has_lots_too() -> None:
    found = _lots("Peru, İspanya'dan iki karakol gemisi ve altı helikopter sipariş etti.", "tr")
    assert [given["quantity"] for given, _ in found] == ["iki karakol gemisi", "altı helikopter"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Peru ordered two corvettes.", id="one-thing"),
        pytest.param("Peru ordered two corvettes and helicopters.", id="not-counted"),
        pytest.param("Peru ordered 80 missiles and six launchers.", id="what-goes-with-it"),
        pytest.param("Peru ordered ten Vela jets and two Vela jets with two seats.", id="the-same-thing"),
        pytest.param("Peru ordered two corvettes, which replace six frigates.", id="not-in-one-list"),
    ],
)
def test_other_sentences_have_one_lot(text: str) -> None:
    assert _lots(text, "en") == [({}, 1)]
