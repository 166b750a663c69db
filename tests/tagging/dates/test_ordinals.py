"""The n-th part of a period lies in it."""

import pytest

from communique.tagging.dates.ordinals import nth_in
from communique.tagging.dates.periods import calendar, period
from communique.tagging.dates.readings import Ordinal


@pytest.mark.parametrize(
    ("value", "number", "half"),
    [
        pytest.param("2024-02", 1, "2024-02-01/2024-02-14", id="of-february"),
        pytest.param("2024-03", 1, "2024-03-01/2024-03-15", id="of-a-long-month"),
        pytest.param("2024-03", -1, "2024-03-16/2024-03-31", id="last-half"),
        pytest.param("2024-03", 3, None, id="no-third-half"),
    ],
)
def test_a_month_has_two_halves(value: str, number: int, half: str | None) -> None:
    found = nth_in(period(value, "month"), Ordinal(number, "half"))
    assert (found and found.value) == half


def test_the_half_of_a_year_is_its_own_edtf_value() -> None:
    found = nth_in(calendar(2024), Ordinal(2, "half"))
    assert found is not None
    assert found.value == "2024-41"


@pytest.mark.parametrize(("year", "week"), [(2020, "2020-12-28/2021-01-03"), (2024, None)])
def test_only_some_years_have_a_53rd_week(year: int, week: str | None) -> None:
    found = nth_in(calendar(year), Ordinal(53, "week"))
    assert (found and found.value) == week
