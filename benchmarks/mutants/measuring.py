"""True claims and planted faults through the checks: how many of each were refused."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice

from benchmarks.mutants.crossings import CROSSINGS
from benchmarks.mutants.faults import FAULTS, planted
from benchmarks.mutants.sources import Text, Truth
from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article
from communique.claims import Claim, check_claim
from communique.drafts import Proposed
from communique.events import Event
from communique.fields import Country
from communique.grounding.choices import ground_country
from communique.grounding.findings import Context
from communique.segmentation import segment
from communique.shapes import FieldShape
from communique.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Planted:
    """A claim and its fault; `is_true` where it has none."""

    claim: Truth
    fault: str
    is_true: bool = False


@dataclass(slots=True)
class Tally:
    """What became of the claims of one fault in one language."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    discarded: int = 0

    @property
    def claims(self) -> int:
        """How many were checked."""
        return self.verdicts.total()

    @property
    def refused(self) -> int:
        """How many of them were not asserted."""
        return sum(count for verdict, count in self.verdicts.items() if not verdict.asserted)


@dataclass(slots=True)
class Outcome:
    """The tallies by fault and language, and what was judged wrongly."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[tuple[Planted, Verdict]] = field(default_factory=list)

    def total(self, *, true: bool) -> tuple[int, int]:
        """How many true, or false, claims there were, and how many of them were judged wrongly."""
        held = [tally for (fault, _), tally in self.tallies.items() if is_none(fault) == true]
        claims, refused = sum(tally.claims for tally in held), sum(tally.refused for tally in held)
        return claims, refused if true else claims - refused


def is_none(fault: str) -> bool:
    """Whether the name is that of true claims."""
    return fault.startswith("true ")


def measure(truths: Iterable[Truth], limit: int | None = None) -> Outcome:
    """The checks' verdicts on the true claims and on each fault planted in them; at most `limit` claims."""
    outcome = Outcome()
    for plant in islice(plants(truths, outcome), limit):
        verdict = verdict_of(plant.claim)
        outcome.tallies[plant.fault, plant.claim.source.language].verdicts[verdict] += 1
        if verdict.asserted != plant.is_true:
            outcome.wrong.append((plant, verdict))
    return outcome


def plants(truths: Iterable[Truth], outcome: Outcome) -> Iterator[Planted]:
    """The true claims and every faulty version of them, text by text; what is discarded is counted in the outcome."""
    for _, held in groupby(dict.fromkeys(truths), key=_place):
        yield from _plants(list(held), outcome)


def _place(truth: Truth) -> tuple[str, str]:
    return truth.source.file, truth.source.key


def _plants(held: list[Truth], outcome: Outcome) -> Iterator[Planted]:
    """The true claims of one text and every faulty version, each once; what is not surely false is counted apart."""
    for truth in held:
        writing = "as printed" if truth.value in truth.source.text else "reworded"
        yield Planted(truth, f"true {truth.kind}, {writing}", is_true=True)
    seen: set[tuple[str, Truth]] = set()
    for truth in held:
        for name, wrong, false in (*_faults(truth), *_crossings(truth, held)):
            if (name, wrong) in seen:
                continue
            seen.add((name, wrong))
            if false:
                yield Planted(wrong, name)
            else:
                outcome.tallies[name, truth.source.language].discarded += 1


def _faults(truth: Truth) -> Iterator[tuple[str, Truth, bool]]:
    for fault in FAULTS:
        for wrong in planted(fault, truth):
            yield fault.name, wrong, fault.is_false(truth, wrong)


def _crossings(truth: Truth, held: list[Truth]) -> Iterator[tuple[str, Truth, bool]]:
    for crossing in CROSSINGS:
        for wrong, false in crossing.plant(truth, held):
            yield (
                (f"{truth.kind} {crossing.name}" if crossing.name == "from elsewhere" else crossing.name),
                wrong,
                false,
            )


def verdict_of(truth: Truth) -> Verdict:
    """What the checks say of the claim."""
    if truth.kind == "country":
        return _country(truth)
    source = truth.source
    claim = Claim(
        id=source.key,
        text=source.text,
        kind=truth.kind,
        value=truth.value,
        published=source.published,
        language=source.language,
        speaker=truth.speaker,
        evidence=None if truth.evidence is None else (truth.evidence,),
    )
    return check_claim(claim).verdict


def _country(truth: Truth) -> Verdict:
    """Countries are no kind of claim; their check is asked as for a record."""
    article = annotation(truth.source)
    wanted = (truth.evidence,) if truth.evidence else ()
    evidence = tuple(s for s in article.passage.shown() if not wanted or any(s.span.overlaps(span) for span in wanted))
    shape = FieldShape("country", Country, group=None, many=False, description="")
    return ground_country(Proposed(truth.value), shape, Context(article, evidence, Event)).verdict


def annotation(source: Text) -> AnnotatedArticle:
    """The text with all that the taggers find."""
    return annotate(segment(Article(text=source.text, published=source.published, language=source.language)))
