"""`communique serve`: the HTTP service."""

import signal

import click

from communique.cli import DONE, INTERRUPTED, late
from communique.cli.logs import log_warnings, verbose
from communique.cli.options import offering
from communique.cli.run_options import Option
from communique.cli.serving import SERVING, ServingOptions, opened_reader
from communique.cli.terminal import printable
from communique.cli.tracing import trace

_LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")

LISTENING: tuple[Option, ...] = (
    click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; only this machine's."),
    click.option(
        "--port", type=click.IntRange(0, 65_535), default=8_000, show_default=True, help="Port; 0 for a free one."
    ),
    click.option(
        "--max-body",
        type=click.IntRange(min=1),
        default=8_000_000,
        show_default=True,
        metavar="BYTES",
        help="Refuse a longer request (413).",
    ),
    click.option(
        "--max-articles",
        type=click.IntRange(min=1),
        default=100,
        show_default=True,
        metavar="N",
        help="Refuse a stream of more articles (413).",
    ),
)


class ServeCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code."""
        return _serve(ctx, ServingOptions.of(ctx))


@click.command(cls=ServeCommand, short_help="Offer extract, ground and tag to other programs, over HTTP.")
@offering(LISTENING, SERVING)
@trace
@verbose
def serve() -> None:
    """Offer POST /extract, /extract/stream (JSON Lines), /ground and /tag, and GET /health and /ready, over HTTP.
    GET /openapi.json describes them.

    There are no users and no keys here: listen at this machine alone, or put a proxy that knows who may ask before it.
    Requests beyond --concurrency get 429. Without --model (or OPENAI_MODEL) nothing is extracted (503); ground and tag
    need no model. SIGTERM and Ctrl-C answer what is under way first; Ctrl-C twice does not. Exit code: 0 done,
    2 nothing could start, 130 on Ctrl-C.

    \b
    Examples:
      communique serve
      communique serve --model local --port 9000
      communique serve --model qwen3 --base-url http://localhost:11434/v1 --concurrency 8
    """


def _serve(context: click.Context, options: ServingOptions) -> int:
    log_warnings()
    given = context.params
    limits = late("communique.serving.http:Limits", extra="serve")
    application = late("communique.serving.http:application", extra="serve")
    listen = late("communique.serving.listening:listen", extra="serve")
    with late("communique.serving.listening:bound", extra="serve")(given["host"], given["port"]) as at:
        is_open = _warned(given["host"])
        with opened_reader(options) as reader:
            service = application(
                reader,
                limits(given["max_body"], given["max_articles"], options.concurrency),
                hosts=("*",) if is_open else _LOCAL_NAMES,
            )
            host, port = at.getsockname()[:2]
            click.echo(f"listening at http://{f'[{host}]' if ':' in host else host}:{port}", err=True)
            ended = listen(service, at, reader)
    return INTERRUPTED if ended is signal.SIGINT else DONE


def _warned(host: str) -> bool:
    """Whether others than this machine reach the host; they are warned of."""
    is_open = not late("communique.serving.listening:is_loopback", extra="serve")(host)
    if is_open:
        told = f"whoever reaches {printable(host)} can read with your model and at your cost: there is no password here"
        click.echo(f"{told}; put a proxy that asks for one before it", err=True)
    return is_open
