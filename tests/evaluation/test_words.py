"""Words compared up to endings, as folded."""

import pytest

from communique.evaluation.words import is_same_stem
from communique.source import fold


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param("corvette", "corvettes", True, id="plural"),
        pytest.param("uçak", "uçağı", True, id="softened"),
        pytest.param("araç", "araçlık", True, id="derived"),
        pytest.param("tank", "tankının", True, id="two-endings"),
        pytest.param("tank", "tanker", False, id="another-word"),
        pytest.param("radar", "radyo", False, id="another-beginning"),
    ],
)
def test_a_word_is_the_same_with_an_ending(one: str, other: str, *, is_same: bool) -> None:
    assert is_same_stem(fold(one), fold(other)) is is_same
