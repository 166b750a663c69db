"""A long article in portions: runs of its sentences, cut between paragraphs where that is possible, that overlap."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from communique.annotation import AnnotatedArticle
from communique.prompting import numbered_line

Portion = tuple[int, ...]
"""The numbers of its sentences."""

_OVERLAP = 8
"""A portion begins with the sentences of at most an eighth of it that the one before ended with: an event is told over
few sentences, and so stands whole in one of the two."""


def portions(article: AnnotatedArticle, most: int) -> tuple[Portion, ...]:
    """The article's shown sentences in portions of at most `most` bytes of UTF-8, as a prompt writes them; a sentence
    longer than that is one of its own."""
    sizes = {number: len(numbered_line(article, number).encode()) + 1 for number in article.numbered}
    found: list[Portion] = []
    new: list[int] = []
    kept: Portion = ()
    for unit in _units(article, sizes, most - most // _OVERLAP):
        if new and _size((*kept, *new, *unit), sizes) > most:
            found.append((*kept, *new))
            kept, new = _tail((*kept, *new), sizes, most // _OVERLAP), []
            if _size((*kept, *unit), sizes) > most:
                kept = ()
        new += unit
    return (*found, (*kept, *new)) if new else tuple(found)


def _units(article: AnnotatedArticle, sizes: dict[int, int], most: int) -> Iterator[Portion]:
    """What is not cut: the paragraphs, and the sentences of one that is too long."""
    for _, sentences in groupby(article.numbered.values(), key=lambda sentence: sentence.paragraph):
        paragraph = tuple(sentence.number for sentence in sentences)
        if _size(paragraph, sizes) <= most:
            yield paragraph
        else:
            yield from ((number,) for number in paragraph)


def _size(numbers: Sequence[int], sizes: dict[int, int]) -> int:
    return sum(sizes[number] for number in numbers)


def _tail(portion: Portion, sizes: dict[int, int], most: int) -> Portion:
    """The last sentences of a portion, as many as fit in `most`, and never all of them."""
    start, size = len(portion), 0
    while start > 1 and size + sizes[portion[start - 1]] <= most:
        start -= 1
        size += sizes[portion[start]]
    return portion[start:]
