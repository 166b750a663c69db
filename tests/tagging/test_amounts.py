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
        pytest.param("Bir milyon iki yüz bin kişi geldi.", "tr", 1.2e6, "kişi", id="turkish-sum"),
        pytest.param("Donanma 30 adet yeni gemi aldı.", "tr", 30, "gemi", id="turkish-counter"),
        pytest.param("Törende 12 deniz uçak gemisi vardı.", "tr", 12, "gemisi", id="turkish-noun-run"),
        pytest.param("Orada 30 kırmızı vardı.", "tr", 30, "kırmızı", id="turkish-unknown-noun"),
        pytest.param("Bunlar 7 büyük.", "tr", 7, None, id="turkish-adjective-alone"),
        pytest.param("Donanmaya beş korvet verildi.", "tr", 5, "korvet", id="turkish"),
        pytest.param("Exports rose 14 per cent.", "en", 14, "percent", id="per-cent"),
        pytest.param("İhracat yüzde 14 arttı.", "tr", 14, "percent", id="yuzde"),
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
