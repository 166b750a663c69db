"""Words that tell of a fact only where it is done or settled."""

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal
from communique.extractor import annotated_article
from communique.rules.cues import cues_of


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "Oman received 12 jets from Peru.", "delivery", id="received"),
        pytest.param("en", "Oman handed over the letter of acceptance for 12 jets.", "contract", id="papers"),
        pytest.param("en", "Oman will sign a contract for jets in May.", "negotiation", id="to-be-signed"),
        pytest.param("en", "Oman has paused plans to buy jets.", "cancelled", id="paused"),
        pytest.param("en", "Oman has approved a contract to sell jets to Peru.", "approval", id="approved-to-sell"),
        pytest.param("tr", "Umman, 12 jet satın almak için girişimlerde bulunuyor.", "interest", id="an-aim"),
        pytest.param("tr", "Umman 12 jet satın aldı.", "contract", id="bought"),
        pytest.param("tr", "Umman için 12 jetlik sözleşme mayısta imzalanacak.", "negotiation", id="imzalanacak"),
        pytest.param("tr", "Anlaşmanın imzalanması durumunda Umman'a 12 jet satılacak.", "interest", id="durumunda"),
        pytest.param("tr", "Jetlerin Umman'a satılmasına karar verildi.", "approval", id="karar-verildi"),
        pytest.param("tr", "Umman, Peru'nun 12 jet satacağını açıkladı.", "contract", id="satacağını"),
        pytest.param(
            "tr", "Umman, 12 jetin satın alımına resmi onay verdi.", "approval", id="satın-alımına-onay-verdi"
        ),
        pytest.param("tr", "Umman 12 jet sipariş etti ve bütçeyi onayladı.", "contract", id="sipariş-etti-ve-onayladı"),
        pytest.param("tr", "Umman'a füze sevkiyatına başlandı.", "delivery", id="sevkiyatına-başlandı"),
        pytest.param("tr", "İki jet daha ordunun hizmetine verildi.", "delivery", id="hizmetine-verildi"),
    ],
)
def test_the_stage_is_what_is_done(language: Language, text: str, expected: str) -> None:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    option, _ = next(cues.decided(article.source, "stage", (article.passage.sentences[0].span,)))
    assert option == expected
