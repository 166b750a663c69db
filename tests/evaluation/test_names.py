"""Names are compared without titles, suffixes and accents; shorter forms are right, longer ones are not."""

import pytest

from communique.evaluation.names import is_same_name, is_same_thing


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        pytest.param("Haroon Yusuf", "Gen. Haroon Yusuf", id="rank"),
        pytest.param("Haroon Yusuf", "Pakistan's Chief of Army Staff General Haroon Yusuf", id="office-of-a-country"),
        pytest.param("Haroon Yusuf", "Yusuf", id="surname"),
        pytest.param("Haroon Yusuf", "Yusuf's", id="possessive"),
        pytest.param("Syed Haroon Yusuf", "Syed Yusuf", id="middle-name-left-out"),
        pytest.param("Levent Taşkıran", "LEVENT TASKIRAN", id="case-and-accents"),
        pytest.param("Levent Taşkıran", "Orgeneral Levent Taşkıran'ın", id="turkish-suffix"),
        pytest.param("Rashid Al-Hamadi", "Rashid Al Hamadi", id="hyphen"),
        pytest.param("Pakistan Navy", "the Pakistan Navy", id="article"),
        pytest.param("Milli Savunma Bakanlığı", "MSB", id="initials"),
        pytest.param("Türkiye", "Turkey", id="country"),
        pytest.param("Denizak", "Turkish company Denizak", id="trade"),
        pytest.param("Denizak", "Denizak A.Ş.", id="legal-form"),
    ],
)
def test_the_same_bearer(gold: str, predicted: str) -> None:
    assert is_same_name(gold, predicted)


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        pytest.param("Haroon Yusuf", "Haroon Aksoy", id="another-surname"),
        pytest.param("Haroon Yusuf", "Cemil Yusuf", id="another-first-name"),
        pytest.param("Haroon Yusuf", "Haroon", id="first-name-alone"),
        pytest.param("Yusuf", "Haroon Yusuf", id="more-than-gold-has"),
        pytest.param("Pakistan Navy", "Navy", id="office-word-alone"),
        pytest.param("Pakistan Navy", "Turkish Navy", id="another-country"),
        pytest.param("Pakistan Navy", "PAF", id="other-initials"),
        pytest.param("Haroon Yusuf", "…", id="no-word"),
    ],
)
def test_another_bearer(gold: str, predicted: str) -> None:
    assert not is_same_name(gold, predicted)


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param("Karahan", "Karahan-class", True, id="class-word"),
        pytest.param("Karahan", "Karahan corvettes", True, id="with-its-noun"),
        pytest.param("Doruk T4", "T4", True, id="model"),
        pytest.param("X-16", "X-16s", True, id="plural"),
        pytest.param("X-16", "X-35", False, id="another-number"),
        pytest.param("Karahan", "Doruk", False, id="another"),
    ],
)
def test_things_are_one_where_the_words_of_one_stand_in_the_other(gold: str, predicted: str, *, expected: bool) -> None:
    assert is_same_thing(gold, predicted) is expected
    assert is_same_thing(predicted, gold) is expected
