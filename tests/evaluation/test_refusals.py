"""A refused proposal that says what gold says is a right value refused, in whatever writing it was proposed."""

from typing import Any

import pytest

from communique.evaluation.matching import match
from communique.evaluation.refusals import refused_right
from communique.verdicts import Verdict
from tests.evaluation.build import check, deal, record

KEPT: dict[str, Any] = {"supplier": ["Denizak"], "recipient": ["Pakistan Navy"]}
REST: dict[str, Any] = {
    "stage": "contract",
    "date": "2026-02-12",
    "amount": {"value": 3e8, "currency": "USD"},
    "quantity": {"value": 36, "unit": "drones"},
    "description": "armed drones",
}


@pytest.mark.parametrize(
    ("path", "proposed", "expected"),
    [
        pytest.param("/stage", "contract", True, id="choice"),
        pytest.param("/stage", "delivery", False, id="another-choice"),
        pytest.param("/stage", "nonsense", False, id="no-choice"),
        pytest.param("/date", "12 February 2026", True, id="date"),
        pytest.param("/date", "on Thursday", True, id="relative-date"),
        pytest.param("/date", "once", False, id="no-date"),
        pytest.param("/amount", "$300 million", True, id="amount"),
        pytest.param("/amount", "€300 million", False, id="another-currency"),
        pytest.param("/amount", "much", False, id="no-amount"),
        pytest.param("/quantity", "36 drones", True, id="quantity"),
        pytest.param("/description", "the armed drones", True, id="phrase"),
        pytest.param("/terms/-", "licence", False, id="not-in-gold"),
    ],
)
def test_a_refused_proposal_is_compared_with_gold(path: str, proposed: str, *, expected: bool) -> None:
    refused = check(path, Verdict.NOT_FOUND, proposed)
    (pair,) = match([record(deal(**KEPT, **REST))], [record(deal(**KEPT), checks=[refused])]).pairs
    assert [held.role for held, _ in refused_right(pair)] == ([path.strip("/")] if expected else [])


@pytest.mark.parametrize("proposed", ["PAK", "Pakistan"])
def test_a_refused_country_is_compared_by_its_code(proposed: str) -> None:
    gold = deal(supplier=["Denizak"], recipient=[{"name": "Navy Yard", "country": {"value": "PAK"}}])
    refused = check("/recipient/0/country", Verdict.MISPLACED, proposed)
    predicted = record(deal(supplier=["Denizak"], recipient=["Navy Yard"]), checks=[refused])
    assert [held.role for held, _ in refused_right(match([record(gold)], [predicted]).pairs[0])] == [
        "recipient.country"
    ]


def test_a_value_refused_twice_counts_once_and_a_kept_one_never() -> None:
    again = check("/date", Verdict.NOT_FOUND, "2026-02-12")
    gold = record(deal(**KEPT, date="2026-02-12"))
    (twice,) = match([gold], [record(deal(**KEPT), checks=[again, again])]).pairs
    (kept,) = match([gold], [record(deal(**KEPT, date="2026-02-12"), checks=[again])]).pairs
    assert (len(refused_right(twice)), len(refused_right(kept))) == (1, 0)
