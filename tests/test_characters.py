"""What is shown and what is sent is what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.characters import is_hidden, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ce\u200bmil Ak\u2060soy", "Cemil Aksoy", id="zero-width"),
        pytest.param("\u202eyoskA\u202c", "yoskA", id="bidi"),
        pytest.param("met\U000e0069\U000e0067\U000e006e.", "met.", id="tags"),
        pytest.param("met\ufe01\U000e0110.", "met.", id="variation-selectors"),
        pytest.param("a\x00b\x1b[0m\x9bc", "ab[0mc", id="controls"),
        pytest.param("a\u2028\n b\x85c", "a b c", id="line-ends"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="persian-spelling-stays"),
    ],
)
def test_one_line(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_one_line_hides_nothing_and_is_one_line(text: str) -> None:
    told = one_line(text)
    assert not any(is_hidden(character) for character in told)
    assert len(told.splitlines()) <= 1
