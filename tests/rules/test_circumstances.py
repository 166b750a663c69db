"""When and where: which dates and places beside a meeting are its own."""

import pytest

from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.proposing import propose
from communique.rules.settling import settle


def _told(text: str, field: str, language: Language) -> list[str | None]:
    article = annotated_article(Article(text=text, language=language))
    forms = [settle(form) for form in propose(article, (MeetingEvent,), "sentence")]
    values = [getattr(form, "given", {}).get(field) for form in forms]
    return [value.text if isinstance(value, Proposed) else None for value in values]


MET = "Ada Kent met Veli Aydin"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        pytest.param("en", "Ada Kent flew to Lima. There she met Veli Aydin.", "Lima", id="there"),
        pytest.param(
            "tr",
            "Ada Kent, Roma temaslarının ardından Lima'ya geçti. Ada Kent'i burada Veli Aydın kabul etti.",
            "Lima",
            id="burada",
        ),
        pytest.param(
            "en",
            "The third harbour forum will be held in Lima. Ada Kent and Veli Aydin are expected to attend.",
            "Lima",
            id="an-occasion-without-people",
        ),
        pytest.param(
            "en",
            "Ada Kent met Lino Ferro in Cusco and flew on to Lima, where Veli Aydin received her.",
            "Lima",
            id="where",
        ),
    ],
)
def test_the_last_meeting_is_where_the_words_before_it_point(language: Language, text: str, place: str) -> None:
    assert _told(text, "place", language)[-1] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("Bakan Ada Kent, Veli Aydın ile Liman Bakanlığında görüştü.", "Liman Bakanlığı", id="a-ministry"),
        pytest.param(
            "Bakan Ada Kent, Veli Aydın ile Lima'daki 3'üncü Liman Üs Komutanlığında görüştü.", "Lima", id="a-number"
        ),
        pytest.param("Bakan Ada Kent, Liman Bakanlığında görev yapan Veli Aydın ile görüştü.", None, id="whose-office"),
        pytest.param(
            "Ada Kent, Veli Aydın ile başta Lima olmak üzere limanları görüştü.", None, id="what-is-talked-of"
        ),
    ],
)
def test_a_turkish_meeting_is_in_the_house_of_a_body(text: str, place: str | None) -> None:
    assert _told(text, "place", "tr") == [place]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        pytest.param("en", f"{MET} on Monday, their third talks this year.", "on Monday", id="a-day-before-a-year"),
        pytest.param("en", f"{MET} on Monday, the ministry said on Tuesday.", "on Monday", id="beside-the-verb"),
        pytest.param("en", f"{MET}, said the port’s press office on Tuesday.", None, id="beside-who-said-it"),
        pytest.param(
            "en",
            "Ada Kent received on Monday General Veli Aydin, the port said.",
            "on Monday",
            id="a-verb-with-an-object",
        ),
        pytest.param("en", f"{MET} on Monday and said that it would end in 2030.", "on Monday", id="in-a-clause"),
        pytest.param("en", f"Oman and Peru opened a port on Monday.\n\n{MET}.", "on Monday", id="the-lead"),
        pytest.param("en", f"“The port is open,” Omar Rana said on Monday. {MET}.", None, id="said-on-in-the-lead"),
        pytest.param("en", f"{MET}. The meeting took place on Monday.", "on Monday", id="it-goes-on"),
        pytest.param("en", f"{MET} on Monday, the first since May.", "on Monday", id="the-first-of-several"),
        pytest.param("en", f"LIMA, March 3 (OPN):{MET} on Monday.", "on Monday", id="behind-a-dateline"),
        pytest.param("en", f"Lima, 3 March: {MET} on Monday.", "on Monday", id="behind-a-dateline-without-capitals"),
        pytest.param("en", f"Lima, 3 March: {MET} today.", "3 March", id="the-day-of-the-dateline"),
        pytest.param("en", f"{MET} after the clash at the border on Monday.", None, id="what-went-before"),
        pytest.param(
            "en", f"{MET} on Monday, the first talks since he took office last month.", "on Monday", id="since-a-deed"
        ),
        pytest.param("en", f"{MET} after the talks at the port on Monday.", "on Monday", id="behind-talks"),
        pytest.param("en", f"{MET} for the first time since January.", None, id="since-when"),
        pytest.param("en", f"{MET} for the first time in three years.", None, id="in-how-long"),
        pytest.param("tr", "Ada Kent, bugüne dek Veli Aydın ile görüştü.", None, id="until-when"),
        pytest.param("en", f"LIMA, 3 May 2024 — {MET} in Doha on Thursday.", "on Thursday", id="behind-a-dateline"),
        pytest.param("en", f"LIMA, 3 May 2024 — {MET} in Doha.", None, id="a-dateline-alone"),
        pytest.param("en", f"{MET}. The harbour opens on Monday.", None, id="something-else-behind"),
    ],
)
def test_a_meeting_has_its_own_date(language: Language, text: str, date: str | None) -> None:
    assert _told(text, "date", language) == [date]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        pytest.param("en", f"{MET} at Lotus Palace in Doha.", "Lotus Palace", id="a-house-before-its-city"),
        pytest.param("en", f"Harbour News/ {MET} in Lima.", "Lima", id="behind-an-agency"),
        pytest.param("en", f"LIMA: {MET} here on Monday.", "LIMA", id="where-it-was-sent-from"),
        pytest.param("en", f"LIMA: {MET} at General Headquarters here.", "LIMA", id="a-city-before-a-common-house"),
        pytest.param("en", f"LIMA: {MET} at Lotus Palace here.", "Lotus Palace", id="a-house-before-here"),
        pytest.param("en", f"Lima, 3 March: {MET} on Monday.", None, id="a-dateline-alone"),
        pytest.param("en", f"{MET} at Villa Serena in Rome.", "Villa Serena", id="a-house-by-its-first-word"),
        pytest.param("en", f"{MET} in Singapore on Monday.", "Singapore", id="a-state-that-is-a-city"),
        pytest.param("en", f"{MET} to discuss the war in Oman.", None, id="where-the-war-is"),
        pytest.param("tr", "Ada Kent, Veli Aydın ile Umman'daki savaşı görüştü.", None, id="turkish-war"),
        pytest.param("tr", "Ada Kent, Veli Aydın ile Karadeniz'de mayınları görüştü.", None, id="a-sea"),
        pytest.param("en", f"{MET} in Oman.", None, id="a-country-in-which-two-meet"),
        pytest.param("tr", "Ada Kent, Umman'a gelen Veli Aydın ile görüştü.", None, id="a-country-of-arrival"),
        pytest.param("tr", "Ada Kent yarın Maskat'ı ziyaret edecek.", "Maskat", id="an-object-of-visiting"),
        pytest.param("tr", "Ada Kent, Veli Aydın ile Gazze'deki yardım çabalarını görüştü.", None, id="what-is-there"),
        pytest.param("tr", "Ada Kent, Doha'daki toplantıda Veli Aydın ile görüştü.", "Doha", id="talks-there"),
        pytest.param("en", f"{MET} in Doha, the ministry in Berlin said.", "Doha", id="where-the-source-is"),
        pytest.param("en", f"{MET}. Ada Kent later met Selim Tarhan in Doha.", None, id="where-the-next-meeting-is"),
        pytest.param("tr", "Ada Kent, Veli Aydın ile görüştü. Görüşme Bakü'de yapıldı.", "Bakü", id="turkish"),
    ],
)
def test_a_meeting_has_its_own_place(language: Language, text: str, place: str | None) -> None:
    assert _told(text, "place", language)[0] == place


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Kent spoke to reporters in Lima. She had met Veli Aydin.", id="to-the-press"),
        pytest.param("Ada Kent was in Lima. A meeting of Kent and Veli Aydin was called off.", id="cancelled"),
        pytest.param("Ada Kent was in Lima. Kent and Veli Aydin did not meet.", id="denied"),
    ],
)
def test_a_sentence_of_something_else_lends_no_place(text: str) -> None:
    assert _told(text, "place", "en") == [None]
