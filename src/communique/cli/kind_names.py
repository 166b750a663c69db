"""The event kinds that a command is given."""

from collections.abc import Callable
from typing import Any

import click

from communique.cli import late
from communique.cli.completing import KINDS, kinds_begun
from communique.errors import ConfigurationError


class KindNames(click.ParamType[str]):
    """Names of event kinds with commas; a misspelt one is told before anything is read."""

    name = "kinds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401
        """The names as they were given; fails as click's own types do."""
        names = str(value)
        try:
            late("communique.kinds:check_names")(names)
        except ConfigurationError as error:
            self.fail(str(error), param, ctx)
        return names


def kinds_option(told: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--kinds`; `told` is what the kinds are for in the command."""
    return click.option(
        "--kinds",
        type=KindNames(),
        metavar="KINDS",
        default=",".join(KINDS),
        shell_complete=kinds_begun,
        show_default=True,
        help=told,
    )
