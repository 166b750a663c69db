"""Turkish expressions of days, weeks and years in the writings that news has them in."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in

WEDNESDAY = date(2026, 3, 18)


def _tagged(text: str, published: date = WEDNESDAY) -> list[tuple[str, str | None]]:
    found = tag_dates_in(text, language="tr", published=published)
    return [(mention.span.of(text), mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Kurs Mayıs 4-8 tarihlerinde.", "Mayıs 4-8", "2026-05-04/2026-05-08", id="month-first"),
        pytest.param("Kurs 4/8 Mayıs 2026'da.", "4/8 Mayıs 2026'da", "2026-05-04/2026-05-08", id="stroke"),
        pytest.param(
            "Heyet ayın 2'si ile 5'i arasında gelecek.",
            "ayın 2'si ile 5'i",
            "2026-03-02/2026-03-05",
            id="days-of-month",
        ),
        pytest.param("Evvelki gece ateş açıldı.", "Evvelki gece", "2026-03-16", id="night-before-last"),
        pytest.param(
            "Kurul haziranın 2. haftasında toplanacak.",
            "haziranın 2. haftasında",
            "2026-06-08/2026-06-14",
            id="week-of-month",
        ),
        pytest.param("Kurul haftaya toplanacak.", "haftaya", "2026-03-23/2026-03-29", id="next-week"),
        pytest.param("Yarım asır önce yıkıldı.", "Yarım asır önce", "1976", id="half-a-century"),
        pytest.param("İki yüzyıl önce yıkıldı.", "İki yüzyıl önce", "1826", id="centuries"),
        pytest.param("Okul 2023-24 öğretim yılında açıldı.", "2023-24 öğretim yılında", "2023/2024", id="school-year"),
        pytest.param("Kule 751 yılında yapıldı.", "751 yılında", "0751", id="three-digits"),
        pytest.param(
            "Kule yedi yüz elli bir yılında yapıldı.", "yedi yüz elli bir yılında", "0751", id="three-digits-in-words"
        ),
        pytest.param(
            "Gemi yılın ilerleyen aylarında gelecek.",
            "yılın ilerleyen aylarında",
            "2026-03-18/2026",
            id="later-in-the-year",
        ),
        pytest.param(
            "Kurul yılın ilk üç haftası toplandı.", "yılın ilk üç haftası", "2025-12-29/2026-01-18", id="first"
        ),
        pytest.param("Satış 2025/3. çeyrekte arttı.", "2025/3. çeyrekte", "2025-35", id="quarter-by-stroke"),
        pytest.param("Geçen haftanın ilk günü geldi.", "Geçen haftanın ilk günü", "2026-03-09", id="day-of-week"),
        pytest.param("Gemi geçtiğimiz şubatta battı.", "geçtiğimiz şubatta", "2026-02", id="the-month-just-over"),
        pytest.param("Gemi geçtiğimiz mayısta battı.", "geçtiğimiz mayısta", "2025-05", id="of-last-year"),
        pytest.param(
            "Yetki 3 Mayıs 2027 tarihine kadar sürer.", "3 Mayıs 2027 tarihine kadar", "../2027-05-03", id="to"
        ),
        pytest.param("3 Mayıs tarihinden itibaren geçerli.", "3 Mayıs tarihinden itibaren", "2026-05-03/..", id="on"),
        pytest.param("Hafta sonumuz iyi geçti.", "Hafta sonumuz", "2026-03-14/2026-03-15", id="our-weekend"),
    ],
)
def test_a_period_is_read(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Yoğun bir haftaya girdiler.", id="into-a-week"),
        pytest.param("Yeni haftaya umutla başladılar.", id="new-week"),
        pytest.param("Son 100 yılında böylesi görülmedi.", id="a-count-of-years"),
        pytest.param("Kurul her salı toplanır.", id="every-tuesday"),
    ],
)
def test_other_words_are_no_dates(text: str) -> None:
    assert [value for _, value in _tagged(text) if value not in (None, "1926/2026")] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Karar 4 Mart'ta duyuruldu; bir gün önce alınmıştı.", "2026-03-03", id="pluperfect"),
        pytest.param("Karar 4 Mart'ta duyuruldu, bir gün önce de imzalandı.", "2026-03-17", id="past"),
        pytest.param("Karar 4 Mart'ta duyuruldu. Kurul bir gün önce dağılmıştı.", "2026-03-17", id="other-sentence"),
    ],
)
def test_a_step_back_goes_from_the_date_before_by_the_pluperfect(text: str, value: str) -> None:
    assert _tagged(text)[-1] == ("bir gün önce", value)


@pytest.mark.parametrize(
    ("published", "value"),
    [
        pytest.param(date(2026, 2, 12), "2024-24", id="in-winter"),
        pytest.param(date(2026, 3, 18), "2025-24", id="after-winter"),
        pytest.param(date(2026, 12, 18), "2025-24", id="in-the-next-winter"),
    ],
)
def test_the_last_winter_is_not_the_one_that_is_on(published: date, value: str) -> None:
    assert _tagged("Geçen kış çok kar yağdı.", published) == [("Geçen kış", value)]
