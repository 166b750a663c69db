"""Where the articles of `communique extract` are read: its options, and the frozen group that they fill."""

from dataclasses import dataclass

import click

from communique.cli.run_options import Option


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where articles are read: in this process, or in so many others beside it."""

    workers: int = 1


ENGINE: tuple[Option, ...] = (
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        default=EngineOptions().workers,
        show_default=True,
        metavar="N",
        help="Let N processes beside this one find and check what articles say, with a --concurrency of more than N. "
        "This one asks the model and writes the same bytes; limits, store and Ctrl-C are the run's as a whole.",
    ),
)
