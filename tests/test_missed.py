"""Which sentences look like an event that nobody found."""

import pytest

from communique.article import Article
from communique.events import BUILT_IN
from communique.extractor import annotated_article
from communique.missed import missed


def looks_like(text: str, language: str) -> set[str]:
    annotated = annotated_article(Article(id="a", text=text, language=language))
    return {found.kind for found in missed(annotated, BUILT_IN, ())}


@pytest.mark.parametrize(
    ("text", "language", "kinds"),
    [
        pytest.param("Gen. Ali Kaya met Gen. Sara Khan in Izmir.", "en", {"meeting"}, id="meeting"),
        pytest.param("Tümgeneral Ali Kaya, Tümgeneral Sara Han ile görüştü.", "tr", {"meeting"}, id="turkish-meeting"),
        pytest.param("The navy signed a contract for three frigates.", "en", {"arms_deal"}, id="deal"),
        pytest.param("The contract, worth $120 million, was signed in May.", "en", {"arms_deal"}, id="deal-by-its-sum"),
        pytest.param(
            "120 milyon dolarlık sözleşme mayısta imzalandı.", "tr", {"arms_deal"}, id="turkish-deal-by-its-sum"
        ),
        pytest.param("The firms signed a deal on tourism.", "en", set(), id="no-weapon-and-no-sum"),
        pytest.param("“The sea was kind to us,” a sailor said.", "en", {"statement"}, id="direct-words"),
        pytest.param("The ministry said that the crews were safe.", "en", {"statement"}, id="definite-speaker"),
        pytest.param("A diplomat said that the crews were safe.", "en", set(), id="indefinite-speaker"),
        pytest.param("Officials said that the crews were safe.", "en", set(), id="officials"),
        pytest.param(
            "Bakan, mürettebatın güvende olduğunu söyledi.", "tr", {"statement"}, id="turkish-definite-speaker"
        ),
        pytest.param(
            "Bir yetkili, mürettebatın güvende olduğunu söyledi.", "tr", set(), id="turkish-indefinite-speaker"
        ),
        pytest.param("Yetkililer, mürettebatın güvende olduğunu söyledi.", "tr", set(), id="turkish-officials"),
    ],
)
def test_a_sentence_is_listed_for_the_event_it_looks_like(text: str, language: str, kinds: set[str]) -> None:
    assert looks_like(text, language) == kinds
