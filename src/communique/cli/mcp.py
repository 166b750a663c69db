"""`communique mcp`: tools for assistants over the Model Context Protocol."""

import os
import signal
import sys
from contextlib import ExitStack
from typing import NoReturn

import click

from communique.cli import DONE, INTERRUPTED, late
from communique.cli.logs import log_warnings, verbose
from communique.cli.options import offering
from communique.cli.serving import SERVING, ServingOptions, opened_reader
from communique.cli.tracing import trace


class MCPCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code."""
        return _serve(ctx, ServingOptions.of(ctx))


@click.command(cls=MCPCommand, short_help="Offer extract, ground and tag to assistants, over MCP.")
@offering(SERVING)
@trace
@verbose
def mcp() -> None:
    """Offer the tools extract, ground and tag to an assistant over the Model Context Protocol, on standard input and
    output. An assistant starts this command itself, from its configuration.

    Texts come with the calls; nothing is read from a path or an address. Without --model (or OPENAI_MODEL) extract says
    that there is no model; ground and tag need none. The process ends when the client closes its end. Exit code: 0
    done, 2 nothing could start, 130 on Ctrl-C.

    \b
    Examples:
      communique mcp
      communique mcp --model local
      communique mcp --model qwen3 --base-url http://localhost:11434/v1 --kinds meeting
    """


def _serve(context: click.Context, options: ServingOptions) -> int:
    log_warnings()
    serve = late("communique.serving.assistants:serve_assistants", extra="mcp")
    with ExitStack() as opened:
        reader = opened.enter_context(opened_reader(options))

        def leave(number: signal.Signals) -> NoReturn:
            opened.close()
            context.close()
            sys.stderr.flush()
            os._exit(INTERRUPTED if number is signal.SIGINT else DONE)

        serve(reader, concurrency=options.concurrency, leave=leave)
    return DONE
