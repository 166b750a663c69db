"""Completes a group from what stands beside its name: role, organisation and country in the apposition."""

from collections.abc import Mapping, Sequence

from communique.annotation import named_inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event, Group
from communique.fields import Country, GroundedValue, Name, Phrase
from communique.grounding.findings import Context
from communique.rules.phrasing import country_of
from communique.shapes import FieldShape, shapes
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import NameMention
from communique.tagging.names import is_trading

_BESIDE: tuple[tuple[str, type[GroundedValue]], ...] = (("role", Phrase), ("organisation", Name), ("country", Country))


def completed(
    owner: type[Event] | type[Group], given: Mapping[str, DraftValue], context: Context
) -> dict[str, DraftValue]:
    """The draft values, with `role`, `organisation` and `country` of a named group filled from the article where they
    were left out."""
    known = dict(given)
    name = given.get("name")
    if not issubclass(owner, Group) or not isinstance(name, Proposed):
        return known
    for shape in shapes(owner):
        if _wanted(shape) and (span := _beside(shape.name, name, context)):
            words = span.of(context.article.text)
            if _agrees(known.get(shape.name), words):
                known[shape.name] = Proposed(words, span, rule="apposition")
    return known


def _agrees(given: DraftValue | None, words: str) -> bool:
    """Whether nothing, or just these words, was proposed."""
    return given is None or (isinstance(given, Proposed) and fold(given.text) == fold(words))


def _wanted(shape: FieldShape) -> bool:
    return any(shape.name == name and shape.field_type is wanted for name, wanted in _BESIDE)


def _beside(what: str, name: Proposed, context: Context) -> Span | None:
    """Where the article says it: beside a mention in the evidence first, then in its paragraphs, then anywhere."""
    mentions = sorted(_mentions(name, context), key=lambda mention: context.distance(mention.span))
    found = (_member(what, mention) for mention in mentions)
    beside = next((span for span in found if span is not None), None)
    if beside is None and what == "country":
        return _named_in_it(mentions, context) or _of_firm(name, mentions, context)
    return beside


def _of_firm(name: Proposed, mentions: Sequence[NameMention], context: Context) -> Span | None:
    """The country whose the firm is told to be, nearest to the event: "Italy's X", "X, a Turkish shipyard"."""
    if not is_trading(name.text) or any(mention.kind != "organisation" for mention in mentions):
        return None
    source = context.article.source
    named = [mention.span for mention in mentions] or [match.span for match in source.find(name.text)]
    for span in sorted(named, key=context.distance):
        sentence = source.sentence_at(span.start)
        country = country_of(context.article, span, sentence.span) if sentence is not None else None
        if country is not None:
            return country.span
    return None


def _member(what: str, mention: NameMention) -> Span | None:
    if what == "country":
        return mention.country.span if mention.country else None
    return mention.role if what == "role" else mention.organisation


def _mentions(name: Proposed, context: Context) -> tuple[NameMention, ...]:
    """The mentions of whoever the name names."""
    article = context.article
    if name.span is None:
        entities = article.entities_by_words.get(fold(name.text), frozenset())
    else:
        here = named_inside(article, (name.span,))
        entities = frozenset(mention.entity for mention in here if mention.span == name.span)
    return article.mentions_of(entities)


def _named_in_it(mentions: Sequence[NameMention], context: Context) -> Span | None:
    """The country that stands in a body's own name ("Pakistan Navy")."""
    for mention in mentions:
        if mention.kind == "organisation":
            for country in context.article.countries:
                if mention.span.contains(country.span):
                    return country.span
    return None
