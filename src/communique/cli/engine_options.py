"""Where the articles of `communique extract` are read: its options, and the frozen group that they fill."""

from dataclasses import dataclass
from typing import Literal

import click

from communique.cli.run_options import Option


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where articles are read: in this process, in so many others beside it, or on a cluster."""

    workers: int | None = None
    engine: Literal["local", "ray"] = "local"
    address: str | None = None
    ordered: bool = False


ENGINE: tuple[Option, ...] = (
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help="Let N processes beside this one find and check what articles say, with a --concurrency of more than N. "
        "This one asks the model and writes the same bytes; limits, store and Ctrl-C are the run's as a whole. "
        "Default: none; with --engine ray, as many as the cluster has processors.",
    ),
    click.option(
        "--engine",
        type=click.Choice(["local", "ray"]),
        default=EngineOptions().engine,
        show_default=True,
        help="Let them be processes of this machine, or of the machines of a Ray cluster (communique[ray]).",
    ),
    click.option(
        "--address",
        metavar="HOST:PORT",
        help="The cluster of --engine ray, of which this machine is one. Default: RAY_ADDRESS, else one of this "
        "machine alone, for this run.",
    ),
    click.option(
        "--ordered",
        is_flag=True,
        help="Write what --engine ray reads in the order of the articles, as a local run does, and not as it comes.",
    ),
)
