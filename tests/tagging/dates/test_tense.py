"""Whether a bare weekday is the last one or the next is told by the verb, not by nouns and names that end like one."""

from datetime import date

import pytest

from communique.article import Language
from communique.tagging.dates import tag_dates_in

WEDNESDAY, LAST, NEXT = date(2026, 2, 4), "2026-01-30", "2026-02-06"


def friday(text: str, language: Language) -> str | None:
    return tag_dates_in(text, language=language, published=WEDNESDAY)[0].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Cuma günü toplantı yapılacak.", NEXT, id="noun-in-ti"),
        pytest.param("Cuma günü ziyareti sona erecek.", NEXT, id="accusative-in-ti"),
        pytest.param("Cuma günü Türk ordu birlikleri gelecek.", NEXT, id="noun-in-du"),
        pytest.param("Cuma günü Suudi heyet gelecek.", NEXT, id="adjective-in-di"),
        pytest.param("Cuma günü Bakan Aksoy konuşacak.", NEXT, id="office-in-an"),
        pytest.param("Cuma günü Pakistan heyeti gelecek.", NEXT, id="state-in-an"),
        pytest.param("Cuma günü iki uzman gelecek.", NEXT, id="noun-in-an"),
        pytest.param("Cuma günü toplantı yapıldı.", LAST, id="past"),
        pytest.param("Toplantı cumaya bırakıldı.", NEXT, id="put-off"),
        pytest.param("Toplantı cuma günü ertelendi.", LAST, id="the-day-of-putting-off"),
        pytest.param("Cuma günü gemi denize indirilmişti.", LAST, id="past-perfect"),
        pytest.param("Cuma günü başlayan tatbikat sürüyor.", LAST, id="participle"),
        pytest.param("Cuma günü imzalanan anlaşma yürürlüğe girecek.", LAST, id="participle-before-a-future"),
        pytest.param("Cuma günü gelen heyet döndü.", LAST, id="short-participle"),
    ],
)
def test_a_turkish_weekday_goes_by_the_verb(text: str, expected: str) -> None:
    assert friday(text, "tr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The envoy arrives in Doha on Friday.", NEXT, id="present-of-a-journey"),
        pytest.param("Talks between both sides are set for Friday.", NEXT, id="set-for"),
        pytest.param("Talks planned for Friday were called off.", NEXT, id="planned-for-before-a-past"),
        pytest.param("Friday's talks will be held in Doha.", NEXT, id="genitive-before-a-future"),
        pytest.param("Friday's talks were held in Doha.", LAST, id="genitive"),
        pytest.param("The envoy arrived in Doha on Friday.", LAST, id="past"),
    ],
)
def test_an_english_weekday_goes_by_the_verb(text: str, expected: str) -> None:
    assert friday(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("The fair will be held on December 20.", "en", "2026-12-20", id="future"),
        pytest.param("The fair was held on March 20.", "en", "2025-03-20", id="past"),
        pytest.param("He said he would come on December 20.", "en", "2025-12-20", id="future-of-a-tale"),
        pytest.param("The term was extended to 20 March.", "en", "2026-03-20", id="decided-for"),
        pytest.param("Fuar 20 Aralık'ta yapılacak.", "tr", "2026-12-20", id="turkish-future"),
        pytest.param("Fuar 20 Mart'ta yapıldı.", "tr", "2025-03-20", id="turkish-past"),
        pytest.param("Fuar 20 Aralık'ta yapılacaktı.", "tr", "2025-12-20", id="turkish-future-of-a-tale"),
        pytest.param("Fuarın 20 Mart'ta yapılmasını kararlaştırdı.", "tr", "2026-03-20", id="turkish-decided"),
        pytest.param("Fuar 20 Mart'a ertelendi.", "tr", "2026-03-20", id="turkish-put-off"),
    ],
)
def test_a_day_without_a_year_goes_by_the_verb(text: str, language: Language, expected: str) -> None:
    assert tag_dates_in(text, language=language, published=WEDNESDAY)[0].value == expected
