"""One rule a field type says when a predicted value is right."""

from typing import Any

import pytest

from communique.evaluation.agreeing import agrees
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from communique.fields import GroundedValue
from communique.shapes import shape_of
from tests.evaluation.build import event


def right(kind: type[Event], name: str, gold: Any, predicted: Any) -> bool:
    shape = shape_of(kind, name)
    assert shape is not None
    one, other = (getattr(event(kind, **{name: [value] if shape.many else value}), name) for value in (gold, predicted))
    one, other = (held[0] if shape.many else held for held in (one, other))
    assert isinstance(one, GroundedValue)
    return agrees(shape, one, other)


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param("2026-01-30", "2026-01-30", True, id="day"),
        pytest.param("2026-01", "2026-01-30", True, id="finer-than-gold"),
        pytest.param("2026-01-30", "2026-01", False, id="coarser-than-gold"),
        pytest.param("2026-01", "2026-02-01", False, id="outside"),
        pytest.param("2026-33", "2026-02", True, id="month-of-the-quarter"),
        pytest.param("2026-02-02/2026-02-04", "2026-02-02/2026-02-04", True, id="interval"),
        pytest.param("2026-02-02/2026-02-04", "2026-02-03", False, id="day-of-an-interval"),
        pytest.param({"value": "2026-02-02/2026-02-08", "granularity": "week"}, "2026-02-03", True, id="day-of-a-week"),
        pytest.param("2026-02/..", "2026-02/..", True, id="open"),
        pytest.param("2026-02/..", "2026-02", False, id="open-and-closed"),
        pytest.param("2026-02~", "2026-02", True, id="about"),
        pytest.param(
            {"value": None, "partial": "XXXX-05-18"}, {"value": None, "partial": "XXXX-05-18"}, True, id="partial"
        ),
        pytest.param({"value": None, "partial": "XXXX-05-18"}, "2025-05-18", False, id="year-made-up"),
        pytest.param("2025-05-18", {"value": None, "partial": "XXXX-05-18"}, False, id="year-unknown"),
        pytest.param("soon", "soon", True, id="no-edtf"),
    ],
)
def test_dates(gold: Any, predicted: Any, *, expected: bool) -> None:
    assert right(MeetingEvent, "date", gold, predicted) is expected


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        pytest.param("Karaçi", "Karaçi'de", True, id="suffix"),
        pytest.param("Lahore", "Army House in Lahore", True, id="finer"),
        pytest.param("Army House, Lahore", "Lahore", True, id="the-city"),
        pytest.param("Lahore, Pakistan", "Pakistan", False, id="only-the-country"),
        pytest.param("Türkiye", "Turkey", True, id="country"),
        pytest.param("Turkey", "Ankara", False, id="capital-for-country"),
        pytest.param("Lahore", "Karachi", False, id="another"),
    ],
)
def test_places(gold: str, predicted: str, *, expected: bool) -> None:
    assert right(MeetingEvent, "place", gold, predicted) is expected


DOLLARS = {"value": 3e8, "currency": "USD"}


@pytest.mark.parametrize(
    ("name", "gold", "predicted", "expected"),
    [
        pytest.param("amount", DOLLARS, {**DOLLARS, "modifier": "about"}, True, id="a-modifier-is-no-part"),
        pytest.param("amount", DOLLARS, {"value": 3e8, "currency": "EUR"}, False, id="another-currency"),
        pytest.param("amount", DOLLARS, {"value": 3e8}, False, id="no-currency"),
        pytest.param("amount", {**DOLLARS, "max": 4e8}, {**DOLLARS, "max": 4e8}, True, id="range"),
        pytest.param("amount", {**DOLLARS, "max": 4e8}, DOLLARS, False, id="half-a-range"),
        pytest.param(
            "quantity", {"value": 36, "unit": "armed drones"}, {"value": 36, "unit": "drone"}, True, id="noun"
        ),
        pytest.param("quantity", {"value": 36, "unit": "drones"}, {"value": 36}, True, id="without-noun"),
        pytest.param(
            "quantity", {"value": 36, "unit": "drones"}, {"value": 36, "unit": "corvettes"}, False, id="other-noun"
        ),
        pytest.param("quantity", {"value": 36}, {"value": 40}, False, id="another-number"),
        pytest.param("stage", "contract", "contract", True, id="choice"),
        pytest.param("stage", "contract", "delivery", False, id="another-choice"),
        pytest.param("description", "two patrol vessels", "patrol vessel", True, id="phrase-without-plural"),
        pytest.param("description", "patrol vessels of the new class", "corvettes", False, id="another-phrase"),
        pytest.param("designation", "Karahan", "Karahan class", True, id="designation"),
    ],
)
def test_amounts_choices_and_phrases(name: str, gold: Any, predicted: Any, *, expected: bool) -> None:
    assert right(ArmsDeal, name, gold, predicted) is expected


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        pytest.param("“We will not sign it before the SUMMER.”", True, id="marks-and-case"),
        pytest.param("we will not sign it", True, id="most-of-it"),
        pytest.param("we will", False, id="too-little"),
        pytest.param("they signed something in the spring", False, id="other-words"),
    ],
)
def test_quotes(predicted: str, *, expected: bool) -> None:
    assert right(Statement, "quote", "We will not sign it before the summer", predicted) is expected
