"""How long one value takes to be checked, beside langextract's aligner and gtrex, on the same article and values."""

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from statistics import median
from time import process_time

from benchmarks.costs.tables import Table, Target, at_least, at_most
from benchmarks.grounding_speed import WORDS, article_text, claims_of
from benchmarks.peers import TOOLS
from communique.annotation import annotate, tag_all
from communique.article import Article
from communique.claims import Claim, check_claim, context_of
from communique.segmentation import segment
from communique.source import SourceText

try:
    from gtrex import Repairer, Verifier
except ImportError:  # measured only where it is installed
    Repairer = Verifier = None

ROUNDS = 5
_MILLI = 1000.0
_MANY, _SOME = 100.0, 5.0
_WHOLE, _VALUE = 25.0, 0.3
_OURS, _ALIGNER = "communique", "langextract's aligner"
_ABSENT = {
    "name": ("Tarquin Vasquez", "Ludmila Orlova-Hansen", "General Ibrahim Osei"),
    "date": ("3 March 1987", "November 2031", "the summer of 1954"),
    "amount": ("$77 million", "612 launchers", "3.9 per cent"),
    "quote": (
        "We shall build the longest bridge of the region before next summer",
        "nobody in this house has read the report that you hold in your hand",
        "Prices of bread have doubled since the harvest failed in the south",
    ),
}
_OTHER = {"a": "o", "e": "i", "i": "e", "o": "u", "u": "a", "1": "2", "2": "3", "3": "4"}

Work = Callable[[], int]
Check = Callable[[str, Sequence[Claim]], Work]
"""What checks a list of values in an article that the tool has not seen, and tells how many it accepts."""


def values() -> Mapping[str, Sequence[Claim]]:
    """Claims of names, dates, amounts and quotes: as printed, nearly as printed, and of what the article has not."""
    text = article_text()
    printed = [
        claim for claim in claims_of(annotate(segment(Article(text=text, language="en")))) if claim.value in text
    ]
    inexact = [_with(claim, _misspelt(claim.value, text)) for claim in printed]
    absent = [_with(claim, _ABSENT[claim.kind][number % 3]) for number, claim in enumerate(printed)]
    return {"exact": printed, "inexact": inexact, "absent": absent}


def _with(claim: Claim, value: str) -> Claim:
    return claim.model_copy(update={"value": value})


def _misspelt(words: str, text: str) -> str:
    """The words with one vowel or digit changed, as near their middle as gives other words than the text's."""
    order = sorted(range(len(words)), key=lambda at: abs(at - len(words) // 2))
    other = (words[:at] + _OTHER[words[at]] + words[at + 1 :] for at in order if words[at] in _OTHER)
    return next((one for one in other if one not in text), f"{words}zz")


def _ours(text: str, claims: Sequence[Claim]) -> Work:
    """Our checks of an article that is annotated before, as the time of that is told apart."""
    given = [claim.model_copy(update={"text": text}) for claim in claims]
    tag_all(context_of(given[0]).article)
    return lambda: sum(check_claim(claim).verdict.asserted for claim in given)


def _langextracts(text: str, claims: Sequence[Claim]) -> Work:
    aligned = next(tool for tool in TOOLS if tool.adapter == "of_langextract").function("aligned")
    assert aligned is not None
    return lambda: sum(aligned(text, [claim.value for claim in claims]))


def _verified(text: str, claims: Sequence[Claim]) -> Work:
    def work() -> int:
        verifier = Verifier(text)
        return sum(verifier.verify(claim.value).grounded for claim in claims)

    return work


def _repaired(text: str, claims: Sequence[Claim]) -> Work:
    def work() -> int:
        repairer = Repairer(text)
        return sum(repairer.repair(claim.value).accepted for claim in claims)

    return work


_PEERS: Mapping[str, tuple[str, Check]] = {
    _ALIGNER: ("langextract", _langextracts),
    "gtrex, verification": ("gtrex", _verified),
    "gtrex, repair": ("gtrex", _repaired),
}


def _tools() -> Mapping[str, Check]:
    """The tools that are installed."""
    return {_OURS: _ours} | {name: check for name, (package, check) in _PEERS.items() if find_spec(package)}


@dataclass(frozen=True, slots=True)
class Took:
    """What a list of values took: milliseconds a value, and how many of how many were accepted."""

    each: float
    accepted: int
    count: int

    def __str__(self) -> str:
        return f"{self.each:.3f} ms ({self.accepted} of {self.count})"


def timed(make: Callable[[str], Callable[[], object]]) -> float:
    """The median CPU milliseconds of some rounds after one that warms up, each on an article of its own."""
    text, seconds = article_text(), []
    for number in range(ROUNDS + 1):
        work = make(f"{text}\n\n{number}")
        began = process_time()
        work()
        seconds.append(process_time() - began)
    return _MILLI * median(seconds[1:])


def _took(check: Check, claims: Sequence[Claim], folding: float) -> Took:
    accepted = check(article_text(), claims)()
    return Took((timed(lambda text: check(text, claims)) + folding) / len(claims), accepted, len(claims))


def measured(tell: Callable[[str], None]) -> Table:
    """The time of one value by tool and kind of value."""
    warnings.simplefilter("ignore")  # gtrex tells that its default threshold is not calibrated: it is what is measured
    given = values()
    folding = timed(lambda text: partial(SourceText, segment(Article(text=text, language="en"))))
    whole = timed(lambda text: lambda: annotate(segment(Article(text=text, language="en"))))
    times: dict[str, dict[str, Took]] = {}
    for name, check in _tools().items():
        tell(f"checks: {name}")
        own = folding if name == _OURS else 0.0
        times[name] = {kind: _took(check, claims, own) for kind, claims in given.items()}
    words = (
        f"CPU time of one value, in a list of {len(given['exact'])} names, dates, amounts and quotes of one article of "
        f"{WORDS} words, and in brackets how many are accepted; medians of {ROUNDS} rounds, each on an article of its "
        "own. Exact: as printed. Inexact: one letter or digit changed, so that a name is another spelling and a date, "
        f"amount or quote another one. Absent: not in the article. In ours the folding of the article is counted "
        f"({folding:.1f} ms); to find all its names, dates, amounts and quotes, with which values are compared and "
        f"questions asked, takes {whole:.1f} ms more, once an article. What is refused and accepted rightly is in "
        "[the quality tables](quality.md), under planted faults."
    )
    rows = tuple((name, *(str(took[kind]) for kind in given)) for name, took in times.items())
    return Table("Checks", words, ("tool", *given), rows, tuple(_targets(times, whole)))


def _targets(times: Mapping[str, Mapping[str, Took]], whole: float) -> Iterator[Target]:
    yield at_most("ms to annotate an article of 1,000 words", _WHOLE, whole)
    slowest = max(took.each for took in times[_OURS].values())
    yield at_most("ms a value, folding counted, the slowest kind of list", _VALUE, slowest)
    for name, wanted in (("absent", _MANY), ("inexact", _MANY), ("exact", _SOME)):
        if _ALIGNER in times:
            ratio = times[_ALIGNER][name].each / times[_OURS][name].each
            yield at_least(f"{name} values, times faster than {_ALIGNER}", wanted, ratio)
