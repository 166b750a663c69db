"""Faults planted in true claims over the example articles are caught, and true claims are not refused."""

from datetime import date

import pytest

pytest.importorskip("benchmarks.mutants", reason="benchmarks/ is not beside the tests")

from benchmarks.mutants.faults import FAULTS, planted
from benchmarks.mutants.measuring import Outcome, measure
from benchmarks.mutants.sources import Kind, Text, Truth
from benchmarks.mutants.truths import own_truths
from benchmarks.mutants.words import stands

from communique.spans import Span

TEXT = Text(
    "own", "1", "Gen. Ali Kurt met Veli Can on Friday, 6 March, and asked for 12 boats.", "en", people=(("Ali Kurt",),)
)
CAUGHT, ALARMS = 0.995, 0.006
"""The level that is held: the share of faults caught at least, and of true claims refused at most."""


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return measure(own_truths())


def test_planted_faults_are_caught_and_true_claims_stand(outcome: Outcome) -> None:
    false, missed = outcome.total(true=False)
    true, refused = outcome.total(true=True)
    wrong = [(plant.fault, plant.claim.kind, plant.claim.value, verdict) for plant, verdict in outcome.wrong]
    assert false - missed >= CAUGHT * false, wrong
    assert refused <= ALARMS * true, wrong


def test_every_fault_is_planted_in_both_languages(outcome: Outcome) -> None:
    names = {fault.name for fault in FAULTS} | {"speaker swapped", "two quotes joined", "date from elsewhere"}
    held = {key for key, tally in outcome.tallies.items() if tally.claims}
    rare = {"quote name", "past for future", "weekday moved"}
    assert {(name, language) for name in names - rare for language in ("en", "tr")} <= held
    assert rare <= {name for name, _ in held}
    assert outcome.total(true=False)[0] >= 2000


def truth(kind: Kind, value: str, text: Text = TEXT) -> Truth:
    return Truth(text, kind, value, Span(0, len(text.text)))


@pytest.mark.parametrize(
    ("name", "kind", "value", "expected"),
    [
        pytest.param("number", "quantity", "12 boats", {"13 boats", "22 boats", "21 boats"}, id="digits"),
        pytest.param("number", "quantity", "two boats", {"three boats"}, id="number-word"),
        pytest.param("scale", "amount", "$3 million", {"$3 billion", "$3 thousand"}, id="scale"),
        pytest.param("weekday moved", "date", "on Friday", {"on Saturday"}, id="weekday"),
        pytest.param("month moved", "date", "2026-12", {"2026-01"}, id="month"),
        pytest.param("year moved", "date", "2024-02-29", {"2025-02-28", "2023-02-28", "2034-02-28"}, id="leap-day"),
        pytest.param("quote negation", "quote", "I did not go", {"I did go", "I did … go"}, id="negation"),
    ],
)
def test_a_fault_changes_one_thing(name: str, kind: Kind, value: str, expected: set[str]) -> None:
    fault = next(fault for fault in FAULTS if fault.name == name)
    assert {wrong.value for wrong in planted(fault, truth(kind, value))} == expected


@pytest.mark.parametrize(
    ("fault", "kind", "right", "wrong", "expected"),
    [
        pytest.param("number", "quantity", "12 boats", "13 boats", "surely false", id="no-such-number"),
        pytest.param("number", "quantity", "12 boats", "6 boats", "unsure", id="the-number-stands-elsewhere"),
        pytest.param("name part swapped", "name", "Ali Kurt", "Ali Can", "surely false", id="nobody"),
        pytest.param("name part swapped", "name", "Ali Kurt", "Gen. Ali", "unsure", id="words-of-the-text"),
        pytest.param("day moved", "date", "2026-03-06", "2026-03-13", "surely false", id="another-day"),
        pytest.param("day moved", "date", "2026-03-06", "2026-03-07", "unsure", id="a-day-that-the-text-has"),
        pytest.param("weekday moved", "date", "Friday", "Saturday", "unsure", id="the-weekday-of-a-date"),
        pytest.param("weekday moved", "date", "Friday", "Monday", "surely false", id="no-date-on-that-weekday"),
    ],
)
def test_what_may_be_true_by_chance_is_discarded(fault: str, kind: Kind, right: str, wrong: str, expected: str) -> None:
    dates = frozenset({"2026-03-06", "2026-03-07"})
    text = Text(TEXT.file, "2", TEXT.text, "en", date(2026, 3, 6), dates=dates, all_dates=True)
    judge = next(known.is_false for known in FAULTS if known.name == fault)
    found = judge(truth(kind, right, text), truth(kind, wrong, text))
    assert ("surely false" if found else "unsure") == expected


def test_words_are_compared_without_the_library() -> None:
    assert stands("IŞILDAK", "Oramiral Işıldak’ın")
    assert not stands("Kurt met Can", TEXT.text)
