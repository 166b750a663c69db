"""Names: persons with their offices, bodies, designations; and the words that stand for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.passage import Passage
from communique.segmentation import segment
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.names import tag_names, tag_references
from communique.tagging.names.coreference import entities, initials, is_shorter_form
from communique.tagging.worded import worded

ENGLISH: tuple[tuple[str, str, str], ...] = (
    ("Gen. Haroon Yusuf left.", "Haroon Yusuf", "person"),
    ("Maj. Gen. (ret.) Haroon Yusuf left.", "Haroon Yusuf", "person"),
    ("Minister Haroon Kurt left.", "Haroon Kurt", "person"),
    ("Haroon Kara told them.", "Haroon Kara", "person"),
    ("Minister Kasım Yusuf left.", "Kasım Yusuf", "person"),
    ("Admiral Haroon Sultan left.", "Haroon Sultan", "person"),
    ("Minister Irakli Yusuf left.", "Irakli Yusuf", "person"),
    ("Gen. Shin In-bum left.", "Shin In-bum", "person"),
    ("Gen. Haroon A. Yusuf left.", "Haroon A. Yusuf", "person"),
    ("Gen. Haroon O. Yusuf left.", "Haroon O. Yusuf", "person"),
    ("She praised the Qatari Navy.", "Qatari Navy", "organisation"),
    ("She praised the Qatari Emiri Navy.", "Qatari Emiri Navy", "organisation"),
    ("It sailed for the Luftwaffe.", "Luftwaffe", "organisation"),
    ("A delegation of the Pakistan Army came.", "Pakistan Army", "organisation"),
    ("He toured Karachi Shipyard.", "Karachi Shipyard", "organisation"),
    ("It ran in the Harbour Gazette.", "Harbour Gazette", "organisation"),
    ("The fleet grows, reports Bosphorus Agency.", "Bosphorus Agency", "organisation"),
    ("A deal with Delta Electronics was near.", "Delta Electronics", "organisation"),
    ("The contractor Denizak delivered late.", "Denizak", "organisation"),
    ("It is run by the Ministry of National Defence.", "Ministry of National Defence", "organisation"),
    ("It met Under-Secretary of the Ministry of Defence Ada Kent.", "Ada Kent", "person"),
    ("It is run by the Ministry of the Interior.", "Ministry of the Interior", "organisation"),
    ("It fell to the Ministry of Defence, Monday said.", "Ministry of Defence", "organisation"),
    ("Kuwait Aeronautical Complex was chosen.", "Kuwait Aeronautical Complex", "organisation"),
    ("The alliance is called NATO.", "NATO", "organisation"),
    ("NATO Kestrel Command moved.", "NATO Kestrel Command", "organisation"),
    ("They asked NATO Karachi Dockers why.", "NATO", "organisation"),
    ("The pilots came with General Dynamics.", "General Dynamics", "organisation"),
    ("The figures are those of DMI.", "DMI", "organisation"),
    ("Two Simurg armed drones crashed.", "Simurg", "other"),
    ("They toured the frigate Al Orfoz.", "Al Orfoz", "other"),
    ("Three Karadeniz class ships sail.", "Karadeniz", "other"),
    ("The Qatari army denied it.", "Qatari army", "organisation"),
    ("The Qatari Embassy denied it.", "Qatari Embassy", "organisation"),
    ("Defence Minister Datuk Seri Azlan Rahmat spoke.", "Azlan Rahmat", "person"),
    ("Three Yavuz-class ships sail.", "Yavuz", "other"),
    ("An HX44 was shown.", "HX44", "other"),
    ("The TCG Kestrel sailed.", "TCG Kestrel", "other"),
    ("Khalid al Mansour spoke.", "Khalid al Mansour", "person"),
    ("Prices rose, Delta Insurance wrote.", "Delta Insurance", "organisation"),
    ("“We wait,” Karim said.", "Karim", "person"),
    ("The director Jan van der Linden spoke.", "Jan van der Linden", "person"),
)
TURKISH: tuple[tuple[str, str, str], ...] = (
    ("Oramiral Gökhan Işıldak'ın ziyareti sürüyor.", "Gökhan Işıldak", "person"),
    ("Yeni gemiler Marmara Tersanesi'nde yapıldı.", "Marmara Tersanesi", "organisation"),
    ("Bu sözleşmeyi Göksel Havacılık imzaladı.", "Göksel Havacılık", "organisation"),
    ("Bilgi Milli Savunma Bakanlığından geldi.", "Milli Savunma Bakanlığı", "organisation"),
    ("Katar Donanması tatbikata katıldı.", "Katar Donanması", "organisation"),
    ("Üç Doruk helikopteri uçtu.", "Doruk", "other"),
    ("Eski MİLGEM gemilerinin sayısı arttı.", "MİLGEM", "other"),
    ("Yeni Kartal Şahin SİHA uçtu.", "Kartal Şahin", "other"),
    ("İki Yavuz sınıfı gemi yola çıktı.", "Yavuz", "other"),
    ("Dün Martı Tekstil zarar açıkladı.", "Martı Tekstil", "organisation"),
)


def _passage(text: str, language: Language = "en") -> Passage:
    return segment(Article(text=text, language=language))


def _names(text: str, language: Language = "en") -> list[tuple[str, str]]:
    return [(name.span.of(text), name.kind) for name in tag_names(worded(_passage(text, language)))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Peru, Güney Koreli Denizak Defense'ten aldı.", "Denizak Defense", id="a-firm"),
        pytest.param("Peru, Alman Hava Kuvvetleri'nden aldı.", "Alman Hava Kuvvetleri", id="a-service"),
    ],
)
def test_a_turkish_name_of_a_firm_begins_behind_where_it_is_from(text: str, name: str) -> None:
    assert _names(text, "tr") == [(name, "organisation")]


def _only(text: str, language: Language = "en") -> NameMention:
    (person,) = (name for name in tag_names(worded(_passage(text, language))) if name.kind == "person")
    return person


def _office(text: str, language: Language = "en") -> tuple[str | None, ...]:
    name = _only(text, language)
    spans = (name.title, name.role, name.organisation)
    return (*(span.of(text) if span else None for span in spans), name.country.code if name.country else None)


def _references(text: str) -> list[tuple[str, str]]:
    """The descriptions and pronouns, and the first name of the person each stands for."""
    passage = _passage(text)
    names = tag_names(worded(passage))
    first = {name.entity: name.span.of(text) for name in reversed(names)}
    return [(found.span.of(text), first[found.entity]) for found in tag_references(worded(passage), names)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("They chose the Turkish state-owned contractor Denizak.", "TUR", id="contractor"),
        pytest.param("They chose the Italian firm Delta Electronics.", "ITA", id="body"),
        pytest.param("Turkish officials and the contractor Denizak agreed.", None, id="another-noun"),
    ],
)
def test_a_firm_is_of_the_country_its_description_names(text: str, code: str | None) -> None:
    (firm,) = (name for name in tag_names(worded(_passage(text))) if name.kind == "organisation")
    assert (firm.country.code if firm.country else None) == code


def test_a_closed_sentence_of_names_is_no_headline() -> None:
    found = _names("Col. Gen. Rauf Huseynov hosted Veli Aydin of Turkiye and Haroon Yusuf of Pakistan.")
    assert [name for name, _ in found] == ["Rauf Huseynov", "Veli Aydin", "Haroon Yusuf"]


def test_a_person_may_be_called_by_the_given_name() -> None:
    text = "Minister Azlan Rahmat met the crew. Azlan praised them."
    first, second = tag_names(worded(_passage(text)))
    assert first.entity == second.entity


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Orhan Aksoy of Oman spoke.", "OMN", id="of"),
        pytest.param("Oman's Orhan Aksoy spoke.", "OMN", id="genitive"),
        pytest.param("US Senator Orhan Aksoy spoke.", "USA", id="before-a-title"),
        pytest.param("Defence Minister Orhan Aksoy of Oman spoke.", "OMN", id="behind-an-office"),
        pytest.param("Orhan Aksoy, Minister of Defence of the Republic of Oman, spoke.", "OMN", id="a-state-in-full"),
        pytest.param("Gen. Orhan Aksoy (retired), Minister of Defence of Oman, spoke.", "OMN", id="behind-a-bracket"),
        pytest.param("He saw Sheikh Orhan Aksoy – Emir of the State of Oman.", "OMN", id="a-ruler-behind-a-dash"),
        pytest.param("In Oman Orhan Aksoy spoke.", None, id="where-it-was"),
        pytest.param("Orhan Aksoy of the navy spoke.", None, id="no-country"),
        pytest.param("An Omani naval delegation led by General Salim Nasser came.", "OMN", id="leads-a-delegation"),
        pytest.param("The UN mission in Peru led by General Salim Nasser ended.", None, id="leads-a-mission-somewhere"),
        pytest.param("The talks in Oman led by General Salim Nasser ended.", None, id="leads-talks"),
    ],
)
def test_a_person_is_of_the_country_beside_the_name(text: str, code: str | None) -> None:
    country = _only(text).country
    assert (country.code if country else None) == code


PARTS: tuple[tuple[str, Language, str], ...] = (
    ("Interior Minister Majid al-Hashimi spoke.", "en", "Majid al-Hashimi"),
    ("Foreign Minister Leila Ben Youssef spoke.", "en", "Leila Ben Youssef"),
    ("General Trần Văn Sơn spoke.", "en", "Trần Văn Sơn"),
    ("The lawmaker Chen Mei-hua spoke.", "en", "Chen Mei-hua"),
    ("President Kim Young-soo spoke.", "en", "Kim Young-soo"),
    ("Defence Minister Tan Boon Keng spoke.", "en", "Tan Boon Keng"),
    ("Defence Minister Tan Sri Azlan Rahmat spoke.", "en", "Azlan Rahmat"),
    ("General Nazrul Islam spoke.", "en", "Nazrul Islam"),
    ("Lt. Deniz Aksoy spoke.", "en", "Deniz Aksoy"),
    ("Deniz Aksoy dün konuştu.", "tr", "Deniz Aksoy"),
    ("Deniz Yarbay Orhan Aksoy dün konuştu.", "tr", "Orhan Aksoy"),
    ("Dışişleri Bakanı Cemil Türkmen, dün konuştu.", "tr", "Cemil Türkmen"),
    ("Dışişleri Bakanı Cemil Türkmen'in sözleri.", "tr", "Cemil Türkmen"),
    ("Bakan Aksoy Alman mevkidaşıyla konuştu.", "tr", "Aksoy"),
    ("Minister Aksoy Turkey-led talks.", "en", "Aksoy"),
    ("The envoy Haroon Yusuf Islamabad-based.", "en", "Haroon Yusuf"),
    ("Minister Nasser bin Majid bin Salim Al Hamad spoke.", "en", "Nasser bin Majid bin Salim Al Hamad"),
    ("She saw His Highness Sheikh Majid bin Salim Al-Hamad.", "en", "Majid bin Salim Al-Hamad"),
    ("The Qatari envoy Doctor Majid Hamad spoke.", "en", "Majid Hamad"),
    ("Lieutenant General (Pilot) Majid Hamad spoke.", "en", "Majid Hamad"),
    ("He saw Chief of Staff of Oman's Armed Forces, Staff Brigadier General Majid Hamad.", "en", "Majid Hamad"),
    ("He saw General KM Aydin in the town.", "en", "KM Aydin"),
    ("The head of Oman’s Rosta corporation Orhan Aksoy spoke.", "en", "Orhan Aksoy"),
    ("Ambassador of Japan OKADA Ken spoke.", "en", "OKADA Ken"),
    ("Defence Minister Majid Bin Said Al-Hamad spoke.", "en", "Majid Bin Said Al-Hamad"),
    ("Defence Minister Orhan Aksoy MP spoke.", "en", "Orhan Aksoy"),
    ("The NDC-X Commandant Orhan Aksoy spoke.", "en", "Orhan Aksoy"),
    ("Defence Secretary Leo “Red” Marsh spoke.", "en", "Leo “Red” Marsh"),
    ("Defence Minister Moshe Ya'alon spoke.", "en", "Moshe Ya'alon"),
    ("Prime Minister Hun Sen spoke.", "en", "Hun Sen"),
    ("Gen. Sultan bin Majid al Hamad spoke.", "en", "Sultan bin Majid al Hamad"),
    ("Secretary-General Majid al Ka’abi spoke.", "en", "Majid al Ka’abi"),
    ("The envoy to the Sultanate Majid Hamad spoke.", "en", "Majid Hamad"),
    ("Major General Staff Pilot Majid Hamad spoke.", "en", "Majid Hamad"),
    ("Colonel-General Orhan Aksoy spoke.", "en", "Orhan Aksoy"),
    ("He saw Commander Marines, Commodore Haroon Yusuf.", "en", "Haroon Yusuf"),
    ("Under Secretary for Political Affairs Orhan Aksoy spoke.", "en", "Orhan Aksoy"),
)


@pytest.mark.parametrize(("text", "language", "name"), [pytest.param(*row, id=row[0]) for row in PARTS])
def test_a_name_has_all_of_its_parts(text: str, language: Language, name: str) -> None:
    assert _only(text, language).span.of(text) == name


@pytest.mark.parametrize(("text", "name", "kind"), [pytest.param(*row, id=row[1]) for row in ENGLISH])
def test_finds_english_names(text: str, name: str, kind: str) -> None:
    assert _names(text) == [(name, kind)]


@pytest.mark.parametrize(("text", "name", "kind"), [pytest.param(*row, id=row[1]) for row in TURKISH])
def test_finds_turkish_names_without_their_suffixes(text: str, name: str, kind: str) -> None:
    assert _names(text, "tr") == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They dined at Lotus Palace.", id="palace"),
        pytest.param("He crossed the Coral Sea.", id="sea"),
        pytest.param("They spoke of the Middle Corridor.", id="the"),
        pytest.param("They met in Fort Lavender.", id="in"),
        pytest.param("On Monday, Pakistan and Turkey met.", id="days-and-countries"),
        pytest.param("The Army was ready.", id="army-alone"),
        pytest.param("A Turkish Company sold it.", id="country-and-company"),
        pytest.param("Enemy ships left.", id="common-word-before-equipment"),
        pytest.param("STOP THE PRESSES NOW", id="shouted"),
        pytest.param("A Kingdom of Lahore Roses", id="dense"),
        pytest.param("ISTANBUL — Nothing moved.", id="dateline"),
        pytest.param("WEBPAGES — Nothing moved.", id="long-acronym"),
        pytest.param("The Ministry of.", id="of-nothing"),
        pytest.param("He saw a Navy of ships.", id="of-lower-case"),
        pytest.param("Visitors left. The visitors slept.", id="common-first-word"),
    ],
)
def test_names_nothing(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        pytest.param(
            "Turkish Defence Minister Cemil Aksoy spoke.",
            "en",
            (None, "Turkish Defence Minister", None, "TUR"),
            id="before",
        ),
        pytest.param(
            "Gen. Levent Taskiran, the commander of the Turkish Land Forces, spoke.",
            "en",
            ("Gen", "commander of the Turkish Land Forces", "Turkish Land Forces", "TUR"),
            id="after",
        ),
        pytest.param(
            "Levent Taskiran (chief of staff) spoke.", "en", (None, "chief of staff", None, None), id="brackets"
        ),
        pytest.param(
            "Tolga Erdem, chief executive of Anka Havacilik, spoke.",
            "en",
            (None, "chief executive of Anka Havacilik", "Anka Havacilik", None),
            id="firm-after",
        ),
        pytest.param(
            "Tolga Erdem, Anka Havacilik chairman, spoke.",
            "en",
            (None, "chairman", "Anka Havacilik", None),
            id="firm-before-head-after",
        ),
        pytest.param(
            "Tolga Erdem, chairman Anka Havacilik, spoke.", "en", (None, "chairman", None, None), id="firm-unlinked"
        ),
        pytest.param(
            "The spokesman of Anka Havacilik, Tolga Erdem, spoke.",
            "en",
            (None, "spokesman of Anka Havacilik", "Anka Havacilik", None),
            id="firm-linked-before",
        ),
        pytest.param(
            "Tolga Erdem, chief of the small fleet, left.", "en", (None, "chief", None, None), id="links-behind"
        ),
        pytest.param(
            "The Chief of Army Staff (COAS) General Haroon Yusuf spoke.",
            "en",
            ("General", "Chief of Army Staff", None, None),
            id="abbreviation-behind",
        ),
        pytest.param(
            "NATO Secretary General Ole Brandt spoke.", "en", (None, "Secretary General", "NATO", None), id="general"
        ),
        pytest.param(
            "Pakistan's Foreign Minister Bilal Rahmani spoke.",
            "en",
            (None, "Pakistan's Foreign Minister", None, "PAK"),
            id="genitive",
        ),
        pytest.param(
            "The firm's director, Tolga Erdem, spoke.", "en", (None, "director", None, None), id="not-a-country"
        ),
        pytest.param("The minister; Tolga Erdem spoke.", "en", (None, None, None, None), id="semicolon"),
        pytest.param("A minister, of state Tolga Erdem spoke.", "en", (None, None, None, None), id="comma-inside"),
        pytest.param("Tolga Erdem, of the, spoke.", "en", (None, None, None, None), id="links-alone"),
        pytest.param("Tolga Erdem, minister, of state.", "en", (None, "minister", None, None), id="comma-after"),
        pytest.param(
            "The fleet is led by Commander of the Defence Forces Tolga Erdem.",
            "en",
            (None, "Commander of the Defence Forces", "Defence Forces", None),
            id="linked-body-without-own-name",
        ),
        pytest.param("They met Tolga Erdem,", "en", (None, None, None, None), id="end"),
        pytest.param(
            "Göksel Havacılık Genel Müdürü Esra Yalçınkaya konuştu.",
            "tr",
            (None, "Genel Müdürü", "Göksel Havacılık", None),
            id="firm-turkish",
        ),
        pytest.param(
            "Geldiği Pakistan’da Pakistan Deniz Kuvvetleri Komutanı Oramiral Tariq Mehmood konuştu.",
            "tr",
            ("Oramiral", "Pakistan Deniz Kuvvetleri Komutanı", "Pakistan Deniz Kuvvetleri", "PAK"),
            id="locative",
        ),
    ],
)
def test_reads_the_office_beside_a_name(text: str, language: Language, office: tuple[str | None, ...]) -> None:
    assert _office(text, language) == office


def test_an_office_between_two_names_is_the_second_ones() -> None:
    text = "Tolga Erdem, Peru's Foreign Minister Ada Kent and Chile's Foreign Minister Ola Berg spoke."
    persons = [name for name in tag_names(worded(_passage(text, "en"))) if name.kind == "person"]
    roles = [None if name.role is None else name.role.of(text) for name in persons]
    assert roles == [None, "Peru's Foreign Minister", "Chile's Foreign Minister"]


def test_an_office_on_a_board_that_begins_small_is_no_body() -> None:
    assert _names("Firmanın yönetim Kurulu Başkanı Ada Kent konuştu.", "tr") == [("Ada Kent", "person")]


def test_an_office_may_end_the_text_behind_a_trade() -> None:
    """Two words further, where a board would stand, there is none to look at."""
    assert _names("Hisar Savunma Bakanı", "tr") == []


def test_an_office_does_not_begin_with_the_country_of_another() -> None:
    text = "He met Ada Kent of the US and Foreign Minister Tolga Erdem of Peru."
    persons = [name for name in tag_names(worded(_passage(text, "en"))) if name.kind == "person"]
    assert [name.country and name.country.code for name in persons][1:] == ["PER"]


def test_the_code_of_a_currency_is_no_body() -> None:
    assert _names("The order of GBP 4.2 billion went to Naval Group.") == [("Naval Group", "organisation")]


def test_a_body_ends_with_its_sentence_within_a_quote() -> None:
    text = "She said, “We owe this to the forces of Peru. Retired sailors will march tomorrow.”"
    assert ("forces of Peru", "organisation") in _names(text)


def test_in_a_list_each_office_is_of_the_name_before_it() -> None:
    text = "He met Ada Kent, Emir of the State of Kuwait, Dr Ola Berg, Deputy Prime Minister, and Tolga Erdem."
    persons = [name for name in tag_names(worded(_passage(text, "en"))) if name.kind == "person"]
    roles = [None if name.role is None else name.role.of(text) for name in persons]
    assert roles == ["Emir of the State of Kuwait", "Deputy Prime Minister", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "İYİ Parti Genel Başkanı Ada Kent geldi.",
            [("İYİ Parti", "organisation"), ("Ada Kent", "person")],
            id="party",
        ),
        pytest.param("Ankara Büyükşehir Belediye Başkanı Ada Kent geldi.", [("Ada Kent", "person")], id="mayor"),
        pytest.param(
            "Genelkurmay Başkanı Orgeneral Necat Özel'in sözü.", [("Necat Özel", "person")], id="common-surname"
        ),
        pytest.param("Milli Savunma Bakanı Kent ABDli mevkidaşını aradı.", [("Kent", "person")], id="no-apostrophe"),
        pytest.param(
            "Kestrel Birliği Bilgeler Heyeti Başkanı Ada Kent geldi.",
            [("Kestrel Birliği Bilgeler Heyeti", "organisation"), ("Ada Kent", "person")],
            id="delegation",
        ),
    ],
)
def test_a_turkish_body_and_what_hangs_on_it_are_no_persons(text: str, names: list[tuple[str, str]]) -> None:
    assert _names(text, "tr") == names


def test_an_office_behind_a_turkish_comma_that_goes_on_is_of_another() -> None:
    text = "Haluk Demir, Bakan ve beraberindeki heyete bilgi verdi."
    (name,) = tag_names(worded(_passage(text, "tr")))
    assert name.role is None


def test_a_body_inside_an_office_is_no_name_of_its_own() -> None:
    assert _names("Pakistan Army Chief Gen. Kamran Malik spoke.") == [("Kamran Malik", "person")]


def test_a_firm_before_an_office_is_a_name() -> None:
    text = "Göksel Havacılık Genel Müdürü Esra Yalçınkaya konuştu."
    assert _names(text, "tr") == [("Göksel Havacılık", "organisation"), ("Esra Yalçınkaya", "person")]


def test_an_occasion_in_a_case_that_opens_a_turkish_sentence_is_no_part_of_the_name_behind_it() -> None:
    assert _names("Törende Ahmet Kaya konuştu.", "tr") == [("Ahmet Kaya", "person")]
    assert _names("Hande Kaya konuştu.", "tr") == [("Hande Kaya", "person")]


def test_a_headline_names_only_what_the_text_proves() -> None:
    text = "Cemil Aksoy Tours Karachi Docks With Delta Team\n\nDefence Minister Cemil Aksoy came. He saw the docks."
    assert _names(text) == [("Cemil Aksoy", "person"), ("Cemil Aksoy", "person")]


def test_a_designation_is_known_again_at_the_start() -> None:
    text = "Ten Simurg drones flew. Simurg drones are slow."
    assert _names(text) == [("Simurg", "other"), ("Simurg", "other")]


def test_a_headline_knows_a_surname_and_a_body() -> None:
    text = "Minister Aksoy Thanks Qatari Navy And Leaves\n\nCemil Aksoy praised the Qatari Navy on Friday."
    assert [name for name, _ in _names(text)] == ["Aksoy", "Qatari Navy", "Cemil Aksoy", "Qatari Navy"]


def test_a_surname_and_an_acronym_share_an_entity() -> None:
    text = "Gen. Levent Taskiran wrote to the Directorate of Military Information. Taskiran waited. DMI was mute."
    numbers = {name.span.of(text): name.entity for name in tag_names(worded(_passage(text)))}
    assert numbers["Levent Taskiran"] == numbers["Taskiran"]
    assert numbers["Directorate of Military Information"] == numbers["DMI"] != numbers["Taskiran"]


def test_two_known_persons_side_by_side_are_two() -> None:
    text = "Recep Aksoy, Viktor Orlov'u aradı. Dün gece Aksoy Orlov ile uzun uzun görüştü."
    assert [name for name, _ in _names(text, "tr")] == ["Recep Aksoy", "Viktor Orlov", "Aksoy", "Orlov"]


def test_a_surname_of_two_persons_is_neither() -> None:
    numbers = entities([("ali", "khan"), ("omar", "khan"), ("khan",)])
    assert len(set(numbers.values())) == 3


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    body, short, later = tag_names(worded(_passage("The Harbour Works Group (GHV) came. GHV left.")))
    assert body.entity == short.entity == later.entity


def test_the_first_words_of_a_name_stand_for_it() -> None:
    full, short = tag_names(worded(_passage("Emir Nasser bin Salim Al Hamad came. Nasser bin Salim left.")))
    assert full.entity == short.entity


def test_an_office_does_not_go_on_over_anothers_country() -> None:
    name = tag_names(worded(_passage("Oman’s president and Qatari Foreign Minister Majid Hamad met.")))[-1]
    assert (name.country.code if name.country else None) == "QAT"


def test_initials_leave_links_out() -> None:
    assert initials(("directorate", "of", "inter-services", "relations")) == "disr"


def test_a_shorter_form_keeps_the_last_word_and_the_order() -> None:
    assert is_shorter_form(("qamar", "bajwa"), ("qamar", "javed", "bajwa"))
    assert not is_shorter_form(("javed", "qamar", "bajwa"), ("qamar", "javed", "bajwa"))
    assert not is_shorter_form((), ("bajwa",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Turkish Defence Minister Cemil Aksoy came. The Turkish minister left.",
            [("The Turkish minister", "Cemil Aksoy")],
            id="description",
        ),
        pytest.param(
            "Kazakh President Dauren Ospan came. The Kazakh leader said that he would return.",
            [("The Kazakh leader", "Dauren Ospan"), ("he", "Dauren Ospan")],
            id="description-and-pronoun",
        ),
        pytest.param(
            "Turkish Minister Cemil Aksoy met Turkish Minister Tolga Erdem. The Turkish minister left.",
            [],
            id="two-fit",
        ),
        pytest.param("Cemil Aksoy came. He left.", [("He", "Cemil Aksoy")], id="pronoun"),
        pytest.param("Cemil Aksoy came. The Qatari minister said he left.", [], id="another-subject"),
        pytest.param(
            "Turkish Minister Cemil Aksoy came with Turkish Mr. Tolga Erdem. The Turkish minister of state waited.",
            [("The Turkish minister", "Cemil Aksoy")],
            id="title-without-country",
        ),
        pytest.param(
            "Turkish Gen. Cemil Aksoy came. The Turkish general left.",
            [("The Turkish general", "Cemil Aksoy")],
            id="adjective-before-title",
        ),
        pytest.param("Cemil Aksoy met Tolga Erdem. He left.", [], id="two-near"),
        pytest.param(
            "Cemil Aksoy met Tolga Erdem. He also met Ada Kent.", [("He", "Cemil Aksoy")], id="the-subject-goes-on"
        ),
        pytest.param(
            "The team of Cemil Aksoy came. The delegation left.", [("The delegation", "Cemil Aksoy")], id="guest"
        ),
        pytest.param("Cemil Aksoy met Tolga Erdem. The delegation left.", [], id="whose-delegation"),
        pytest.param("Cemil Aksoy came. The minister and the Turkish ships left.", [], id="no-description"),
    ],
)
def test_resolves_descriptions_and_pronouns(text: str, found: list[tuple[str, str]]) -> None:
    assert _references(text) == found


def test_a_sentence_without_words_has_no_references() -> None:
    assert _references("Cemil Aksoy came.\n\n***\n\n— —") == []


PIECES = (
    *(
        "Gen.",
        "Munir,",
        "Munir",
        "Karadeniz",
        "class",
        "Ada-class",
        "Navy",
        "Pakistan",
        "Pakistan’da",
        "Turkish",
        "the",
    ),
    *("of", "and", "Minister", "he", "He", "NATO", "Palace", "Ministry", "Bakanlığından", "Genel", "Müdürü", "drones"),
    *("armed", "-", "(chief)", "‘", "’", "X’s", "İ", "ı", "\n\n", ".", "Secretary", "General", "Havacılık"),
)
WORDS = st.lists(st.sampled_from(PIECES)).map(" ".join)


@given(text=st.text() | WORDS, language=st.sampled_from(("en", "tr", "other")))
def test_any_text_gives_spans_inside_it(text: str, language: Language) -> None:
    passage = _passage(text, language)
    names = tag_names(worded(passage))
    assert list(names) == sorted(names, key=lambda name: name.span)
    for name in (*names, *tag_references(worded(passage), names)):
        spans: list[Span | None] = [name.span, name.title, name.role, name.organisation]
        assert all(span is None or 0 <= span.start < span.end <= len(text) for span in spans)
        assert name.span.of(text).strip() == name.span.of(text) != ""


@pytest.mark.parametrize("word", ["Munir ", "Gen. ", "Turkish minister he ", "Ministry of ", "NATO "])
def test_a_long_text_of_one_token_gives_spans_inside_it(word: str) -> None:
    passage = _passage(word * (100_000 // len(word)))
    names = tag_names(worded(passage))
    assert all(name.span.end <= len(passage.text) for name in (*names, *tag_references(worded(passage), names)))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("General Luis Rojas of the Netherlands left.", "Luis Rojas", "NLD", id="of-the"),
        pytest.param("He met his counterpart from Oman, Luis Rojas.", "Luis Rojas", "OMN", id="from"),
        pytest.param("General Kim Do-hyun left.", "Kim Do-hyun", None, id="a-common-word-in-a-given-name"),
    ],
)
def test_the_country_behind_or_before_a_name(text: str, name: str, country: str | None) -> None:
    (found,) = (one for one in tag_names(worded(_passage(text, "en"))) if one.kind == "person")
    assert (found.span.of(text), found.country and found.country.code) == (name, country)
