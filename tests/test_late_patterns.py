"""Patterns that are compiled at first use."""

import re

import pytest

from communique.late_patterns import late


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    pattern = late(r"(a)b", re.IGNORECASE)
    assert pattern.findall("AB ab") == ["A", "a"]
    assert pattern.sub(r"\1", "xAB") == "xA"
    assert [match.span() for match in pattern.finditer("ab AB", 1)] == [(3, 5)]


def test_a_form_is_compiled_when_it_is_first_used() -> None:
    pattern = late("(")
    with pytest.raises(re.error, match="missing"):
        pattern.search("")


def test_a_late_pattern_keeps_what_was_asked_of_it() -> None:
    pattern = late("a")
    assert pattern.match is pattern.match
