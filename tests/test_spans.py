"""Spans are half-open and never negative."""

import pytest

from communique.spans import Span


def test_a_span_gives_the_words_it_covers() -> None:
    assert Span(4, 7).of("the cat sat") == "cat"


@pytest.mark.parametrize(("start", "end"), [pytest.param(-1, 2, id="negative"), pytest.param(3, 2, id="backwards")])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start <= end"):
        Span(start, end)


def test_spans_contain_overlap_and_join() -> None:
    outer, inner, apart = Span(0, 10), Span(2, 5), Span(10, 12)
    assert outer.contains(inner)
    assert not inner.contains(outer)
    assert outer.overlaps(inner)
    assert not outer.overlaps(apart)
    assert inner.to(apart) == Span(2, 12)
    assert len(inner) == 3
