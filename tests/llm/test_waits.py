from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest

from communique.llm.waits import duration, retry_after


def wait(headers: dict[str, str]) -> float | None:
    return retry_after(httpx2.Headers(headers))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, None, id="none"),
        pytest.param({"Retry-After": "7"}, 7.0, id="seconds"),
        pytest.param({"Retry-After": "0.5"}, 0.5, id="a fraction"),
        pytest.param({"Retry-After": "7", "retry-after-ms": "250"}, 0.25, id="milliseconds first"),
        pytest.param({"Retry-After": "7", "retry-after-ms": "soon"}, 7.0, id="milliseconds unreadable"),
        pytest.param({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0, id="a date gone by"),
        pytest.param({"Retry-After": "soon"}, None, id="unreadable"),
        pytest.param({"Retry-After": "-7"}, None, id="negative"),
        pytest.param({"Retry-After": "nan"}, None, id="no number"),
        pytest.param(
            {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT", "Date": "Wed, 21 Oct 2015 07:26:30 GMT"},
            90.0,
            id="a date by the endpoint's own clock",
        ),
    ],
)
def test_the_endpoints_own_wait_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert wait(headers) == seconds


@pytest.mark.parametrize("sent", [{}, {"Date": "today"}], ids=["no Date", "an unreadable Date"])
def test_a_date_to_come_is_counted_from_now(sent: dict[str, str]) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(days=9), usegmt=True)
    seconds = wait({"Retry-After": moment, **sent})
    assert seconds is not None
    assert 8 * 86_400 < seconds <= 9 * 86_400


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param("1s", 1.0, id="seconds"),
        pytest.param("6m0s", 360.0, id="minutes"),
        pytest.param("12ms", 0.012, id="milliseconds"),
        pytest.param("1h2m3.5s", 3723.5, id="all"),
        pytest.param("45", 45.0, id="a bare number"),
        pytest.param("soon", None, id="a word"),
        pytest.param("", None, id="nothing"),
        pytest.param("1s later", None, id="more behind it"),
    ],
)
def test_durations_of_rate_limit_headers_are_read(value: str, seconds: float | None) -> None:
    assert duration(value) == seconds
