"""docs/exports.md says what the code writes."""

from tools.exports_page import PAGE, page

from communique.events import BUILT_IN
from communique.export.register import FILES, FILLED
from communique.export.tables import event_tables


def test_the_page_has_not_drifted() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m tools.exports_page --write`"


def test_every_column_is_on_it() -> None:
    text = page()
    assert all(f"`{column.name}`" in text for table in event_tables(BUILT_IN) for column in table.columns)


def test_what_fills_a_column_is_told_of_columns_that_are_there() -> None:
    assert set(FILLED) <= {name for columns in FILES.values() for name in columns}
