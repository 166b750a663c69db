"""`communique completion`: the script that lets a shell complete commands, options and their values."""

from typing import Literal

import click
from click.shell_completion import get_completion_class

from communique.cli import DONE, communique

_INSTALL = {
    "bash": """add to ~/.bashrc: eval "$(communique completion bash)\"""",
    "zsh": """add to ~/.zshrc, after compinit: eval "$(communique completion zsh)\"""",
    "fish": "run once: communique completion fish > ~/.config/fish/completions/communique.fish",
}


@click.command(short_help="Print the script that completes commands and options in a shell.")
@click.argument("shell", type=click.Choice(list(_INSTALL)))
def completion(*, shell: Literal["bash", "zsh", "fish"]) -> int:
    """Print the script that lets SHELL complete commands, options, their values and event kinds after a tab.

    Its last line says where it goes.

    \b
    Examples:
      eval "$(communique completion bash)"
      communique completion fish > ~/.config/fish/completions/communique.fish
    """
    found = get_completion_class(shell)
    click.echo(found(communique, {}, "communique", "_COMMUNIQUE_COMPLETE").source().rstrip())
    click.echo(f"# {_INSTALL[shell]}")
    return DONE
