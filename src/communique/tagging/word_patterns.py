"""Patterns for any word of a list: they branch by letter, so that most texts fail at the first one."""

import re
from collections.abc import Iterable
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"
_PIECE = re.compile(r"\s+|\S")
NOTHING = r"(?!)"


def any_of(words: Iterable[str], *, gap: str = r"\s+") -> str:
    """A pattern for any of the words, the longest that fits; `gap` is what may stand for the white space in one."""
    tree: _Tree = {}
    for word in words:
        node = tree
        for piece in _PIECE.findall(word):
            node = node.setdefault(gap if piece.isspace() else re.escape(piece), {})
        node[""] = {}
    return _branches(tree) or NOTHING


def _branches(node: _Tree) -> str:
    rest = "|".join(piece + _branches(below) for piece, below in node.items() if piece)
    if not rest:
        return ""
    return f"(?:{rest})" + ("?" if "" in node else "")
