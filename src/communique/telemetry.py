"""Stages and requests as OpenTelemetry spans (extra `telemetry`); of OpenTelemetry, only its API is used here."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from communique.errors import CompletionError, ConfigurationError
from communique.tracing import Facts, observe

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider

try:
    from opentelemetry import trace
except ImportError:  # the extra is not installed; trace_with says so
    trace = None  # type: ignore[assignment]  # the module's absence

_SCOPE = "communique"
ERROR = "error.type"


def trace_with(provider: "TracerProvider | None" = None) -> None:
    """Gives every stage and every request to a model a span of `provider`, else of the one that is set globally.

    Requests have the attributes of the GenAI conventions: model, tokens, and the error's code as `error.type`. No span
    holds text of an article, a prompt, an answer or a key. Raises ConfigurationError where OpenTelemetry is not
    installed.
    """
    if trace is None:
        raise ConfigurationError('OpenTelemetry is not installed; run `pip install "communique[telemetry]"`')
    observe(_Spans(trace.get_tracer(_SCOPE, tracer_provider=provider)))


class _Spans:
    """Makes spans of stages."""

    def __init__(self, tracer: "trace.Tracer") -> None:
        self._tracer = tracer

    @contextmanager
    def stage(self, name: str, facts: Facts, *, is_request: bool) -> "Iterator[_Stage]":
        """A span for as long as the context lasts; of an exception only its kind is told, since a message may say
        anything."""
        kind = trace.SpanKind.CLIENT if is_request else trace.SpanKind.INTERNAL
        with self._tracer.start_as_current_span(
            name, kind=kind, attributes=dict(facts), record_exception=False, set_status_on_exception=False
        ) as span:
            under_way = _Stage(span)
            try:
                yield under_way
            except CompletionError as error:
                under_way.fail(error.code)
                raise
            except BaseException as error:
                under_way.fail(type(error).__qualname__)
                raise


class _Stage:
    """A span under way."""

    def __init__(self, span: "Span") -> None:
        self._span = span

    def tell(self, facts: Facts) -> None:
        """Sets attributes; with "error.type" among them the span has failed."""
        self._span.set_attributes(dict(facts))
        if ERROR in facts:
            self._span.set_status(trace.StatusCode.ERROR)

    def fail(self, code: str) -> None:
        """Marks the span as failed."""
        self.tell({ERROR: code})
