"""Slots: words around a value that say which field it fills."""

import pytest

from communique.article import Article
from communique.rules.slots import Bearing, fits, slots_of
from communique.segmentation import segment
from communique.source import SourceText
from communique.spans import Span

SLOTS = {
    "buyer": ("to @", "sold … to @", "@ … bought", "@dat … sat*"),
    "seller": ("from @", "@ has sold", "@ is|was paid"),
}


def _fields(text: str, value: str, case: str = "") -> list[tuple[str, int]]:
    source = SourceText(segment(Article(text=text)))
    start = text.index(value)
    bearing = Bearing(Span(start, start + len(value)), case, Span(0, len(text)))
    return [(fit.field, fit.weight) for fit in fits(slots_of(SLOTS), source, bearing, SLOTS)]


@pytest.mark.parametrize(
    ("text", "value", "fields"),
    [
        pytest.param("He sold it to Peru.", "Peru", [("buyer", 2), ("buyer", 1)], id="most-words-first"),
        pytest.param("Peru has long bought tanks.", "Peru", [("buyer", 1)], id="behind-with-a-gap"),
        pytest.param("Peru; Chile bought tanks.", "Peru", [], id="no-gap-over-a-semicolon"),
        pytest.param("Peru’s navy, he says, has sold it.", "Peru’s navy, he says", [("seller", 2)], id="a-comma"),
        pytest.param("Close to Peru.", "Close", [], id="not-before-the-value"),
        pytest.param("Onto Peru.", "Peru", [], id="whole-words"),
        pytest.param("Peru was paid.", "Peru", [("seller", 2)], id="one-of-several-words"),
    ],
)
def test_the_words_around_a_value_tell_its_field(text: str, value: str, fields: list[tuple[str, int]]) -> None:
    assert _fields(text, value) == fields


@pytest.mark.parametrize(
    ("case", "fields"), [pytest.param("dat", [("buyer", 1)], id="its-case"), pytest.param("abl", [], id="another-case")]
)
def test_a_slot_may_want_a_case(case: str, fields: list[tuple[str, int]]) -> None:
    assert _fields("Peru'ya tank sattı.", "Peru", case) == fields


def test_a_slot_without_a_place_for_the_value_is_refused() -> None:
    with pytest.raises(ValueError, match="has no @"):
        slots_of({"buyer": ("sold to",)})
