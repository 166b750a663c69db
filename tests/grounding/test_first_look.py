"""Claims as people write them, against sentences of our own, through the whole check."""

from datetime import date

import pytest

from communique.claims import Claim, ClaimKind, check_claim

TEXT = (
    "The harbour was paid Rs 112 billion ($403 million), and turnover grew by a quarter to 1.1 billion dollars. "
    "Somali envoy Omar Sheikh Farah has been in office since 1 August. He spoke by telephone late on Wednesday. "
    "The trip ends on Saturday. His deputy is travelling to Oslo on Sunday."
)


@pytest.mark.parametrize(
    ("kind", "value", "asserted"),
    [
        pytest.param("amount", "Rs 403 million", False, id="a-sign-of-other-currencies"),
        pytest.param("amount", "Rs 112 billion", True, id="the-sign-of-its-own"),
        pytest.param("amount", "$1.1bn", True, id="a-fraction-begins-no-range"),
        pytest.param("name", "Omar Sheikh Farah", True, id="a-title-within-a-name"),
        pytest.param("date", "2025-08-01", True, id="the-named-end-of-an-open-range"),
        pytest.param("date", "2025-08-02", False, id="a-day-in-an-open-range"),
        pytest.param("date", "2025-10-08", True, id="by-telephone-is-no-deadline"),
        pytest.param("date", "2025-10-15", False, id="nor-is-it-ahead"),
        pytest.param("date", "2025-10-11", True, id="schedule-in-the-present-is-ahead"),
        pytest.param("date", "2025-10-12", True, id="travelling-on-a-day-is-ahead"),
    ],
)
def test_what_the_text_says_is_asserted_and_nothing_else(kind: ClaimKind, value: str, *, asserted: bool) -> None:
    claim = Claim(id="x", text=TEXT, published=date(2025, 10, 10), language="en", kind=kind, value=value)
    assert check_claim(claim).verdict.asserted is asserted


BODIES = (
    "The U.S. Navy and the United Nations Security Council sent envoys. The yard builds one Kestrel class frigate "
    "and two frigates (K-class) for them."
)


@pytest.mark.parametrize(
    ("kind", "value", "asserted"),
    [
        pytest.param("name", "United States Navy", True, id="long-form-of-a-state"),
        pytest.param("name", "US Navy", True, id="without-full-stops"),
        pytest.param("name", "UN Security Council", True, id="short-form-of-a-union"),
        pytest.param("name", "EU Security Council", False, id="another-union"),
        pytest.param("name", "UN Navy", False, id="begun-by-one-and-ended-by-another"),
        pytest.param("quantity", "one frigate", True, id="noun-behind-a-class"),
    ],
)
def test_a_body_may_begin_with_a_states_other_form(kind: ClaimKind, value: str, *, asserted: bool) -> None:
    claim = Claim(id="x", text=BODIES, published=date(2025, 10, 10), language="en", kind=kind, value=value)
    assert check_claim(claim).verdict.asserted is asserted


def test_a_turkish_noun_is_counted_past_a_bracket() -> None:
    text = "Firma iki adet Kestrel (K-sınıfı) fırkateyni Endonezya'ya satıyor."
    claim = Claim(id="x", text=text, published=None, language="tr", kind="quantity", value="2 fırkateyn")
    assert check_claim(claim).verdict.asserted


def test_a_turkish_speaker_is_named_behind_an_earlier_quote() -> None:
    text = (
        "“Kestrel gemimizin törenini yapacağız” Türkiye'nin büyük gemisi Kestrel'in teslimatına ilişkin konuşan "
        "Demir, “Bu projelerle ülkemize kazanç sağlıyoruz.” açıklamasında bulundu."
    )
    value = "Bu projelerle ülkemize kazanç sağlıyoruz"
    claim = Claim(id="x", text=text, published=None, language="tr", kind="quote", value=value, speaker="Demir")
    assert check_claim(claim).verdict.asserted
