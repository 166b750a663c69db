"""Every exception of the openai package as one CompletionError: its code, and the mend in its message."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from openai import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    OpenAIError,
)

from communique.errors import CompletionError

_LONGEST_QUOTE = 300
_CONTEXT = re.compile(
    r"context[ _](?:length|size|window)|maximum context|exceed_context|too many tokens|prompt is too long"
)
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing")


@dataclass(frozen=True, slots=True)
class _Fault:
    """A code of CompletionError and what to do; the mend may name {model} and {url}."""

    code: str
    mend: str


_CLASSES: tuple[tuple[type[OpenAIError], _Fault], ...] = (
    (APITimeoutError, _Fault("timeout", "{url} did not answer in time; give a longer timeout or a shorter article")),
    (APIConnectionError, _Fault("connection", "{url} cannot be reached; check --base-url and that the server runs")),
    (APIResponseValidationError, _Fault("malformed", "{url} did not answer as Chat Completions do; check --base-url")),
    (LengthFinishReasonError, _Fault("malformed", "the answer was cut at its token limit; allow more tokens")),
    (ContentFilterFinishReasonError, _Fault("content_filter", "{url} filtered the answer; try another model")),
)
_STATUSES: Mapping[int, _Fault] = {
    HTTPStatus.UNAUTHORIZED: _Fault("authentication", "{url} does not know the key; set OPENAI_API_KEY to a valid one"),
    HTTPStatus.FORBIDDEN: _Fault("permission", "the key may not use {model}; choose another --model or another key"),
    HTTPStatus.NOT_FOUND: _Fault("not_found", "{url} has no model {model}; check --model and --base-url"),
    HTTPStatus.REQUEST_TIMEOUT: _Fault("timeout", "{url} gave up waiting; try again"),
    HTTPStatus.CONFLICT: _Fault("server", "{url} was busy with a conflicting request; try again"),
    HTTPStatus.TOO_MANY_REQUESTS: _Fault(
        "rate_limit", "{url} takes no more requests now; wait, or lower --concurrency"
    ),
}
_CONTEXT_LENGTH = _Fault(
    "context_length", "the article is longer than {model} takes; shorten it or choose a larger model"
)
_NO_QUOTA = _Fault("permission", "the account's quota is used up; check its plan and billing")
_SERVER = _Fault("server", "{url} failed; try again later")
_BAD_REQUEST = _Fault("bad_request", "{url} refused the request; check that it serves {model} and Chat Completions")
_UNKNOWN = _Fault("bad_request", "the openai package refused the request; check the OPENAI_* variables")


def completion_error(error: OpenAIError, *, model: str, base_url: str, secret: str) -> CompletionError:
    """The CompletionError that stands for `error`; what the endpoint said is quoted, shortened and without `secret`."""
    fault = _fault(error)
    mend = fault.mend.format(model=model, url=base_url)
    said = " ".join((error.message if isinstance(error, APIError) else str(error)).split())
    said = said.replace(secret, "[key]") if secret else said
    status = error.status_code if isinstance(error, APIStatusError) else None
    where = f"HTTP {status}, " if status is not None else ""
    return CompletionError(
        f"{mend} ({where}{said[:_LONGEST_QUOTE]})", code=fault.code, status=status, retry_after=_retry_after(error)
    )


def _fault(error: OpenAIError) -> _Fault:
    if isinstance(error, APIStatusError):
        return _status_fault(error)
    return next((fault for kind, fault in _CLASSES if isinstance(error, kind)), _UNKNOWN)


def _status_fault(error: APIStatusError) -> _Fault:
    said = f"{error.code or ''} {error.type or ''} {error.message}".casefold()
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS and _QUOTA.search(said):
        return _NO_QUOTA
    if error.status_code in _STATUSES:
        return _STATUSES[error.status_code]
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or _CONTEXT.search(said):
        return _CONTEXT_LENGTH
    return _SERVER if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else _BAD_REQUEST


def _retry_after(error: OpenAIError) -> float | None:
    """Seconds to wait, as the response's `retry-after-ms` or `Retry-After` (seconds or HTTP date, RFC 9110) says."""
    if not isinstance(error, APIStatusError):
        return None
    headers = error.response.headers
    for name, read in _WAITS:
        seconds = read(headers[name]) if name in headers else None
        if seconds is not None:
            return max(0.0, seconds)
    return None


def _seconds(value: str) -> float | None:
    return float(value) if re.fullmatch(r"\s*\d{1,9}(?:\.\d{1,9})?\s*", value) else None


def _milliseconds(value: str) -> float | None:
    seconds = _seconds(value)
    return None if seconds is None else seconds / 1000


def _seconds_until(value: str) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


_WAITS: tuple[tuple[str, Callable[[str], float | None]], ...] = (
    ("retry-after-ms", _milliseconds),
    ("retry-after", _seconds),
    ("retry-after", _seconds_until),
)
