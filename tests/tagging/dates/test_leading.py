"""The first characters of a form are those with which its matches begin."""

import pytest

from communique.tagging.dates.leading import ANY, first_characters
from communique.tagging.dates.lexicon import lexicon


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        pytest.param("week", {"w"}, id="literal"),
        pytest.param("(?:the )?week", {"t", "w"}, id="optional-group"),
        pytest.param("(?:may|june) 5", {"m", "j"}, id="branches"),
        pytest.param("(?P<day>[12]\\d|0?[3-5])", set("012345"), id="named-group-and-classes"),
        pytest.param("(?<!x)(?!y)'?\\d+", set("'0123456789"), id="look-arounds-are-empty"),
        pytest.param("(?P<sep>[./-])?(?P=sep)a", {".", "/", "-", ANY, "a"}, id="back-reference"),
        pytest.param("\\bq{1,2}", {"q"}, id="counts-and-boundaries"),
        pytest.param("[\\d\\w]", {*"0123456789", ANY}, id="class-with-letters"),
        pytest.param("[^a]", {ANY}, id="negated-class"),
        pytest.param("\\w|.", {ANY}, id="any-letter"),
        pytest.param("(?:a)?$", {"a", ANY}, id="empty-match"),
    ],
)
def test_first_characters_of_a_pattern(pattern: str, characters: set[str]) -> None:
    assert first_characters(pattern) == characters


def test_no_form_of_a_language_can_begin_with_anything() -> None:
    """Such a form would be tried at every word."""
    known = (lexicon("en"), lexicon("tr"))
    assert not [rule.reading for each in known for rule in each.rules if ANY in rule.leads]


def test_a_letter_beyond_latin_is_tried_with_every_rule() -> None:
    english = lexicon("en")
    assert english.rules_at("\u0663") == english.rules
    assert english.rules_at("%") == ()
