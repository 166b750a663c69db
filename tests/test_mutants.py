"""Faults planted in true claims over the example articles are caught, and true claims are not refused."""

import pytest

mutants = pytest.importorskip("benchmarks.mutants", reason="benchmarks/ is not beside the tests")


def test_planted_faults_are_caught_and_true_claims_stand() -> None:
    counts, wrong = mutants.measure(sorted(mutants.EXAMPLES.glob("*.txt")))
    faults = {fault for fault, _ in counts if fault}
    assert faults >= {"name part swapped", "speaker swapped", "negation", "number", "scale", "quote word changed"}
    assert sum(seen.total() for (fault, _), seen in counts.items() if fault) >= 150
    assert [(plant.fault, plant.claim.kind, plant.claim.value) for plant in wrong] == []
