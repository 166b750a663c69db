"""Writes docs/reference/commands.md: what `--help` prints, command by command.

python -m tools.reference
"""

from collections.abc import Iterator
from pathlib import Path

import click

from communique.cli import communique

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
_WIDTH = 88  # what a block of the page shows without a scroll bar
_HEAD = """<!-- Made by `python -m tools.reference`: do not edit. -->

# Commands

What `--help` prints, command by command. Data goes to standard output, everything else to standard error. Exit codes: 0
done, 1 some articles or lines failed, 2 nothing could start, 130 interrupted.
"""


def page() -> str:
    """The page's source."""
    return "\n".join((_HEAD, *_sections(communique, None, "communique")))


def _sections(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    """A heading and a block for a command and all below it."""
    settings = {**command.context_settings, "terminal_width": _WIDTH}
    context = click.Context(command, parent=parent, info_name=name, **settings)
    yield f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            below = command.get_command(context, each)
            if below is not None:
                yield from _sections(below, context, each)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
