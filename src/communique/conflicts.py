"""What an article says against itself, told of the article: both readings, and neither is mended."""

from communique.annotation import AnnotatedArticle
from communique.records import Conflict
from communique.tagging.dates import weekday_conflicts


def conflicts(article: AnnotatedArticle) -> tuple[Conflict, ...]:
    """The article's conflicts outside boilerplate, in text order."""
    return tuple(
        Conflict(
            start=found.span.start,
            end=found.span.end,
            kind="weekday_date",
            text=found.span.of(article.text),
            value=found.value,
            said=found.said,
            falls_on=found.falls_on,
        )
        for found in weekday_conflicts(article.text, article.dates)
        if (sentence := article.source.sentence_at(found.span.start)) is None or sentence.role != "boilerplate"
    )
