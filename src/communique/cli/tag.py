"""`communique tag`: what can be found without a model."""

import click

from communique.cli.completing import paths_begun
from communique.cli.lines import transform
from communique.json_lines import json_line
from communique.tags import TaggedText, tag


@click.command("tag", short_help="Find dates, quotes, amounts, names and places, without a model.")
@click.argument("texts", shell_complete=paths_begun)
@click.option(
    "-o",
    "--out",
    shell_complete=paths_begun,
    metavar="OUT",
    help="Write here; without it, or with -, to standard output.",
)
def tag_command(*, texts: str, out: str | None) -> int:
    """Tag the texts of TEXTS (JSON Lines with "id", "text", "published", "language"; - for standard input).

    \b
    Examples:
      communique tag texts.jsonl -o tags.jsonl
      communique tag - < texts.jsonl
    """
    return transform([texts], TaggedText, lambda given: json_line(tag(given)), out)
