"""Mentions are in text order, by which those in a span are looked up."""

from itertools import pairwise
from pathlib import Path

import pytest

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.article import Article
from communique.extractor import annotated_article
from communique.spans import Span
from communique.tagging.mentions import CountryMention, DateMention, NameMention
from tests.articles import CROWDED, ENGLISH, KALABALIK, TURKISH

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "articles").glob("*.txt"))
ARTICLES = [
    *(pytest.param(article, id=article.id) for article in (ENGLISH, TURKISH, CROWDED, KALABALIK)),
    *(pytest.param(Article(text=path.read_text(encoding="utf-8")), id=path.stem) for path in EXAMPLES),
]
KINDS = ("names", "references", "groups", "dates", "amounts", "places", "countries", "quotes")


def spans_of(found: AnnotatedArticle) -> list[tuple[Span, ...]]:
    """Each sentence, two neighbours in either order, all, none, and cuts amid words."""
    sentences = [sentence.span for sentence in found.passage.sentences]
    pairs = [pair for one, other in pairwise(sentences) for pair in ((one, other), (other, one))]
    cuts = [(Span(start, min(start + 25, len(found.text))),) for start in range(0, len(found.text), 10)]
    return [(), tuple(sentences), *((span,) for span in sentences), *pairs, *cuts]


@pytest.mark.parametrize("article", ARTICLES)
def test_every_kind_of_mention_is_in_text_order(article: Article) -> None:
    found = annotated_article(article)
    for kind in KINDS:
        starts = [mention.span.start for mention in getattr(found, kind)]
        assert starts == sorted(starts), kind


@pytest.mark.parametrize("article", ARTICLES)
def test_those_inside_are_those_that_a_look_at_each_would_find(article: Article) -> None:
    found = annotated_article(article)

    def within(mention: NameMention | DateMention | CountryMention, spans: tuple[Span, ...]) -> bool:
        return any(span.contains(mention.span) for span in spans)

    for spans in spans_of(found):
        names = [name for name in (*found.names, *found.references) if within(name, spans)]
        assert list(named_inside(found, spans)) == names
        assert list(inside(found.dates, spans)) == [date for date in found.dates if within(date, spans)]
        assert list(inside(found.countries, spans)) == [held for held in found.countries if within(held, spans)]
