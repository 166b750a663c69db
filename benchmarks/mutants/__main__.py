"""Plants faults in true claims and prints how many the checks catch: `python -m benchmarks.mutants`.

The first table is over our own articles, the second over the texts of ../shared/data (or of the folder
COMMUNIQUE_SHARED), where others marked what is true. "Refused" is the share that was not asserted: of a fault, the
share caught; of true claims, the share of false alarms. "Unsure" faults were discarded, as they may be true by chance.
"""

import argparse
import sys
from collections import Counter

from benchmarks.mutants.golds import shared_truths
from benchmarks.mutants.measuring import Outcome, Planted, Tally, is_none, measure
from benchmarks.mutants.truths import own_truths
from communique.verdicts import Verdict


def main(arguments: list[str] | None = None) -> int:
    """Prints both tables, and with --misses what was judged wrongly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print the claims that were judged wrongly")
    parser.add_argument("--limit", type=int, help="check at most this many claims a table")
    parser.add_argument("--own", action="store_true", help="leave the shared texts out")
    given = parser.parse_args(arguments)
    _print("our own articles", measure(own_truths(), given.limit), misses=given.misses)
    if not given.own:
        _print("texts of ../shared/data", measure(shared_truths(), given.limit), misses=given.misses)
    return 0


def _print(title: str, outcome: Outcome, *, misses: bool) -> None:
    print(f"{title}\n{'claim':<24} {'language':<8} {'claims':>6} {'refused':>7} {'unsure':>6}  verdicts")
    for (fault, language), tally in sorted(outcome.tallies.items(), key=_order):
        if tally.claims or tally.discarded:
            counts = f"{tally.claims:>6} {_share(tally.refused, tally.claims)} {tally.discarded:>6}"
            print(f"{fault:<24} {language:<8} {counts}  {_verdicts(tally.verdicts)}")
    true, alarms = outcome.total(true=True)
    false, missed = outcome.total(true=False)
    print(f"faults caught: {false - missed} of {false}, {_share(false - missed, false).strip()}")
    print(f"false alarms: {alarms} of {true}, {_share(alarms, true).strip()}\n")
    for plant, verdict in outcome.wrong if misses else ():
        print(_miss(plant, verdict))


def _order(item: tuple[tuple[str, str], Tally]) -> tuple[bool, str, str]:
    (fault, language), _ = item
    return not is_none(fault), fault, language


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:>6.1f}%" if whole else f"{'-':>7}"


def _verdicts(verdicts: Counter[Verdict]) -> str:
    return ", ".join(f"{verdict} {count}" for verdict, count in verdicts.most_common())


def _miss(plant: Planted, verdict: Verdict) -> str:
    claim = plant.claim
    said = f" said by {claim.speaker!r}" if claim.speaker else ""
    near = f" in [{claim.evidence.start}, {claim.evidence.end})" if claim.evidence else ""
    where = f"{claim.source.file} {claim.source.key} [{claim.at.start}, {claim.at.end})"
    words = claim.at.of(claim.source.text)
    return f"{plant.fault}: {claim.kind} {claim.value!r}{said}{near}: {verdict}; {where} {words!r}"


if __name__ == "__main__":
    sys.exit(main())
