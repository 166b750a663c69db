"""Descriptions, pronouns and groups stand for named people where that is certain, and for nobody where it is not."""

from datetime import date

import pytest

from communique.annotation import AnnotatedArticle
from communique.article import Article, Language
from communique.extractor import annotated_article


def article(text: str, language: Language) -> AnnotatedArticle:
    return annotated_article(Article(text=text, published=date(2026, 2, 13), language=language))


def references(text: str, language: Language = "en") -> list[tuple[str, str]]:
    read = article(text, language)
    return [(found.span.of(text), read.fullest[found.entity].span.of(text)) for found in read.references]


def groups(text: str, language: Language = "en") -> list[tuple[str, list[str]]]:
    read = article(text, language)
    return [(found.span.of(text), [read.fullest[of].span.of(text) for of in found.entities]) for found in read.groups]


TWO = "Turkish Defence Minister Cemil Aksoy met Pakistani Army Chief Gen. Haroon Yusuf in Doha. "
MINISTERS = "Turkish Foreign Minister Ada Korkmaz met Qatari Foreign Minister Khalid Al-Mansour. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(TWO + "The minister left.", [("The minister", "Cemil Aksoy")], id="an-office-alone"),
        pytest.param(TWO + "The general left.", [("The general", "Haroon Yusuf")], id="a-rank-alone"),
        pytest.param(TWO + "The general public was not told.", [], id="a-rank-that-is-none"),
        pytest.param(
            TWO + "The newly-appointed minister left.", [("The newly-appointed minister", "Cemil Aksoy")], id="new"
        ),
        pytest.param(
            "Director of the Harbour Office Salim Nasser spoke. Ada Kent was met by Director of the Harbour Office.",
            [("Director of the Harbour Office", "Salim Nasser")],
            id="an-office-without-article-at-the-end",
        ),
        pytest.param("Ada Kent met Salim Nasser, Chief of the Naval Staff.", [], id="an-apposition"),
        pytest.param(
            "Luis Rojas III met Salim Nasser. Rojas said that Nasser was late.\n\n“We waited,” he said.",
            [("he", "Luis Rojas III")],
            id="who-spoke-before-the-quote",
        ),
        pytest.param(
            "Luis Rojas met Salim Nasser. Rojas waited for Nasser.\n\n“We waited,” he said.", [], id="nobody-spoke"
        ),
        pytest.param(
            "High Commissioner Luis Rojas met Salim Nasser. The envoy left.", [("The envoy", "Luis Rojas")], id="envoy"
        ),
        pytest.param(
            "Omani Land Forces Commander Salim Nasser came. The Omani army chief left.",
            [("The Omani army chief", "Salim Nasser")],
            id="land-forces-are-the-army",
        ),
        pytest.param(TWO + "The minister of trade left.", [], id="another-minister"),
        pytest.param(
            "Luis Rojas met Salim Nasser. In the evening he toured the port.",
            [("he", "Luis Rojas")],
            id="later-on-the-round",
        ),
        pytest.param("Luis Rojas met Salim Nasser. In the port he toured a ship.", [], id="no-time"),
        pytest.param("The minister left. " + TWO, [], id="before-anybody-is-named"),
        pytest.param(MINISTERS + "The minister left.", [], id="two-ministers"),
        pytest.param(
            MINISTERS + "The Qatari minister left.", [("The Qatari minister", "Khalid Al-Mansour")], id="country"
        ),
        pytest.param(TWO + "Aksoy said the minister would come.", [], id="not-who-speaks-of-him"),
        pytest.param(
            "Ada Korkmaz, the head of the Harbour Board, came. Cemil Aksoy saw the head of the Harbour Board.",
            [("the head of the Harbour Board", "Ada Korkmaz")],
            id="a-whole-office",
        ),
        pytest.param(
            "Cemil Aksoy arrived on Monday. Haroon Yusuf received him.", [("him", "Cemil Aksoy")], id="an-object"
        ),
        pytest.param(TWO + "Gen. Selim Tarhan received him.", [], id="an-object-of-two"),
        pytest.param(
            "Gen. Haroon Yusuf met chairwoman Ada Korkmaz. He left. She stayed.",
            [("He", "Haroon Yusuf")],
            id="not-of-a-chairwoman",
        ),
        pytest.param(
            "Gen. Haroon Yusuf spoke. He praised the crew. He thanked all.",
            [("He", "Haroon Yusuf"), ("He", "Haroon Yusuf")],
            id="a-chain-of-pronouns",
        ),
        pytest.param(
            MINISTERS + "Korkmaz called her Qatari counterpart on Friday.",
            [("her Qatari counterpart", "Khalid Al-Mansour")],
            id="a-counterpart-by-country",
        ),
        pytest.param(
            MINISTERS + "Korkmaz later called her counterpart again.",
            [("her counterpart", "Khalid Al-Mansour")],
            id="a-counterpart-by-office",
        ),
        pytest.param(TWO + "Aksoy called his Pakistani counterpart.", [], id="a-counterpart-who-is-not-named"),
        pytest.param(
            MINISTERS + "Korkmaz called her counterpart Selim Tarhan.", [], id="a-counterpart-with-a-name-of-his-own"
        ),
    ],
)
def test_english_descriptions(text: str, found: list[tuple[str, str]]) -> None:
    assert references(text) == found


CHIEFS = (
    "Chief of the Naval Staff (CNS) Admiral Bilal Rahmani called on Commander of Turkish Navy Admiral Orhan Aksoy. "
)
FORMER = "Foreign Minister Ada Korkmaz flew in for the funeral of the former Prime Minister Orhan Aksoy. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(CHIEFS + "The CNS left.", [("The CNS", "Bilal Rahmani")], id="initials"),
        pytest.param(CHIEFS + "CNS left.", [("CNS", "Bilal Rahmani")], id="initials-alone"),
        pytest.param(CHIEFS + "CNS Admiral Selim Tarhan left.", [], id="initials-of-a-namesake"),
        pytest.param(CHIEFS + "The Naval Chief left.", [("The Naval Chief", "Bilal Rahmani")], id="in-capitals"),
        pytest.param(CHIEFS + "Naval Chief also left.", [("Naval Chief", "Bilal Rahmani")], id="without-an-article"),
        pytest.param(CHIEFS + "Army Chief also left.", [], id="another-office"),
        pytest.param(
            CHIEFS + "The navy chief left.", [("The navy chief", "Bilal Rahmani")], id="as-the-office-is-called"
        ),
        pytest.param(
            CHIEFS + "The Turkish Navy Commander left.", [("The Turkish Navy Commander", "Orhan Aksoy")], id="turned"
        ),
        pytest.param(
            CHIEFS + "Later Commander of Turkish Navy left.",
            [("Commander of Turkish Navy", "Orhan Aksoy")],
            id="whole-without-an-article",
        ),
        pytest.param(FORMER + "The minister left.", [("The minister", "Ada Korkmaz")], id="no-prime-minister"),
        pytest.param(
            FORMER + "The former prime minister was 70.", [("The former prime minister", "Orhan Aksoy")], id="prime"
        ),
        pytest.param(
            "Prime Minister Salim Nasser met Turkish General Cemil Aksoy. The Omani Prime Minister thanked him.",
            [("The Omani Prime Minister", "Salim Nasser"), ("him", "Cemil Aksoy")],
            id="whose-country-nothing-has-told",
        ),
        pytest.param(
            "Minister Cemil Aksoy met his counterparts. Aksoy praised Lina Demir. She said so.",
            [("She", "Lina Demir")],
            id="who-has-his-counterparts-is-no-she",
        ),
        pytest.param(
            "Minister Ada Korkmaz came. She was speaking beside her Omani counterpart Lina Said. She said so.",
            [("She", "Ada Korkmaz"), ("She", "Ada Korkmaz")],
            id="who-was-speaking",
        ),
    ],
)
def test_english_offices_that_stand_for_their_bearer(text: str, found: list[tuple[str, str]]) -> None:
    assert references(text) == found


IKI = "Türk Savunma Bakanı Cemil Aksoy, Pakistan Savunma Bakanı Bilal Rahmani ile görüştü. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(IKI + "Türk bakan dün döndü.", [("Türk bakan", "Cemil Aksoy")], id="country"),
        pytest.param(IKI + "Pakistanlı bakanla yemek yedi.", [("Pakistanlı bakanla", "Bilal Rahmani")], id="inflected"),
        pytest.param(
            IKI + "Pakistanlı Bakan’ın dönmesi bekleniyor.", [("Pakistanlı Bakan", "Bilal Rahmani")], id="capital"
        ),
        pytest.param(IKI + "Katarlı bakan gelmedi.", [], id="of-a-country-nobody-is-of"),
        pytest.param(
            IKI + "Aksoy, Pakistanlı mevkidaşına teşekkür etti.",
            [("Pakistanlı mevkidaşına", "Bilal Rahmani")],
            id="a-counterpart",
        ),
        pytest.param(IKI + "Aksoy, mevkidaşı Selim Tarhan ile görüştü.", [], id="a-counterpart-with-a-name"),
        pytest.param(
            "Dışişleri Bakanı Ada Korkmaz Doha’da konuştu. Bakan, heyeti kabul etti.",
            [("Bakan", "Ada Korkmaz")],
            id="an-office-as-a-name",
        ),
        pytest.param(
            "Dışişleri Bakanı Ada Korkmaz Doha’da konuştu. Bakanın Lima ziyareti sürüyor.",
            [("Bakanın", "Ada Korkmaz")],
            id="an-office-in-the-genitive",
        ),
        pytest.param(
            "Oramiral Ada Korkmaz Doha’da konuştu. Oramiral, heyeti kabul etti.",
            [("Oramiral", "Ada Korkmaz")],
            id="a-rank-as-a-name",
        ),
        pytest.param(
            IKI + "Aksoy, Pakistanlı meslektaşını aradı.",
            [("Pakistanlı meslektaşını", "Bilal Rahmani")],
            id="a-colleague",
        ),
        pytest.param(IKI + "Bakan, heyeti kabul etti.", [], id="two-ministers"),
        pytest.param(IKI + "Konuk bakan yarın dönecek.", [("Konuk bakan", "Bilal Rahmani")], id="a-guest-from-abroad"),
        pytest.param(
            IKI + "İslamabad'daki konuk bakan yarın dönecek.", [("konuk bakan", "Cemil Aksoy")], id="a-guest-abroad"
        ),
        pytest.param(
            IKI + "Ankara ve İslamabad'da konuşuldu. Konuk bakan yarın dönecek.", [], id="a-guest-in-either-capital"
        ),
    ],
)
def test_turkish_descriptions(text: str, found: list[tuple[str, str]]) -> None:
    assert references(text, "tr") == found


BOTH = ["Cemil Aksoy", "Haroon Yusuf"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(TWO + "The two officials met again.", [("The two officials", BOTH)], id="any-people"),
        pytest.param(TWO + "Both sides agreed.", [("Both sides", BOTH)], id="sides"),
        pytest.param(TWO + "The two also spoke of ships.", [("The two", BOTH)], id="a-bare-number"),
        pytest.param(TWO + "They met again on Tuesday.", [("They", BOTH)], id="they"),
        pytest.param(TWO + "The pair had met before.", [("The pair", BOTH)], id="a-pair"),
        pytest.param(TWO + "Yusuf was brief. The two men left.", [("The two men", BOTH)], id="one-of-them-between"),
        pytest.param(TWO + "Gen. Selim Tarhan was there. The two men left.", [], id="a-third-between"),
        pytest.param(TWO + "The two countries are friends.", [], id="countries-are-no-people"),
        pytest.param(TWO + "The two frigates left.", [], id="ships-are-no-people"),
        pytest.param(TWO + "The three officials left.", [], id="a-number-that-does-not-fit"),
        pytest.param(
            MINISTERS + "Gen. Selim Tarhan joined. The two ministers left.",
            [("The two ministers", ["Ada Korkmaz", "Khalid Al-Mansour"])],
            id="those-of-the-office",
        ),
        pytest.param("Both sides agreed. " + TWO, [], id="before-anybody-is-named"),
    ],
)
def test_english_groups(text: str, found: list[tuple[str, list[str]]]) -> None:
    assert groups(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("İki bakan dün görüştü.", ["İki bakan"], id="two-ministers"),
        pytest.param("Görüşmede iki bakanın heyetleri de vardı.", ["iki bakanın"], id="inflected"),
        pytest.param("Taraflar yeniden görüşecek.", ["Taraflar"], id="sides"),
        pytest.param("İkili, tersaneyi gezdi.", ["İkili"], id="the-two"),
        pytest.param("İkili ilişkiler gelişiyor.", [], id="bilateral"),
        pytest.param("İki ülke dosttur.", [], id="countries-are-no-people"),
        pytest.param("İki bakan yardımcısı geldi.", [], id="another-office"),
    ],
)
def test_turkish_groups(text: str, found: list[str]) -> None:
    assert groups(IKI + text, "tr") == [(words, ["Cemil Aksoy", "Bilal Rahmani"]) for words in found]


def test_a_delegation_at_the_end_of_a_sentence_is_whom_the_sentence_before_names() -> None:
    text = "Gen. Haroon Yusuf came to Doha. Nobody had invited the delegation."
    assert ("the delegation", "Haroon Yusuf") in references(text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("Konuk bakan, tersaneyi gezdi.", "Bilal Rahmani", id="who-came-from-abroad"),
        pytest.param("Törende konuk bakana plaket verildi.", "Bilal Rahmani", id="inflected"),
        pytest.param("Konuk Bakan Rahmani gezdi.", None, id="named-behind"),
    ],
)
def test_a_turkish_guest_is_the_one_from_abroad(text: str, whom: str | None) -> None:
    found = [name for words, name in references(IKI + text, "tr") if "onuk" in words]
    assert found == ([] if whom is None else [whom])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Komutan, limanı gezdi.", [("Komutan", "Ali Kaya")], id="who-was-named-last"),
        pytest.param("Komutan, Veli Aydın ile görüştü.", [("Komutan", "Ali Kaya")], id="another-is-named"),
    ],
)
def test_a_turkish_office_of_two_is_that_of_the_one_named_before(text: str, found: list[tuple[str, str]]) -> None:
    two = "Deniz Komutanı Veli Aydın kaldı. Kara Komutanı Ali Kaya geldi. "
    assert references(two + text, "tr") == found


def test_a_turkish_commander_of_a_country_is_its_one_officer() -> None:
    text = "Somali Genelkurmay Başkanı Orgeneral Abdi Warsame geldi. Somalili komutan döndü."
    assert references(text, "tr") == [("Somalili komutan", "Abdi Warsame")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Ada Kent thanked Lino Ferro. He added a word.", [("He", "Ada Kent")], id="who-spoke"),
        pytest.param("Ada Kent met Lino Ferro. He added a word.", [], id="who-met"),
        pytest.param(
            "Ada Kent came. She met Lino Ferro. Later she left.", [("She", "Ada Kent"), ("she", "Ada Kent")], id="she"
        ),
        pytest.param("Ada Kent met Lino Ferro. From Doha she flies to Oman.", [("she", "Ada Kent")], id="next-stop"),
        pytest.param("Ada Kent met Lino Ferro. In Doha she rests.", [], id="who-rests"),
        pytest.param("Ada Kent met Lino Ferro. He will then fly to Oman.", [("He", "Ada Kent")], id="who-travels-on"),
    ],
)
def test_a_pronoun_goes_on_with_the_subject_before(text: str, found: list[tuple[str, str]]) -> None:
    assert references(text) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Başbakan Salim Zuvari de Ada Kent'i kabul etti.", ["Salim Zuvari", "Ada Kent"], id="too"),
        pytest.param("Devlet Başkanı Lula da Silva geldi.", ["Lula da Silva"], id="a-name"),
    ],
)
def test_a_turkish_too_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    read = article(text, "tr")
    assert [name.span.of(text) for name in read.names] == names


def test_the_guest_of_two_is_the_one_from_abroad() -> None:
    text = "Omani General Veli Aydin called on Lino Ferro. The visiting dignitary thanked him."
    assert ("The visiting dignitary", "Veli Aydin") in references(text)


def test_for_his_part_tells_a_man() -> None:
    assert references("Ada Kent, for his part, waited. She left.") == []
