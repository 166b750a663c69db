"""True and false claims over our own articles: which tool accepts the false, and which refuses the true.

The claims are those of benchmarks.mutants, without those of countries, which are a code and no words. A tool that
checks words against a text cannot know who speaks, or where in the article a value belongs; faults of that kind are
left out of a column of their own, as true claims in other words than the text's are.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from benchmarks.measuring import Judged, Measurement
from benchmarks.mutants.measuring import Outcome, Planted, plants
from benchmarks.mutants.sources import Truth
from benchmarks.mutants.truths import own_truths

NAME = "planted faults"
TRUE, PRINTED = "true claims refused %", "true claims refused, of those in the words of the text %"
FALSE, WORDS_FALSE = "false claims accepted %", "false claims accepted, of those false by their words %"


@lru_cache
def own_plants() -> tuple[Planted, ...]:
    """The claims over our own articles."""
    return tuple(plant for plant in plants(own_truths(), Outcome()) if plant.claim.kind != "country")


def judge(
    given: tuple[Planted, ...],
    ours: Callable[[Truth], bool] | None,
    accepts: Callable[[str, str], bool] | None,
) -> Iterator[Judged]:
    """Whether the true claims were refused, and the false accepted: faults both, so that lower is better."""
    for plant in given:
        claim = plant.claim
        accepted = ours(claim) if ours else accepts is not None and accepts(claim.source.text, claim.value)
        words = f"{plant.fault}: {claim.kind} {claim.value!r} {claim.speaker or ''} | {claim.source.file}"
        if plant.is_true:
            yield Judged(TRUE, not accepted, words, fault=True)
            if claim.value in claim.source.text:
                yield Judged(PRINTED, not accepted, words, fault=True)
        else:
            yield Judged(FALSE, accepted, words, fault=True)
            if by_words(claim):
                yield Judged(WORDS_FALSE, accepted, words, fault=True)


def by_words(false: Truth) -> bool:
    """Whether the words of a false claim are not in its article: the fault is neither its speaker nor its place."""
    return false.value not in false.source.text


MEASUREMENTS = (
    Measurement(
        NAME,
        "en",
        ("accepts_claim", "accepts"),
        (TRUE, PRINTED, FALSE, WORDS_FALSE),
        judge,
        "True and false claims over our own articles, in both languages; lower is better in each column.",
        own_plants,
    ),
)
