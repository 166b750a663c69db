"""`communique prompt`: exactly what would be sent to a model."""

import sys
from typing import Literal

import click

import communique
from communique.article import Article
from communique.cli import DONE, SOME_FAILED
from communique.cli.completing import models_begun, paths_begun
from communique.cli.kind_names import kinds_option
from communique.cli.terminal import printable
from communique.completion import Prompt
from communique.errors import ConfigurationError
from communique.ingest import read_articles
from communique.json_lines import json_line
from communique.kinds import resolve_kinds
from communique.llm.choosing import choose_model

_NO_MODEL = "none"


@click.command(short_help="Print what would be sent to the model for an article.")
@click.argument("article", shell_complete=paths_begun)
@click.option(
    "--strategy",
    type=click.Choice(["auto", "document", "sentence"]),
    default="auto",
    show_default=True,
    help="Read whole articles, or sentence by sentence; auto: as the model needs it.",
)
@click.option(
    "--vocabulary",
    type=click.Choice(["auto", "closed", "open"]),
    default="auto",
    show_default=True,
    help="Answers chosen from what the article holds, or in open words, as for extract.",
)
@kinds_option("Event kinds, as for extract.")
@click.option("--model", shell_complete=models_begun, help="The model that would be asked; it decides what auto means.")
def prompt(
    *,
    article: str,
    strategy: Literal["auto", "document", "sentence"],
    vocabulary: Literal["auto", "closed", "open"],
    kinds: str,
    model: str | None,
) -> int:
    """Print what would be sent first for ARTICLE, one JSON object a call: messages, schema of the answer, its bound.

    No model is asked. A line that is not JSON never occurs, so the output can be piped to jq.

    \b
    Examples:
      communique prompt article.txt
      communique prompt article.txt --strategy document --kinds meeting
      communique prompt article.txt | jq -r '.messages[].content'
    """
    status = DONE
    wanted = resolve_kinds(kinds)
    with communique.Extractor(_model(model), kinds=wanted, strategy=strategy, vocabulary=vocabulary) as extractor:
        for item in read_articles([article], stdin=sys.stdin.buffer):
            if isinstance(item, Article):
                prompts = extractor.plan(item)
                for planned in prompts:
                    click.echo(_as_json(planned))
                if not prompts:
                    click.echo("communique: nothing would be asked: rules decide all that is found", err=True)
            else:
                click.echo(f"communique: {printable(item.error)}", err=True)
                status = SOME_FAILED
    return status


def _model(named: str | None) -> str:
    """The model that would be used; without any, a name that is never asked."""
    try:
        return choose_model(named)
    except ConfigurationError:
        return _NO_MODEL


def _as_json(planned: Prompt) -> str:
    messages = [{"role": message.role, "content": message.content} for message in planned.messages]
    body = {
        "messages": messages,
        "schema_name": planned.schema_name,
        "schema": planned.schema,
        "max_tokens": planned.max_tokens,
    }
    return json_line(body)
