"""The options of the command that runs take their values from the settings where its command line gives none."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from communique.cli import CONFIG, late
from communique.cli.settings.checking import check_names
from communique.cli.settings.files import SettingsFile, found_file, read_file
from communique.cli.settings.keys import PREFIX
from communique.cli.terminal import printable

_SETTINGS = "communique.cli.settings.values:CommandSettings"


def settings_file(named: str | None) -> tuple[SettingsFile | None, bool]:
    """The file that is named by the option or COMMUNIQUE_CONFIG, or found, and checked; whether it was named."""
    chosen = named or os.environ.get(CONFIG)
    file = read_file(Path(chosen).expanduser().absolute()) if chosen else found_file(Path.cwd())
    if file is not None:
        check_names(file)
    return file, bool(chosen)


def fill(context: click.Context, named: str | None) -> None:
    """Fills the context's defaults with the settings of its command, by the file that is `named` or found."""
    context.meta[CONFIG] = named or context.meta.get(CONFIG)
    file, was_named = settings_file(context.meta[CONFIG])
    if file is None and not any(name.upper().startswith(PREFIX) for name in os.environ):
        context.default_map = {}
        return
    applied = late(_SETTINGS)(context.command, _section_of(context), file).applied()
    context.default_map = {str(setting.option.name): setting.value for setting in applied}
    if file is not None and not was_named:
        _tell(file, [setting.key for setting in applied if setting.source == "file"])


def _section_of(context: click.Context) -> str:
    """The section of a command: the name of the outermost one, "batch" of `communique batch submit`."""
    while context.parent is not None and context.parent.parent is not None:
        context = context.parent
    return str(context.info_name)


def _tell(file: SettingsFile, keys: Sequence[str]) -> None:
    if keys:
        click.echo(f"options from {printable(file.told)}: {', '.join(keys)}", err=True)
