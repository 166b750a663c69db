"""`communique config`: the settings in force, and where each comes from."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import click
from rich.table import Table

from communique.cli import CONFIG, DONE
from communique.cli import communique as root
from communique.cli.consoles import DataConsole
from communique.cli.settings.applying import settings_file
from communique.cli.settings.describing import schema_text
from communique.cli.settings.files import SettingsFile
from communique.cli.settings.keys import PREFIX, commands
from communique.cli.settings.values import CommandSettings, Setting, field_of
from communique.cli.terminal import printable
from communique.redaction import redacted

_SECRETS = ("OPENAI_API_KEY",)
_NO_OPTIONS = (CONFIG, f"{PREFIX}CACHE")


@dataclass(frozen=True, slots=True)
class _Row:
    """A key as commands have it that have no row of their own, or as that of the `section` has it."""

    section: str
    setting: Setting

    @property
    def name(self) -> str:
        return f"{self.section}.{self.setting.key}" if self.section else self.setting.key

    @property
    def value(self) -> Any:  # noqa: ANN401 - what the option takes
        """The value as JSON has it; of an address no password."""
        value = self.setting.value
        if isinstance(value, tuple):
            return [redacted(str(item)) for item in value]
        return value if value is None or isinstance(value, bool | int | float) else redacted(str(value))


@click.command(short_help="Show the settings in force, and where each comes from.")
@click.argument("command", required=False, metavar="[COMMAND]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of a settings file, for editors.")
def config(*, command: str | None, as_json: bool, as_schema: bool) -> int:
    """Show every setting in force, of all commands or of COMMAND: its value, and the file and line, the environment
    variable or the default that it comes from. The command line goes before the environment, that before the file.

    Every long option of a command is a key of the file, and COMMUNIQUE_ with its name an environment variable, except
    those that say what a single run does (--out, --limit, --force). Keys to endpoints stand in the environment only;
    they are shown as set or not set.

    \b
    Examples:
      communique config
      communique config extract --json
      communique config --config night.toml
      communique config --schema > communique.schema.json
    """
    if as_schema:
        click.echo(schema_text(root), nl=False)
        return DONE
    file = settings_file(click.get_current_context().meta.get(CONFIG))[0]
    rows = _rows(command, file)
    if as_json:
        click.echo(json.dumps(_plain(rows, file), ensure_ascii=False))
    else:
        _print(rows, file)
    return DONE


def _rows(command: str | None, file: SettingsFile | None) -> Sequence[_Row]:
    """The settings by key, each as most commands have it, and then as those do that differ."""
    context = click.Context(root)
    if command is not None and command not in root.list_commands(context):
        near = get_close_matches(command, root.list_commands(context), n=1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise click.UsageError(f"No such command {command!r}.{meant}")
    found = [
        _Row(section, setting)
        for section, one in commands(root, context)
        if command in (None, section)
        for setting in CommandSettings(one, section, file).resolved()
    ]
    if command is not None:
        return list({row.name: _Row("", row.setting) for row in found}.values())
    return sorted(_together(found), key=lambda row: (row.setting.key, row.section))


def _together(found: Sequence[_Row]) -> Iterator[_Row]:
    by_key: dict[str, dict[str, Setting]] = {}
    for row in found:
        by_key.setdefault(row.setting.key, {})[row.section] = row.setting
    for held in by_key.values():
        kinds = {section: (repr(one.value), one.where) for section, one in held.items()}
        usual = Counter(kinds.values()).most_common(1)[0][0]
        yield _Row("", next(held[section] for section, kind in kinds.items() if kind == usual))
        yield from (_Row(section, held[section]) for section, kind in kinds.items() if kind != usual)


def _plain(rows: Sequence[_Row], file: SettingsFile | None) -> dict[str, Any]:
    return {
        "file": None if file is None else str(file.path),
        "settings": [
            {
                "command": row.section or None,
                "key": row.setting.key,
                "value": row.value,
                "source": row.setting.source,
                "where": row.setting.where,
            }
            for row in rows
        ],
        "secrets": _secrets(),
        "unknown": list(_unknown(rows)),
    }


def _print(rows: Sequence[_Row], file: SettingsFile | None) -> None:
    click.echo(f"file: {'none' if file is None else printable(file.told)}")
    for name, is_set in _secrets().items():
        click.echo(f"{name}: {'set' if is_set else 'not set'}")
    table = Table(show_edge=False, pad_edge=False)
    table.add_column("key", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("from", overflow="fold")
    for row in rows:
        table.add_row(printable(row.name), printable(_told(row.value)), printable(row.setting.where))
    DataConsole().print(table)
    for name in _unknown(rows):
        near = get_close_matches(name, _variables(rows), n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        click.echo(f"communique: {printable(name)} is no setting{meant}", err=True)


def _told(value: object) -> str:
    if value is None or value == []:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _secrets() -> Mapping[str, bool]:
    return {name: bool(os.environ.get(name, "").strip()) for name in _SECRETS}


def _unknown(rows: Sequence[_Row]) -> Iterator[str]:
    """The variables of the environment that look like ours and are none."""
    known = _variables(rows)
    yield from (name for name in sorted(os.environ) if name.startswith(PREFIX) and name not in known)


def _variables(rows: Sequence[_Row]) -> frozenset[str]:
    return frozenset(f"{PREFIX}{field_of(row.setting.key).upper()}" for row in rows) | frozenset(_NO_OPTIONS)
