"""The language of a text: by its letters, and of a single sentence by the words that are no names."""

import pytest

from communique.article import Language
from communique.languages import detect_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The defence ministers of the two countries met on the quay at noon and agreed to build four patrol boats, "
            "with the first keel to be laid in the spring and the last boat to be handed over before the end of the "
            "decade, officials told reporters. Both yards are to share the work, and neither will say what it costs.",
            "en",
            id="english",
        ),
        pytest.param(
            "İki ülkenin savunma bakanları öğle saatlerinde rıhtımda bir araya geldi ve dört karakol botunun birlikte "
            "inşa edilmesi konusunda anlaştı; yetkililer ilk botun omurgasının ilkbaharda kızağa konulacağını ve son "
            "botun on yıl bitmeden teslim edileceğini açıkladı. İki tersane de bedelin ne olduğunu söylemedi.",
            "tr",
            id="turkish",
        ),
        pytest.param("Die Minister trafen sich gestern und wollen vier Boote bauen lassen.", "other", id="german"),
        pytest.param("", "other", id="empty"),
        pytest.param("12 34", "other", id="no-letters"),
    ],
)
def test_the_language_is_told_by_the_words(text: str, expected: Language) -> None:
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Minister Gökçe Işıldak met Orhan Aksoy in Aksaz.", "en", id="small-words-two-tongues-share"),
        pytest.param("Gökçe Işıldak visited Islamabad on Friday.", "en", id="verb"),
        pytest.param("Ankara will pay $1.3 billion for four corvettes.", "en", id="places-and-figures"),
        pytest.param("Orgeneral Işıldak, General Charles Q. Brown'ı kabul etti.", "tr", id="english-names"),
        pytest.param("Savunma Bakani Isildak dun Doha'ya gitti.", "tr", id="turkish-without-its-letters"),
        pytest.param("Il ministro della Difesa ha incontrato i soldati.", "other", id="italian-endings"),
        pytest.param("Zakir Həsənov nazir müavini ilə Bakıda görüşüb.", "other", id="azerbaijani"),
        pytest.param("Minister Brekelmans sprak met Işıldak in Den Haag.", "other", id="dutch"),
    ],
)
def test_a_single_sentence_is_told_by_its_small_words(text: str, expected: Language) -> None:
    assert detect_language(text) == expected
