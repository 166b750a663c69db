"""Whose programme a sentence tells of: "Her programme includes meetings with X and Y" is of who was named before."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.spans import Span
from communique.tagging.mentions import NameMention

_WHOSE = re.compile(
    r"\b(?P<whose>his|her|their)\s(?:[\w-]+\s){0,2}?(?:programme|program|itinerary|agenda|schedule)\b", re.IGNORECASE
)
_TWO = 2
_AND = re.compile(r",?\sand\s(?:the\s)?")


def owners(article: AnnotatedArticle, sentence: Span) -> tuple[DraftValue, ...]:
    """Who alone is named in the sentence before, or the two who open it side by side; () where neither is certain."""
    found = _WHOSE.search(article.text, sentence.start, sentence.end)
    whole = article.source.sentence_at(sentence.start)
    before = None if whole is None else article.numbered.get(whole.number - 1)
    if found is None or before is None or article.passage.language == "tr":
        return ()
    named = [name for name in inside(article.names, (before.span,)) if name.kind == "person"]
    if found["whose"].lower() == "their":
        return tuple(_told(article, _pair(article, named)))
    fitting = {name.entity for name in named}
    return tuple(_told(article, fitting)) if len(fitting) == 1 else ()


def _pair(article: AnnotatedArticle, named: list[NameMention]) -> set[int]:
    """The first two who are named, where nothing but "and" stands between them and no third joins them."""
    if len(named) < _TWO:
        return set()
    first, second = named[:_TWO]
    has_own_office = second.begin > first.span.end  # not that of both: "Ministers X and Y"
    begin = second.begin if has_own_office else second.span.start
    is_pair = _AND.fullmatch(article.text, first.span.end, begin) is not None
    return {first.entity, second.entity} if is_pair else set()


def _told(article: AnnotatedArticle, entities: set[int]) -> Iterator[DraftValue]:
    for entity in sorted(entities):
        yield {"name": Proposed(article.fullest[entity].span.of(article.text), rule="coreference")}
