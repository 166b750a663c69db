"""`communique ground`: check what somebody else extracted."""

import click

from communique.claims import Claim, check_claim
from communique.cli.completing import paths_begun
from communique.cli.lines import transform
from communique.json_lines import escaped


@click.command(short_help="Check somebody else's extractions against their texts.")
@click.argument("claims", shell_complete=paths_begun)
@click.option(
    "-o",
    "--out",
    shell_complete=paths_begun,
    metavar="OUT",
    help="Write here; without it, or with -, to standard output.",
)
def ground(*, claims: str, out: str | None) -> int:
    """Check the claims of CLAIMS (JSON Lines, or - for standard input), without a model.

    A line is {"id", "text", "kind": name|date|quote|amount|quantity|place, "value"}, and may have "published",
    "language", "speaker" and "evidence" ([{"start", "end"}]). Each gives a line with its verdict, in input order.

    \b
    Examples:
      communique ground claims.jsonl -o verdicts.jsonl
      communique ground - < claims.jsonl
    """
    return transform(claims, Claim, lambda claim: escaped(check_claim(claim).model_dump_json()), out)
