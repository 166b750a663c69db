"""Records as data frames."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

from communique.errors import ConfigurationError, check_choice
from communique.events import BUILT_IN
from communique.export.arrow import arrow_schema, arrow_table
from communique.export.tables import event_tables
from communique.records import EventRecord

try:
    import pandas as pd
except ImportError:  # records_to_frame says so where it is asked for
    pd = None
try:
    import polars as pl
except ImportError:  # the same
    pl = None  # type: ignore[assignment] # a module or nothing

if TYPE_CHECKING:
    from pandas import DataFrame as PandasFrame
    from polars import DataFrame as PolarsFrame

FrameTable = Literal["events", "participants", "checks"]


@overload
def records_to_frame(
    records: Iterable[EventRecord], table: FrameTable = "events", *, library: Literal["pandas"] = "pandas"
) -> "PandasFrame": ...
@overload
def records_to_frame(
    records: Iterable[EventRecord], table: FrameTable = "events", *, library: Literal["polars"]
) -> "PolarsFrame": ...
def records_to_frame(
    records: Iterable[EventRecord],
    table: FrameTable = "events",
    *,
    library: Literal["pandas", "polars"] = "pandas",
) -> Any:
    """The records as a data frame with the columns that `communique export` writes (docs/exports.md), in their order:
    a row an event, one of those who take part, or a check; `record_id` joins them.

    The columns are those of the built-in events and of the records' own classes. Raises ConfigurationError where
    pyarrow or the library of the frame is not installed, or no such table is known.
    """
    check_choice("table", table, get_args(FrameTable))
    check_choice("library", library, ("pandas", "polars"))
    given = tuple(records)
    classes = {kind.kind: kind for kind in BUILT_IN} | {one.kind: type(one.event) for one in given}
    chosen = next(one for one in event_tables(tuple(classes.values())) if one.name == table)
    schema = arrow_schema(chosen, with_lines=False)
    arrow = arrow_table(schema, (row for one in given for row in chosen.rows(one.model_dump(mode="json"))))
    if library == "pandas":
        return arrow.to_pandas(date_as_object=False, types_mapper=_nullable(schema))
    if pl is None:
        raise _missing("polars")
    return pl.from_arrow(arrow)


def _nullable(schema: Any) -> Any:  # noqa: ANN401 - pyarrow and pandas ship no types
    """Whole numbers that stay whole where some are missing."""
    if pd is None:
        raise _missing("pandas")
    return {schema.field(index).type: pd.Int64Dtype() for index in _integers(schema)}.get


def _integers(schema: Any) -> list[int]:  # noqa: ANN401 - the same
    return [index for index, field in enumerate(schema) if str(field.type) == "int64"]


def _missing(library: str) -> ConfigurationError:
    return ConfigurationError(f"{library} is not installed; run `pip install {library}`, or ask for the other library")
