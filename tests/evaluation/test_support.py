"""Values without a check of their own are read as our checks read them, whatever their type."""

from typing import Any

import pytest

from communique.evaluation.support import shape_at, supports
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from tests.evaluation.build import ARTICLE, event, record


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        pytest.param(MeetingEvent, {"date": "2026-02-12"}, True, id="date"),
        pytest.param(MeetingEvent, {"date": "2026-02-13"}, False, id="another-date"),
        pytest.param(MeetingEvent, {"date": {"value": None, "partial": "XXXX-02-13"}}, False, id="partial-date"),
        pytest.param(MeetingEvent, {"place": "Lahore"}, True, id="place"),
        pytest.param(MeetingEvent, {"topics": ["36 Karahan drones"]}, True, id="phrase"),
        pytest.param(ArmsDeal, {"amount": {"value": 3e6, "currency": "USD"}}, True, id="amount"),
        pytest.param(ArmsDeal, {"amount": {"value": 4e6, "currency": "USD"}}, False, id="another-amount"),
        pytest.param(ArmsDeal, {"quantity": {"value": 36, "unit": "drones"}}, True, id="quantity"),
        pytest.param(ArmsDeal, {"supplier": [{"country": {"value": "TUR"}}]}, False, id="country"),
        pytest.param(Statement, {"speaker": {"role": {"value": "Gen."}}}, True, id="role"),
        pytest.param(Statement, {"quote": "Our friendship needs no applause"}, False, id="changed-words"),
    ],
)
def test_a_value_without_a_check_is_checked(kind: type[Event], fields: dict[str, Any], *, expected: bool) -> None:
    (support,) = supports(record(event(kind, **fields)), ARTICLE)
    assert support.supported is expected


def test_a_choice_without_a_check_is_no_words_of_the_article() -> None:
    assert list(supports(record(event(MeetingEvent, status="planned")), ARTICLE)) == []


def test_a_value_without_a_check_or_an_article_is_left_open() -> None:
    (support,) = supports(record(event(MeetingEvent, place="Lahore")), None)
    assert support.supported is None


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/participants/0/name", "name", id="member"),
        pytest.param("/participants/-/name", "name", id="refused-member"),
        pytest.param("/date", "date", id="field"),
        pytest.param("/colour", None, id="unknown"),
        pytest.param("/date/colour", None, id="below-a-value"),
        pytest.param("", None, id="the-event"),
    ],
)
def test_a_pointer_names_a_field(path: str, name: str | None) -> None:
    shape = shape_at(MeetingEvent, path)
    assert (shape and shape.name) == name
