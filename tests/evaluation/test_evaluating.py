"""Every number by hand on small sets; a set against itself; what never changes a number."""

from datetime import date
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from communique.article import Article
from communique.evaluation import Evaluation, RecordSet, evaluate
from communique.evaluation.results import Rate, Score
from communique.events import Actor, Event, MeetingEvent
from communique.fields import Name, When
from communique.records import EventRecord
from communique.verdicts import Verdict
from tests.evaluation.build import ARTICLE, check, deal, event, meeting, record, record_set, statement

SECOND = Article(id="b", text="Kısa bir metin.", published=date(2026, 2, 13), language="tr")
MET = meeting("Cemil Aksoy", "Haroon Yusuf", status="held", date="2026-02-12", place="Lahore")
BOUGHT = deal(supplier=["Karahan"], recipient=["Pakistan Navy"], description="drones", stage="contract")
SAID = statement("Haroon Yusuf", "Our friendship needs no interpreter and no applause", form="direct")
GOLD = record_set(record(MET), record(BOUGHT), record(SAID))


def scored(*predicted: EventRecord, gold: RecordSet = GOLD, accepted_only: bool = True) -> Evaluation:
    return evaluate(gold, record_set(*predicted), draws=0, accepted_only=accepted_only)


def counts(score: Score) -> tuple[int, int, int]:
    return score.right, score.predicted, score.gold


def of_kind(found: Evaluation, kind: str) -> Score:
    return next(held.events for held in found.kinds if held.kind == kind)


def outcomes(found: Evaluation) -> list[tuple[str, str | None]]:
    return [(held.outcome, held.role) for held in found.confusions]


def test_a_set_against_itself_is_right_everywhere() -> None:
    found = evaluate(GOLD, GOLD, draws=50)
    assert found.events == Score(
        right=3, predicted=3, gold=3, precision_interval=(1, 1), recall_interval=(1, 1), f1_interval=(1, 1)
    )
    assert {held.score.f1 for held in found.roles} == {1.0}
    assert (found.arguments.f1, found.dates.rate, found.languages[0].events.f1) == (1.0, 1.0, 1.0)
    assert (found.unsupported.count, found.refused_right.count, found.confusions) == (0, 0, ())


def test_events_are_counted_by_kind_and_together() -> None:
    other = record(meeting("Nobody Known", "Somebody Else"))
    found = scored(record(MET), other, record(SAID))
    assert counts(of_kind(found, "meeting")) == (1, 2, 1)
    assert counts(of_kind(found, "arms_deal")) == (0, 0, 1)
    assert counts(found.events) == (2, 3, 3)
    assert (found.events.precision, found.events.recall, found.events.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert outcomes(found) == [("missed", None), ("spurious", None)]
    assert [held.event for held in found.confusions] == [
        "Karahan · Pakistan Navy · drones",
        "Nobody Known · Somebody Else",
    ]


def test_values_are_counted_by_role_and_together() -> None:
    found = scored(
        record(meeting("Aksoy", "Haroon Yusuf", "Extra Man", status="planned", place="Lahore", topics=["x"]))
    )
    roles = {held.role: counts(held.score) for held in found.roles}
    assert roles == {
        "date": (0, 0, 1),
        "participants.name": (2, 3, 2),
        "place": (1, 1, 1),
        "status": (0, 1, 1),
        "topics": (0, 1, 0),
    }
    assert counts(found.arguments) == (3, 5, 5)
    assert (found.dates.count, found.dates.total) == (0, 1)
    assert {held.role: held.counted for held in found.roles}["topics"] is False
    assert sorted(outcomes(found), key=str)[:4] == [
        ("extra", "participants.name"),
        ("extra", "topics"),
        ("missed", None),
        ("missed", None),
    ]
    wrong = next(held for held in found.confusions if held.outcome == "wrong")
    assert (wrong.role, wrong.gold, wrong.predicted) == ("status", "held", "planned")


def test_articles_without_events_count() -> None:
    gold = record_set(record(MET), articles=(ARTICLE, SECOND))
    invented = record(meeting("Ayşe Kaya", "Ali Demir"), SECOND)
    found = evaluate(gold, record_set(record(MET), invented, articles=(ARTICLE, SECOND)), draws=0)
    assert counts(found.events) == (1, 2, 1)
    assert [(held.language, held.articles, held.events.f1) for held in found.languages] == [
        ("en", 1, 1.0),
        ("tr", 1, 0.0),
    ]


def test_only_accepted_events_count_unless_told() -> None:
    refused = record(MET, accepted=False)
    assert counts(scored(refused).events) == (0, 0, 3)
    assert counts(scored(refused, accepted_only=False).events) == (1, 1, 3)
    assert counts(scored(record(MET), gold=record_set(refused)).events) == (0, 1, 0)


def test_asserted_values_are_counted_by_their_checks() -> None:
    flagged = record(
        MET,
        checks=[
            check("/participants/0/name", Verdict.SUPPORTED, "Aksoy"),
            check("/participants/1/name", Verdict.NOT_FOUND, "Yusuf"),
            check("/status", Verdict.INFERRED, "held"),
            check("/place", Verdict.SUPPORTED, "Lahore"),
            check("/topics/-", Verdict.NOT_FOUND, "cheese"),
        ],
    )
    found = scored(flagged)
    assert (found.unsupported.count, found.unsupported.total, found.unchecked) == (1, 4, 1)
    assert ("unsupported", "participants.name") in outcomes(found)
    assert {held.type: (held.unsupported.count, held.unsupported.total) for held in found.types} == {
        "Choice": (0, 1),
        "Name": (1, 2),
        "Place": (0, 1),
    }
    assert scored(flagged.model_copy(update={"accepted": False})).unsupported == Rate()


def test_values_without_checks_are_checked_against_the_article() -> None:
    made_up = meeting({"name": {"value": "Cemil Aksoy", "text": "Cemil Aksoy"}}, "Nobody Known", place="Lahore")
    found = evaluate(GOLD, record_set(record(made_up)), articles=[ARTICLE], draws=0)
    assert (found.unsupported.count, found.unsupported.total, found.unchecked) == (1, 3, 0)
    assert [held.predicted for held in found.confusions if held.outcome == "unsupported"] == ["Nobody Known"]


def test_words_that_stand_elsewhere_are_unsupported_whatever_their_check_says() -> None:
    name = {"text": "Nobody", "start": 0, "end": 6, "value": "Nobody"}
    held = MeetingEvent.model_validate({"participants": ({"name": name},)})
    checks = [check("/participants/0/name", Verdict.SUPPORTED, "Nobody")]
    found = evaluate(GOLD, record_set(record(held, checks=checks)), articles=[ARTICLE], draws=0)
    assert (found.unsupported.count, found.unsupported.total) == (1, 1)


@pytest.mark.parametrize(
    ("path", "proposed", "value", "expected"),
    [
        pytest.param("/date", "12 February 2026", None, (1, 4), id="words-of-the-right-date"),
        pytest.param("/date", "13 February 2026", "2026-02-13", (0, 3), id="another-date"),
        pytest.param("/place", "2026-02-12", None, (0, 3), id="another-role"),
    ],
)
def test_right_values_that_were_refused_are_counted(
    path: str, proposed: str, value: str | None, expected: tuple[int, int]
) -> None:
    dropped = meeting("Cemil Aksoy", "Haroon Yusuf", status="held")
    found = scored(record(dropped, checks=[check(path, Verdict.NOT_FOUND, proposed, value)]))
    assert (found.refused_right.count, found.refused_right.total) == expected


def test_a_refused_event_is_asked_for_the_right_values_it_was_refused_for() -> None:
    lone = meeting("Cemil Aksoy", status="held")
    checks = [
        check("/participants/-/name", Verdict.AMBIGUOUS, "Gen. Haroon Yusuf"),
        check("", Verdict.NOT_FOUND, "meeting"),
    ]
    found = scored(record(lone, accepted=False, checks=checks), gold=record_set(record(MET)))
    assert (found.refused_right.count, found.refused_right.total) == (1, 3)
    assert [held.predicted for held in found.confusions if held.outcome == "refused"] == [
        "Gen. Haroon Yusuf (ambiguous)"
    ]


def test_only_the_named_kinds_count() -> None:
    found = evaluate(GOLD, record_set(record(BOUGHT)), kinds=(MeetingEvent,), draws=0)
    assert counts(found.events) == (0, 0, 1)
    assert [held.kind for held in found.kinds] == ["meeting"]


class Drill(Event):
    """A user's own event."""

    kind: ClassVar[str] = "drill"
    name: Name | None = None
    crew: tuple[Actor, ...] = ()
    date: When | None = None


def test_an_event_of_ones_own_is_scored() -> None:
    gold = record_set(record(event(Drill, name="Golden Reed", crew=["Pakistan Navy"], date="2026-01")))
    predicted = record_set(record(event(Drill, name="Golden Reed", crew=["PN", "Turkish Navy"], date="2026-01-30")))
    found = evaluate(gold, predicted, kinds=(Drill,), draws=0)
    assert counts(found.events) == (1, 1, 1)
    assert {held.role: counts(held.score) for held in found.roles} == {
        "crew.name": (1, 2, 1),
        "date": (1, 1, 1),
        "name": (1, 1, 1),
    }


def test_intervals_are_of_resampled_articles_and_the_same_every_time() -> None:
    gold = record_set(record(MET), record(MET, SECOND), articles=(ARTICLE, SECOND))
    found = evaluate(gold, record_set(record(MET), articles=(ARTICLE, SECOND)))
    assert found.events.recall == 0.5
    assert found.events.recall_interval == (0.0, 1.0)
    assert found.events.precision_interval == (1.0, 1.0)
    assert found == evaluate(gold, record_set(record(MET), articles=(ARTICLE, SECOND)))


def numbers(held: object) -> list[float]:
    if isinstance(held, BaseModel):
        held = held.model_dump()
    if isinstance(held, dict):
        shares = ("precision", "recall", "f1", "rate")
        own = [value for name, value in held.items() if name in shares and value is not None]
        return own + [number for value in held.values() for number in numbers(value)]
    return [number for item in held for number in numbers(item)] if isinstance(held, list | tuple) else []


PEOPLE = [
    "Cemil Aksoy",
    "Haroon Yusuf",
    "Cemil Yusuf",
    "Yusuf",
    "Turkey",
    "Pakistan Navy",
    "the Navy",
    "Ali Demir",
    "?",
]
EVENTS = st.one_of(
    st.builds(
        lambda who, when: meeting(*who, date=when),
        st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True),
        st.sampled_from(["2026-02-12", "2026-02", "2026", "2026-02-10/2026-02-12"]),
    ),
    st.builds(
        lambda one, other, what: deal(supplier=[one], recipient=[other], description=what),
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.sampled_from(["drones", "armed drones", "corvettes"]),
    ),
    st.builds(
        statement,
        st.sampled_from(PEOPLE),
        st.sampled_from(["we will not sign", "we will sign it soon", "we will not sign it", "no", "…"]),
    ),
)
RECORDS = st.lists(st.tuples(EVENTS, st.booleans(), st.integers(0, 60)), max_size=6)


def built(drawn: list[tuple[Event, bool, int]]) -> list[EventRecord]:
    return [
        record(held, accepted=accepted, evidence=((at, at + 20),), salt=str(number))
        for number, (held, accepted, at) in enumerate(drawn)
    ]


@settings(max_examples=40, deadline=None)
@given(drawn=RECORDS)
def test_any_set_against_itself_is_right_everywhere(drawn: list[tuple[Event, bool, int]]) -> None:
    own = record_set(*built(drawn))
    found = evaluate(own, own, draws=0)
    assert found.confusions == ()
    assert {held.score.f1 for held in found.roles} <= {1.0}
    assert found.events.f1 == (1.0 if any(accepted for _, accepted, _ in drawn) else None)


@settings(max_examples=60, deadline=None)
@given(gold=RECORDS, predicted=RECORDS, order=st.randoms(use_true_random=False))
def test_scores_are_shares_and_the_order_of_lines_does_not_matter(
    gold: list[tuple[Event, bool, int]], predicted: list[tuple[Event, bool, int]], order: object
) -> None:
    one, other = built(gold), built(predicted)
    found = evaluate(record_set(*one), record_set(*other), draws=10)
    assert all(0 <= number <= 1 for number in numbers(found))
    order.shuffle(one)  # type: ignore[attr-defined]
    order.shuffle(other)  # type: ignore[attr-defined]
    again = evaluate(record_set(*one), record_set(*other), draws=10)
    assert again.model_copy(update={"confusions": ()}) == found.model_copy(update={"confusions": ()})
    assert sorted(map(repr, again.confusions)) == sorted(map(repr, found.confusions))
