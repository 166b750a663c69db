"""What a check reads and what it gives back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from communique.annotation import AnnotatedArticle
from communique.drafts import Proposed
from communique.events import Event
from communique.passage import Sentence
from communique.shapes import FieldShape
from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import DateMention
from communique.verdicts import Tier, Verdict

NEARBY = 1
"""The largest distance at which a value still belongs to the event."""

_ELSEWHERE = 2


@dataclass(frozen=True)
class Context:
    """Where an event's values are looked for: its evidence sentences, and the paragraphs those stand in."""

    article: AnnotatedArticle
    evidence: tuple[Sentence, ...]
    event: type[Event]

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The evidence sentences' spans."""
        return tuple(sentence.span for sentence in self.evidence)

    @cached_property
    def nearby(self) -> tuple[Span, ...]:
        """The spans of all sentences of the evidence's paragraphs."""
        return tuple(s.span for s in self.article.passage.shown() if s.paragraph in self._paragraphs)

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(sentence.span.start for sentence in self.evidence)

    @cached_property
    def _paragraphs(self) -> frozenset[int]:
        return frozenset(sentence.paragraph for sentence in self.evidence)

    @cached_property
    def _distances(self) -> dict[Span, int]:
        """Those that were asked for: many values are compared with the same mentions."""
        return {}

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates in the evidence and its paragraphs, nearest first; a dateline or stamp there is beside no event."""
        index = self.article.date_index
        beside = (mention for span in self.nearby for mention in index.inside(span))
        placed = ((self.distance_of_date(mention.span), mention.span.start, mention) for mention in beside)
        return tuple(mention for distance, _, mention in sorted(placed, key=itemgetter(0, 1)) if distance <= NEARBY)

    @cached_property
    def evident_dates(self) -> tuple[DateMention, ...]:
        """Those in the evidence itself."""
        return tuple(mention for mention in self.dates if self.distance(mention.span) == 0)

    def distance_of_date(self, span: Span) -> int:
        """As `distance`; but a dateline or stamp is beside no event, though it may share its paragraph."""
        distance = self.distance(span)
        if distance != NEARBY:
            return distance
        sentence = self.article.source.sentence_at(span.start)
        return _ELSEWHERE if sentence is not None and sentence.role == "heading" else distance

    def distance(self, span: Span) -> int:
        """0 in the evidence, 1 in its paragraphs, 2 elsewhere in the body, 3 in boilerplate."""
        known = self._distances.get(span)
        if known is None:
            known = max(map(self._distance, self.article.source.sentences_over(span)), default=3)
            self._distances[span] = known
        return known

    def _distance(self, sentence: Sentence) -> int:
        if sentence.role == "boilerplate":
            return 3
        if sentence.span.start in self._starts:
            return 0
        return 1 if sentence.paragraph in self._paragraphs else 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on one value. `value` is what it was read as; `details` are the field type's further members
    ("granularity")."""

    verdict: Verdict
    reason: str
    span: Span | None = None
    value: str | float | None = None
    tier: Tier | None = None
    found: str | None = None
    rule: str | None = None
    details: Mapping[str, object] = field(default_factory=dict)


Ground = Callable[[Proposed, FieldShape, Context], Finding]
"""The check of a field type."""


def checked(check: Ground, given: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on one value; words without a visible character are nowhere."""
    return check(given, shape, context) if fold(given.text) else not_found(shape.name, given.text)


def not_found(what: str, words: str) -> Finding:
    """The finding for words the article does not have."""
    return Finding(Verdict.NOT_FOUND, f"the article has no {what} {words!r}")


def misplaced(context: Context, span: Span, what: str) -> Finding:
    """The finding for words that stand elsewhere than the event does."""
    if context.distance(span) > 2:  # noqa: PLR2004 - in boilerplate, see Context.distance
        reason = f"the {what} stands only in boilerplate"
    else:
        reason = f"the {what} stands in the article, but not where the event does"
    return Finding(Verdict.MISPLACED, reason, span=span, value=span.of(context.article.text))


def nearest(context: Context, spans: Iterable[Span]) -> Span | None:
    """The span nearest to the event; the first of equals."""
    return min(spans, key=lambda span: (context.distance(span), span.start), default=None)
