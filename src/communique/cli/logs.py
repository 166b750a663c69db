"""`--verbose`: what the libraries below log, on standard error, without secrets."""

import logging
import os
import sys
from collections.abc import Sequence

import click

from communique.cli.terminal import printable
from communique.redaction import redacted, secrets_of_command, secrets_of_environment

_LOGGERS = (
    "communique",
    "openai",
    "httpx2",
    "httpcore2",
    "httpx",
    "httpcore",
    "tenacity",
    "mcp",
    "uvicorn",
    "opentelemetry",
)


def known_secrets(arguments: Sequence[str]) -> tuple[str, ...]:
    """The secrets of the environment and of the addresses among the arguments."""
    return (*secrets_of_environment(os.environ), *secrets_of_command(arguments))


class RedactingFormatter(logging.Formatter):
    """Writes a record line by line: no secret, no control character."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(name)s %(levelname)s: %(message)s")
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The record, its traceback included."""
        told = redacted(super().format(record), self._secrets)
        return "\n".join(printable(line) for line in told.splitlines())


class _StandardError(logging.Handler):
    """Writes to what standard error is when a record comes."""

    def emit(self, record: logging.LogRecord) -> None:
        """Writes one record."""
        click.echo(self.format(record), err=True)


def log_to_standard_error(secrets: Sequence[str], level: int = logging.DEBUG) -> None:
    """Shows what the libraries below log: every request with its headers, but no secret."""
    handler = _StandardError()
    handler.setFormatter(RedactingFormatter(secrets))
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.setLevel(level)
        logger.handlers, logger.propagate = [handler], False


def log_warnings() -> None:
    """Shows what the libraries below warn of, without secrets; more where --verbose asked for it."""
    if not logging.getLogger(_LOGGERS[0]).handlers:
        log_to_standard_error(known_secrets(sys.argv[1:]), logging.WARNING)


def log_as_openai_does(secrets: Sequence[str]) -> None:
    """Writes what OPENAI_LOG asks the SDK to log here, where secrets are taken out."""
    level = logging.getLevelNamesMapping().get(os.environ.get("OPENAI_LOG", "").upper())
    if level is not None:
        log_to_standard_error(secrets, level)


def _start(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 - click's
    if value:
        log_to_standard_error(known_secrets(sys.argv[1:]))


verbose = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=_start,
    help="Log every request on standard error; keys are never logged.",
)
"""The option of commands that talk to an endpoint."""
