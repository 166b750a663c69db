"""Article -> Passage: numbered sentences with exact offsets; boilerplate, captions and headings marked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from communique.article import Article, Language
from communique.boundaries import sentence_spans
from communique.datelines import stamp_end
from communique.injections import injections
from communique.passage import Passage, Role, Sentence
from communique.roles import is_boilerplate, paragraph_roles
from communique.spans import Span, blanked
from communique.tracing import traced

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAPPED_WIDTH = 100
_FULL_LINE = 0.6
_LEAST_BROKEN = 40
_CLOSED = ".!?”\"’'"


def _lines(text: str) -> list[Span]:
    """The lines that are not blank, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(stripped)))
    return found


def _adjoin(text: str, above: Span, below: Span) -> bool:
    """Whether no blank line stands between two lines."""
    return text[above.end : below.start].count("\n") <= 1


def _is_soft(text: str, above: Span, below: Span) -> bool:
    """Whether the line below goes on in lower case with the line above."""
    return text[below.start].islower() and text[above.end - 1] not in ".!?:…"


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the text is broken by width: no line is long, and a third of the line ends stand amid a sentence."""
    if not lines or max(map(len, lines)) > _WRAPPED_WIDTH:
        return False
    pairs = [pair for pair in pairwise(lines) if _adjoin(text, *pair)]
    return sum(_is_soft(text, *pair) for pair in pairs) * 3 >= len(pairs) > 0


def _without_breaks(text: str, lines: list[Span]) -> list[Span]:
    """The lines, with those joined that a line break parts amid a sentence: the next one goes on and closes it."""
    found = lines[:1]
    for below in lines[1:]:
        above = found[-1]
        is_closed = text[below.end - 1] in _CLOSED and len(below.of(text).split()) > 1
        if len(above) >= _LEAST_BROKEN and is_closed and _adjoin(text, above, below) and _is_soft(text, above, below):
            found[-1] = above.to(below)
        else:
            found.append(below)
    return found


@lru_cache(maxsize=1)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text without the white space around them: its lines, or its blocks where lines are broken by
    width."""
    lines = _lines(text)
    if not _is_wrapped(text, lines):
        return tuple(_without_breaks(text, lines))
    full = _FULL_LINE * max(map(len, lines))
    found = lines[:1]
    for above, below in pairwise(lines):
        if _adjoin(text, above, below) and len(above) >= full:
            found[-1] = found[-1].to(below)
        else:
            found.append(below)
    return tuple(found)


def _sentences(text: str, language: Language, paragraph: Span, role: Role) -> Iterator[tuple[Span, Role]]:
    """The sentences of a paragraph with their roles; a stamp such as "date 2026-01-30" at its head stands alone."""
    words = paragraph.of(text)
    stamp = stamp_end(words)
    start = paragraph.start + stamp
    if stamp:
        yield Span(paragraph.start, start), "heading" if role == "body" else role
    words = words[stamp:]
    for span in sentence_spans(words, language):
        link = role == "body" and len(span) < len(paragraph) and is_boilerplate(span.of(words))
        yield Span(start + span.start, start + span.end), "boilerplate" if link else role


@lru_cache(maxsize=1)
def _blocks(text: str) -> tuple[str, tuple[Span, ...], tuple[tuple[Span, Role], ...]]:
    """The text without its injections, these, and its paragraphs with their roles; an article is segmented again once
    its language is known."""
    aside = injections(text, paragraphs)
    read = blanked(text, aside)
    found = paragraphs(read)
    return read, aside, tuple(zip(found, paragraph_roles([span.of(read) for span in found]), strict=True))


def _placed(article: Article) -> Iterator[tuple[Span, int, Role]]:
    """Each sentence with its paragraph and role."""
    text, _, blocks = _blocks(article.text)
    for index, (paragraph, role) in enumerate(blocks):
        for span, own in _sentences(text, article.language or "other", paragraph, role):
            yield span, index, own


@traced("segment")
def segment(article: Article) -> Passage:
    """The article's sentences in text order; white space alone lies between them. What addresses a machine is in
    none."""
    sentences = []
    number = 0
    for span, paragraph, role in _placed(article):
        number += role != "boilerplate"
        sentences.append(Sentence(span, paragraph, role, 0 if role == "boilerplate" else number))
    return Passage(article, tuple(sentences), _blocks(article.text)[1])
