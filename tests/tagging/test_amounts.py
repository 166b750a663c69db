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
        pytest.param("yaklaşık 40 tank", "tr", "about", id="yaklasik"),
    ],
)
def test_approximations_are_kept(text: str, language: Language, modifier: str) -> None:
    assert tag_amounts_in(text, language=language)[0].modifier == modifier


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
