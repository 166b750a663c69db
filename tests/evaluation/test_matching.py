"""Events are matched one to one by what makes them one; of two that fit, the better."""

from typing import ClassVar

import pytest

from communique.evaluation.matching import identity, match
from communique.events import Event
from communique.fields import Phrase, Place
from tests.evaluation.build import deal, event, meeting, record, statement

AKSOY_YUSUF = meeting("Cemil Aksoy", "Haroon Yusuf")


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param(AKSOY_YUSUF, meeting("Gen. Yusuf", "Aksoy"), 1.0, id="two-shared"),
        pytest.param(AKSOY_YUSUF, meeting("Cemil Aksoy", "Ali Demir"), None, id="one-shared"),
        pytest.param(AKSOY_YUSUF, meeting("Cemil Aksoy", host="Haroon Yusuf"), 1.0, id="host-among-two"),
        pytest.param(AKSOY_YUSUF, meeting("Cemil Aksoy", "Haroon Yusuf", "Ali Demir"), 0.8, id="one-too-many"),
        pytest.param(meeting("Cemil Aksoy"), meeting("Cemil Aksoy", "Ali Demir"), 2 / 3, id="gold-has-one"),
        pytest.param(
            meeting("Cemil Aksoy", "Haroon Yusuf", host="Haroon Yusuf"), AKSOY_YUSUF, 1.0, id="host-stands-twice"
        ),
        pytest.param(meeting("Ali Yusuf", "Yusuf"), meeting("Ali Yusuf", "Yusuf"), 1.0, id="namesakes"),
        pytest.param(
            meeting("Cemil Aksoy", {"country": {"value": "PAK"}}), meeting("Cemil Aksoy", "Pakistan"), 1.0, id="country"
        ),
        pytest.param(AKSOY_YUSUF, statement("Cemil Aksoy", "Haroon Yusuf"), None, id="another-kind"),
    ],
)
def test_a_meeting_by_two_participants(gold: Event, predicted: Event, expected: float | None) -> None:
    found = match([record(gold)], [record(predicted)])
    assert bool(found.pairs) is (expected is not None)
    if expected is not None:
        assert identity(gold, predicted) == pytest.approx(expected)


SOLD = deal(supplier=["Denizak"], recipient=["Pakistan Navy"], designation="Karahan", description="corvettes")


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        pytest.param(deal(supplier=["Denizak"], recipient=["Pakistan Navy"], amount=3), True, id="both-sides"),
        pytest.param(deal(supplier=["Denizak"], description="corvette"), True, id="supplier-and-description"),
        pytest.param(deal(recipient=["Pakistan Navy"], designation="Karahan-class"), True, id="recipient-and-name"),
        pytest.param(deal(recipient=["Pakistan Navy"], description="Karahan ships"), True, id="name-in-description"),
        pytest.param(deal(supplier=["Denizak"], description="drones"), False, id="supplier-alone"),
        pytest.param(deal(designation="Karahan", description="corvettes"), False, id="weapon-alone"),
        pytest.param(deal(supplier=["Pakistan Navy"], recipient=["Denizak"]), False, id="sides-changed"),
    ],
)
def test_a_deal_by_two_of_supplier_recipient_and_weapon(predicted: Event, *, expected: bool) -> None:
    assert bool(match([record(SOLD)], [record(predicted)]).pairs) is expected


def test_a_statement_by_its_words() -> None:
    gold = record(statement("Yusuf", "we will not sign it before the summer"))
    near = record(statement("Aksoy", "we will not sign before the summer"))
    far = record(statement("Yusuf", "we hope to see them before the summer"))
    found = match([gold], [far, near])
    assert [pair.predicted for pair in found.pairs] == [near]
    assert found.spurious == (far,)


def test_of_two_that_fit_the_better_is_taken() -> None:
    visit = record(meeting("Cemil Aksoy", "Haroon Yusuf", status="planned", date="2026-03"), evidence=((100, 120),))
    talks = record(meeting("Cemil Aksoy", "Haroon Yusuf", status="held", date="2026-02-12"))
    predicted = record(meeting("Cemil Aksoy", "Haroon Yusuf", status="held", date="2026-02-12"), salt="other")
    for gold in ([visit, talks], [talks, visit]):
        found = match(gold, [predicted])
        assert [(pair.gold, found.missed) for pair in found.pairs] == [(talks, (visit,))]


def test_of_equals_the_one_with_the_evidence_is_taken() -> None:
    first, second = (record(AKSOY_YUSUF, evidence=(span,)) for span in ((0, 10), (50, 60)))
    predicted = record(AKSOY_YUSUF, evidence=((45, 62),))
    assert match([first, second], [predicted]).pairs[0].gold is second


def test_one_prediction_finds_one_event() -> None:
    gold = record(AKSOY_YUSUF)
    found = match([gold], [record(AKSOY_YUSUF, salt="1"), record(AKSOY_YUSUF, salt="2")])
    assert (len(found.pairs), len(found.spurious), found.missed) == (1, 1, ())


class Launch(Event):
    """An event without names."""

    kind: ClassVar[str] = "launch"
    what: Phrase | None = None
    site: Place | None = None


class Strike(Launch):
    """The same, told apart by its place."""

    kind: ClassVar[str] = "strike"
    identity: ClassVar[tuple[str, ...]] = ("site",)


def test_a_class_that_does_not_say_is_matched_by_its_fields() -> None:
    one, other = ({"what": "a rocket", "site": site} for site in ("Sinop", "Karachi"))
    assert match([record(event(Launch, **one))], [record(event(Launch, **one))]).pairs
    assert not match([record(event(Launch, **one))], [record(event(Launch, **other))]).pairs
    assert match([record(event(Strike, **one))], [record(event(Strike, site="Sinop"))]).pairs
    assert match([record(event(Strike, what="a rocket"))], [record(event(Strike, **one))]).pairs
