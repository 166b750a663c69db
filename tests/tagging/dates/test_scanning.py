"""Expressions are looked for only in runs of date words, at a cost that grows with the text alone."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in
from communique.tagging.dates.scanning import starts_of
from communique.tagging.dates.vocabulary import Kind, Vocabulary

WORDS = Vocabulary(["on the of", "five"], ["friday", "day"], inflected=False)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("they met on friday", [9, 12], id="run-before-an-anchor"),
        pytest.param("on the road to friday", [15], id="foreign-word-breaks-the-run"),
        pytest.param("on\nfriday", [3], id="paragraph-breaks-the-run"),
        pytest.param("on       friday", [9], id="gap-breaks-the-run"),
        pytest.param("on the road", [], id="no-anchor"),
        pytest.param("in '90s", [3, 4], id="apostrophe"),
        pytest.param("the 5'inde friday", [0, 4, 6, 11], id="ending-goes-with-its-number"),
        pytest.param("123456789 on", [], id="long-number"),
    ],
)
def test_forms_are_tried_in_runs_that_reach_an_anchor(text: str, starts: list[int]) -> None:
    assert list(starts_of(text, WORDS)) == starts


@pytest.mark.parametrize(
    ("word", "inflected", "kind"),
    [
        pytest.param("friday", False, Kind.ANCHOR, id="anchor"),
        pytest.param("fridayer", False, Kind.FOREIGN, id="longer-word"),
        pytest.param("fridayer", True, Kind.ANCHOR, id="ending"),
        pytest.param("five", False, Kind.FORM, id="form"),
    ],
)
def test_a_word_is_known_by_itself_or_by_its_stem(word: str, *, inflected: bool, kind: Kind) -> None:
    assert Vocabulary(["five friday"], ["friday"], inflected=inflected)[word] is kind


def test_the_words_seen_are_forgotten_before_they_fill_the_memory() -> None:
    words = Vocabulary(["on"], ["day"], inflected=False)
    for number in range(50_001):
        words[f"x{number}"]
    assert len(words) == 1


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize(
    "token", ["1 ", "may ", "monday ", "2020-", "q1 ", "a", "the ", "5 may ", "until may ", "ay ", "2020'", "first "]
)
def test_a_hundred_thousand_characters_of_one_token_are_read_to_their_end(token: str, language: str) -> None:
    text = (token * (100_000 // len(token) + 1))[:100_000]
    found = tag_dates_in(text, language=language, published=date(2026, 1, 30))  # type: ignore[arg-type]
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in found)
