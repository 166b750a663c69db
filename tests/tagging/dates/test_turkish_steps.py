"""Turkish steps from a day named before, and periods said by their feast, their stretch or in words."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in

WEDNESDAY = date(2026, 3, 18)


def _tagged(text: str) -> list[tuple[str, str | None]]:
    found = tag_dates_in(text, language="tr", published=WEDNESDAY)
    return [(mention.span.of(text), mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Heyet 10 Mart'ta geldi, bir gün sonra döndü.", "bir gün sonra", "2026-03-11", id="day-after"),
        pytest.param("Firma 2019'da kuruldu, iki yıl sonra büyüdü.", "iki yıl sonra", "2021", id="years-after"),
        pytest.param("İlki 2027'de, ikincisi bir yıl sonra verilecek.", "bir yıl sonra", "2028", id="after-what-comes"),
        pytest.param("2025'te imzalandı, iki yıl sonra bitecek.", "iki yıl sonra", "2028", id="from-today-on"),
        pytest.param("Heyet 10 Mart'ta, bir önceki gün de oradaydı.", "bir önceki gün", "2026-03-09", id="day-before"),
        pytest.param("Satış 2019'da bir önceki yıla göre arttı.", "bir önceki yıla", "2018", id="year-before"),
        pytest.param("Satış bir önceki yıla göre arttı.", "bir önceki yıla", "2025", id="before-this-one"),
        pytest.param("Heyet 10 Mart'ta geldi, bir sonraki gün döndü.", "bir sonraki gün", "2026-03-11", id="next-day"),
    ],
)
def test_a_step_goes_on_from_the_date_that_the_sentence_tells_of(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Son iki yıldır konuşuyorlar.", "Son iki yıldır", "2024-03-18/2026-03-17", id="for-the-last"),
        pytest.param("Bin dokuz yüz doksan sekizde kuruldu.", "Bin dokuz yüz doksan sekizde", "1998", id="in-words"),
        pytest.param("Bu kış imzalandı.", "Bu kış", "2025-24", id="winter-just-over"),
        pytest.param("Bu kış imzalanacak.", "Bu kış", "2026-24", id="winter-to-come"),
        pytest.param(
            "Kurban Bayramı'nın ikinci günü gelecek.", "Kurban Bayramı'nın ikinci günü", "2026-05-27~", id="feast-day"
        ),
        pytest.param("Bugün öğleden sonra indi.", "Bugün öğleden sonra", "2026-03-18", id="afternoon"),
        pytest.param("Noel arifesinde geldi.", "Noel arifesinde", "2025-12-24", id="eve"),
        pytest.param("1974 ila 1983 arasında sürdü.", "1974 ila 1983 arasında", "1974/1983", id="years-with-ila"),
        pytest.param(
            "Çarşambadan pazara kadar sürecek.", "Çarşambadan pazara kadar", "2026-03-18/2026-03-22", id="to-sunday"
        ),
        pytest.param("İki binden iki bin ona kadar.", "İki binden iki bin ona kadar", "2000/2010", id="years-in-words"),
        pytest.param("Geçen yılın aynı döneminde azdı.", "Geçen yılın aynı döneminde", "2025", id="same-period"),
    ],
)
def test_a_period_is_read(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Haziran seçiminden sonra baştan başlayabiliriz.", "2026-06", id="what-may-be"),
        pytest.param("Haziran seçiminden sonra ayrılan bakan konuştu.", "2025-06", id="who-left"),
    ],
)
def test_an_ablative_tells_of_no_past(text: str, value: str) -> None:
    assert _tagged(text)[0][1] == value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nüfusun iki bin beşte biri geldi.", id="share"),
        pytest.param("Sayı iki binden iki bin beş yüze çıktı.", id="counts"),
    ],
)
def test_a_number_in_words_is_no_year(text: str) -> None:
    assert _tagged(text) == []
