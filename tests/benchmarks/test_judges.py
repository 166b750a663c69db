"""The metric of each kind of value, on rows made up here."""

from datetime import date
from typing import Any

import pytest

amounts = pytest.importorskip("benchmarks.amounts", reason="benchmarks/ is not beside the tests")
dates = pytest.importorskip("benchmarks.dates")
finds = pytest.importorskip("benchmarks.finds")
names = pytest.importorskip("benchmarks.names")
quotes = pytest.importorskip("benchmarks.quotes")
measuring = pytest.importorskip("benchmarks.measuring")


def _per_cent(judged: Any, column: str) -> Any:
    figure = measuring.figure(list(judged), column)
    return figure and figure.per_cent


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2021-W10", date(2021, 3, 8), date(2021, 3, 14), id="week"),
        pytest.param("2021-W10-WE", date(2021, 3, 13), date(2021, 3, 14), id="weekend"),
        pytest.param("2021-Q3", date(2021, 7, 1), date(2021, 9, 30), id="quarter"),
        pytest.param("2021-H1", date(2021, 1, 1), date(2021, 6, 30), id="half"),
        pytest.param("199", date(1990, 1, 1), date(1999, 12, 31), id="decade"),
    ],
)
def test_a_timex_value_is_read_as_days(value: str, first: date, last: date) -> None:
    assert dates.timex_days(value) == (first, last)


def test_the_ends_of_ranges_may_be_a_day_off_and_days_may_not() -> None:
    week, day = (date(2021, 3, 8), date(2021, 3, 15)), (date(2021, 3, 8),) * 2
    found = finds.FoundDate(0, 4, ((date(2021, 3, 8), date(2021, 3, 14)),))
    assert dates.Gold(0, 4, "week", (week,), dates.timedelta(days=1)).accepts(found)
    assert not dates.Gold(0, 4, "week", (week,)).accepts(found)
    assert not dates.Gold(0, 4, "day", (day,)).accepts(found)


def test_dates_count_where_they_overlap_and_spurious_ones_lower_the_f1() -> None:
    row = {"text": "May 4 or so, then 12", "reference_date": "2021-06-01", "expression": "May 4", "start": 0, "end": 5}
    row |= {"kind": "DATE", "granularity": "day", "expected": "2021-05-04"}
    day = (date(2021, 5, 4),) * 2

    def find(*_: Any) -> list[Any]:
        return [finds.FoundDate(0, 5, (day,)), finds.FoundDate(18, 20, ())]

    judged = list(dates.judge_texts(dates.timex_gold, "en")([row], find, lambda *_: []))
    assert _per_cent(judged, dates.ALONE) == 0
    assert _per_cent(judged, dates.IN_SENTENCE) == 100
    assert _per_cent(judged, dates.F1_COLUMN) == pytest.approx(200 / 3)


def test_names_of_other_rows_are_asked_for_only_where_they_do_not_stand() -> None:
    texts = {"Ayşe’nin evi": ("Ayşe’nin", "Ayşe", True), "Murat geldi": ("Murat", "Murat", False)}
    rows = [
        {
            "text": text,
            "mention": mention,
            "lemma": lemma,
            "has_apostrophe": apostrophe,
            "start": 0,
            "end": len(mention),
        }
        for text, (mention, lemma, apostrophe) in texts.items()
    ]
    asked: list[tuple[str, str]] = []

    def has_name(text: str, name: str) -> bool:
        asked.append((text, name))
        return name in text

    judged = list(names.judge_sentences(rows, has_name))
    assert _per_cent(judged, names.APOSTROPHE) == 100
    assert _per_cent(judged, names.OTHER) == 0
    assert ("Murat geldi", "Ayşe") in asked
    assert names.stands("Muratlar geldi", "Murat")


def test_a_speaker_is_gold_also_where_the_quote_was_not_found() -> None:
    text = "“We sign,” said Ms Doe. “No,” said Mr Roe."
    spans = [(0, 10, "direct", "Doe"), (24, 29, "direct", "Roe")]
    attributions = [
        {
            "kind": kind,
            "content": [{"start": start, "end": end, "text": text[start:end]}],
            "source": [{"start": 0, "end": 0, "text": speaker}],
        }
        for start, end, kind, speaker in spans
    ]
    found = [finds.FoundQuote(1, 8, direct=True, speaker="Ms Doe")]
    judged = list(quotes.judge([{"text": text, "attributions": attributions}], lambda _: found))
    assert _per_cent(judged, quotes.SPANS) == 50
    assert _per_cent(judged, quotes.SPEAKERS) == pytest.approx(200 / 3)
    assert _per_cent(judged, quotes.REPORTED) is None


def test_money_counts_as_money_only_where_it_was_found_as_such() -> None:
    gold = {"start": 3, "end": 10, "type": "currency", "value": "5", "value_num": 5.0, "iso_currency": None}
    rows = [{"text": "at 5 euros", "task": "currency", "results": [gold]}]
    rows += [{"text": "room 5", "task": "currency", "results": []}]

    def find(text: str, _language: str, _kind: str) -> list[Any]:
        at = text.index("5")
        return [finds.FoundAmount(at, at + 1, 5.0, "other")]

    judged = list(amounts.judge_sentences("en")(rows, find))
    assert _per_cent(judged, amounts.MONEY) == 0
    assert _per_cent(judged, amounts.MONEY_VALUE) == 100
    assert _per_cent(judged, amounts.FALSE) == 100
    assert _per_cent(judged, amounts.FALSE_ASKED) == 0
