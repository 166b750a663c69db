"""A deal that is only denied is none; what is not yet done, or not ruled out, is one."""

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.proposing import propose


def forms(text: str, language: Language) -> int:
    article = annotated_article(Article(text=text, language=language))
    return len(list(propose(article, (ArmsDeal,), "sentence")))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Peru did not sell drones to Oman.", "en", id="not"),
        pytest.param("Peru isn't selling drones to Oman.", "en", id="contracted"),
        pytest.param("Peru has never sold drones to Oman.", "en", id="never"),
        pytest.param("Peru almost sold drones to Oman.", "en", id="almost"),
        pytest.param("Peru would have sold drones to Oman.", "en", id="would-have"),
        pytest.param("Peru refused to sell drones to Oman.", "en", id="refused"),
        pytest.param("Peru lost the order for drones for Oman.", "en", id="lost"),
        pytest.param("Peru'nun Umman'a insansız hava aracı sattığı iddiası asılsız çıktı.", "tr", id="baseless"),
        pytest.param("Peru denied that it had sold drones to Oman.", "en", id="denied"),
        pytest.param("If Peru sells drones to Oman, others will follow.", "en", id="supposed"),
        pytest.param("The envoy doubts that Peru will sell drones to Oman.", "en", id="doubted"),
        pytest.param("Will Peru sell drones to Oman?", "en", id="asked"),
        pytest.param("Peru, Umman'a insansız hava aracı sattı mı?", "tr", id="turkish-asked"),
        pytest.param("Peru, Umman'a insansız hava aracı sattığını yalanladı.", "tr", id="turkish"),
        pytest.param("Peru, Umman'a insansız hava aracı sattığı iddialarını reddetti.", "tr", id="turkish-claims"),
    ],
)
def test_a_deal_that_is_denied_is_not_asked_about(text: str, language: Language) -> None:
    assert forms(text, language) == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Peru sold drones to Oman.", "en", id="done"),
        pytest.param("Peru sold drones to Oman, and if they fly well, others will follow.", "en", id="if-behind"),
        pytest.param("Peru has not yet delivered the drones to Oman.", "en", id="not-yet"),
        pytest.param("Peru did not rule out selling drones to Oman.", "en", id="not-ruled-out"),
        pytest.param("Peru not only sold drones to Oman but trained crews.", "en", id="not-only"),
        pytest.param("Peru, Umman'a insansız hava aracı sattığını açıkladı.", "tr", id="turkish"),
    ],
)
def test_a_deal_that_is_not_denied_is_asked_about(text: str, language: Language) -> None:
    assert forms(text, language) == 1
