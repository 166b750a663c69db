"""What the quote tagger knows of a quote, as the values of an event class that has a Quote field."""

from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Phrase, Quote
from communique.passage import Sentence
from communique.shapes import shape_of, typed
from communique.spans import Span
from communique.tagging.mentions import QuoteMention

RULE = "quote_tagger"


def told_once(article: AnnotatedArticle) -> Iterator[QuoteMention]:
    """The quotes without reported clauses that are but the frame of a direct quote."""
    direct = tuple(quote.span for quote in article.quotes if quote.form == "direct")
    for quote in article.quotes:
        if quote.form == "direct" or not any(quote.span.overlaps(span) for span in direct):
            yield quote


def sentences_of(article: AnnotatedArticle, quote: QuoteMention) -> tuple[Sentence, ...]:
    """The body sentences that hold the quote's words, and the one of its verb; () where none does."""
    held = tuple(s for s in article.numbered.values() if s.role == "body" and s.span.overlaps(quote.span))
    told_in = (s for s in article.numbered.values() if quote.cue is not None and s.span.contains(quote.cue))
    return tuple(dict.fromkeys((*held, *told_in))) if held else ()


def as_told(article: AnnotatedArticle, event: type[Event], quote: QuoteMention) -> dict[str, DraftValue]:
    """The values of the quote: its words, whether they are direct, its verb and, where it was found, its speaker."""
    given: dict[str, DraftValue] = {shape.name: _words(article, quote.span) for shape in typed(event, Quote)}
    if quote.speaker_entity is not None:
        given.update(_speaker(article, event, quote, quote.speaker_entity))
    told = quote.cue or quote.span
    if (form := shape_of(event, "form")) and quote.form in form.options:
        given["form"] = Proposed(told.of(article.text), told, option=quote.form, rule=RULE)
    if quote.cue is not None and (cue := shape_of(event, "cue")) and cue.field_type is Phrase:
        given["cue"] = _words(article, quote.cue)
    return given


def _speaker(
    article: AnnotatedArticle, event: type[Event], quote: QuoteMention, entity: int
) -> Iterator[tuple[str, DraftValue]]:
    """The attributed speaker in the event's `speaker` field: the mention in the attribution, else the fullest one."""
    shape = shape_of(event, "speaker")
    if shape is None:
        return
    said_by = () if quote.speaker is None else (quote.speaker,)
    mentions = inside((*article.names, *article.references), said_by)
    at = next((mention.span for mention in mentions if mention.entity == entity), article.fullest[entity].span)
    name = _words(article, at)
    yield shape.name, {"name": name} if shape.group is not None else name


def _words(article: AnnotatedArticle, span: Span) -> Proposed:
    return Proposed(span.of(article.text), span, rule=RULE)
