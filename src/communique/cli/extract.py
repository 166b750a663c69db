"""`communique extract`: articles in, source-checked events out."""

import click

from communique.cli import late
from communique.cli.engine_options import ENGINE
from communique.cli.logs import verbose
from communique.cli.options import INPUT, MODEL, OUTPUT, READING, STORE, ExtractOptions, offering
from communique.cli.run_options import RUN
from communique.cli.tracing import trace


class ExtractCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code. What it runs with is imported now: `--help` and a shell after a tab do not wait for it."""
        status: int = late("communique.cli.extracting:run")(ExtractOptions.of(ctx))
        return status


@click.command(cls=ExtractCommand, short_help="Read articles and write source-checked events as JSON Lines.")
@offering(OUTPUT, MODEL, READING, INPUT, RUN, ENGINE, STORE)
@trace
@verbose
def extract() -> None:
    """Read articles and write source-checked events as JSON Lines.

    PATH is a .txt, .md, .html, .jsonl, .csv or .parquet file, a folder, a glob, an address such as s3://bucket/news, or
    - for standard input. OUT.articles.jsonl, written beside OUT, accounts for every article. The same command again,
    after whatever ended it, asks nothing twice and writes the same bytes. Ctrl-C once ends the articles under way and
    writes; twice stops now.
    Exit code: 0 done, 1 some articles failed, 2 nothing could start, 130 stopped.

    \b
    Examples:
      communique extract news/ -o events.jsonl
      communique extract news/*.txt --model local --limit 2 -o events.jsonl
      communique extract news.jsonl --model gpt-5-mini --kinds meeting -o meetings.jsonl
      communique extract news/ --model qwen3 --base-url http://localhost:11434/v1 --dry-run
      communique extract news/ -o events.jsonl --retry-failed
      communique extract news.jsonl --model qwen3 --engine ray --address head:6379 --concurrency 256 -o events.jsonl
    """
