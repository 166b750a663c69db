"""Records to occurrences: how well, what is said side by side, copies, and that the order does not matter."""

import random
from typing import Any

import pytest
from benchmarks.linking.__main__ import b_cubed, grouped, pairs
from benchmarks.linking.records import Labelled, read

from communique.article import Article
from communique.linking import link, sketch
from communique.linking.copies import copies, likeness
from communique.occurrences import Occurrence, Source

LABELLED = read()


def linked(labelled: tuple[Labelled, ...]) -> list[Occurrence]:
    return list(link((one.kind, one.source) for one in labelled))


def of(event: str) -> Occurrence:
    (occurrence,) = linked(tuple(one for one in LABELLED if one.event == event))
    return occurrence


def said(occurrence: Occurrence, path: str) -> list[tuple[Any, int]]:
    field = next(field for field in occurrence.fields if field.path == path)
    return [(one.value, len(one.records)) for one in field.said]


def test_linked_and_look_alike_pairs_are_told_apart() -> None:
    assert sum(pairs(LABELLED)) >= 60
    assert b_cubed(LABELLED, grouped(LABELLED)).f1 >= 0.95


def test_the_order_of_the_records_does_not_matter() -> None:
    mixed = random.Random(3).sample(LABELLED, len(LABELLED))  # noqa: S311 - no secrets
    members = {frozenset(source.record for source in one.sources) for one in linked(tuple(mixed))}
    assert members == {frozenset(source.record for source in one.sources) for one in linked(LABELLED)}


def test_every_record_is_a_source_once() -> None:
    found = [source.record for one in linked(LABELLED + LABELLED) for source in one.sources]
    assert sorted(found) == sorted(one.source.record for one in LABELLED)


def test_conflicts_are_kept_and_marked() -> None:
    drones = of("drones")
    assert said(drones, "/quantity") == [(36.0, 2), (40.0, 1)]
    assert [field.path for field in drones.fields if field.conflict] == ["/quantity"]
    assert drones.event["quantity"] == 36.0
    assert drones.event["supplier"] == [{"name": "Anka Havacilik", "country": "TUR"}]


def test_planned_and_cancelled_reports_are_of_one_event_in_conflict() -> None:
    labelled = tuple(one for one in LABELLED if one.event == "baku-summit")
    summit = next(one for one in linked(labelled) if len(one.sources) > 1)
    told = {one.value for field in summit.fields if field.path == "/status" for one in field.said}
    assert told == {"planned", "cancelled"}
    assert any(field.path == "/status" and field.conflict for field in summit.fields)


def test_the_more_exact_date_is_the_merged_one() -> None:
    lahore = of("lahore")
    assert lahore.event["date"] == "2024-06-11"
    assert not any(field.conflict for field in lahore.fields if field.path == "/date")


def test_every_link_says_why() -> None:
    visit = of("navy-visit")
    assert {"the days overlap"} <= {why for one in visit.links for why in one.why}
    assert all(one.why for occurrence in linked(LABELLED) for one in occurrence.links)
    assert len(visit.links) >= len(visit.sources) - 1


TEXT = "The two ministers met in Ankara on Monday and spoke of ships, training and the winter exercise up north. " * 4
WIRE = [TEXT, f"ANKARA (Wire) - {TEXT}", f"{TEXT} Photo: Wire."]


@pytest.mark.parametrize("other", WIRE[1:], ids=["with a dateline", "with a credit"])
def test_a_wire_text_is_known_again(other: str) -> None:
    assert likeness(sketch(TEXT), sketch(other)) >= 0.7


def test_another_report_of_the_same_is_no_copy() -> None:
    other = "Ministers of both countries sat down in the capital this week. Ships were talked of, they said. " * 4
    assert likeness(sketch(TEXT), sketch(other)) < 0.3


def test_copies_count_once() -> None:
    texts = dict(zip("abc", WIRE, strict=True)) | {"d": "Nobody met anybody."}
    groups = copies({name: sketch(text) for name, text in texts.items()}, dict.fromkeys(texts))
    assert groups == (("a", "b", "c"), ("d",))


def test_equal_texts_are_copies_without_a_sketch() -> None:
    assert copies(dict.fromkeys("ab"), dict.fromkeys("ab", "0" * 64)) == (("a", "b"),)
    assert copies(dict.fromkeys("ab"), dict.fromkeys("ab")) == (("a",), ("b",))


def test_the_majority_counts_texts_and_not_papers() -> None:
    base = next(one for one in LABELLED if one.event == "drones")
    forty = next(one for one in LABELLED if one.event == "drones" and one.source.event["quantity"]["value"] == 40)
    printed = [_printed(base.source, number, TEXT) for number in range(3)]
    others = [_printed(forty.source, 10, "Forty drones."), _printed(forty.source, 11, "The order is for forty.")]
    (occurrence,) = link(("arms_deal", source) for source in (*printed, *others))
    assert occurrence.independent == 3
    assert occurrence.copies == (("paper-0", "paper-1", "paper-2"),)
    assert occurrence.event["quantity"] == 40.0


def _printed(source: Source, number: int, text: str) -> Source:
    article = Article(id=f"paper-{number}", text=text)
    reference = source.article.model_copy(update={"id": article.id, "sha256": article.sha256})
    update = {"record": f"{number:016x}", "article": reference, "sketch": sketch(text)}
    return source.model_copy(update=update)
