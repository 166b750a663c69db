"""`communique ground`: check what somebody else extracted."""

import click

from communique.claims import Claim, check_claim
from communique.cli import DONE, SOME_FAILED
from communique.cli.completing import paths_begun
from communique.cli.lines import given_lines, transform
from communique.cli.terminal import printable
from communique.json_lines import escaped


@click.command(short_help="Check somebody else's extractions against their texts.")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIMS...", shell_complete=paths_begun)
@click.option(
    "-o",
    "--out",
    shell_complete=paths_begun,
    metavar="OUT",
    help="Write here; without it, or with -, to standard output.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Print only what its text does not support, by file and line; the exit code is 1 where there is any.",
)
def ground(*, claims: tuple[str, ...], check: bool, out: str | None) -> int:
    """Check the claims of CLAIMS (files of JSON Lines, or - for standard input), without a model.

    A line is {"id", "text", "kind": name|date|quote|amount|quantity|place, "value"}, and may have "published",
    "language", "speaker" and "evidence" ([{"start", "end"}]). Each gives a line with its verdict, in input order.

    \b
    Examples:
      communique ground claims.jsonl -o verdicts.jsonl
      communique ground - < claims.jsonl
      communique ground --check claims/*.jsonl
    """
    if check:
        if out is not None:
            raise click.UsageError("--check writes no verdicts; leave -o out")
        return _checked(claims)
    return transform(claims, Claim, lambda claim: escaped(check_claim(claim).model_dump_json()), out)


def _checked(claims: tuple[str, ...]) -> int:
    """Prints what is not asserted; the exit code."""
    status = DONE
    for line in given_lines(claims, Claim):
        told = line.fault if line.given is None else _refusal(line.given)
        if told:
            status = SOME_FAILED
            click.echo(printable(f"{line.path}:{line.number}: {told}"))
    return status


def _refusal(claim: Claim) -> str:
    """Why the claim is not asserted; "" for one that is."""
    found = check_claim(claim)
    return "" if found.verdict.asserted else f"{claim.kind} {claim.value!r} is {found.verdict.value}: {found.reason}"
