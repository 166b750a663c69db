"""`--config`, which every command has; what fills its options is loaded when it runs."""

import click

from communique.cli import late


def configured(command: click.Command) -> click.Command:
    """The command with the option --config, and so has each command of a group."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            configured(inner)
    elif all(parameter.name != "config" for parameter in command.params):
        command.params.append(_option())
    return command


def _option() -> click.Option:
    return click.Option(
        ["--config"],
        type=click.Path(),
        metavar="FILE",
        is_eager=True,
        expose_value=False,
        callback=_apply,
        help="Take options from this file. Default: COMMUNIQUE_CONFIG, else communique.toml or [tool.communique] in "
        "pyproject.toml, here or above.",
    )


def _apply(context: click.Context, parameter: click.Parameter, value: str | None) -> None:  # noqa: ARG001 - click's
    """Fills the context's defaults, unless it has some: a command that is given again says all it needs."""
    if not context.resilient_parsing and context.default_map is None:
        late("communique.cli.settings.applying:fill")(context, value)
