"""Passages with gold of their own, read without a model."""

from collections.abc import Mapping
from typing import Any

import pytest

passages = pytest.importorskip("benchmarks.told.passages", reason="benchmarks/ is not beside the tests")
reading = pytest.importorskip("benchmarks.told.reading")
told = pytest.importorskip("benchmarks.told.__main__")

MET = {"format": "meeting", "status": "held", "participants": ["Amel Trabelsi", "Marco Venier"]}
PASSAGE: Mapping[str, Any] = {
    "id": "two",
    "language": "en",
    "text": "\nAmel Trabelsi met Marco Venier. They discussed ports.\n",
    "meeting": [MET],
}


@pytest.mark.parametrize("name", passages.names())
def test_the_annotations_of_a_set_fit_its_passages(name: str) -> None:
    assert passages.read_passages(name).faults == ()


@pytest.mark.parametrize("name", passages.names())
def test_each_passage_of_a_set_has_an_id_of_its_own(name: str) -> None:
    ids = [one.article.id for one in passages.read_passages(name).gold]
    assert len(set(ids)) == len(ids)


def test_an_event_without_evidence_is_told_by_the_whole_passage() -> None:
    gold = passages.compiled([PASSAGE]).gold[0]
    assert [span.of(gold.article.text) for span in gold.records[0].evidence] == [
        "Amel Trabelsi met Marco Venier.",
        "They discussed ports.",
    ]


def test_an_annotation_that_does_not_fit_is_told() -> None:
    wrong = {**PASSAGE, "meeting": [{**MET, "place": "Tunis"}]}
    assert "the article does not say 'Tunis'" in passages.compiled([wrong]).faults[0]


def test_a_passage_stays_in_its_part() -> None:
    assert [passages.part_of(name) for name in ("one", "two", "three")] == ["apart", "work", "apart"]


@pytest.mark.parametrize(
    ("schema", "answer"),
    [
        pytest.param({"type": "array", "items": {"type": "string"}}, [], id="a list"),
        pytest.param({"type": "string", "enum": ["none", "A"]}, "none", id="one of a list"),
        pytest.param({"type": ["string", "null"]}, None, id="open words"),
        pytest.param(
            {"type": "object", "properties": {"place": {"type": ["string", "null"]}}}, {"place": None}, id="all"
        ),
    ],
)
def test_nothing_is_chosen_where_that_may_be(schema: dict[str, Any], answer: Any) -> None:
    assert reading.emptiest(schema) == answer


def test_a_silent_distractor_is_counted() -> None:
    gold = passages.compiled([{"id": "four", "language": "en", "text": "The museum is open again."}]).gold
    scored = told._scored([gold[0].article], told.RecordSet.of(gold), passages.KINDS["meetings"])
    assert told._silent(told.RecordSet.of(gold), scored[0]) == "distractors silent 1 of 1"


def test_scores_are_printed_by_role(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "read_passages", lambda name: passages.compiled([PASSAGE]))
    assert told.main(["meetings"]) == 0
    printed = capsys.readouterr().out
    assert "meetings, work: 1 articles" in printed
    assert "meeting participants.name                F1 P R 1.000 1.000 1.000  right 2 found 2 gold 2" in printed


def test_a_whole_set_may_be_one_part() -> None:
    held = passages.compiled([PASSAGE, {**PASSAGE, "id": "three"}], whole="apart")
    assert (len(held.part("apart")), held.part("work")) == (2, ())
