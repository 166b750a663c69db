"""`--trace`: spans of the run, sent as the OTEL_* variables say."""

import click

from communique.cli import late


def _start(context: click.Context, parameter: click.Parameter, value: bool) -> bool:  # noqa: ARG001, FBT001 - click's
    if value:
        context.call_on_close(late("communique.cli.sending_spans:start", extra="telemetry")())
    return value


trace = click.option(
    "--trace/--no-trace",
    default=False,
    callback=_start,
    help="Send OpenTelemetry spans of stages and requests, without any text, to OTEL_EXPORTER_OTLP_ENDPOINT (default: "
    "http://localhost:4318).",
)
"""The option of commands that ask a model."""
