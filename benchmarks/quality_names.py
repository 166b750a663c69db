"""Measures the Turkish suffixes on the evaluation data: `python -m benchmarks.quality_names [LIST]`.

The data lies in ../shared/data beside the repository, or in the folder COMMUNIQUE_SHARED. Metrics, by kind of row (with
apostrophe, inflected without one, bare): `known`, `inflection_of` accepts the lemma for the word; `other`, it accepts
the lemma of another name of the same sentence (a false accept, lower is better); `first` and `any`, the lemma is the
first or any of `base_forms`. About one row in ten is no name. With an argument the misses are printed.
"""

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.source import fold
from communique.tagging.suffixes import base_forms, inflection_of

Row = dict[str, Any]

_SHARED = Path(os.environ.get("COMMUNIQUE_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"


@dataclass(slots=True)
class Score:
    """Counts over the rows of one kind."""

    rows: int = 0
    known: int = 0
    first: int = 0
    anywhere: int = 0
    others: int = 0
    accepted: int = 0

    def report(self, name: str) -> str:
        """One line of shares."""
        rows, others = max(self.rows, 1), max(self.others, 1)
        return (
            f"{name:22} rows {self.rows:4}  known {self.known / rows:6.1%}  first {self.first / rows:6.1%}  "
            f"any {self.anywhere / rows:6.1%}  other {self.accepted / others:6.1%} of {self.others}"
        )


def _rows() -> Iterator[Row]:
    lines = (_SHARED / "names_boun_tr.dev.jsonl").read_text(encoding="utf-8").splitlines()
    return (json.loads(line) for line in lines)


def _kind(row: Row) -> str:
    if row["has_apostrophe"]:
        return "apostrophe"
    return "bare" if fold(row["mention"]) == fold(row["lemma"]) else "inflected"


def measure(*, listing: bool) -> dict[str, Score]:
    """The score of each kind of row; with `listing`, each lemma that is not recognised is printed."""
    sentences: dict[str, list[Row]] = defaultdict(list)
    for row in _rows():
        sentences[row["text"]].append(row)
    scores: dict[str, Score] = defaultdict(Score)
    for row in (row for rows in sentences.values() for row in rows):
        score, word, lemma = scores[_kind(row)], row["mention"], row["lemma"]
        forms = [fold(form) for form in base_forms(word, "tr")]
        known = inflection_of(lemma, word)
        rivals = {other["lemma"] for other in sentences[row["text"]]} - {lemma}
        score.rows += 1
        score.known += known
        score.first += forms[:1] == [fold(lemma)]
        score.anywhere += fold(lemma) in forms
        score.others += len(rivals)
        score.accepted += sum(inflection_of(rival, word) for rival in rivals)
        if listing and not known:
            print("MISSED", _kind(row), lemma, "|", word, "|", row["text"][max(0, row["start"] - 30) : row["end"] + 20])
    return scores


def main(chosen: list[str]) -> int:
    """Prints a line a kind of row, and the time for all of them."""
    if not _SHARED.is_dir():
        print(f"the evaluation data is not here: {_SHARED} (set COMMUNIQUE_SHARED to its folder)")
        return 2
    began = time.perf_counter()
    for name, score in sorted(measure(listing=bool(chosen)).items()):
        print(score.report(f"names_boun_tr {name}"))
    print(f"{1000 * (time.perf_counter() - began):.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
