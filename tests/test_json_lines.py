"""A line stays a line for every reader, and no string in it does more than stand there."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.json_lines import json_line


@given(st.dictionaries(st.text(), st.text()))
def test_what_is_written_is_read_again_and_is_one_line_for_everybody(value: dict[str, str]) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("a\x9b31mb", "a\\u009b31mb", id="c1-control-sequence"),
        pytest.param("a\u2028b", "a\\u2028b", id="line-separator"),
        pytest.param("a\u202eb", "a\\u202eb", id="right-to-left"),
        pytest.param("a\U000e0041b", "a\\udb40\\udc41b", id="tag-letter"),
        pytest.param("Türkiye’nin Bakanı", "Türkiye’nin Bakanı", id="letters-stay"),
    ],
)
def test_what_is_escaped(text: str, written: str) -> None:
    assert json_line(text) == f'"{written}"'
