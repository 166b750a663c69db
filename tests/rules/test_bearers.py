"""Hosts by word order."""

import pytest

from communique.article import Article, Language
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.rules.bearers import borne
from communique.rules.cues import cues_of


@pytest.mark.parametrize(
    ("language", "text", "host"),
    [
        pytest.param("en", "Veli Aydin was received by Defence Minister Ada Kent.", "Ada Kent", id="received-by"),
        pytest.param("en", "Defence Minister Ada Kent later hosted Gen. Veli Aydin.", "Ada Kent", id="hosted"),
        pytest.param("en", "Minister Ada Kent is expected to host Gen. Veli Aydin.", "Ada Kent", id="expected-to-host"),
        pytest.param("tr", "Bakan Ada Kent, Orgeneral Veli Aydın'ı kabul etti.", "Ada Kent", id="kabul-etti"),
        pytest.param("tr", "Orgeneral Veli Aydın'ı Bakan Ada Kent kabul etti.", "Ada Kent", id="object-first"),
        pytest.param(
            "tr", "Bakan Ada Kent'in davetlisi olarak Orgeneral Veli Aydın geldi.", "Ada Kent", id="davetlisi-olarak"
        ),
        pytest.param("en", "Sultan Ada Kent of Oman hosted Gen. Veli Aydin.", "Ada Kent", id="of-a-country"),
        pytest.param("en", "Ada Kent, head of the army, welcomed Gen. Veli Aydin.", "Ada Kent", id="an-apposition"),
        pytest.param(
            "tr", "Bakan Ada Kent'in ev sahipliğinde Orgeneral Veli Aydın ile görüşüldü.", "Ada Kent", id="ev"
        ),
        pytest.param("en", "Gen. Veli Aydin met Defence Minister Ada Kent.", None, id="met"),
        pytest.param("en", "Minister Ada Kent on 2 March received Gen. Veli Aydin.", "Ada Kent", id="a-day-between"),
        pytest.param("en", "Minister Ada Kent received a phone call from Gen. Veli Aydin.", None, id="received-a-call"),
        pytest.param("tr", "Bakan Ada Kent'in Veli Aydın'ı ağırladığı bildirildi.", "Ada Kent", id="in-the-genitive"),
        pytest.param("tr", "Bakan Ada Kent, Veli Aydın'ı ağırlayacağını söyledi.", "Ada Kent", id="its-own-subject"),
        pytest.param("tr", "Veli Aydın'ı karşılayan Bakan Ada Kent, törene katıldı.", "Ada Kent", id="a-participle"),
        pytest.param(
            "tr", "Orgeneral Veli Aydın, Bakan Ada Kent tarafından kabul edildi.", "Ada Kent", id="tarafindan-kabul"
        ),
    ],
)
def test_the_host_is_named_beside_the_words_of_hosting(language: Language, text: str, host: str | None) -> None:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(MeetingEvent, language)
    assert cues is not None
    found = {
        field: value["name"].text
        for sentence in article.numbered.values()
        for field, value in borne(article, MeetingEvent, cues, sentence.span)
        if isinstance(value, dict)
    }
    assert found == ({} if host is None else {"host": host})
