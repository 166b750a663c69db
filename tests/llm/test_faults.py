from collections.abc import Iterator

import httpx2
import openai
import pytest
from openai.types.chat import ChatCompletion

from communique.llm.faults import completion_error

REQUEST = httpx2.Request("POST", "http://h/v1/chat/completions")
CUT = ChatCompletion(id="x", choices=[], created=1, model="m", object="chat.completion")


def mapped(error: openai.OpenAIError) -> str:
    return completion_error(error, model="m", base_url="http://h/v1", secrets=()).code


def of_status(kind: type[openai.APIStatusError], status: int) -> openai.APIStatusError:
    return kind("odd", response=httpx2.Response(status, request=REQUEST), body=None)


def bare(name: str) -> openai.OpenAIError:
    """An error of the package that a Chat Completions call cannot raise, made without its constructor."""
    kind = kinds()[name]
    return kind.__new__(kind)


def kinds() -> dict[str, type[openai.OpenAIError]]:
    """Every exception class of the package by name, private modules' too."""

    def below(kind: type[openai.OpenAIError]) -> Iterator[type[openai.OpenAIError]]:
        yield kind
        for narrower in kind.__subclasses__():
            yield from below(narrower)

    return {kind.__name__: kind for kind in below(openai.OpenAIError) if kind.__module__.split(".")[0] == "openai"}


CASES: dict[str, tuple[openai.OpenAIError, str]] = {
    "OpenAIError": (openai.OpenAIError("odd"), "bad_request"),
    "APIError": (openai.APIError("odd", REQUEST, body=None), "bad_request"),
    "APIStatusError": (of_status(openai.APIStatusError, 418), "bad_request"),
    "BadRequestError": (of_status(openai.BadRequestError, 400), "bad_request"),
    "AuthenticationError": (of_status(openai.AuthenticationError, 401), "authentication"),
    "OAuthError": (
        openai.OAuthError(response=httpx2.Response(401, request=REQUEST), body={"error": "invalid_grant"}),
        "authentication",
    ),
    "PermissionDeniedError": (of_status(openai.PermissionDeniedError, 403), "permission"),
    "NotFoundError": (of_status(openai.NotFoundError, 404), "not_found"),
    "ConflictError": (of_status(openai.ConflictError, 409), "server"),
    "UnprocessableEntityError": (of_status(openai.UnprocessableEntityError, 422), "bad_request"),
    "RateLimitError": (of_status(openai.RateLimitError, 429), "rate_limit"),
    "InternalServerError": (of_status(openai.InternalServerError, 500), "server"),
    "APIConnectionError": (openai.APIConnectionError(request=REQUEST), "connection"),
    "APITimeoutError": (openai.APITimeoutError(REQUEST), "timeout"),
    "APIResponseValidationError": (
        openai.APIResponseValidationError(httpx2.Response(200, request=REQUEST), None),
        "malformed",
    ),
    "LengthFinishReasonError": (openai.LengthFinishReasonError(completion=CUT), "malformed"),
    "ContentFilterFinishReasonError": (openai.ContentFilterFinishReasonError(), "content_filter"),
    "SubjectTokenProviderError": (bare("SubjectTokenProviderError"), "bad_request"),
    "WebSocketConnectionClosedError": (bare("WebSocketConnectionClosedError"), "bad_request"),
    "WebSocketQueueFullError": (bare("WebSocketQueueFullError"), "bad_request"),
    "StreamAlreadyConsumed": (bare("StreamAlreadyConsumed"), "bad_request"),
    "MutuallyExclusiveAuthError": (bare("MutuallyExclusiveAuthError"), "bad_request"),
    "APIRemovedInV1": (bare("APIRemovedInV1"), "bad_request"),
    "_AmbiguousModuleClientUsageError": (bare("_AmbiguousModuleClientUsageError"), "bad_request"),
}


@pytest.mark.parametrize("name", kinds())
def test_every_exception_class_of_the_package_has_its_code(name: str) -> None:
    """A class that a newer version of the package brings fails here until it has a case."""
    error, code = CASES[name]
    assert type(error).__name__ == name
    assert mapped(error) == code


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(408, "timeout", id="408"),
        pytest.param(409, "server", id="409"),
        pytest.param(425, "bad_request", id="425"),
        pytest.param(500, "server", id="500"),
        pytest.param(501, "bad_request", id="501"),
        pytest.param(502, "server", id="502"),
        pytest.param(503, "server", id="503"),
        pytest.param(504, "server", id="504"),
        pytest.param(529, "server", id="529"),
    ],
)
def test_a_status_without_a_class_of_its_own_has_its_code(status: int, code: str) -> None:
    assert mapped(of_status(openai.APIStatusError, status)) == code


def test_the_endpoints_own_wait_is_kept() -> None:
    response = httpx2.Response(429, request=REQUEST, headers={"Retry-After": "7"})
    error = openai.RateLimitError("slow down", response=response, body=None)
    assert completion_error(error, model="m", base_url="http://h/v1", secrets=()).retry_after == 7.0


def test_what_the_endpoint_says_is_shortened_to_one_line() -> None:
    error = completion_error(openai.OpenAIError("a\nb " * 999), model="m", base_url="http://h/v1", secrets=())
    assert len(error.message) < 500
    assert "\n" not in error.message


def test_no_part_of_the_key_is_left_where_the_quotation_is_cut() -> None:
    said = openai.OpenAIError("x" * 295 + "sk-canary-5f1d")
    assert "sk-" not in completion_error(said, model="m", base_url="http://h/v1", secrets=("sk-canary-5f1d",)).message
