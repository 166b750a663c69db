"""Amounts: money, percentages and counts with their values, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Article, Language
from communique.passage import Passage, Sentence
from communique.spans import Span
from communique.tagging.amounts import parse_amount, tag_amounts, tag_amounts_in


@pytest.mark.parametrize(
    ("words", "language", "value", "currency"),
    [
        pytest.param("$40 million", "en", 4e7, "USD", id="mark-and-scale"),
        pytest.param("3000000 EUR", "en", 3e6, "EUR", id="code-after"),
        pytest.param("two and a half billion dollars", "en", 2.5e9, "USD", id="words-with-half"),
        pytest.param("12 Canadian dollars", "en", 12, "CAD", id="state"),
        pytest.param("7 dollars and 30 cents", "en", 7.3, "USD", id="cents-joined"),
        pytest.param("2,4 milyar dolarlık", "tr", 2.4e9, "USD", id="turkish-decimal-comma"),
        pytest.param("1.250.000 TL", "tr", 1.25e6, "TRY", id="turkish-thousands"),
        pytest.param("otuz beş milyon avro", "tr", 3.5e7, "EUR", id="turkish-words"),
        pytest.param("1.640,75 euros", "en", 1640.75, "EUR", id="european-separators"),
        pytest.param("1,640.75 euros", "en", 1640.75, "EUR", id="both-separators"),
        pytest.param("6.5e6 dollars", "en", 6.5e6, "USD", id="exponent"),
        pytest.param("a hundred dollars", "en", 100, "USD", id="article"),
        pytest.param("$36m", "en", 3.6e7, "USD", id="letter-at-the-digits"),
        pytest.param("18 dollars 25", "en", 18.25, "USD", id="bare-cents"),
        pytest.param("Rs.750", "en", 750, None, id="dot-of-rs"),
        pytest.param("TRY600 million", "en", 6e8, "TRY", id="code-at-the-digits"),
        pytest.param("$4 CAD", "en", 4, "CAD", id="mark-and-code"),
        pytest.param("33 German marks", "en", 33, "DEM", id="former-currency"),
        pytest.param("60 Kuwaiti dinars", "en", 60, "KWD", id="national-currency"),
        pytest.param("70 dinars", "en", 70, None, id="shared-name"),
        pytest.param("one of 3 ships for $9", "en", 9, "USD", id="money-before-counts"),
        pytest.param("iki buçuk milyon dolar", "tr", 2.5e6, "USD", id="turkish-half"),
        pytest.param("onbinaltıyüz lira", "tr", 10600, "TRY", id="turkish-written-together"),
        pytest.param("18 lira 25 kuruş", "tr", 18.25, "TRY", id="turkish-hundredths"),
        pytest.param("20 Alman markı", "tr", 20, "DEM", id="turkish-former-currency"),
        pytest.param("PKR 6 lakh", "en", 6e5, "PKR", id="lakh"),
        pytest.param("40 crore Indian rupees", "en", 4e8, "INR", id="crore"),
        pytest.param("Rs3 lakh crore", "en", 3e12, None, id="scale-of-a-scale"),
        pytest.param("Rs 2,50,000", "en", 250_000, None, id="indian-groups"),
        pytest.param("$1.7bn", "en", 1.7e9, "USD", id="bn"),
        pytest.param("€4 mn", "en", 4e6, "EUR", id="mn-after-a-space"),
        pytest.param("$3 B", "en", 3e9, "USD", id="letter-after-a-space"),
        pytest.param("$2.5T", "en", 2.5e12, "USD", id="trillion-letter"),
        pytest.param("SR450", "en", 450, "SAR", id="riyal-abbreviation"),
        pytest.param("MSEK 45", "en", 4.5e7, "SEK", id="scale-letter-at-the-code"),
        pytest.param("DKK750", "en", 750, "DKK", id="code-glued"),
        pytest.param("€2.000,75", "en", 2000.75, "EUR", id="european-in-english"),
        pytest.param("3 250,50 €", "en", 3250.5, "EUR", id="spaced-groups-with-decimals"),
        pytest.param("CHF 2'450.75", "en", 2450.75, "CHF", id="apostrophe-groups"),
        pytest.param("half a million pounds", "en", 5e5, "GBP", id="half-a-million"),
        pytest.param("a quarter of a billion euros", "en", 2.5e8, "EUR", id="quarter-of-a-billion"),
        pytest.param("two point four million yen", "en", 2.4e6, "JPY", id="point-in-words"),
        pytest.param("three thousand five hundred million yuan", "en", 3.5e9, "CNY", id="thousands-of-millions"),
        pytest.param("€2.450", "en", 2450, "EUR", id="dotted-thousands-of-a-currency"),
        pytest.param("8 € 25", "en", 8.25, "EUR", id="mark-of-the-number-before"),
        pytest.param("-$8 million", "en", -8e6, "USD", id="minus-before-the-mark"),
        pytest.param("$-8", "en", -8, "USD", id="minus-after-the-mark"),
        pytest.param("3 milyar TL'lik", "tr", 3e9, "TRY", id="turkish-suffix-after-code"),
        pytest.param("bir buçuk milyon sterlin", "tr", 1.5e6, "GBP", id="turkish-one-and-a-half"),
        pytest.param("₺750", "tr", 750, "TRY", id="lira-mark"),
        pytest.param("750.-TL", "tr", 750, "TRY", id="turkish-dash"),
        pytest.param("üç bin iki yüz milyar lira", "tr", 3.2e12, "TRY", id="turkish-thousands-of-billions"),
        pytest.param("ikimilyonüçyüzbinTL", "tr", 2.3e6, "TRY", id="turkish-written-together-with-code"),
        pytest.param("8 milyon rubleye", "tr", 8e6, "RUB", id="turkish-dative"),
        pytest.param("45 kuruş", "tr", 45, "TRY", id="kurus"),
    ],
)
def test_money_is_valued(words: str, language: Language, value: float, currency: str) -> None:
    mention = parse_amount(words, language=language)
    assert mention is not None
    assert (mention.kind, mention.value, mention.currency) == ("money", value, currency)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        pytest.param("It ordered six new patrol boats.", "en", 6, "boats", id="head-noun"),
        pytest.param(
            "They bought three Turkish-made frigates in 2019.", "en", 3, "frigates", id="hyphenated-adjective"
        ),
        pytest.param("A 14-boat flotilla left port.", "en", 14, "boat", id="hyphen"),
        pytest.param("One small tug sank.", "en", 1, "tug", id="one"),
        pytest.param("Three harbour patrols boats left.", "en", 3, "boats", id="plural-run"),
        pytest.param("They lack 9 aircraft there.", "en", 9, "aircraft", id="plural-without-s"),
        pytest.param("Two thirds of crews left.", "en", 2 / 3, None, id="fraction"),
        pytest.param("Two million and a half people fled.", "en", 2.5e6, "people", id="half-after-scale"),
        pytest.param("They need 8 Navy.", "en", 8, None, id="no-noun"),
        pytest.param("It lost 9 grey cold dull long thin wet boats.", "en", 9, None, id="noun-too-far"),
        pytest.param("The total is 1 T-129.", "en", 1, None, id="one-without-a-noun"),
        pytest.param("Oman wants 16 new F-16 Block 72 fighters.", "en", 16, "fighters", id="a-number-in-a-name"),
        pytest.param("Gana 50 Bozkır 8x8 zırhlı aracı aldı.", "tr", 50, "aracı", id="turkish-number-in-a-name"),
        pytest.param("Gana 400 tüfekten oluşan bir parti aldı.", "tr", 400, "tüfekten", id="turkish-ablative"),
        pytest.param("Gana 30 Yıldırım eğitim uçağı aldı.", "tr", 30, "uçağı", id="turkish-name-that-begins-as-a-noun"),
        pytest.param(
            "Gana 3 çok maksatlı savaş gemisi aldı.", "tr", 3, "gemisi", id="turkish-many-within-an-adjective"
        ),
        pytest.param("Bir milyon iki yüz bin kişi geldi.", "tr", 1.2e6, "kişi", id="turkish-sum"),
        pytest.param("Donanma 30 adet yeni gemi aldı.", "tr", 30, "gemi", id="turkish-counter"),
        pytest.param("Törende 12 deniz uçak gemisi vardı.", "tr", 12, "gemisi", id="turkish-noun-run"),
        pytest.param("Orada 30 kırmızı vardı.", "tr", 30, "kırmızı", id="turkish-unknown-noun"),
        pytest.param("Bunlar 7 büyük.", "tr", 7, None, id="turkish-adjective-alone"),
        pytest.param("Donanmaya beş korvet verildi.", "tr", 5, "korvet", id="turkish"),
        pytest.param("Exports rose 14 per cent.", "en", 14, "percent", id="per-cent"),
        pytest.param("İhracat yüzde 14 arttı.", "tr", 14, "percent", id="yuzde"),
        pytest.param("It fell 3 percentage points.", "en", 3, "percentage points", id="percentage-points"),
        pytest.param("A couple of tugs sailed.", "en", 2, "tugs", id="couple"),
        pytest.param("Half a dozen tugs sailed.", "en", 6, "tugs", id="half-a-dozen"),
        pytest.param("Five of the tugs sailed.", "en", 5, "tugs", id="of-the"),
        pytest.param("Three fifths of crews left.", "en", 3 / 5, None, id="part-of-a-whole"),
        pytest.param("Nearly half the crews left.", "en", 0.5, None, id="half-the"),
        pytest.param("A fifth of crews left.", "en", 1 / 5, None, id="a-fifth"),
        pytest.param("About 3/4 of crews left.", "en", 3 / 4, None, id="slash"),
        pytest.param("It took 3½ hours.", "en", 3.5, "hours", id="vulgar-fraction"),
        pytest.param("It took ¾ litres.", "en", 0.75, "litres", id="vulgar-fraction-alone"),
        pytest.param("It lies one-half mile off.", "en", 0.5, "mile", id="one-half"),
        pytest.param("It took two and three quarters hours.", "en", 2.75, "hours", id="mixed"),
        pytest.param("They need one twenty-fifth.", "en", 1 / 25, None, id="compound-denominator"),
        pytest.param("It was minus nine degrees.", "en", -9, "degrees", id="minus-in-words"),
        pytest.param("It was -9 degrees.", "en", -9, "degrees", id="minus-sign"),
        pytest.param("It errs by plus or minus 3 points.", "en", 3, "points", id="plus-or-minus"),
        pytest.param("They hired 80 Omanis.", "en", 80, "Omanis", id="people-by-nationality"),
        pytest.param("They flew 8 UAVs.", "en", 8, "UAVs", id="plural-of-capitals"),
        pytest.param("They sold 15.000 rifles.", "en", 15_000, "rifles", id="dot-before-three-zeros"),
        pytest.param("It makes 28 knots.", "en", 28, "knots", id="unit"),
        pytest.param("It may buy 36 F-15 aircraft.", "en", 36, "aircraft", id="model-that-begins-as-a-unit"),
        pytest.param("An 85mm gun was fitted.", "en", 85, "mm", id="unit-at-the-digits"),
        pytest.param("It is 45 nautical miles off.", "en", 45, "nautical miles", id="unit-of-two-words"),
        pytest.param("85mm shells were used.", "en", 85, "mm", id="mm-is-no-scale"),
        pytest.param("It was 38C in May.", "en", 38, "C", id="celsius"),
        pytest.param("Exports rose 14pc.", "en", 14, "percent", id="pc"),
        pytest.param("Törende 8 asker şehit sayıldı.", "tr", 8, "asker", id="turkish-noun-before-a-predicate"),
        pytest.param("A 12m yacht sank.", "en", 12, "m", id="m-is-metres"),
        pytest.param("12m voters queued.", "en", 12e6, "voters", id="m-is-million-before-a-plural"),
        pytest.param("He is 6 feet 3 inches tall.", "en", 75, "inches", id="two-units"),
        pytest.param("A 300-pound bomb fell.", "en", 300, "pound", id="pounds-of-weight"),
        pytest.param("Ahead lay 45 pounds of powder.", "en", 45, "pounds", id="pounds-of-something"),
        pytest.param("Yüzden fazla gemi geldi.", "tr", 100, "gemi", id="turkish-ablative"),
        pytest.param("Kırkın üzerinde gemi geldi.", "tr", 40, "gemi", id="turkish-genitive"),
        pytest.param("Bine yakın er geldi.", "tr", 1000, "er", id="turkish-dative-close-to"),
        pytest.param("Üyelerin beşte dördü geldi.", "tr", 0.8, None, id="turkish-share"),
        pytest.param("Sıcaklık eksi 9 derece oldu.", "tr", -9, "derece", id="turkish-minus"),
        pytest.param("Faiz bir virgül yirmi beş puan indi.", "tr", 1.25, "puan", id="turkish-decimal-words"),
        pytest.param("İki düzine top alındı.", "tr", 24, "top", id="turkish-dozen"),
        pytest.param("Gemi 45 deniz mili uzakta.", "tr", 45, "deniz mili", id="turkish-unit"),
        pytest.param("Bina bir metre yükseldi.", "tr", 1, "metre", id="turkish-one-unit"),
    ],
)
def test_a_count_has_its_noun(text: str, language: Language, value: float, unit: str) -> None:
    (mention,) = tag_amounts_in(text, language=language)
    assert (mention.value, mention.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The F-4 and the TF-100 flew.", "en", id="designations"),
        pytest.param("It came on 7 June 2024 at 09:45.", "en", id="date-and-time"),
        pytest.param("They met in 1998 for the 3rd time.", "en", id="year-and-ordinal"),
        pytest.param("Resolution 1540 stands.", "en", id="resolution"),
        pytest.param("Call +90-312-555-1234 now.", "en", id="telephone"),
        pytest.param("Dozens of ships sailed.", "en", id="dozens"),
        pytest.param("Gemi 12 Mart 2021'de geldi.", "tr", id="turkish-date"),
        pytest.param("5. Kolordu geldi.", "tr", id="turkish-ordinal"),
        pytest.param("No one left; they lost one.", "en", id="one-alone"),
        pytest.param("Codes 1,2,3 and 1.2,3,4 and 12345678901234567890 hold.", "en", id="no-number"),
        pytest.param("They came twenty first.", "en", id="ordinal-in-words"),
        pytest.param("Bir onbinxyz heyeti geldi.", "tr", id="turkish-one"),
        pytest.param("IKI 20'nci filo.", "tr", id="turkish-dotless"),
        pytest.param("Several hundred boats and a few thousand men left.", "en", id="unvalued-scale"),
        pytest.param("Tens of thousands left.", "en", id="tens-of-thousands"),
        pytest.param("A third round and the first half ended.", "en", id="third-and-half-of-time"),
        pytest.param("The 9/11 inquiry ended.", "en", id="slash-that-is-a-date"),
        pytest.param("The Group of 20 met.", "en", id="group-of"),
        pytest.param("It sank.[4]", "en", id="reference-mark"),
        pytest.param("Mail desk7@example.org or see https://example.org/2025/12.", "en", id="addresses"),
        pytest.param("On binlerce ve birkaç yüz er geldi.", "tr", id="turkish-unvalued"),
        pytest.param("Yirmi üçüncü filo geldi.", "tr", id="turkish-ordinal-in-words"),
    ],
)
def test_other_numbers_are_no_amounts(text: str, language: Language) -> None:
    assert tag_amounts_in(text, language=language) == ()


@pytest.mark.parametrize(
    ("text", "language", "modifier"),
    [
        pytest.param("about 40 tanks", "en", "about", id="about"),
        pytest.param("at least 40 tanks", "en", "at_least", id="at-least"),
        pytest.param("up to 40 tanks", "en", "at_most", id="at-most"),
        pytest.param("40 to 50 tanks", "en", "range", id="range"),
        pytest.param("between 40 and 50 tanks", "en", "range", id="between"),
        pytest.param("40 or more tanks", "en", "at_least", id="or-more"),
        pytest.param("no more than 40 tanks", "en", "at_most", id="longest-hedge-wins"),
        pytest.param("as many as 40 tanks", "en", "at_most", id="as-many-as"),
        pytest.param("between 4% and 5%", "en", "range", id="unit-at-both-ends"),
        pytest.param("3 km to 5 km", "en", "range", id="unit-at-both-ends-in-words"),
        pytest.param("ranged from 40 to 50 tanks", "en", "range", id="ranging-from"),
        pytest.param("rose from 40 to 50 tanks", "en", "exact", id="change-is-no-range"),
        pytest.param("30 of 40 and 50 tanks", "en", "exact", id="no-range"),
        pytest.param("yaklaşık 40 tank", "tr", "about", id="yaklasik"),
        pytest.param("40 ile 50 arasında tank", "tr", "range", id="arasinda"),
        pytest.param("40'tan fazla tank", "tr", "at_least", id="fazla"),
    ],
)
def test_approximations_are_kept(text: str, language: Language, modifier: str) -> None:
    assert tag_amounts_in(text, language=language)[0].modifier == modifier


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("1990", 1990, id="like-a-year"),
        pytest.param("8th", None, id="ordinal"),
        pytest.param("many", None, id="no-number"),
    ],
)
def test_a_bare_number_is_parsed_even_like_a_year(words: str, value: float | None) -> None:
    mention = parse_amount(words, language="en")
    assert (mention and (mention.kind, mention.value)) == (value and ("number", value))


def test_money_before_a_count_takes_no_hundredths_from_it() -> None:
    mentions = tag_amounts_in("It was 18 dollars 250 times.", language="en")
    assert [(mention.kind, mention.value) for mention in mentions] == [("money", 18), ("count", 250)]


def test_a_range_of_money_shares_mark_and_scale() -> None:
    (mention,) = tag_amounts_in("It costs $6 to $8 million.", language="en")
    assert (mention.value, mention.maximum, mention.currency) == (6e6, 8e6, "USD")


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        pytest.param("They paid 5 and 7 million euros.", "en", "EUR", id="and"),
        pytest.param("5 milyon, 7 milyon avro ödendi.", "tr", "EUR", id="turkish-comma"),
    ],
)
def test_numbers_in_a_list_share_the_currency_after_the_last(text: str, language: Language, currency: str) -> None:
    mentions = tag_amounts_in(text, language=language)
    assert [(m.value, m.currency) for m in mentions] == [(5e6, currency), (7e6, currency)]


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("piece", ["1 ", "$ ", "million ", "1,", "a half ", "1/", "+1 ", "½", "onbin", "1-", "$1 to "])
def test_hostile_repetitions_are_read_to_their_end(piece: str, language: Language) -> None:
    text = piece * 4000
    found = tag_amounts_in(text, language=language)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)


def test_a_bare_dinar_stays_without_a_state_and_rupees_of_two_states_too() -> None:
    text = "Pakistan and India paid 90 million rupees and 4 dinars."
    passage = Passage(Article(text=text, language="en"), (Sentence(Span(0, len(text)), 0, "body", 1),))
    assert [mention.currency for mention in tag_amounts(passage)] == [None, None]


def test_a_bare_rupee_takes_its_state_from_the_article() -> None:
    text = "Pakistan paid 90 million rupees."
    passage = Passage(Article(text=text, language="en"), (Sentence(Span(0, len(text)), 0, "body", 1),))
    assert tag_amounts(passage)[0].currency == "PKR"


@given(
    st.text(max_size=80) | st.from_regex(r"([0-9$€%.,\- ]|two |million |and |bin |yüz ){0,20}"),
    st.sampled_from(["en", "tr"]),
)
def test_any_text_gives_spans_inside(text: str, language: Language) -> None:
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in tag_amounts_in(text, language=language))
