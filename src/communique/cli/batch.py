"""`communique batch`: the same reading at a hosted model's batch price, over hours, from one store."""

import click

from communique.cli import late
from communique.cli.options import INPUT, MODEL, OUTPUT, READING, STORE, ExtractOptions, offering
from communique.cli.run_options import RUN

_RUNNING = "communique.cli.batch_running"
_STORE = click.option(
    "--store",
    type=click.Path(),
    metavar="FILE",
    help="The store. Default: COMMUNIQUE_STORE, else store.sqlite in the cache directory.",
)
_NUMBER = click.argument("number", type=int, required=False, metavar="[N]")


@click.group(short_help="Read articles through a hosted model's batch API, at its lower price.")
def batch() -> None:
    """Read articles through the Batch API of OpenAI or a compatible endpoint: the same prompts, store and checks, at
    half the price, within a day a round.

    `submit` sends the questions of a command, `collect` takes the answers and sends what they lead to (a repair, what
    expired), until nothing is left to ask; then it writes OUT. What is under way lies in the store.

    \b
    Examples:
      communique batch submit news/ --model gpt-5-mini -o events.jsonl
      communique batch status
      communique batch collect
    """


class SubmitCommand(click.Command):
    """A command that hands its parameters over as one value."""

    def invoke(self, ctx: click.Context) -> int:
        """The exit code."""
        status: int = late(f"{_RUNNING}:submit")(ExtractOptions.of(ctx))
        return status


@batch.command(cls=SubmitCommand, short_help="Send the questions of a reading.")
@offering(OUTPUT, MODEL, READING, INPUT, RUN, STORE)
def submit() -> None:
    """Send the questions that reading the articles asks first. The options are those of `communique extract`; -o is
    needed, since the records come another day. Questions that the store answers already are not asked.

    \b
    Examples:
      communique batch submit news/ --model gpt-5-mini -o events.jsonl
      communique batch submit news.jsonl --model gpt-5-mini --kinds meeting --store march.sqlite -o meetings.jsonl
    """


@batch.command(short_help="Tell where the batches stand.")
@_NUMBER
@_STORE
def status(*, number: int | None, store: str | None) -> int:
    """Tell where the batches of the submission N stand; without N of all that are open.

    \b
    Examples:
      communique batch status
      communique batch status 3 --store march.sqlite
    """
    return _do("status", number, store)


@batch.command(short_help="Take the answers; write the records when there is nothing left to ask.")
@_NUMBER
@_STORE
def collect(*, number: int | None, store: str | None) -> int:
    """Take the answers of the submission N, or of all that are open. New questions that they lead to go into a batch
    of the next round; when there are none, the records are written as `communique extract` writes them.

    Exit code: 0 everything is written, 1 answers are still to come, or some articles failed.

    \b
    Examples:
      communique batch collect
      communique batch collect 3
    """
    return _do("collect", number, store)


@batch.command("cancel", short_help="End batches that are under way.")
@_NUMBER
@_STORE
def cancel_command(*, number: int | None, store: str | None) -> int:
    """End the batches of the submission N, or of all that are open. What was answered before is paid for: `collect`
    takes it and writes what it makes; articles with open questions are written as failed.

    \b
    Examples:
      communique batch cancel 3
    """
    return _do("cancel_all", number, store)


def _do(what: str, number: int | None, store: str | None) -> int:
    """The exit code of what the module of runs does."""
    status: int = late(f"{_RUNNING}:{what}")(number, store)
    return status
