"""Refused values are asked for again, boundedly and each time with as little, and the record says what came of it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from communique.completion import Prompt
from communique.events import MeetingEvent
from communique.extractor import Extractor
from communique.records import EventRecord
from communique.testing import FakeClient
from communique.verdicts import Check, Policy, Verdict
from tests.articles import ENGLISH

READ: dict[str, Any] = {
    "evidence": [1],
    "format": "meeting",
    "status": "held",
    "participants": [
        {"name": name, "role": None, "organisation": None, "country": None} for name in ("Cemil Aksoy", "Haroon Yusuf")
    ],
    "host": None,
    "date": "on Thursday",
    "place": "Karachi",
    "topics": [],
    "outcome": None,
}


def read(
    repaired: Callable[[int], Mapping[str, str | None]], repairs: int = 1, **read: Any
) -> tuple[EventRecord, list[Prompt]]:
    """The record of a fake model that answers the n-th question about refused values with `repaired(n)`."""
    asked: list[Prompt] = []

    def answer(prompt: Prompt) -> str:
        if prompt.schema_name != "repair":
            return json.dumps({"meeting": [{**READ, **read}]})
        asked.append(prompt)
        return json.dumps(repaired(len(asked)))

    client = FakeClient(answer)
    policy = Policy(repairs=repairs)
    extractor = Extractor(client=client, kinds=(MeetingEvent,), strategy="document", vocabulary="open", policy=policy)
    (record,) = extractor.extract(ENGLISH).records
    return record, asked


def place(record: EventRecord) -> Check:
    return next(check for check in record.checks if check.path == "/place")


@pytest.mark.parametrize(
    ("words", "verdict", "rule", "told"),
    [
        pytest.param("Rawalpindi", Verdict.SUPPORTED, "repaired", "'Karachi' was refused before", id="repaired"),
        pytest.param(None, Verdict.NOT_FOUND, "withdrawn", "asked again, the model gave none", id="withdrawn"),
        pytest.param("Karachi", Verdict.NOT_FOUND, "unrepaired", "gave nothing better", id="the-same-again"),
        pytest.param("Lahore", Verdict.NOT_FOUND, "unrepaired", "gave nothing better", id="as-bad"),
    ],
)
def test_the_record_says_what_came_of_a_repair(words: str | None, verdict: Verdict, rule: str, told: str) -> None:
    record, asked = read(lambda _: {"F1": words})
    check = place(record)
    assert (check.verdict, check.rule) == (verdict, rule)
    assert check.reason.endswith(told)
    assert len(asked) == 1
    assert record.provenance.usage.calls == 2


def test_only_what_failed_is_sent_back_in_full_with_the_sentences_around_it() -> None:
    long = "Karachi, " * 40 + "Karachi"
    _, (prompt,) = read(lambda _: {"F1": None}, place=long)
    question = prompt.messages[-1].content
    assert f'F1: place = "{long}"' in question
    assert "Aksoy met" in question
    assert "patrol vessels" not in question
    assert "on Thursday: " not in question
    assert prompt.schema is not None
    assert list(prompt.schema["properties"]) == ["F1"]


@pytest.mark.parametrize(("repairs", "count"), [(0, 0), (1, 1), (2, 2), (5, 5)])
def test_it_is_asked_no_more_often_than_allowed_and_never_longer(repairs: int, count: int) -> None:
    record, asked = read(lambda number: {"F1": "ABCDE"[number - 1] * 7}, repairs)
    assert len(asked) == count
    assert len({len(prompt.messages[-1].content) for prompt in asked[1:]}) <= 1
    assert place(record).proposed == "Karachi"


def test_a_later_question_may_mend_what_the_first_did_not() -> None:
    record, asked = read(lambda number: {"F1": "Lahore" if number == 1 else "Rawalpindi"}, 3)
    check = place(record)
    assert (len(asked), check.rule, check.value) == (2, "repaired", "Rawalpindi")
    assert check.reason.endswith("'Karachi' was refused before")


def test_the_worse_version_is_not_taken() -> None:
    record, _ = read(lambda _: {"F1": "Rawalpindi"}, 1, place="Rawalpindi", date="on Friday")
    assert isinstance(record.event, MeetingEvent)
    assert record.event.date is None
    assert record.event.place is not None


def test_what_was_withdrawn_does_not_count_against_the_event_under_reject() -> None:
    def answer(prompt: Prompt) -> str:
        return json.dumps({"F1": None} if prompt.schema_name == "repair" else {"meeting": [READ]})

    policy = Policy(on_unsupported="reject")
    extractor = Extractor(
        client=FakeClient(answer), kinds=(MeetingEvent,), strategy="document", vocabulary="open", policy=policy
    )
    (record,) = extractor.extract(ENGLISH).records
    assert record.accepted
    assert place(record).rule == "withdrawn"
