"""Lines are those on which the parser first sees a key."""

import pytest

from communique.cli.settings.toml_lines import line_of

DOCUMENT = '''# model = "a comment"
title = """
model = "within a text"
"""
[tool.other]
model = "another table's"
[tool.communique]
kinds = [
    "meeting",
    "statement",
]
  "model"   = "local"  # model

[tool.communique.report]
model = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("title",), 2, id="many-lines"),
        pytest.param(("tool", "other", "model"), 6, id="other-table"),
        pytest.param(("tool", "communique"), 7, id="table"),
        pytest.param(("tool", "communique", "kinds"), 8, id="list"),
        pytest.param(("tool", "communique", "model"), 12, id="quoted"),
        pytest.param(("tool", "communique", "report", "model"), 15, id="section"),
        pytest.param(("model",), None, id="only-in-comments"),
        pytest.param(("tool", "communique", "nothing"), None, id="nowhere"),
    ],
)
def test_line(path: tuple[str, ...], line: int | None) -> None:
    assert line_of(DOCUMENT, path) == line


def test_a_key_written_with_escapes_has_no_line() -> None:
    assert line_of('"mod\\u0065l" = 1\n', ("model",)) is None


def test_an_inline_table() -> None:
    assert line_of("a = 1\ntool.communique = { model = 1 }\n", ("tool", "communique", "model")) == 2
