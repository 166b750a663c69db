"""Titles, ranks, offices and honours come off a name; what else stands before it stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.tagging.names.titles import bare_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Gen. Asim Durrani", "Asim Durrani", id="rank"),
        pytest.param("Lt.Gen. Asim Durrani", "Asim Durrani", id="joined-rank"),
        pytest.param("General-Colonel Asim Durrani", "Asim Durrani", id="rank-turned-round"),
        pytest.param("Lt-Gen Asim Durrani", "Asim Durrani", id="hyphenated-rank"),
        pytest.param("Air Chief Marshal Asim Durrani", "Asim Durrani", id="long-rank"),
        pytest.param("Genelkurmay Başkanı Orgeneral Ali Tekin", "Ali Tekin", id="office-and-rank"),
        pytest.param("Türkiye'nin Dışişleri Bakanı Ali Tekin", "Ali Tekin", id="country-and-office"),
        pytest.param("Prime Minister of Pakistan Asim Durrani", "Asim Durrani", id="office-of-a-country"),
        pytest.param("Sayın Ali Tekin", "Ali Tekin", id="form-of-address"),
        pytest.param("Ali Tekin Paşa", "Ali Tekin", id="form-of-address-behind"),
        pytest.param("H.E. Mr. Asim Durrani", "Asim Durrani", id="excellency"),
        pytest.param("Lt Gen (retd) Asim Durrani", "Asim Durrani", id="retired-within"),
        pytest.param("Asim Durrani (Retd)", "Asim Durrani", id="retired-behind"),
        pytest.param("General Asim Durrani, NI (M)", "Asim Durrani", id="decoration"),
        pytest.param("Admiral Asim Durrani, NI, HI(M)", "Asim Durrani", id="decorations"),
        pytest.param("Asim Durrani, Chief of Army Staff", "Asim Durrani", id="apposition"),
        pytest.param("Turkish Aksoy", "Turkish Aksoy", id="nationality-alone"),
        pytest.param("Defence Aksoy", "Defence Aksoy", id="half-an-office"),
        pytest.param("Minister of Aksoy", "Minister of Aksoy", id="office-of-the-name"),
        pytest.param("Ministry of National Defence", "Ministry of National Defence", id="body"),
        pytest.param("General Dynamics", "General Dynamics", id="firm"),
        pytest.param("Minister", "Minister", id="title-alone"),
        pytest.param("(retd)", "(retd)", id="honour-alone"),
    ],
)
def test_the_name_stays(text: str, name: str) -> None:
    assert bare_name(text) == name


@given(text=st.text())
def test_any_text_keeps_words_of_its_own(text: str) -> None:
    assert bare_name(text) in text
