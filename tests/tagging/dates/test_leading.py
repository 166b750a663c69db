"""The beginnings of a form are those of its matches, so that no match is missed where a form is not tried."""

from itertools import islice, product
from string import ascii_lowercase

import pytest

from communique.article import Language
from communique.tagging.dates.leading import REACH, Leads, beginnings
from communique.tagging.dates.lexicon import lexicon


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("weekend", {"weeke"}, id="literal"),
        pytest.param("(?:the )?weekend", {"the w", "weeke"}, id="optional-group"),
        pytest.param("(?:may|june) 5", {"may 0", "june "}, id="branches"),
        pytest.param("(?P<day>[12]\\d|0?[3-5]) x", {"00 x", "0 x"}, id="digits-are-alike"),
        pytest.param("(?<!x)(?!y)'?\\d{3}", {"'000", "000"}, id="look-arounds-are-empty"),
        pytest.param("(?P<sep>[./-])(?P=sep)a", {".", "/", "-"}, id="back-reference"),
        pytest.param("\\bq{2}t", {"qqt"}, id="counts-and-boundaries"),
        pytest.param("q{1,2}t", {"qt", "qqt"}, id="counts-with-an-end"),
        pytest.param("qt*", {"q", "qt", "qtt", "qttt", "qtttt"}, id="counts-without-an-end"),
        pytest.param("[\\d\\w]a", {"0a", ""}, id="class-with-letters"),
        pytest.param("a[^b]", {"a"}, id="negated-class"),
        pytest.param("\\w|.", {""}, id="any-letter"),
        pytest.param("(?:ab)?$", {"ab", ""}, id="empty-match"),
    ],
)
def test_beginnings_of_a_pattern(pattern: str, expected: set[str]) -> None:
    assert beginnings(f"(?:{pattern})" if "|" in pattern else pattern) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("may", (0, 2), id="word"),
        pytest.param("12 ", (1, 2), id="digits"),
        pytest.param("٣٣ ", (1, 2), id="digits-of-another-script"),
        pytest.param("x", (2,), id="nothing-known"),
    ],
)
def test_a_form_is_tried_where_the_text_begins_as_it_can(text: str, numbers: tuple[int, ...]) -> None:
    assert Leads([frozenset({"may"}), frozenset({"00"}), frozenset({""})])[text] == numbers


def test_what_was_looked_up_is_forgotten_before_it_fills_the_memory() -> None:
    leads = Leads([frozenset({"may"})])
    for letters in islice(product(ascii_lowercase, repeat=4), 50_001):
        leads["".join(letters)]
    assert len(leads) == 1


def test_of_numbers_only_their_length_is_kept() -> None:
    leads = Leads([frozenset({"00"})])
    assert {leads[f"{number} ma"] for number in range(10, 100)} == {(0,)}
    assert len(leads) == 1


@pytest.mark.parametrize("language", ["en", "tr"])
def test_no_form_of_a_language_can_begin_with_anything(language: Language) -> None:
    """Such a form would be tried at every word."""
    assert lexicon(language).leads["\uffff" * REACH] == ()
