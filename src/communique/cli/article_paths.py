"""The articles that records were read from, as a command is given them."""

from collections.abc import Callable
from typing import Any

import click

from communique.cli.completing import paths_begun


def articles_option(told: str, *, required: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--articles`, which may be given repeatedly; `told` is what the articles are for in the command."""
    return click.option(
        "--articles",
        multiple=True,
        required=required,
        type=click.Path(),
        shell_complete=paths_begun,
        metavar="PATH",
        help=told,
    )
