"""English days that share one month, and which year a month without one means in what is told as past."""

from datetime import date

import pytest

from communique.tagging.dates import tag_dates_in

TUESDAY = date(2026, 3, 10)


def _tagged(text: str, published: date = TUESDAY) -> list[tuple[str, str | None]]:
    found = tag_dates_in(text, language="en", published=published)
    return [(mention.span.of(text), mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He was in Oslo on March 3 and 4.", [("on March 3", "2026-03-03"), ("4", "2026-03-04")], id="two"),
        pytest.param(
            "The talks of March 2, 4 and 6.",
            [("March 2", "2026-03-02"), ("4", "2026-03-04"), ("6", "2026-03-06")],
            id="three",
        ),
        pytest.param("On March 3 and 16 people fell ill.", [("On March 3", "2026-03-03")], id="a-count-behind"),
        pytest.param("It sank on March 3, and 4 ships came.", [("on March 3", "2026-03-03")], id="another-clause"),
        pytest.param("It sank on March 3 and 40 in all.", [("on March 3", "2026-03-03")], id="no-such-day"),
    ],
)
def test_days_listed_behind_a_month_are_read_each(text: str, found: list[tuple[str, str]]) -> None:
    assert _tagged(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The last meeting was held in Ganja in February.", "2025-02", id="told-as-past"),
        pytest.param("The offer was extended to January.", "2026-01", id="soon-to-come"),
        pytest.param("It was said that he will leave in February.", "2026-02", id="told-as-future"),
    ],
)
def test_what_was_is_not_put_far_ahead(text: str, value: str) -> None:
    assert _tagged(text, date(2025, 12, 5))[0][1] == value
