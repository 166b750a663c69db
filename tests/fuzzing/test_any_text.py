"""Any text and any claim about it: no exception, no span outside the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.article import Language
from tests.fuzzing.entry_points import HOSTILE, check_claims, check_folding, check_tags

LANGUAGES = st.sampled_from(("en", "tr", "other"))
STRUNG = st.lists(st.sampled_from(HOSTILE), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from(HOSTILE), max_size=40).map("".join)
TEXTS = st.text(max_size=60) | STRUNG | GLUED


@given(TEXTS, TEXTS)
def test_folding_keeps_inside_the_text(text: str, words: str) -> None:
    check_folding(text, words)


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_tagging_keeps_inside_the_text(text: str, language: Language) -> None:
    check_tags(text, language)


@given(TEXTS, TEXTS, LANGUAGES)
@settings(deadline=None)
def test_checking_keeps_inside_the_text(text: str, value: str, language: Language) -> None:
    check_claims(text, value, language)


@given(TEXTS, LANGUAGES, st.data())
@settings(deadline=None)
def test_a_part_of_the_text_is_checked_as_well(text: str, language: Language, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    check_claims(text, text[start : data.draw(st.integers(start, len(text)))], language)


@pytest.mark.parametrize("token", [pytest.param(token, id=f"{index}") for index, token in enumerate(HOSTILE)])
@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_long_line_of_one_token_is_read(token: str, language: Language) -> None:
    line = (token + " ") * (2000 // (len(token) + 1))
    check_tags(line, language)
