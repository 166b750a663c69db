"""A time by which something is the first or largest is no day to come."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("It is the firm's largest order in three years.", [], id="largest"),
        pytest.param("They met for the first time in two months.", [], id="first-time"),
        pytest.param("Their only talks in ten days broke down.", [], id="only"),
        pytest.param("The first of the ships will sail in three days.", ["2026-03-15"], id="to-come"),
        pytest.param("It is the largest so far; they will meet in three days.", ["2026-03-15"], id="another-clause"),
        pytest.param("They meet in three days.", ["2026-03-15"], id="no-rank"),
    ],
)
def test_a_time_that_measures_is_no_date(text: str, found: list[str]) -> None:
    tagged = tag_dates_in(text, language="en", published=date(2026, 3, 12))
    assert [mention.value for mention in tagged] == found
