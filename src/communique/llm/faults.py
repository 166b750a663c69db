"""Every exception of the openai package as one CompletionError: its code, and the mend in its message."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
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

from communique.errors import CompletionError, ContextOverflow
from communique.llm.overflow import context_overflow
from communique.llm.waits import retry_after
from communique.redaction import redacted

_LONGEST_QUOTE = 300
_FILTER = re.compile(r"content_filter|content_policy|responsibleaipolicy|content management policy")
_QUOTA = re.compile(r"insufficient_quota|exceeded your current quota|billing")


@dataclass(frozen=True, slots=True)
class _Fault:
    """A code of CompletionError and what to do; the mend may name {model} and {url}."""

    code: str
    mend: str


_CLASSES: tuple[tuple[type[OpenAIError], _Fault], ...] = (
    (APITimeoutError, _Fault("timeout", "{url} did not answer in time; give a longer --timeout or a shorter article")),
    (APIConnectionError, _Fault("connection", "{url} cannot be reached; check network, --base-url and server")),
    (APIResponseValidationError, _Fault("malformed", "{url} did not answer as Chat Completions do; check --base-url")),
    (LengthFinishReasonError, _Fault("malformed", "the answer was cut at its token limit; allow more tokens")),
    (ContentFilterFinishReasonError, _Fault("content_filter", "{url} filtered the answer; try another model")),
)
_STATUSES: Mapping[int, _Fault] = {
    HTTPStatus.UNAUTHORIZED: _Fault("authentication", "{url} does not know the key; set OPENAI_API_KEY to a valid one"),
    HTTPStatus.FORBIDDEN: _Fault("permission", "the key may not use {model}; choose another --model or another key"),
    HTTPStatus.NOT_FOUND: _Fault("not_found", "{url} has no model {model}; check --model and --base-url"),
    HTTPStatus.NOT_IMPLEMENTED: _Fault("bad_request", "{url} has no Chat Completions; check --base-url and --model"),
    HTTPStatus.REQUEST_TIMEOUT: _Fault("timeout", "{url} gave up waiting; try again"),
    HTTPStatus.CONFLICT: _Fault("server", "{url} was busy with a conflicting request; try again"),
    HTTPStatus.TOO_MANY_REQUESTS: _Fault(
        "rate_limit", "{url} takes no more requests now; wait, or give --rpm, --tpm or a lower --concurrency"
    ),
}
_FILTERED = _Fault("content_filter", "{url} filtered the question; try another model")
_NO_QUOTA = _Fault("permission", "the account's quota is used up; check its plan and billing")
_SERVER = _Fault("server", "{url} failed; try again later")
_BAD_REQUEST = _Fault("bad_request", "{url} refused the request; check that it serves {model} and Chat Completions")
_UNKNOWN = _Fault("bad_request", "the openai package refused the request; check the OPENAI_* variables")


def completion_error(error: OpenAIError, *, model: str, base_url: str, secrets: tuple[str, ...]) -> CompletionError:
    """The CompletionError that stands for `error`; what the endpoint said is shortened, without `secrets`."""
    if not isinstance(error, APIStatusError):
        fault = next((fault for kind, fault in _CLASSES if isinstance(error, kind)), _UNKNOWN)
        said = _quoted(_said(error), secrets)
        return CompletionError(f"{fault.mend.format(model=model, url=base_url)} ({said})", code=fault.code)
    overflow = None if error.status_code in _STATUSES else context_overflow(error)
    fault = _status_fault(error) if overflow is None else _too_long(overflow)
    return CompletionError(
        f"{fault.mend.format(model=model, url=base_url)} (HTTP {error.status_code}, {_quoted(error.message, secrets)})",
        code=fault.code,
        status=error.status_code,
        retry_after=retry_after(error.response.headers),
        overflow=overflow,
    )


def _said(error: OpenAIError) -> str:
    """The words of an error without a status; of a connection that failed, its cause's, which name the certificate or
    the name that was not found."""
    if isinstance(error, APIConnectionError) and error.__cause__ is not None:
        return f"{error.message} {error.__cause__}"
    return error.message if isinstance(error, APIError) else str(error)


def cleanse(error: OpenAIError, secrets: tuple[str, ...]) -> None:
    """Takes secrets out of the exception's own words, which a traceback shows beside ours."""
    error.args = tuple(redacted(word, secrets) if isinstance(word, str) else word for word in error.args)
    if isinstance(error, APIError):
        error.message = redacted(error.message, secrets)


def _quoted(said: str, secrets: tuple[str, ...]) -> str:
    """What was said in one line, shortened only after secrets are out, so that no part of one is left at the cut."""
    return redacted(" ".join(said.split()), secrets)[:_LONGEST_QUOTE]


def _status_fault(error: APIStatusError) -> _Fault:
    said = f"{error.code or ''} {error.type or ''} {error.message}".casefold()
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS and _QUOTA.search(said):
        return _NO_QUOTA
    if error.status_code in _STATUSES:
        return _STATUSES[error.status_code]
    if error.status_code == HTTPStatus.BAD_REQUEST and _FILTER.search(said):
        return _FILTERED
    return _SERVER if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR else _BAD_REQUEST


def _too_long(overflow: ContextOverflow) -> _Fault:
    takes = "{model} takes" if overflow.limit is None else f"{{model}} takes {overflow.limit:,} tokens"
    needs = "is longer" if overflow.needed is None else f"needs {overflow.needed:,}"
    return _Fault("context_length", f"{takes}; the article {needs}: use --max-article-tokens or --chunk")
