"""Who buys and who sells, by the words around each actor."""

from collections.abc import Mapping
from typing import Any

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.ends import ends_of


def _ends(text: str, language: Language) -> dict[str, list[str]]:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(ArmsDeal, language)
    assert cues is not None
    found = ends_of(article, ArmsDeal, cues, article.passage.sentences[0].span)
    return {field: [_named(value) for value in values] for field, values in found.items()}


def test_it_is_who_the_sentence_before_is_about() -> None:
    text = "Earlier this month, Peru said it would buy nine helicopters. It has also ordered ten Spanish tanks."
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    found = ends_of(article, ArmsDeal, cues, article.passage.sentences[1].span)
    assert {field: [_named(value) for value in values] for field, values in found.items()} == {
        "recipient": ["Peru · Peru"],
        "supplier": ["Spanish"],
    }


def test_partners_stand_where_another_sentence_puts_them() -> None:
    text = "Umman ile Peru arasında jet satışı anlaşması imzalandı. Peru, Umman'a 12 jet satacak."
    article = annotated_article(Article(text=text, language="tr"))
    cues = cues_of(ArmsDeal, "tr")
    assert cues is not None
    found = ends_of(article, ArmsDeal, cues, article.passage.sentences[0].span)
    assert {field: [_named(value) for value in values] for field, values in found.items()} == {
        "recipient": ["Umman · Umman"],
        "supplier": ["Peru · Peru"],
    }


def _named(value: Any) -> str:
    assert isinstance(value, Mapping)
    return " · ".join(member.text for member in value.values())


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        pytest.param("Peru bought nine tanks from Spain.", ["Spain · Spain"], ["Peru · Peru"], id="bought-from"),
        pytest.param(
            "Peru has not bought tanks from Spain, but from Italy.",
            ["Italy · Italy"],
            ["Peru · Peru"],
            id="not-from-one-but-from-another",
        ),
        pytest.param(
            "Two Spanish companies have signed a contract with Peru to export tanks.",
            ["Spanish"],
            ["Peru · Peru"],
            id="firms-told-by-their-country",
        ),
        pytest.param(
            "Peru is considering ordering Spain's Vela tanks.",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="whose-tanks-it-buys",
        ),
        pytest.param(
            "“A contract was signed with the Peruvian Navy to export nine tanks,” it said.",
            [],
            ["Peruvian Navy"],
            id="whom-it-is-signed-with",
        ),
        pytest.param(
            "Peru will receive nine tanks from Spain, Tass reported.", ["Spain · Spain"], ["Peru · Peru"], id="a-wire"
        ),
        pytest.param(
            "“The handing over of nine tanks to Peru by Spain was late.”",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="an-article",
        ),
        pytest.param("Spain and Peru sealed a pact on the sale of nine tanks.", [], [], id="both-agreed"),
        pytest.param(
            "Peru bought nine tanks from Spain to replace those shipped to Oman.",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="what-is-replaced",
        ),
        pytest.param(
            "Peru bought nine tanks for USD 5 million at the HAVA Defence 2026 exhibition.",
            [],
            ["Peru · Peru"],
            id="a-currency-and-a-fair",
        ),
        pytest.param(
            "The sale of nine tanks to Peru by Spain was approved.", ["Spain · Spain"], ["Peru · Peru"], id="sale-to-by"
        ),
        pytest.param(
            "Spain's Navalia Shipyard won an order for nine cutters from Peru.",
            ["Navalia Shipyard · Spain"],
            ["Peru · Peru"],
            id="won-an-order-from",
        ),
        pytest.param(
            "Peru signed a contract with Navalia Marine, a Spanish builder, for nine cutters.",
            ["Navalia Marine · Spanish"],
            ["Peru · Peru"],
            id="a-firm-opposite",
        ),
        pytest.param(
            "Navalia Marine signed a contract with Peru for nine cutters.",
            ["Navalia Marine"],
            ["Peru · Peru"],
            id="a-state-opposite-a-firm",
        ),
        pytest.param(
            "Peru signed a deal with Cantero for nine cutters.", ["Cantero"], ["Peru · Peru"], id="a-new-name"
        ),
        pytest.param(
            "Cantero said on Monday it has signed a $9 million contract with Peru for nine cutters.",
            ["Cantero"],
            ["Peru · Peru"],
            id="a-first-word-that-signs",
        ),
        pytest.param(
            "Cantero, a Spanish yard, will deliver nine cutters to Peru.",
            ["Cantero · Spanish"],
            ["Peru · Peru"],
            id="a-first-word-whose-country-is-told",
        ),
        pytest.param(
            "Navalia Marine (BMV: NAVMAR) was awarded a Peruvian Navy contract to build nine cutters.",
            ["Navalia Marine"],
            ["Peruvian Navy"],
            id="whose-contract-it-is",
        ),
        pytest.param(
            "Peru's navy chief signed a contract in Lima worth some 2.1 million soles ($5 million) to buy nine of"
            " Spain's tanks.",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="whose-tanks-some-are",
        ),
        pytest.param(
            "Peru will get nine Spanish tanks once that is approved by Chile.",
            ["Spanish"],
            ["Peru · Peru"],
            id="who-approves",
        ),
        pytest.param(
            "In 2019, Peru bought nine tanks built in Vigo, Spain.", [], ["Peru · Peru"], id="behind-its-city"
        ),
        pytest.param(
            "Peru showed the tanks after it bought nine of them from Spain.",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="a-pronoun",
        ),
        pytest.param(
            "Peru weighs offers from Spain's Cantero and Italy's Aquila for nine cutters.",
            ["Cantero · Spain", "Aquila · Italy"],
            ["Peru · Peru"],
            id="new-names-in-a-list",
        ),
        pytest.param(
            "Cantero's marine arm has booked an order from Peru.", ["Cantero"], ["Peru · Peru"], id="a-first-word"
        ),
        pytest.param(
            "The Peruvian parliament approved the purchase of tanks for Peru's army.",
            None,
            ["Peru · Peruvian"],
            id="a-parliament-of-a-state-that-is-named",
        ),
        pytest.param(
            "Peru's procurement agency signed a contract for tanks with the state-owned Huta Cantero.",
            ["Huta Cantero"],
            ["Peru · Peru"],
            id="a-state-owned-firm",
        ),
        pytest.param(
            "Italian Aquila Cantero sold nine tanks to Peru.",
            ["Aquila Cantero · Italian"],
            ["Peru · Peru"],
            id="its-origin",
        ),
        pytest.param("Peru wants to buy nine Spanish tanks.", ["Spanish"], ["Peru · Peru"], id="by-its-make"),
        pytest.param(
            "Nine cutters ordered by the Peruvian Navy were handed over in Lima on Monday by Navalia Marine.",
            ["Navalia Marine"],
            ["Peruvian Navy"],
            id="passive-and-no-place",
        ),
        pytest.param("Two Spanish tanks took part in the drill.", ["Spanish"], None, id="no-recipient"),
        pytest.param(
            "Navalia Marine beat rivals from Chile and Italy to land an order from Peru.",
            ["Navalia Marine"],
            ["Peru · Peru"],
            id="rivals-in-a-list",
        ),
        pytest.param(
            "LIMA (Andes Wire) - Nine tanks were bought by Chile.", None, ["Chile · Chile"], id="without-its-dateline"
        ),
        pytest.param(
            "The Peruvian Navy is to be supplied with cutters by Navalia Marine.",
            ["Navalia Marine"],
            ["Peruvian Navy"],
            id="supplied-with",
        ),
    ],
)
def test_english_words_around_an_actor_tell_its_end(
    text: str, supplier: list[str] | None, recipient: list[str] | None
) -> None:
    expected = {"supplier": supplier, "recipient": recipient}
    assert _ends(text, "en") == {field: named for field, named in expected.items() if named}


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        pytest.param("Peru, İspanya'dan dokuz tank satın aldı.", "İspanya · İspanya", "Peru · Peru", id="ablative"),
        pytest.param("İspanya, Peru'ya dokuz tank sattı.", "İspanya · İspanya", "Peru · Peru", id="dative"),
        pytest.param(
            "Peru, Denizci Tersanesi'ne dokuz bot siparişi verdi ve sipariş verdi.",
            "Denizci Tersanesi",
            "Peru · Peru",
            id="an-order-to-a-firm",
        ),
        pytest.param(
            "Peru Deniz Kuvvetleri için Denizci Tersanesi'nde inşa edilen bot teslim edildi.",
            "Denizci Tersanesi",
            "Peru Deniz Kuvvetleri",
            id="built-at-a-yard",
        ),
        pytest.param(
            "Denizci Tersanesi ile Peru Savunma Bakanlığı dokuz bot için sözleşme imzaladı.",
            "Denizci Tersanesi",
            "Peru Savunma Bakanlığı",
            id="the-firm-sells",
        ),
        pytest.param(
            "Şili'nin açıklamasına göre İspanya, Peru ordusuna dokuz tank hibe etti.",
            "İspanya · İspanya",
            "Peru · Peru",
            id="a-part-of-a-state-and-a-source",
        ),
        pytest.param(
            "İspanya Meclisi, Peru'ya 9 milyon ABD doları değerinde tank satışına onay verdi.",
            "İspanya · İspanya",
            "Peru · Peru",
            id="who-approves-a-sale",
        ),
        pytest.param(
            "Peru Meclisi, İspanya'dan tank alımını onayladı.",
            "İspanya · İspanya",
            "Peru · Peru",
            id="who-approves-a-purchase",
        ),
    ],
)
def test_turkish_cases_tell_the_end(text: str, supplier: str, recipient: str) -> None:
    assert _ends(text, "tr") == {"supplier": [supplier], "recipient": [recipient]}


def test_an_event_class_without_ends_has_none() -> None:
    article = annotated_article(Article(text="Peru met Spain.", language="en"))
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    assert ends_of(article, MeetingEvent, cues, article.passage.sentences[0].span) == {}


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        pytest.param("Fighters from Spain, Italy and Chile are offered to Peru.", 3, 1, id="a-list"),
        pytest.param("Peru bought tanks from Spain with a loan from Denizak Bank.", 1, 1, id="a-bystander"),
        pytest.param("Peru picked Navalia Marine over Denizak Marine to build tanks.", 1, 1, id="a-rival"),
        pytest.param("Navalia Marine (Denizak: NVM) sold tanks to Peru.", 1, 1, id="in-brackets"),
        pytest.param("Peru's navy bought cutters from the Peruvian Army.", 0, 1, id="no-state-buys-from-itself"),
    ],
)
def test_lists_share_an_end_and_bystanders_have_none(text: str, supplier: int, recipient: int) -> None:
    found = _ends(text, "en")
    assert (len(found.get("supplier", ())), len(found.get("recipient", ()))) == (supplier, recipient)


@pytest.mark.parametrize(
    ("text", "language", "supplier", "recipient"),
    [
        pytest.param(
            "The US State Department let 20 helicopters be sold to Peru, and approved a loan.",
            "en",
            ["US · US"],
            ["Peru · Peru"],
            id="a-department-decides-for-its-state",
        ),
        pytest.param(
            "Oman ordered patrol boats for coast guard and SAR missions.", "en", [], ["Oman · Oman"], id="no-firm"
        ),
        pytest.param(
            "Norrland Aerospace won an order from FMA, the Swedish procurement administration, for ten jets.",
            "en",
            ["Norrland Aerospace"],
            ["FMA · Swedish"],
            id="most-words-of-a-slot-go-before-a-trader's",
        ),
        pytest.param(
            "Swedish arms group Tarn said its contract with the Omani government covers ten jets.",
            "en",
            ["Tarn · Swedish"],
            ["Omani government"],
            id="who-speaks-may-trade-where-its-trade-is-told",
        ),
        pytest.param(
            "Larch & Tolman Limited won a contract for 100 howitzers for the Omani Army.",
            "en",
            ["Larch & Tolman Limited"],
            ["Omani Army"],
            id="an-ampersand-in-a-name",
        ),
        pytest.param(
            "Oman's Tarnvik has signed a deal with Peru for 150 howitzers.",
            "en",
            ["Tarnvik · Oman"],
            ["Peru · Peru"],
            id="a-state-owns-it",
        ),
        pytest.param(
            "The agreement with Tarnvik Rotor provides for the purchase of 900 tanks.",
            "en",
            ["Tarnvik Rotor"],
            [],
            id="with",
        ),
        pytest.param(
            "Tarnvik Rotor Co. will ship tanks to Peru.",
            "en",
            ["Tarnvik Rotor Co."],
            ["Peru · Peru"],
            id="a-legal-form",
        ),
        pytest.param(
            "Umman, Peru'nun ilk yerli eğitim uçağı için 3 milyar avro ödeyecek.",
            "tr",
            ["Peru · Peru"],
            ["Umman · Umman"],
            id="whose-own-make",
        ),
        pytest.param(
            "Şili, Umman ve Peru'dan 12 jet satın aldı.",
            "tr",
            ["Umman · Umman", "Peru · Peru"],
            ["Şili · Şili"],
            id="one-case-for-both",
        ),
        pytest.param(
            "Peru İkmal Gemisi, Umman Deniz Kuvvetlerine teslim edildi.",
            "tr",
            [],
            ["Umman Deniz Kuvvetleri"],
            id="a-ship's-name",
        ),
        pytest.param("Umman ile Peru arasında jet alımı anlaşması imzalandı.", "tr", [], [], id="partners"),
        pytest.param(
            "Malezya, Desan Tersanesi'nden gemi almak üzere bir Kabul Mektubu imzaladı.",
            "tr",
            ["Desan Tersanesi"],
            ["Malezya · Malezya"],
            id="a-capital-that-is-a-word",
        ),
        pytest.param(
            "Peru, Umman'a füze sevkiyatına başladı.", "tr", ["Peru · Peru"], ["Umman · Umman"], id="sevkiyat"
        ),
        pytest.param(
            "Kenya received eight helicopters as aid from Spain.",
            "en",
            ["Spain · Spain"],
            ["Kenya · Kenya"],
            id="who-gives-aid",
        ),
        pytest.param(
            "The State Department cleared ten jets for export to Peru.",
            "en",
            [],
            ["Peru · Peru"],
            id="a-department",
        ),
        pytest.param(
            "Peru, hostile to its neighbour Oman, bought ten jets from Spain.",
            "en",
            ["Spain · Spain"],
            ["Peru · Peru"],
            id="a-neighbour",
        ),
        pytest.param("A sale with Peru would be for ten jets.", "en", [], ["Peru · Peru"], id="a-sale-with"),
        pytest.param(
            "ABD Dışişleri Bakanlığı, Peru'ya toplamda 300 milyon doları aşan füze satışına onay verildiğini duyurdu.",
            "tr",
            ["ABD · ABD"],
            ["Peru · Peru"],
            id="who-tells-of-its-approval",
        ),
        pytest.param(
            "Türk yapımı bir dron ilk kez Avrupa Birliği ve NATO üyesi bir ülkeye ihraç edilecek.",
            "tr",
            ["Türk"],
            [],
            id="a-member-of-unions",
        ),
        pytest.param(
            "İki savaş gemisinin teslim töreni Haliç Tersanesi Komutanlığında yapıldı.", "tr", [], [], id="where-it-is"
        ),
        pytest.param(
            "Dört helikopter Kara Kuvvetlerimize teslim edildi.", "tr", [], ["Kara Kuvvetleri"], id="our-forces"
        ),
    ],
)
def test_only_who_trades_stands_at_an_end(
    text: str, language: Language, supplier: list[str], recipient: list[str]
) -> None:
    ends = _ends(text, language)
    assert ends.get("supplier", []) == supplier
    assert ends.get("recipient", []) == recipient
