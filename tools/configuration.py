"""Writes what follows from the commands' options: the schema of settings files, and the table in their page of docs/.

python -m tools.configuration
"""

from collections.abc import Iterator
from pathlib import Path

import click

from communique.cli import communique
from communique.cli.settings.checking import SCHEMA
from communique.cli.settings.describing import schema_text
from communique.cli.settings.keys import commands, keys_of, takes
from communique.cli.settings.values import default_of

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "configuration.md"
BEGIN, END = "<!-- keys: python -m tools.configuration -->\n", "<!-- end of keys -->\n"


def table() -> str:
    """The table of keys: what each takes, its default and the commands that have it."""
    rows: dict[str, tuple[click.Option, list[str]]] = {}
    for section, command in commands(communique, click.Context(communique)):
        for key, option in keys_of(command).items():
            having = rows.setdefault(key, (option, []))[1]
            having.extend([] if section in having else [section])
    return "".join(["| key | takes | default | commands |\n|---|---|---|---|\n", *_lines(rows)])


def _lines(rows: dict[str, tuple[click.Option, list[str]]]) -> Iterator[str]:
    for key, (option, having) in sorted(rows.items()):
        default = default_of(option)
        told = "" if default in (None, ()) else f"`{str(default).lower() if option.is_flag else default}`"
        yield f"| `{key}` | {takes(option)} | {told} | {', '.join(having)} |\n"


def page(text: str) -> str:
    """The page with the table as it is now."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


def main() -> None:
    """Writes both files."""
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    schema = ROOT / "schemas" / SCHEMA
    schema.write_text(schema_text(communique), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}\n{schema.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
