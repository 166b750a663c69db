from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest
from openai.types.chat import ChatCompletion

from communique.llm.faults import completion_error

REQUEST = httpx2.Request("POST", "http://h/v1/chat/completions")
CUT = ChatCompletion(id="x", choices=[], created=1, model="m", object="chat.completion")


def mapped(error: openai.OpenAIError) -> str:
    return completion_error(error, model="m", base_url="http://h/v1", secret="").code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(openai.APITimeoutError(REQUEST), "timeout", id="timeout"),
        pytest.param(openai.APIConnectionError(request=REQUEST), "connection", id="connection"),
        pytest.param(
            openai.APIResponseValidationError(httpx2.Response(200, request=REQUEST), None), "malformed", id="validation"
        ),
        pytest.param(openai.LengthFinishReasonError(completion=CUT), "malformed", id="length"),
        pytest.param(openai.ContentFilterFinishReasonError(), "content_filter", id="filter"),
        pytest.param(openai.APIError("odd", REQUEST, body=None), "bad_request", id="any API error"),
        pytest.param(openai.OpenAIError("odd"), "bad_request", id="any error"),
    ],
)
def test_errors_without_a_status_have_their_code(error: openai.OpenAIError, code: str) -> None:
    assert mapped(error) == code


def wait(headers: dict[str, str]) -> float | None:
    response = httpx2.Response(429, request=REQUEST, headers=headers)
    error = openai.RateLimitError("slow down", response=response, body=None)
    return completion_error(error, model="m", base_url="http://h/v1", secret="").retry_after


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
    ],
)
def test_the_endpoints_own_wait_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert wait(headers) == seconds


def test_a_date_to_come_is_counted_from_now() -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    seconds = wait({"Retry-After": moment})
    assert seconds is not None
    assert 80 <= seconds <= 90


def test_what_the_endpoint_says_is_shortened_to_one_line() -> None:
    error = completion_error(openai.OpenAIError("a\nb " * 999), model="m", base_url="http://h/v1", secret="")
    assert len(error.message) < 500
    assert "\n" not in error.message
