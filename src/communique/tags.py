"""What can be found in a text without a model, as JSON: dates, quotes, amounts, names and places."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article
from communique.given import GivenText
from communique.languages import detect_language
from communique.segmentation import segment
from communique.spans import Span


class TaggedText(GivenText):
    """A text to tag."""


def tag(given: TaggedText) -> dict[str, Any]:
    """The mentions of a text, each kind in text order; offsets are code points of the text."""
    language = given.language or detect_language(given.text)
    found = annotate(segment(Article(text=given.text, published=given.published, language=language)))
    return {
        "id": given.id,
        "dates": list(_dates(found)),
        "quotes": list(_quotes(found)),
        "amounts": list(_amounts(found)),
        "names": sorted((*_names(found), *_countries(found)), key=itemgetter("start", "end")),
        "places": [{**_span(found, place.span), "country": place.country} for place in found.places],
    }


def _span(found: AnnotatedArticle, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": found.printed(span)}


def _optional(found: AnnotatedArticle, span: Span | None) -> dict[str, Any] | None:
    return None if span is None else _span(found, span)


def _dates(found: AnnotatedArticle) -> Iterable[dict[str, Any]]:
    for mention in found.dates:
        yield {
            **_span(found, mention.span),
            "value": mention.value,
            "granularity": mention.granularity,
            "anchor": mention.anchor,
            "partial": mention.partial,
        }


def _quotes(found: AnnotatedArticle) -> Iterable[dict[str, Any]]:
    for mention in found.quotes:
        yield {
            **_span(found, mention.span),
            "form": mention.form,
            "speaker": _optional(found, mention.speaker),
            "cue": _optional(found, mention.cue),
        }


def _amounts(found: AnnotatedArticle) -> Iterable[dict[str, Any]]:
    for mention in found.amounts:
        yield {
            **_span(found, mention.span),
            "kind": mention.kind,
            "value": mention.value,
            "max": mention.maximum,
            "unit": mention.unit,
            "currency": mention.currency,
            "modifier": mention.modifier,
        }


def _names(found: AnnotatedArticle) -> Iterable[dict[str, Any]]:
    for mention in found.names:
        yield {
            **_span(found, mention.span),
            "kind": mention.kind,
            "canonical": found.canonical(mention),
            "role": _optional(found, mention.role),
            "country": None if mention.country is None else mention.country.code,
        }


def _countries(found: AnnotatedArticle) -> Iterable[dict[str, Any]]:
    """The countries that are neither part of another name nor a place: those that act, also by their capital."""
    spans = (*(name.span for name in found.names), *(place.span for place in found.places))
    taken = sorted(spans, key=lambda span: span.end)
    ends = [span.end for span in taken]
    for mention in found.countries:
        after = bisect_right(ends, mention.span.start)
        is_free = after == len(taken) or not taken[after].overlaps(mention.span)
        if is_free and mention.form != "adjective":
            words = _span(found, mention.span)
            yield {**words, "kind": "country", "canonical": words["text"], "role": None, "country": mention.code}
