"""Names in a sentence that take no part in what it tells."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article
from communique.rules.onlookers import onlookers


@pytest.mark.parametrize(
    ("language", "text", "aside"),
    [
        pytest.param("en", "Ada Kent met Veli Aydin at NATO headquarters.", {"NATO"}, id="a-place"),
        pytest.param("en", "Ada Kent met Veli Aydin before the NATO Defence Summit.", {"NATO"}, id="an-occasion"),
        pytest.param(
            "en",
            "Ada Kent visited Delta Shipyard, Harbour Training Institute and Bay Base.",
            {"Delta Shipyard", "Harbour Training Institute"},
            id="sites-in-a-row",
        ),
        pytest.param(
            "en",
            "Ada Kent left for a summit of the Port Union and the Harbour Council.",
            {"Port Union", "Harbour Council"},
            id="whose-summit",
        ),
        pytest.param("en", "Ada Kent met the NATO mission commander, Veli Aydin.", {"NATO"}, id="whose-commander"),
        pytest.param(
            "en",
            "Veli Aydin brought a message from the defence minister of Oman and his much elder brother Emir Ada Kent.",
            {"Ada Kent"},
            id="a-message-from-two",
        ),
        pytest.param("en", "Ada Kent met NATO on Monday.", set(), id="a-body-that-is-met"),
        pytest.param(
            "en", "Veli Aydin handed Lino Ferro a letter from President Ada Kent.", {"Ada Kent"}, id="who-wrote"
        ),
        pytest.param("en", "Veli Aydin brought Ada Kent's greetings to Lino Ferro.", {"Ada Kent"}, id="who-greets"),
        pytest.param("en", "In addition to Ada Kent, he also met Veli Aydin.", {"Ada Kent"}, id="told-of-already"),
        pytest.param(
            "en", "Admiral Ada Kent, who commands the Royal Navy, met Veli Aydin.", {"Royal Navy"}, id="what-one-leads"
        ),
        pytest.param(
            "tr",
            "Ada Kent, Deniz Kuvvetleri Komutanlığında karşılandı.",
            {"Deniz Kuvvetleri Komutanlığı"},
            id="locative",
        ),
        pytest.param(
            "tr", "Ada Kent, NATO Askeri Komite Toplantısı'na katıldı.", {"NATO Askeri Komite"}, id="toplantısı"
        ),
        pytest.param(
            "tr",
            "Ada Kent, Orfoz Teşkilatı (ORT) Liderler Zirvesi'ne geldi.",
            {"Orfoz Teşkilatı"},
            id="with-an-acronym",
        ),
        pytest.param("tr", "Ada Kent, Deniz Kuvvetleri Komutanlığını ziyaret etti.", set(), id="accusative"),
        pytest.param(
            "tr", "Bakan Ada Kent, Veli Aydın'ın Lino Ferro ile görüşeceğini söyledi.", {"Ada Kent"}, id="of-others"
        ),
        pytest.param("tr", "Bakan Ada Kent, Lino Ferro ile görüşeceğini söyledi.", set(), id="of-oneself"),
        pytest.param("tr", "Sözcü Ada Kent, “Bakanımızın ziyareti ertelenmiştir” dedi.", {"Ada Kent"}, id="of-ours"),
        pytest.param(
            "tr", "Ada Kent'in verdiği bilgiye göre Lino Ferro, Veli Aydın ile görüştü.", {"Ada Kent"}, id="the-source"
        ),
        pytest.param("tr", "Ada Kent'e göre Kent, Veli Aydın ile görüştü.", set(), id="a-source-that-took-part"),
        pytest.param(
            "tr",
            "Ada Kent, Lino Ferro'nun Afrika'dan Sorumlu Danışmanı Veli Aydın ile görüştü.",
            {"Lino Ferro"},
            id="whose",
        ),
        pytest.param(
            "tr",
            "Ada Kent, Lino Ferro'nun daveti üzerine gittiği Lima'da Veli Aydın ile görüştü.",
            {"Lino Ferro"},
            id="host",
        ),
        pytest.param(
            "tr",
            "Ada Kent, Liman Tümen Komutanlığı ile Orfoz Tugay Komutanlığında incelemelerde bulundu.",
            {"Liman Tümen Komutanlığı", "Orfoz Tugay Komutanlığı"},
            id="in-two-houses",
        ),
        pytest.param("tr", "Ada Kent ile Genelkurmay Başkanı görüştü.", {"Genelkurmay"}, id="body-of-an-office"),
        pytest.param("tr", "Ada Kent, Lino Ferro'nun selamlarını Veli Aydın'a iletti.", {"Lino Ferro"}, id="greetings"),
        pytest.param("tr", "Elçi Ada Kent, “Bakanımız ve ben Lima'da görüştük” dedi.", set(), id="of-ours-and-me"),
        pytest.param("en", "Ada Kent's predecessor, Lino Ferro, met Veli Aydin.", {"Ada Kent"}, id="of-a-predecessor"),
        pytest.param(
            "en", "Veli Aydin met Ada Kent's foreign minister, Lino Ferro.", {"Ada Kent"}, id="whose-minister"
        ),
        pytest.param(
            "tr", "Irak Bölgesel Yönetimi Başbakanı Ada Kent geldi.", {"Irak Bölgesel Yönetimi"}, id="whose-head"
        ),
        pytest.param("tr", "NATO üyesi Ada Kent, Veli Aydın ile görüştü.", {"NATO"}, id="üyesi"),
        pytest.param(
            "en", "Minister Ada Kent said that Veli Aydin would meet Lino Ferro.", {"Ada Kent"}, id="told-of-two"
        ),
        pytest.param(
            "en", "The Harbour Board said, “Ada Kent met Veli Aydin on Monday.”", {"Harbour Board"}, id="who-is-quoted"
        ),
        pytest.param(
            "en", "Ada Kent met Veli Aydin near the tomb of the founder, Lino Ferro.", {"Lino Ferro"}, id="remembered"
        ),
        pytest.param(
            "en",
            "Ada Kent was received by Commodore Lino Ferro, Vice Chief of the Air Staff, Omani Air Force.",
            {"Omani Air Force"},
            id="of-an-office",
        ),
        pytest.param("en", "Ada Kent also visited Karachi Shipyard.", {"Karachi Shipyard"}, id="a-site"),
        pytest.param("en", "Ada Kent also visited the Harbour Board.", set(), id="a-body-that-is-visited"),
        pytest.param("en", "Minister Ada Kent said that she would meet Lino Ferro.", set(), id="told-of-one"),
    ],
)
def test_who_takes_no_part(language: Language, text: str, aside: set[str]) -> None:
    article = annotated_article(Article(text=text, language=language))
    keys = onlookers(article, article.passage.sentences[0].span)
    assert {article.canonical(name) for name in article.names if ("name", name.entity) in keys} == aside


def test_who_tells_of_others_by_a_description_takes_no_part() -> None:
    text = "Sözcü Ada Kent konuştu. Sözcü, Veli Aydın'ın Lino Ferro ile görüşeceğini söyledi."
    article = annotated_article(Article(text=text, language="tr"))
    (speaker,) = (name.entity for name in article.names if name.span.of(text) == "Ada Kent")
    assert ("name", speaker) in onlookers(article, article.numbered[2].span)
