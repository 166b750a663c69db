"""OpenTelemetry's SDK for the command line, as its standard variables (OTEL_*) set it up."""

from collections.abc import Callable
from os import environ

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from communique.telemetry import trace_with

_NAME = "service.name"


def start() -> Callable[[], None]:
    """Traces this process; what is returned sends what is left and ends it."""
    named = "OTEL_SERVICE_NAME" in environ or _NAME in environ.get("OTEL_RESOURCE_ATTRIBUTES", "")
    provider = TracerProvider(resource=Resource.create({} if named else {_NAME: "communique"}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace_with(provider)
    return provider.shutdown
