"""docs/exports.md, from the tables of the code: every column of every form, and what each form loses.

python -m tools.exports_page --write
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from communique.events import BUILT_IN
from communique.export import agenda, plover, register
from communique.export.arrow import JSON_COLUMN, KEPT_WHOLE
from communique.export.tables import Table, articles_table, event_tables

TEMPLATE = Path(__file__).with_suffix(".md")
PAGE = Path(__file__).parents[1] / "docs" / "exports.md"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield _row("---" for _ in head).replace(" ", "")
    yield from map(_row, rows)
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    kept = ((f"`{JSON_COLUMN}`", "text", "all", "the line as it was; in Parquet and DuckDB alone"),)
    rows = [
        (f"`{column.name}`", column.type, ", ".join(column.kinds) or "all", column.meaning) for column in table.columns
    ]
    yield from _grid(("column", "type", "kinds", "meaning"), (*rows, *(kept if table.name in KEPT_WHOLE else ())))


def _losses(losses: Mapping[str, str]) -> Iterator[str]:
    yield "What it does not hold, counted at the end of a run:\n"
    yield from (f"- {meaning}" for meaning in losses.values())
    yield ""


def _register() -> Iterator[str]:
    for name, columns in register.FILES.items():
        yield f"### {name}\n"
        filled = ((f"`{one}`" if one else "(no name)", register.FILLED.get(one, "blank")) for one in columns)
        yield from _grid(("column", "what fills it"), filled)


def _plover() -> Iterator[str]:
    stages = (
        (f"arms_deal, stage {stage}", category, "", _deal_context(stage)) for stage, category in plover.STAGES.items()
    )
    modes = ((f"meeting, format {form}", "CONSULT", mode, "") for form, mode in plover.MODES.items())
    standing = ((f"meeting, status {status}", "CONSULT", "", context) for status, context in plover.STANDING.items())
    others = (
        ("meeting with a host", "CONSULT", "visit, unless its format says another", ""),
        ("any other meeting", "CONSULT", "", ""),
    )
    yield from _grid(("event", "category", "mode", "context"), (*modes, *others, *standing, *stages))


def _deal_context(stage: str) -> str:
    return "military, economic" + (", negation" if stage == "cancelled" else "")


def page() -> str:
    """The page: the template with what the code says in the place of its {names}."""
    tables = (*event_tables(BUILT_IN), articles_table())
    made: Mapping[str, Iterable[str]] = {
        "tables": chain.from_iterable(map(_table, tables)),
        "register": _register(),
        "register_losses": _losses(register.LOSSES),
        "plover": _plover(),
        "plover_losses": _losses(plover.LOSSES),
        "agenda_losses": _losses(agenda.LOSSES),
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for name, lines in made.items():
        text = text.replace(f"{{{name}}}", "\n".join(lines).rstrip("\n"))
    return text


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
