"""Which sentences tell of a meeting or a deal: cue words, the odds of yes and the model's word against gold's evidence.

Every body sentence is judged, not only those that cues propose.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.metrics import F1
from benchmarks.prompts.detecting import NOTHING, odds_of, says_so
from benchmarks.prompts.reading import Asker
from benchmarks.prompts.scoring import GOLD
from benchmarks.prompts.variants import sentences
from benchmarks.prompts.wording import words
from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.completion import CompletionClient
from communique.evaluation import read_records
from communique.events import ArmsDeal, Event, MeetingEvent
from communique.extractor import annotated_article
from communique.forms import SentenceForm
from communique.spans import Span

KINDS: tuple[type[Event], ...] = (MeetingEvent, ArmsDeal)
COLUMNS = ("detector", "kind", "F1", "P", "R", "area under curve")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence asked about for a kind: whether gold has it, and what each detector says."""

    kind: str
    is_told: bool
    is_cued: bool
    odds: float
    leaning: float
    word: bool
    first: bool


async def judged(model: CompletionClient, articles: Iterable[Article]) -> list[Sentence]:
    """Every body sentence of the articles, for each kind."""
    gold = read_records(GOLD).records
    found: list[Sentence] = []
    for article in articles:
        annotated, asker = annotated_article(article), Asker(model)
        forms = [form for form in sentences(annotated) if isinstance(form, SentenceForm)]
        for kind in KINDS:
            evidence = [
                s for one in gold if one.article.id == article.id and one.kind == kind.kind for s in one.evidence
            ]
            cued = {number for form in forms if form.event is kind for number in form.focus}
            found += [one async for one in _of_kind(asker, annotated, kind, evidence, cued)]
    return found


async def _of_kind(
    asker: Asker, article: AnnotatedArticle, kind: type[Event], evidence: Sequence[Span], cued: set[int]
) -> AsyncIterator[Sentence]:
    leaning = await odds_of(asker, kind, NOTHING)
    body = [sentence for sentence in article.numbered.values() if sentence.role == "body"]
    odds = [await odds_of(asker, kind, words(article, sentence.number)) for sentence in body]
    for sentence, odd in zip(body, odds, strict=True):
        chosen = await says_so(asker, article, kind, words(article, sentence.number))
        yield Sentence(
            kind=kind.kind,
            is_told=any(sentence.span.overlaps(span) for span in evidence),
            is_cued=sentence.number in cued,
            odds=odd,
            leaning=leaning,
            word=chosen.is_told,
            first=chosen.is_first,
        )


def rows(found: Sequence[Sentence]) -> Iterator[tuple[str, ...]]:
    """A row a detector and kind."""
    for kind in dict.fromkeys(one.kind for one in found):
        own = [one for one in found if one.kind == kind]
        best = max((one.odds for one in own), key=lambda limit: _f1(own, lambda one: one.odds >= limit).per_cent or 0.0)
        for name, says, area in _detectors(best):
            f1 = _f1(own, says)
            curve = f"{_area(own, lambda one: one.odds):.2f}" if area else "-"
            yield name, kind, f"{(f1.per_cent or 0) / 100:.2f}", f"{f1.precision:.2f}", f"{f1.recall:.2f}", curve


def _detectors(best: float) -> tuple[tuple[str, Callable[[Sentence], bool], bool], ...]:
    return (
        ("cue words", lambda one: one.is_cued, False),
        ("odds of yes over 1", lambda one: one.odds > 0, True),
        ("odds, less those of no sentence", lambda one: one.odds > one.leaning, True),
        ("odds, best threshold of these articles", lambda one: one.odds >= best, True),
        ("cue words, or odds at that threshold", lambda one: one.is_cued or one.odds >= best, False),
        ("the model's word", lambda one: one.word, False),
    )


def leaning_to_first(found: Sequence[Sentence]) -> float:
    """How often the model's word was the first option, whatever it meant."""
    return sum(one.first for one in found) / len(found)


def _f1(found: Sequence[Sentence], says: Callable[[Sentence], bool]) -> F1:
    right = sum(one.is_told and says(one) for one in found)
    return F1(right, sum(map(says, found)), sum(one.is_told for one in found))


def _area(found: Sequence[Sentence], score: Callable[[Sentence], float]) -> float:
    """How likely a sentence that tells of it scores higher than one that does not."""
    told, other = ([score(one) for one in found if one.is_told is wanted] for wanted in (True, False))
    wins = sum((a > b) + (a == b) / 2 for a in told for b in other)
    return wins / max(1, len(told) * len(other))
