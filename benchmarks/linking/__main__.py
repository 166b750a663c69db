"""How well records are linked: `python -m benchmarks.linking [--misses] [--scale N]`.

Prints B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the records of records.toml, with the counts of
pairs that are one event, and of look-alikes: pairs of two events that a blocking key brings together. --misses lists
the pairs that are wrong; --scale links N made records and prints processor time, memory and what was found.
"""

import argparse
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmarks.linking.made import made
from benchmarks.linking.records import Labelled, read
from communique.events import BUILT_IN
from communique.linking import link
from communique.linking.blocking import keys_of
from communique.linking.features import features_of

KINDS = {kind.kind: kind for kind in BUILT_IN}


@dataclass(frozen=True, slots=True)
class Scores:
    """B-cubed over all records, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def grouped(labelled: Sequence[Labelled]) -> dict[str, str]:
    """The occurrence of each record, by record id."""
    found = link((one.kind, one.source) for one in labelled)
    return {source.record: occurrence.id for occurrence in found for source in occurrence.sources}


def b_cubed(labelled: Sequence[Labelled], found: dict[str, str]) -> Scores:
    """Of each record the share of its group that is of its event, and of its event that is in its group; the means."""
    precision = recall = 0.0
    for one in labelled:
        group = {other.source.record for other in labelled if found[other.source.record] == found[one.source.record]}
        event = {other.source.record for other in labelled if other.event == one.event}
        precision += len(group & event) / len(group)
        recall += len(group & event) / len(event)
    return Scores(precision / len(labelled), recall / len(labelled))


def wrong(labelled: Sequence[Labelled], found: dict[str, str]) -> Iterable[str]:
    """The pairs that are linked and should not be, and the other way round."""
    for one, other in combinations(labelled, 2):
        is_linked = found[one.source.record] == found[other.source.record]
        if is_linked is not (one.event == other.event):
            told = ", ".join(f"{held.source.article.id} {held.event}" for held in (one, other))
            yield f"{'linked' if is_linked else 'parted'}: {told}"


def pairs(labelled: Sequence[Labelled]) -> tuple[int, int]:
    """How many pairs are one event, and how many are look-alikes."""
    keys = defaultdict(list)
    for one in labelled:
        record = {"kind": one.kind, "event": one.source.event, "article": one.source.article.model_dump(mode="json")}
        for key in set(keys_of(features_of(record, KINDS[one.kind]))):
            keys[key].append(one)
    met = {_pair(*two) for held in keys.values() for two in combinations(held, 2)}
    same = {_pair(one, other) for one, other in combinations(labelled, 2) if one.event == other.event}
    return len(same), len(met - same)


def _pair(one: Labelled, other: Labelled) -> frozenset[str]:
    return frozenset((one.source.record, other.source.record))


def scale(count: int) -> None:
    """Links `count` made records and prints what it took."""
    began = time.process_time()
    occurrences = sum(1 for _ in link(made(count)))
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} records, {occurrences} occurrences: {seconds:.0f} s of processor, {memory:.0f} MB at the most")


def main() -> int:
    """Prints the scores, or the scale."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the pairs that are wrong")
    parser.add_argument("--scale", type=int, metavar="N", help="link N made records instead")
    given = parser.parse_args()
    if given.scale:
        scale(given.scale)
        return 0
    labelled = read()
    found = grouped(labelled)
    scores = b_cubed(labelled, found)
    same, alike = pairs(labelled)
    events = len({one.event for one in labelled})
    print(f"{len(labelled)} records of {events} events: {same} pairs of one event, {alike} look-alikes")
    print(f"B-cubed: precision {scores.precision:.3f}, recall {scores.recall:.3f}, F1 {scores.f1:.3f}")
    if given.misses:
        print("\n".join(wrong(labelled, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
