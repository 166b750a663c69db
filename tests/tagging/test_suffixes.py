"""Turkish suffixes on names come off with and without an apostrophe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.article import Language
from communique.tagging.suffixes import base_forms, inflection_of, split_apostrophe


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        pytest.param("Aksoy'un", ("Aksoy", "un"), id="straight"),
        pytest.param("Aksoy’un", ("Aksoy", "un"), id="curly"),
        pytest.param("O'Hara's", ("O'Hara", "s"), id="last-counts"),
        pytest.param("Aksoy", ("Aksoy", ""), id="none"),
        pytest.param("allies'", ("allies", ""), id="bare-possessive"),
        pytest.param("'", ("'", ""), id="apostrophe-alone"),
        pytest.param("’Aksoy", ("’Aksoy", ""), id="in-front"),
    ],
)
def test_splits_at_the_apostrophe(token: str, parts: tuple[str, str]) -> None:
    assert split_apostrophe(token) == parts


@pytest.mark.parametrize(
    ("base", "token"),
    [
        pytest.param("Aksoy", "Aksoy", id="itself"),
        pytest.param("Aksoy", "Aksoy'un", id="genitive"),
        pytest.param("Ankara", "Ankara’dan", id="ablative"),
        pytest.param("Ankara", "Ankaradan", id="ablative-bare"),
        pytest.param("Türkiye", "Türkiye'nin", id="buffer-n"),
        pytest.param("Türkiye", "Türkiyenin", id="buffer-n-bare"),
        pytest.param("Bakanlık", "Bakanlığa", id="softened"),
        pytest.param("Zonguldak", "Zonguldağı", id="softened-name"),
        pytest.param("İzmir", "İzmirli", id="derived"),
        pytest.param("Ankara", "Ankaradaki", id="ki-breaks-harmony"),
        pytest.param("Şahin", "Sahin'e", id="accents"),
        pytest.param("NATO", "NATO'ya", id="acronym"),
    ],
)
def test_knows_an_inflection(base: str, token: str) -> None:
    assert inflection_of(base, token)


@pytest.mark.parametrize(
    ("base", "token"),
    [
        pytest.param("", "Aksoy", id="no-base"),
        pytest.param("Aksoy", "", id="no-token"),
        pytest.param("Aksoy", "Aksoylar'xq", id="no-chain"),
        pytest.param("Ali", "Alia", id="vowels"),
        pytest.param("Kars", "Karsde", id="harmony"),
        pytest.param("Kars", "Karsda", id="voicing"),
        pytest.param("Ankara", "Ankaraın", id="hiatus"),
        pytest.param("Aksoy", "Aksoyyı", id="buffer-after-consonant"),
        pytest.param("Mehmet", "Mahmut", id="another"),
        pytest.param("Bakanlık", "Bakanlığ", id="softened-without-vowel"),
        pytest.param("Zonguldak", "Zongulduğu", id="softened-another"),
        pytest.param("Sürmek", "Sürmüğe", id="softened-other-vowel"),
        pytest.param("TRT", "TRTde", id="no-vowel"),
    ],
)
def test_refuses_what_is_no_inflection(base: str, token: str) -> None:
    assert not inflection_of(base, token)


@pytest.mark.parametrize(
    ("token", "language", "form"),
    [
        pytest.param("Aksoy's", "en", "Aksoy", id="english-possessive"),
        pytest.param("Aksoy'un", "en", "Aksoy'un", id="english-other"),
        pytest.param("Aksoy’un", "tr", "Aksoy", id="apostrophe"),
        pytest.param("Ankaradan", "tr", "Ankara", id="bare"),
        pytest.param("Bakanlığından", "tr", "Bakanlığı", id="possessive-stays"),
        pytest.param("ZONGULDAĞA", "tr", "ZONGULDAK", id="capitals"),
        pytest.param("D'Xq", "tr", "D'Xq", id="no-chain"),
        pytest.param("a" * 80, "tr", "a" * 80, id="too-long"),
        pytest.param("İİ", "tr", "İİ", id="dotted"),
    ],
)
def test_offers_the_base_form(token: str, language: Language, form: str) -> None:
    assert form in base_forms(token, language)


def test_nothing_has_no_base_form() -> None:
    assert base_forms("", "tr") == ()


@given(base=st.text(), token=st.text())
def test_any_words_are_compared(base: str, token: str) -> None:
    assert inflection_of(base, token) in (True, False)


@given(token=st.text(), language=st.sampled_from(("en", "tr", "other")))
def test_any_token_is_split(token: str, language: Language) -> None:
    stem, suffix = split_apostrophe(token)
    assert token.startswith(stem)
    assert token.endswith(suffix)
    assert all(base_forms(token, language)) or not token
