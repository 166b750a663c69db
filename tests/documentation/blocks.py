"""What a page shows: commands and code with what they print, and why some of it does not run here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

SHELL = frozenset({"sh", "bash", "console", "shell"})
PYTHON = frozenset({"python", "py"})
_PRINTED = frozenset({"text", "json"})
_NOT_RUN = re.compile(r"<!-- not run: (.+?) -->")
_BEGINS_WITH = re.compile(r"<!-- begins with: (.+?) -->")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: `printed` is the block right behind it, `reason` why it does not run here."""

    language: str
    code: str
    line: int
    printed: str | None = None
    reason: str | None = None


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order; one that a command prints is part of that command's."""
    found: list[Block] = []
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "fence":
            continue
        if _is_output(before, token):
            found[-1] = _printing(found[-1], token.content)
        else:
            found.append(_block(before, token))
    return found


def begins_with(page: Path) -> list[str]:
    """What a page's reader has at hand beside the clone, as the page's source says."""
    said = _BEGINS_WITH.search(page.read_text(encoding="utf-8"))
    return said[1].split() if said else []


def indented(page: Path) -> Iterator[str]:
    """Blocks of code without a fence, and so without a language."""
    for token in MarkdownIt().parse(page.read_text(encoding="utf-8")):
        if token.type == "code_block":
            yield token.content


def inline(page: Path) -> Iterator[str]:
    """The code within sentences."""
    for token in MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            if child.type == "code_inline":
                yield child.content


def _is_output(before: Token | None, token: Token) -> bool:
    runs = before is not None and before.type == "fence" and before.info in SHELL | PYTHON
    return runs and token.info in _PRINTED


def _block(before: Token | None, token: Token) -> Block:
    said = _NOT_RUN.search(before.content) if before is not None and before.type == "html_block" else None
    line = token.map[0] + 1 if token.map else 0
    return Block(token.info, token.content, line, reason=said[1] if said else None)


def _printing(block: Block, printed: str) -> Block:
    return Block(block.language, block.code, block.line, printed, block.reason)
