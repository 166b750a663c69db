"""Spellings of one name are told from names of two people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.tagging.names.spelling import is_same_word, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Khawaja", "Khwaja", id="unwritten-vowel-of-khw"),
        pytest.param("Tayyip", "Tayyib", id="last-consonant-voiced"),
        pytest.param("Mohammed", "Muhammad", id="vowels"),
        pytest.param("Sharif", "Shareef", id="long-vowel"),
        pytest.param("Qamar", "Kamar", id="q"),
        pytest.param("Şahbaz", "Shehbaz", id="sh"),
        pytest.param("Cemil", "Jamil", id="turkish-c"),
        pytest.param("Victor", "Viktor", id="european-c"),
        pytest.param("Othman", "Osman", id="th-as-s"),
        pytest.param("Wladimir", "Vladimir", id="w"),
        pytest.param("Abdulla", "Abdullah", id="last-h"),
        pytest.param("Friedrich", "Fridrich", id="ie"),
        pytest.param("Abdul", "Abd", id="abd"),
        pytest.param("Attiyah", "Atiyye", id="last-ah"),
        pytest.param("Эрдоган", "Erdoğan", id="cyrillic"),
        pytest.param("Гюлер", "Güler", id="cyrillic-yu"),
        pytest.param("خواجہ", "Khawaja", id="urdu"),
        pytest.param("شريف", "Şerif", id="arabic"),
        pytest.param("أردوغان", "Erdoğan", id="hamza"),
        pytest.param("عاصم", "Asim", id="ayn"),
        pytest.param("یوسف", "Yusuf", id="glide-at-the-head"),
        pytest.param("الحق", "Haq", id="article"),
        pytest.param("شاہ", "Shah", id="last-h-of-arabic"),
        pytest.param("فلاديمير", "Vladimir", id="v-as-f"),
        pytest.param("ضیاء", "Zia", id="letter-of-two-sounds"),
        pytest.param("علی", "علي", id="two-writings-in-arabic-script"),
        pytest.param("محمد", "Mohammed", id="known-vowels"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert is_same_word(one, other)
    assert is_same_word(other, one)
    assert sounds(one) & sounds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Asim", "Asif", id="last-consonant"),
        pytest.param("Shah", "She", id="short-last-ah"),
        pytest.param("TB2", "TB3", id="digit"),
        pytest.param("2A7", "2A8", id="digit-behind-a-vowel"),
        pytest.param("Munir", "Munib", id="last-consonant-too"),
        pytest.param("Akar", "Aksar", id="consonant-more"),
        pytest.param("Aslan", "Arslan", id="r-more"),
        pytest.param("Hasan", "Hakan", id="consonant-within"),
        pytest.param("Hasan", "Husain", id="vowels"),
        pytest.param("Ali", "Eli", id="short"),
        pytest.param("Amir", "Amr", id="vowel-less"),
        pytest.param("Emin", "Emine", id="vowel-more-at-the-end"),
        pytest.param("Iran", "Eren", id="vowel-at-the-head"),
        pytest.param("Kamal", "Kamil", id="a-and-i"),
        pytest.param("Karim", "Kerem", id="e-for-both-a-and-i"),
        pytest.param("Mahmud", "Muhammad", id="order-of-vowels"),
        pytest.param("حسین", "Hasan", id="written-vowel"),
        pytest.param("حسن", "Husain", id="known-vowels"),
        pytest.param("عاصم", "Asif", id="arabic-consonant"),
        pytest.param("علی", "عاصم", id="both-arabic"),
        pytest.param("", "Ali", id="nothing"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not is_same_word(one, other)
    assert not is_same_word(other, one)


@given(one=st.text(), other=st.text())
def test_any_words_are_compared_and_found_by_their_sounds(one: str, other: str) -> None:
    assert is_same_word(one, other) == is_same_word(other, one)
    assert not is_same_word(one, other) or sounds(one) & sounds(other)


def test_a_word_of_many_ways_to_read_is_read_in_few() -> None:
    assert len(sounds("cath" * 500)) < 2_000
