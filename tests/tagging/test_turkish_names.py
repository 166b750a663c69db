"""Turkish names: where the words of an office, a platform or an opening adverb end and the name begins."""

import pytest

from communique.annotation import annotate
from communique.article import Article
from communique.segmentation import segment
from communique.tagging.mentions import NameMention


def _names(text: str) -> tuple[NameMention, ...]:
    return annotate(segment(Article(text=text, language="tr"))).names


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param("Savunma Bakanı Vekili Mark Holt geldi.", "Mark Holt", "Savunma Bakanı Vekili", id="acting"),
        pytest.param("Savunma Bakanı Kasım Yelken geldi.", "Kasım Yelken", "Savunma Bakanı", id="a-month"),
        pytest.param("Savunma Bakanı İrakli Yelken geldi.", "İrakli Yelken", "Savunma Bakanı", id="no-adjective"),
        pytest.param("Grup Başkanvekili Lale Deniz geldi.", "Lale Deniz", "Grup Başkanvekili", id="group-deputy"),
        pytest.param("Doha Büyükelçimiz Lale Deniz geldi.", "Lale Deniz", "Doha Büyükelçimiz", id="ours"),
        pytest.param("Liman Genel Başkanı Devlet Aksoy geldi.", "Devlet Aksoy", "Genel Başkanı", id="given-name"),
        pytest.param("Kestrel CEO'su Lale Deniz geldi.", "Lale Deniz", "CEO", id="possessed-acronym"),
        pytest.param("Liman Komutanı Deniz Binbaşı Lale Yelken geldi.", "Lale Yelken", "Komutanı", id="arm-of-service"),
        pytest.param("Orfoz Gezi Şube Müdürü Öğretmen Albay Lale Yelken geldi.", "Lale Yelken", "Müdürü", id="branch"),
        pytest.param("Dalış Teşkilatı (DAT) Başkanı Lale Yelken geldi.", "Lale Yelken", "Başkanı", id="short-form"),
        pytest.param("Umman DAT Başkanı Lale Yelken geldi.", "Lale Yelken", "Umman DAT Başkanı", id="initials"),
        pytest.param("Bergama Valimiz Lale Yelken geldi.", "Lale Yelken", None, id="our-governor"),
        pytest.param(
            "Portekizli meslektaşı Lale Yelken geldi.", "Lale Yelken", "Portekizli meslektaşı", id="colleague"
        ),
        pytest.param("Savunma Bakanı Said bin Nasır Reis geldi.", "Said bin Nasır Reis", "Savunma Bakanı", id="said"),
        pytest.param("Basın Müşaviri Dz. Bnb. Lale Yelken geldi.", "Lale Yelken", "Basın Müşaviri", id="short-ranks"),
    ],
)
def test_the_office_ends_with_its_noun(text: str, name: str, role: str | None) -> None:
    found = [one for one in _names(text) if one.kind == "person"]
    assert [(one.span.of(text), one.role and one.role.of(text)) for one in found] == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bakanlığın Instagram hesabından bir paylaşım yapıldı.", id="platform"),
        pytest.param("Dün Cumhurbaşkanımızın gündeminde liman vardı.", id="ours"),
        pytest.param("Büyükelçiliğin Kestrel ile bir ilgisi yok.", id="body-in-a-case"),
        pytest.param("Kimin Bakan Yardımcılığına atanacağı bilinmiyor.", id="office-in-a-case"),
        pytest.param("Toplantıya Birlik Komutanları katıldı.", id="a-plural-office"),
        pytest.param("Heyet dün Anıtkabir'i ziyaret etti.", id="a-house"),
        pytest.param("Konuklar önce Onur Kıtası'nı selamladı.", id="guard-of-honour"),
        pytest.param("Taraflar dün Orfoz Geçişli Kestrel Polisliği Mutabakatı imzaladı.", id="treaty-of-many-words"),
    ],
)
def test_a_body_without_a_name_and_a_platform_are_no_name(text: str) -> None:
    assert _names(text) == ()


def test_an_adverb_that_opens_a_sentence_is_no_part_of_the_name_behind_it() -> None:
    text = "Böylece Ada Kestrel limana döndü."
    assert [one.span.of(text) for one in _names(text)] == ["Ada Kestrel"]


def test_a_board_that_begins_in_small_letters_is_no_body() -> None:
    text = "Firmanın yönetim Kurulu Başkanı Lale Deniz geldi."
    assert [one.span.of(text) for one in _names(text)] == ["Lale Deniz"]


def test_who_leads_a_delegation_is_of_its_country() -> None:
    text = "Bakan Tarık Bozdağ, Korgeneral Wei Jun başkanlığındaki Çin heyetini kabul etti."
    countries = {name.span.of(text): name.country.code if name.country else None for name in _names(text)}
    assert countries == {"Tarık Bozdağ": None, "Wei Jun": "CHN"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Uçakları Türk Havacılık ve Uzay Sanayii üretiyor.", "Türk Havacılık ve Uzay Sanayii", id="ve"),
        pytest.param("Uçaklar Kara Kuvvetlerine verildi.", "Kara Kuvvetleri", id="a-service-in-the-dative"),
        pytest.param("Uçaklar Kara Kuvvetlerimize verildi.", "Kara Kuvvetleri", id="our-service"),
    ],
)
def test_a_body_is_named_whole_and_without_its_case(text: str, name: str) -> None:
    assert [one.span.of(text) for one in _names(text) if one.kind == "organisation"] == [name]


def test_a_name_with_an_arabic_article_is_one_with_and_without_it() -> None:
    text = "General Omar eş-Şarid geldi. General Şarid bugün döndü."
    assert [(one.span.of(text), one.entity) for one in _names(text)] == [("Omar eş-Şarid", 0), ("Şarid", 0)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Albay Lale Kara konuştu. Kara haklıydı.", ["Lale Kara", "Kara"], id="an-arm-of-service"),
        pytest.param("Halid el-Numan konuştu. Numan haklıydı.", ["Halid el-Numan", "Numan"], id="without-its-article"),
        pytest.param("Albay Lale Kara konuştu. Kara Kuvvetleri sustu.", ["Lale Kara"], id="a-service"),
        pytest.param("Albay Lale Yelken Orfozköy'de konuştu.", ["Lale Yelken"], id="a-place-behind-it"),
    ],
)
def test_a_surname_alone_is_the_person(text: str, names: list[str]) -> None:
    persons = [one for one in _names(text) if one.kind == "person"]
    assert [one.span.of(text) for one in persons] == names
    assert len({one.entity for one in persons}) == 1
