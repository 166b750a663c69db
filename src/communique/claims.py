"""Checks of other people's extractions: one claim about one text, with the verdict the library's own values get."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from communique.annotation import AnnotatedArticle
from communique.article import Article, Language
from communique.drafts import Proposed
from communique.events import Event
from communique.fields import Amount, GroundedValue, Name, Place, Quantity, Quote, When
from communique.given import GivenText
from communique.grounding.amounts import ground_amount
from communique.grounding.dates import ground_when
from communique.grounding.findings import Context, Finding, Ground, checked
from communique.grounding.names import ground_name
from communique.grounding.places import ground_place
from communique.grounding.quotes import ground_quote
from communique.grounding.speakers import ground_speaker
from communique.languages import detect_language
from communique.passage import Sentence
from communique.segmentation import segment
from communique.shapes import FieldShape
from communique.spans import Span
from communique.verdicts import Tier, Verdict

ClaimKind = Literal["name", "date", "quote", "amount", "quantity", "place"]
_CHECKS: dict[ClaimKind, tuple[type[GroundedValue], Ground]] = {
    "name": (Name, ground_name),
    "date": (When, ground_when),
    "quote": (Quote, ground_quote),
    "amount": (Amount, ground_amount),
    "quantity": (Quantity, ground_amount),
    "place": (Place, ground_place),
}


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Claim(GivenText):
    """A value that somebody took from a text.

    A date is EDTF or words, an amount any writing, a quantity a number with its noun. `evidence` are the spans it is to
    stand in; without them every sentence counts, captions too, boilerplate not.
    """

    kind: ClaimKind
    value: str
    speaker: str | None = None
    evidence: tuple[Span, ...] | None = None

    @field_validator("evidence", mode="before")
    @classmethod
    def _spans(cls, given: object) -> object:
        """One span [start, end] or {start, end} stands for a list of it."""
        if isinstance(given, dict):
            return (given,)
        is_pair = isinstance(given, list) and bool(given) and all(isinstance(end, int) for end in given)
        return _pairs([given]) if is_pair else _pairs(given)


def _pairs(given: object) -> object:
    """The list with each [start, end] as {start, end}."""
    if not isinstance(given, list):
        return given
    return tuple(
        {"start": item[0], "end": item[1]} if isinstance(item, list) and len(item) == 2 else item  # noqa: PLR2004
        for item in given
    )


class SpanOut(_Line):
    """A span and its words."""

    start: int
    end: int
    text: str


class ClaimVerdict(_Line):
    """What the text says of a claim: `span` is the best support, `spans` are all, `found` is the text's rival."""

    id: str
    verdict: Verdict
    tier: Tier | None
    span: SpanOut | None
    spans: tuple[SpanOut, ...]
    value: str | float | None
    found: str | None
    reason: str


def check_claim(claim: Claim) -> ClaimVerdict:
    """The verdict on a claim; deterministic, no model."""
    context = context_of(claim)
    article = context.article
    if claim.evidence is not None:
        context = Context(article, tuple(_evidence(article, claim.evidence)), Event)
    wanted, check = _CHECKS[claim.kind]
    shape = FieldShape(claim.kind, wanted, None, False, "")  # noqa: FBT003
    finding = checked(check, Proposed(claim.value), shape, context)
    if claim.kind == "quote" and claim.speaker is not None:
        finding = ground_speaker(finding, claim.speaker, context)
    return _verdict(claim, finding, article)


def context_of(given: GivenText) -> Context:
    """The text with all its sentences, in which a claim is looked for."""
    return _everywhere(given.text, given.published, given.language)


@lru_cache(maxsize=1)
def _everywhere(text: str, published: date | None, language: Language | None) -> Context:
    """The text with its sentences; claims usually come text by text, so that the last one is kept."""
    given = Article(text=text, published=published, language=language or detect_language(text))
    article = AnnotatedArticle(segment(given))
    return Context(article, tuple(article.passage.shown()), Event)


def _evidence(article: AnnotatedArticle, spans: tuple[Span, ...]) -> Iterable[Sentence]:
    for sentence in article.passage.shown():
        if any(sentence.span.overlaps(span) for span in spans):
            yield sentence


def _verdict(claim: Claim, finding: Finding, article: AnnotatedArticle) -> ClaimVerdict:
    best = None if finding.span is None else _span(finding.span, article)
    everywhere = () if best is None else (match.span for match in article.source.find(best.text))
    spans = tuple(_span(span, article) for span in everywhere)
    return ClaimVerdict(
        id=claim.id,
        verdict=finding.verdict,
        tier=finding.tier,
        span=best,
        spans=spans or (() if best is None else (best,)),
        value=finding.value,
        found=finding.found,
        reason=finding.reason,
    )


def _span(span: Span, article: AnnotatedArticle) -> SpanOut:
    return SpanOut(start=span.start, end=span.end, text=article.printed(span))
