"""The sets of events: spans of what an event is made of, by overlap, without any extraction."""

from collections.abc import Callable, Iterator

from benchmarks.measuring import Judged, Measurement, Rows, by_overlap

Find = Callable[[str, str, str], list[tuple[int, int]] | None]

_BUSINESS = ("money", "time", "person")
_DEFENCE = {
    "person": "Person",
    "organisation": "Organisation",
    "money": "Money",
    "quantity": "Quantity",
    "time": "Temporal",
}


def judge_business(given: Rows, find: Find) -> Iterator[Judged]:
    """Arguments of business events, in the sentences that have any: the rest were not annotated."""
    for row in given:
        for sentence in row["sentences"]:
            for kind in _BUSINESS if sentence["args"] else ():
                found = find(sentence["text"], "tr", kind)
                gold = [(one["start"], one["end"]) for one in sentence["args"] if one["label_en"] == kind]
                if found is not None:
                    yield from by_overlap(f"{kind}, F1", sentence["text"], found, gold)


def judge_defence(given: Rows, find: Find) -> Iterator[Judged]:
    """Entities of defence documents."""
    for row in given:
        for kind, label in _DEFENCE.items():
            found = find(row["text"], "en", kind)
            gold = [(one["start"], one["end"]) for one in row["entities"] if one["type"] == label]
            if found is not None:
                yield from by_overlap(f"{kind}, F1", row["text"], found, gold)


def judge_actors(given: Rows, find: Find) -> Iterator[Judged]:
    """The sources and targets of political events, among the names and places of the sentence."""
    for row in given:
        found = find(row["text"], "en", "actor")
        gold = [(one["start"], one["end"]) for one in row["spans"] if one["role"] != "EVT" and "LOC" not in one["role"]]
        if found is not None:
            yield from by_overlap("actor, F1", row["text"], found, gold)


_WHAT = ("find_spans",)
MEASUREMENTS = (
    Measurement(
        "events_tfeec_tr",
        "tr",
        _WHAT,
        tuple(f"{kind}, F1" for kind in _BUSINESS),
        judge_business,
        "Only arguments of events are gold: other times and persons of the same sentences count as false finds.",
    ),
    Measurement(
        "events_re3d",
        "en",
        _WHAT,
        tuple(f"{kind}, F1" for kind in _DEFENCE),
        judge_defence,
        "Of its relations nothing is measured: they need extraction.",
    ),
    Measurement(
        "events_plover_gsr",
        "en",
        _WHAT,
        ("actor, F1",),
        judge_actors,
        "Names and places that are no actors of the event count as false finds.",
    ),
)
