"""What the quote tagger knows of a quote, as the values of an event class that has a Quote field."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, named_inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Phrase, Quote, When
from communique.passage import Sentence
from communique.rules.saying_dates import said_on
from communique.shapes import shape_of, typed
from communique.spans import Span
from communique.tagging.mentions import QuoteMention
from communique.tagging.quotes.cues import words

RULE = "quote_tagger"
_BEFORE = 20
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever)\s+(?:\w+\s+)?$", re.IGNORECASE)
_MOST_OF = 0.7


Utterance = tuple[QuoteMention, ...]
"""One quote, in the parts that its attribution divides."""


def utterances(article: AnnotatedArticle) -> Iterator[Utterance]:
    """The direct quotes, and the reported clauses that are more than the frame of one, each told once.

    A phrase ("praised the crews") is no clause, "according to the ministry" cites whom the article has it from, and
    what somebody "did not say" is not said.
    """
    told = [quote for quote in article.quotes if quote.form == "direct" or quote.told == "clause"]
    direct = [quote for quote in told if quote.form == "direct"]
    whole = [quote for quote in direct if not any(_is_part(article, quote, clause) for clause in told)]
    clauses = [q for q in told if q.form != "direct" and not any(q.span.overlaps(other.span) for other in whole)]
    parts: dict[tuple[str, Span], list[QuoteMention]] = {}
    for quote in sorted((*whole, *clauses), key=lambda quote: quote.span):
        if quote.cue is None or not _NOT.search(article.text, max(0, quote.cue.start - _BEFORE), quote.cue.start):
            parts.setdefault((quote.form, quote.cue or quote.span), []).append(quote)
    yield from map(tuple, parts.values())


def _is_part(article: AnnotatedArticle, quote: QuoteMention, clause: QuoteMention) -> bool:
    """Whether the quoted words are but a part of a reported clause: "said it was “a matter of time” for both"."""
    is_held = clause.form != "direct" and clause.span.contains(quote.span)
    is_small = article.passage.language == "tr" or len(quote.span) < _MOST_OF * len(clause.span)
    return is_held and quote.span.of(article.text)[0].islower() and is_small


def is_source_tag(article: AnnotatedArticle, utterance: Utterance) -> bool:
    """Whether a name only closes the article's own report: "Aksoy met Yusuf on Friday, the army said".

    In Turkish every verb of saying closes its sentence; by some of them news is made known ("görüştüğünü duyurdu").
    """
    quote = utterance[0]
    if quote.form == "direct" or quote.cue is None:
        return False
    if article.passage.language == "tr":
        return quote.cue.of(article.text).lower() in words("tr", "announcing")
    return all(quote.cue.start >= part.span.end for part in utterance)


def sentences_of(article: AnnotatedArticle, utterance: Utterance) -> tuple[Sentence, ...]:
    """The body sentences that hold the quote's words, and the one of its verb; () where none does."""
    words, cue = [quote.span for quote in utterance], utterance[0].cue
    held = [s for s in article.numbered.values() if s.role == "body" and any(s.span.overlaps(span) for span in words)]
    told_in = (s for s in article.numbered.values() if cue is not None and s.span.contains(cue))
    return tuple(dict.fromkeys((*held, *told_in))) if held else ()


def as_told(article: AnnotatedArticle, event: type[Event], utterance: Utterance) -> dict[str, DraftValue]:
    """The values of the quote: its words, whether they are direct, its verb and, where it was found, its speaker."""
    quote = utterance[0]
    parts = [part.span.of(article.text) for part in utterance]
    words = _words(article, quote.span) if len(parts) == 1 else Proposed(" … ".join(parts), rule=RULE)
    given: dict[str, DraftValue] = {shape.name: words for shape in typed(event, Quote)}
    if quote.speaker_entity is not None:
        given.update(_speaker(article, event, quote, quote.speaker_entity))
    told = quote.cue or quote.span
    if (form := shape_of(event, "form")) and quote.form in form.options:
        given["form"] = Proposed(told.of(article.text), told, option=quote.form, rule=RULE)
    date = shape_of(event, "date")
    if date is not None and date.field_type is When and (day := said_on(article, quote)) is not None:
        given["date"] = _words(article, day.span)
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
    mentions = named_inside(article, said_by)
    at = next((mention.span for mention in mentions if mention.entity == entity), article.fullest[entity].span)
    name = _words(article, at)
    yield shape.name, {"name": name} if shape.group is not None else name


def _words(article: AnnotatedArticle, span: Span) -> Proposed:
    return Proposed(span.of(article.text), span, rule=RULE)
