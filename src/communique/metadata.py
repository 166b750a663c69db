"""What an article's text tells about it: the day it was published and its language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from communique.article import Article
from communique.datelines import dateline_date, head_date, is_dateline
from communique.languages import detect_language
from communique.passage import Passage, Sentence
from communique.segmentation import segment
from communique.tracing import traced

_TEASER = 200
_MOST_TEASERS = 2
_LINE = 1000


def _shown_text(passage: Passage) -> str:
    """The words without boilerplate, the body first."""
    shown = sorted(passage.shown(), key=lambda sentence: sentence.role != "body")
    return " ".join(sentence.span.of(passage.text) for sentence in shown)


def _is_teaser(line: str) -> bool:
    """Whether a paragraph is short enough for a standfirst."""
    return len(line) <= _TEASER


def _head(passage: Passage) -> Iterator[tuple[Sentence, str]]:
    """The first sentence of each paragraph, with its line, up to the body's second; two short standfirsts are free."""
    bodies = teasers = 0
    last = -1
    for sentence in passage.sentences:
        if sentence.paragraph == last or sentence.role == "boilerplate":
            continue
        last = sentence.paragraph
        start = sentence.span.start
        line = passage.text[start : start + _LINE].split("\n", 1)[0].rstrip()
        if sentence.role == "body":
            bodies, teasers = (bodies, teasers + 1) if _is_teaser(line) else (bodies + 1, teasers)
        if bodies > 1 or teasers > _MOST_TEASERS:
            return
        yield sentence, line


def publication_date(passage: Passage) -> date | None:
    """The day of publication that the head of the text tells, never that of a caption or of a sentence of the body."""
    month_first = passage.language != "tr"
    for sentence, line in _head(passage):
        if sentence.role == "caption":
            continue
        found = head_date(line, month_first=month_first)
        if found is None and is_dateline(line):
            found = dateline_date(line, month_first=month_first)
        if found is not None:
            return found
    return None


@traced("describe")
def describe(article: Article) -> Article:
    """The article with `language` and `published` filled from its text where they are missing; unknown stays None."""
    if article.language is not None and article.published is not None:
        return article
    passage = segment(article)
    if article.language is None:
        article = article.model_copy(update={"language": detect_language(_shown_text(passage))})
    if article.published is not None:
        return article
    found = publication_date(replace(passage, article=article))
    return article if found is None else article.model_copy(update={"published": found, "published_from": "text"})
