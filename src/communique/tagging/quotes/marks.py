"""Quotation marks: where quoted words begin and end."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.passage import Passage
from communique.spans import Span

_MARK = re.compile("''|``|[\"“”„«»‘’']")
_CLOSING = {
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    '"': ('"', "”"),
    "«": ("»",),
    "‘": ("’", "'"),
    "'": ("'", "’"),
    "''": ("''", '"'),
    "``": ("''", '"'),
}
_OPENING = frozenset("“„«‘")
_NESTED = re.compile(r"“[^“”\n]{1,80}”[^“”]*”")
"""A quote within a quote of the same marks, which is closed before the outer one is."""
_APOSTROPHE = re.compile(r"['’](?!\w)")


class Quoted(NamedTuple):
    """Quoted words: `inner` without the marks, `outer` with them.

    `continued` says that it goes on from the last one.
    """

    inner: Span
    outer: Span
    continued: bool = False


def paragraphs(passage: Passage) -> Iterator[Span]:
    """The spans of the paragraphs that have sentences, in order."""
    held: Span | None = None
    number = -1
    for sentence in passage.sentences:
        if held is not None and sentence.paragraph == number:
            held = held.to(sentence.span)
            continue
        if held is not None:
            yield held
        held, number = sentence.span, sentence.paragraph
    if held is not None:
        yield held


def _opens(text: str, start: int, end: int, within: Span) -> bool:
    mark = text[start:end]
    before = text[start - 1] if start > within.start else " "
    after = text[end] if end < within.end else " "
    if after.isspace():
        return False
    if mark in ("“", "„", "«", "``"):
        return True
    return mark not in ("”", "»", "’") and not before.isalnum() and before not in ".,;!?%)"


def _closes(text: str, mark: str, end: int, opened: str) -> bool:
    if mark == opened == "“":  # “…“, as in the Balkans
        return not text[end : end + 1].isalnum() and not text[end - 2].isspace()
    if mark not in _CLOSING[opened]:
        return False
    apostrophe = mark in ("’", "'")
    return not (apostrophe and text[end : end + 1].isalnum())


def _single(text: str, start: int, closers: dict[str, int]) -> bool:
    """Whether a single mark that opens at `start` is closed later in the paragraph."""
    return closers.get(text[start], -1) > start


def _last_single(text: str, within: Span) -> dict[str, int]:
    """Where the last single mark that can close stands, for either opening mark."""
    last = -1
    for match in _APOSTROPHE.finditer(text[within.start : within.end]):
        last = within.start + match.start()
    return {"'": last, "‘": last}


def quoted_in(text: str, within: Span) -> Iterator[tuple[Quoted, bool]]:
    """The outermost quotes of one paragraph, each with whether it is closed there."""
    if not _MARK.search(text, within.start, within.end):
        return
    opened: tuple[int, int, str] | None = None
    closers = _last_single(text, within)
    depth = 0
    for match in _MARK.finditer(text, within.start, within.end):
        start, end, mark = match.start(), match.end(), match.group()
        if opened is None:
            single = mark in ("'", "‘")
            if _opens(text, start, end, within) and (not single or _single(text, start, closers)):
                opened = (start, end, mark)
        elif mark == opened[2] and _NESTED.match(text, start, within.end):
            depth += 1
        elif depth and mark == "”":
            depth -= 1
        elif _closes(text, mark, end, opened[2]):
            yield Quoted(Span(opened[1], start), Span(opened[0], end)), True
            opened = None
    if opened is not None and opened[2] not in ("'", "‘"):
        yield Quoted(Span(opened[1], within.end), Span(opened[0], within.end)), False


def find_quoted(passage: Passage) -> Iterator[Quoted]:
    """All quoted words; an unclosed one ends with its paragraph.

    The next paragraph continues it when it opens with a mark.
    """
    unclosed = False
    for within in paragraphs(passage):
        going_on = unclosed
        unclosed = False
        for quoted, closed in quoted_in(passage.text, within):
            follows = going_on and quoted.outer.start == within.start
            yield Quoted(quoted.inner, quoted.outer, follows)
            unclosed = not closed
