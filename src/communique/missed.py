"""A recall audit without gold: sentences that look like an event by cue or quote, and that no event covers."""

from collections.abc import Iterable, Iterator

from communique.annotation import AnnotatedArticle
from communique.cues import cues_of
from communique.events import Event
from communique.fields import Quote
from communique.grounded import GroundedEvent
from communique.records import Missed
from communique.shapes import typed
from communique.spans import Span
from communique.triggers import trigger


def missed(
    article: AnnotatedArticle, kinds: Iterable[type[Event]], events: Iterable[GroundedEvent]
) -> tuple[Missed, ...]:
    """The uncovered sentences of each kind, in text order; only accepted events cover."""
    accepted = tuple(event for event in events if event.fault is None)
    found = {
        (span.start, span.end, kind.kind)
        for kind in kinds
        for span in _proposed(article, kind)
        if not any(held.overlaps(span) for event in accepted if type(event.event) is kind for held in event.evidence)
    }
    return tuple(Missed(start=start, end=end, kind=kind) for start, end, kind in sorted(found))


def _proposed(article: AnnotatedArticle, kind: type[Event]) -> Iterator[Span]:
    cues = cues_of(kind, article.passage.language)
    if cues is None:
        return
    body = [sentence.span for sentence in article.numbered.values() if sentence.role == "body"]
    if any(typed(kind, Quote)):
        quotes = [quote.span for quote in article.quotes if quote.told != "source"]
        yield from (span for span in body if any(span.overlaps(quote) for quote in quotes))
    else:
        yield from (span for span in body if trigger(article, kind, cues, span))
