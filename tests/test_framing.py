"""A visit of one traveller frames the meeting in the same country; others stay apart."""

from typing import Any

import pytest

from communique.events import MeetingEvent
from communique.framing import frames


def _meeting(
    kind: str, day: str | None, place: str | None, *names: str, status: str = "held", code: str = ""
) -> MeetingEvent:
    def value(words: str, **more: Any) -> dict[str, Any]:
        return {"text": words, "start": 0, "end": len(words), "value": words, **more}

    return MeetingEvent.model_validate(
        {
            "format": value(kind),
            "status": value(status),
            "participants": [
                {"name": value(name), "country": value(code) if code and name == names[-1] else None} for name in names
            ],
            "date": None if day is None else value(day, granularity="day", anchor="text"),
            "place": None if place is None else value(place),
        }
    )


MEETING = _meeting("meeting", "2026-03-05", "Muscat", "Ada Kent", "Veli Aydin")


@pytest.mark.parametrize(
    ("visit", "framed"),
    [
        pytest.param(_meeting("visit", "2026-03-04", "Oman", "Ada Kent"), True, id="the-day-before"),
        pytest.param(_meeting("visit", None, "Oman", "Kent"), True, id="without-a-day"),
        pytest.param(
            _meeting("visit", "2026-03-05", "Oman Naval Headquarters", "Ada Kent"), True, id="a-state's-house"
        ),
        pytest.param(_meeting("visit", "2026-03-04", "Qatar", "Ada Kent"), False, id="another-country"),
        pytest.param(_meeting("visit", "2026-03-06", "Oman", "Ada Kent"), False, id="the-day-after"),
        pytest.param(_meeting("visit", "2026-01-04", "Oman", "Ada Kent"), False, id="long-before"),
        pytest.param(_meeting("visit", "2026-03-04", "Oman", "Lino Ferro"), False, id="somebody-else"),
        pytest.param(_meeting("visit", "2026-03-04", "Oman", "Ada Kent", "Lino Ferro"), False, id="two-travellers"),
        pytest.param(_meeting("visit", "2026-03-04", "Oman", "Ada Kent", status="planned"), False, id="planned"),
        pytest.param(_meeting("meeting", "2026-03-04", "Oman", "Ada Kent"), False, id="no-visit"),
    ],
)
def test_a_visit_frames_what_its_traveller_does_there(visit: MeetingEvent, *, framed: bool) -> None:
    assert frames(visit, MEETING) is framed


@pytest.mark.parametrize(
    ("code", "framed"),
    [
        pytest.param("OMN", True, id="of-that-country"),
        pytest.param("QAT", False, id="of-another"),
        pytest.param("", True, id="none-told"),
    ],
)
def test_whom_the_traveller_meets_tells_the_country_where_no_place_is_told(code: str, *, framed: bool) -> None:
    meeting = _meeting("meeting", None, None, "Ada Kent", "Veli Aydin", code=code)
    assert frames(_meeting("visit", "2026-03-04", "Oman", "Ada Kent"), meeting) is framed
