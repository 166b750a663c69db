"""A recall audit without gold: sentences that look like an event by cue or quote, and that no event covers."""

import re
from collections.abc import Iterable, Iterator

from communique.annotation import AnnotatedArticle, inside
from communique.events import Event
from communique.forms import is_told
from communique.grounded import GroundedEvent
from communique.records import Missed
from communique.rules.attributing import Utterance, is_source_tag, utterances
from communique.rules.cues import CompiledCues, cues_of
from communique.rules.triggers import trigger
from communique.spans import Span
from communique.tagging.mentions import AmountMention, QuoteMention

_INDEFINITE = {
    "en": re.compile(r"(?:a|an|some|several|many|one|two|local|other)\b|(?:[a-z]+ )*[a-z]+s$", re.IGNORECASE),
    "tr": re.compile(r"(?:bir|bazı|kimi|çok|birçok)\s|(?:\w+ )*\w+l[ae]r$", re.IGNORECASE),
}
"""Speakers that name nobody: "a diplomat", "officials", "bir yetkili", "kaynaklar"."""


def missed(
    article: AnnotatedArticle, kinds: Iterable[type[Event]], events: Iterable[GroundedEvent]
) -> tuple[Missed, ...]:
    """The uncovered sentences of each kind, in text order; only accepted events cover."""
    accepted = tuple(event for event in events if event.fault is None)
    told = tuple(span for event in accepted for span in event.evidence)
    found = {
        (span.start, span.end, kind.kind)
        for kind in kinds
        for span in _proposed(article, kind, told)
        if not any(held.overlaps(span) for event in accepted if type(event.event) is kind for held in event.evidence)
    }
    return tuple(Missed(start=start, end=end, kind=kind) for start, end, kind in sorted(found))


def _proposed(article: AnnotatedArticle, kind: type[Event], told: tuple[Span, ...]) -> Iterator[Span]:
    cues = cues_of(kind, article.passage.language)
    if cues is None:
        return
    body = [sentence.span for sentence in article.numbered.values() if sentence.role == "body"]
    if is_told(kind):
        spoken = (utterance for utterance in utterances(article) if _is_statement(article, utterance, told))
        heard = tuple(quote.span for utterance in spoken for quote in utterance)
        yield from (span for span in body if any(span.overlaps(quote) for quote in heard))
    else:
        yield from (span for span in body if trigger(article, kind, cues, span) or _is_hinted(article, cues, span))


def _is_hinted(article: AnnotatedArticle, cues: CompiledCues, span: Span) -> bool:
    """Whether the sentence has the words of an event, and a sum or a count in place of what is required ("the contract,
    worth $120 million", "took the last of the twelve"): enough to be looked at."""
    if not cues.requires or not cues.is_told(article.source, (span,)):
        return False
    is_worded = any(True for _ in cues.hits(article.source, cues.triggers, span))
    return is_worded and any(_is_of_things(article, amount) for amount in inside(article.amounts, (span,)))


def _is_of_things(article: AnnotatedArticle, amount: AmountMention) -> bool:
    """Whether it is a sum or counts things; a number within a word ("three-day", "one-on-one") counts none."""
    is_whole = "-" not in article.text[amount.span.start : amount.span.end + 1]
    return amount.kind == "money" or (amount.kind == "count" and is_whole)


def _is_statement(article: AnnotatedArticle, utterance: Utterance, told: tuple[Span, ...]) -> bool:
    """Whether somebody may be named for the words: direct ones, or a clause of a definite speaker that does not but
    report an event found already ("Aksoy met Yusuf, the army said")."""
    quote = utterance[0]
    if quote.form == "direct":
        return True
    is_reported = is_source_tag(article, utterance) and any(span.overlaps(quote.span) for span in told)
    return _is_definite(article, quote) and not is_reported


def _is_definite(article: AnnotatedArticle, quote: QuoteMention) -> bool:
    """Whether the speaker may be somebody the article names: "the army", "his office", but not "officials"."""
    if quote.speaker is None:
        return False
    speaker = quote.speaker
    known = (*(name.span for name in (*article.names, *article.references)), *(c.span for c in article.countries))
    if any(speaker.overlaps(span) for span in known):
        return True
    indefinite = _INDEFINITE["tr" if article.passage.language == "tr" else "en"]
    return indefinite.match(speaker.of(article.text)) is None
