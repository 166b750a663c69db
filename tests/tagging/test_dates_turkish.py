"""Turkish date expressions: their forms, their endings, and the words that only look like dates."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in

FRIDAY = date(2026, 1, 30)


def _tagged(text: str) -> list[tuple[str, str | None]]:
    found = tag_dates_in(text, language="tr", published=FRIDAY)
    return [(mention.span.of(text), mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Gemi 12 Ara 2016 günü indi.", "12 Ara 2016", "2016-12-12", id="short-month-with-year"),
        pytest.param("Gemi 14-Eyl-2024 günü indi.", "14-Eyl-2024", "2024-09-14", id="short-month-with-hyphens"),
        pytest.param("Gemi 5 Ağu'da indi.", "5 Ağu'da", "2025-08-05", id="short-month-and-day"),
        pytest.param("Sayı: Oca 2017", "Oca 2017", "2017-01", id="short-month-and-year"),
        pytest.param("Karar 2024-3-9 günü çıktı.", "2024-3-9", "2024-03-09", id="year-first"),
        pytest.param("Aralığın 5'inde döndü.", "Aralığın 5'inde", "2025-12-05", id="softened-month"),
        pytest.param("Tören 20 aralığa kaldı.", "20 aralığa", "2026-12-20", id="softened-month-with-day"),
        pytest.param("2017 yılı Mart ayının 3'ünde doğdu.", "2017 yılı Mart ayının 3'ünde", "2017-03-03", id="its-day"),
        pytest.param(
            "On Beş Temmuz iki bin on altıda oldu.", "On Beş Temmuz iki bin on altıda", "2016-07-15", id="words"
        ),
        pytest.param("Mayıs iki bin yirmi dörtte çıktı.", "Mayıs iki bin yirmi dörtte", "2024-05", id="year-in-words"),
        pytest.param(
            "Bin dokuz yüz doksan yılında öldü.", "Bin dokuz yüz doksan yılında", "1990", id="old-year-in-words"
        ),
        pytest.param("27'sinde döndü.", "27'sinde", "2026-01-27", id="day-of-the-month-alone"),
        pytest.param(
            "29 Ekim Cumhuriyet Bayramı kutlandı.", "29 Ekim Cumhuriyet Bayramı", "2025-10-29", id="holiday-named"
        ),
    ],
)
def test_a_day_month_or_year_is_read(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("5 ila 8 Mayıs uygun.", "5 ila 8 Mayıs", "2026-05-05/2026-05-08", id="ila"),
        pytest.param(
            "3 Mayıs ile 7 Mayıs tarihleri arasında sürecek.",
            "3 Mayıs ile 7 Mayıs tarihleri arasında",
            "2026-05-03/2026-05-07",
            id="dates-between",
        ),
        pytest.param(
            "28 Şubat-3 Mart 2026 arası kapalı.", "28 Şubat-3 Mart 2026", "2026-02-28/2026-03-03", id="two-months"
        ),
        pytest.param(
            "12.05.2026-15.05.2026 arası kapalı.", "12.05.2026-15.05.2026", "2026-05-12/2026-05-15", id="in-digits"
        ),
        pytest.param("28/2-1/3 arası kapalı.", "28/2-1/3", "2026-02-28/2026-03-01", id="in-digits-without-year"),
        pytest.param("2015-2018 yılları arasında yaşadı.", "2015-2018 yılları", "2015/2018", id="years"),
        pytest.param("İhracat ocak-mart döneminde arttı.", "ocak-mart döneminde", "2026-01/2026-03", id="months"),
        pytest.param(
            "2024'ün Mart'ından Mayıs'ına kadar sürdü.",
            "2024'ün Mart'ından Mayıs'ına kadar",
            "2024-03/2024-05",
            id="the-second-month-in-the-year-of-the-first",
        ),
        pytest.param(
            "Bugünden itibaren iki hafta içinde bitecek.",
            "Bugünden itibaren iki hafta içinde",
            "2026-01-30/2026-02-13",
            id="within-from-today",
        ),
        pytest.param(
            "İki haftadan kısa sürede bitecek.", "İki haftadan kısa sürede", "2026-01-30/2026-02-13", id="in-less-than"
        ),
    ],
)
def test_a_range_is_one_expression(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Mart 2026'nın sonunda.", "Mart 2026'nın sonunda", "2026-03-16/2026-03-31", id="end-of-a-month"),
        pytest.param("Kasım ortasında döndü.", "Kasım ortasında", "2025-11-10/2025-11-20", id="middle-of-a-month"),
        pytest.param("Gelecek haftanın başında.", "Gelecek haftanın başında", "2026-02-02/2026-02-04", id="of-a-week"),
        pytest.param(
            "Geçen yılın mart ayı sonunda.",
            "Geçen yılın mart ayı sonunda",
            "2025-03-16/2025-03-31",
            id="in-a-named-year",
        ),
        pytest.param("Ay sonuna kadar bitecek.", "Ay sonuna kadar", "../2026-01-31", id="until-the-end"),
        pytest.param(
            "Mart başından Nisan sonuna kadar sürecek.",
            "Mart başından Nisan sonuna kadar",
            "2026-03-01/2026-04-30",
            id="from-beginning-to-end",
        ),
        pytest.param("2013 sonunda açıldı.", "2013 sonunda", "2013", id="a-year-stays-whole"),
    ],
)
def test_the_beginning_middle_and_end_of_a_month_or_week_are_its_days(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


def test_the_end_of_a_month_without_a_year_stays_open_without_a_publication_date() -> None:
    (mention,) = tag_dates_in("Mart sonunda açıldı.", language="tr", published=None)
    assert (mention.value, mention.partial) == (None, "XXXX-03")


def test_the_days_of_a_list_share_its_month() -> None:
    assert _tagged("5, 7 ve 9 Kasım 2025'te toplandı.") == [
        ("5", "2025-11-05"),
        ("7", "2025-11-07"),
        ("9 Kasım 2025'te", "2025-11-09"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("1990'lı yıllarda kuruldu.", "1990'lı yıllarda", "199X", id="decade-years"),
        pytest.param("90'larda kuruldu.", "90'larda", "199X", id="decade-short"),
        pytest.param("Seksenlerde kuruldu.", "Seksenlerde", "198X", id="decade-word"),
        pytest.param("Doksanlı yılların başında kuruldu.", "Doksanlı yılların başında", "199X", id="decade-word-years"),
        pytest.param("İki bin onlu yıllarda kuruldu.", "İki bin onlu yıllarda", "201X", id="decade-in-words"),
        pytest.param("On dokuzuncu yüzyılda kuruldu.", "On dokuzuncu yüzyılda", "1800/1899", id="century-in-words"),
        pytest.param("XIX. yüzyılda kuruldu.", "XIX. yüzyılda", "1800/1899", id="century-roman"),
        pytest.param("Yılın ikinci yarısında başlayacak.", "Yılın ikinci yarısında", "2026-41", id="half-to-come"),
        pytest.param(
            "Geçen yılın ilk yarısında arttı.", "Geçen yılın ilk yarısında", "2025-40", id="half-of-last-year"
        ),
        pytest.param(
            "Mart'ın ikinci yarısında artacak.",
            "Mart'ın ikinci yarısında",
            "2026-03-16/2026-03-31",
            id="half-of-a-month",
        ),
        pytest.param("3Ç25 kârı arttı.", "3Ç25", "2025-35", id="quarter-sign"),
        pytest.param(
            "2024'ün ilk dokuz ayında arttı.", "2024'ün ilk dokuz ayında", "2024-01/2024-09", id="first-months"
        ),
        pytest.param(
            "2025 yılının son üç ayında arttı.", "2025 yılının son üç ayında", "2025-10/2025-12", id="last-months"
        ),
        pytest.param("Mayısın son pazarı seçim var.", "Mayısın son pazarı", "2026-05-31", id="last-weekday"),
        pytest.param(
            "Ekimin ilk haftasında başladı.", "Ekimin ilk haftasında", "2025-09-29/2025-10-05", id="first-week"
        ),
        pytest.param(
            "2024'ün son iki haftasında geldi.", "2024'ün son iki haftasında", "2024-12-16/2024-12-29", id="last-weeks"
        ),
        pytest.param("Ayın ilk cuması toplanır.", "Ayın ilk cuması", "2026-01-02", id="weekday-of-this-month"),
        pytest.param("Haftanın son günü döndü.", "Haftanın son günü", "2026-02-01", id="day-of-this-week"),
        pytest.param("2023'ün yaz aylarında çıktı.", "2023'ün yaz aylarında", "2023-22", id="summer-months"),
        pytest.param("Hafta sonunda toplandı.", "Hafta sonunda", "2026-01-24/2026-01-25", id="weekend-end"),
        pytest.param("Yılsonuna kadar bitecek.", "Yılsonuna kadar", "../2026", id="year-end-in-one-word"),
    ],
)
def test_a_part_of_the_calendar_is_read(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Bu sabah vuruldu.", "Bu sabah", "2026-01-30", id="this-morning"),
        pytest.param("Dün sabah vuruldu.", "Dün sabah", "2026-01-29", id="yesterday-morning"),
        pytest.param("Cuma günkü toplantı ertelendi.", "Cuma günkü", "2026-01-30", id="of-friday"),
        pytest.param("Yarından sonraki gün gelecek.", "Yarından sonraki gün", "2026-02-01", id="after-tomorrow"),
        pytest.param(
            "15 Temmuz'dan bir gün önce geldi.", "15 Temmuz'dan bir gün önce", "2025-07-14", id="before-a-day"
        ),
        pytest.param("İki pazartesi sonra gelecek.", "İki pazartesi sonra", "2026-02-09", id="counted-weekdays"),
        pytest.param(
            "Yarından itibaren üç gün içinde gel.", "Yarından itibaren üç gün içinde", "2026-02-03", id="from"
        ),
        pytest.param(
            "Yarından itibaren 3 günden az sürede bitir.",
            "Yarından itibaren 3 günden az sürede",
            "2026-01-31/2026-02-03",
            id="less-than-from",
        ),
        pytest.param("18'i haftası uygun mu?", "18'i haftası", "2026-01-12/2026-01-18", id="week-of-a-day"),
        pytest.param("Son ay iki kez geldi.", "Son ay", "2025-12", id="last-month"),
        pytest.param("Bakan salı günü Doha'ya gidiyor.", "salı günü", "2026-02-03", id="arranged"),
        pytest.param("Salı günü başlayan fuar sürüyor.", "Salı günü", "2026-01-27", id="still-going-on"),
    ],
)
def test_a_relative_expression_is_read(text: str, words: str, value: str) -> None:
    assert (words, value) in _tagged(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dünya Bankası açıkladı, dünyada ilk.", id="ending-that-does-not-fit-the-sound"),
        pytest.param("Martin Schulz konuştu.", id="ending-against-vowel-harmony"),
        pytest.param("Martı uçtu, Ülkü Ocakları konuştu.", id="possessive-without-an-owner"),
        pytest.param("Pazarda fiyat arttı. Avrupa pazarında da.", id="market"),
        pytest.param("Pazar payı arttı. Ulusal Pazar'da işlem gördü.", id="market-compound"),
        pytest.param("Ocakta çay, ekimde traktör var.", id="stove-and-sowing"),
        pytest.param("Eylül Öztürk ile Kasım Süleymani.", id="given-names"),
        pytest.param("Her pazartesi, pazartesileri, her 5 Mayıs'ta.", id="what-comes-back"),
        pytest.param("Önümüzdeki günlerde, geçen aylarda.", id="plural-without-a-number"),
        pytest.param("Hastaların 27'sinde virüs vardı.", id="part-of-a-number"),
        pytest.param("90'larında bir adam geldi.", id="age"),
        pytest.param("Bir ara görüştüler, 3 ara verdiler, sonra 12 ara sınav.", id="ara-the-word"),
        pytest.param("7/24 açık. Üyelerin 2/3'ü, 1/2 oranında, 1/4 finalde, madde 12/3.", id="fractions-and-articles"),
        pytest.param("2023 model araç, 2014 / 1421 sayılı.", id="designations"),
        pytest.param("Kredi 5 yıl sonunda bitecek.", id="counted-unit"),
        pytest.param("2018-2015 hattı ve 2015-2015.", id="years-in-no-order"),
        pytest.param("Şirketin son üç ayında zarar vardı.", id="last-units-of-no-period"),
    ],
)
def test_what_only_looks_like_a_date_is_not_tagged(text: str) -> None:
    assert _tagged(text) == []


def test_a_period_that_lacks_so_many_units_is_no_date() -> None:
    assert _tagged("Mart 2024'ün ilk dokuz haftasında geldi.") == []


@pytest.mark.parametrize(
    "token", ["ocak ", "1 ", "pazar ", "iki bin ", "5, 7 ve ", "2016 ", "mart-", "son iki ay ", "1/1-"]
)
def test_a_long_line_of_one_repeated_token_is_tagged_to_its_end(token: str) -> None:
    """The pattern looks a bounded way ahead; ten times this line takes ten times as long (measured apart)."""
    line = token * (10_000 // len(token))
    assert all(mention.span.end <= len(line) for mention in tag_dates_in(line, language="tr", published=FRIDAY))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("Gemi salı günü (13 Ocak) indi.", "salı günü (13 Ocak)", "2026-01-13", id="weekday-then-day"),
        pytest.param("Gemi 13 Ocak (Salı) günü indi.", "13 Ocak (Salı)", "2026-01-13", id="day-then-weekday"),
        pytest.param("2009'dan 2013'e kadarki satış", "2009'dan 2013'e kadarki", "2009/2013", id="up-to-as-adjective"),
    ],
)
def test_what_stands_right_behind_belongs_to_the_date(text: str, words: str, value: str) -> None:
    assert _tagged(text) == [(words, value)]
