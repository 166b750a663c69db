"""Records to occurrences: features and keys to an index on disk, blocks to pairs, pairs to groups, groups to lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from communique.events import BUILT_IN, Event
from communique.linking.blocking import keys_of
from communique.linking.copies import copies, independent
from communique.linking.features import features_of
from communique.linking.grouping import group
from communique.linking.index import Index
from communique.linking.side_by_side import Teller, merged, side_by_side
from communique.occurrences import Link, Occurrence, Source


def link(sources: Iterable[tuple[str, Source]], kinds: Sequence[type[Event]] = BUILT_IN) -> Iterator[Occurrence]:
    """The occurrences of sources, given with their kinds, by their first source; each source is in one of them.

    The order of the sources decides nothing but the order of the lines. A record given twice counts once. Memory stays
    flat: what is compared lies in a temporary file. `kinds` are the classes of the events.
    """
    classes = {kind.kind: kind for kind in kinds}
    with Index() as index:
        count = _fill(index, sources, classes)
        index.group(group(index, count, classes))
        for numbers in index.groups():
            yield _occurrence(index, numbers, classes)


def _fill(index: Index, sources: Iterable[tuple[str, Source]], kinds: Mapping[str, type[Event]]) -> int:
    seen: set[bytes] = set()
    for kind, source in sources:
        mark = sha256(f"{source.record} {source.article.id}".encode()).digest()[:8]
        if mark not in seen:
            record = {"kind": kind, "event": source.event, "article": source.article.model_dump(mode="json")}
            features = features_of(record, kinds[kind])
            index.add(len(seen), source.model_dump_json(), features, keys_of(features))
            seen.add(mark)
    return len(seen)


def _occurrence(index: Index, numbers: Sequence[int], kinds: Mapping[str, type[Event]]) -> Occurrence:
    kind = index.features(numbers[0]).kind
    held = {number: Source.model_validate_json(index.line(number)) for number in numbers}
    sources = sorted(held.values(), key=lambda source: (source.article.published or "9999", source.record))
    sketches = {source.article.id: source.sketch for source in sources}
    groups = copies(sketches, {source.article.id: source.article.sha256 for source in sources})
    number_of = independent(groups)
    tellers = [Teller(source.record, source.event, number_of[source.article.id]) for source in sources]
    fields = side_by_side(tellers, kinds[kind])
    return Occurrence(
        id=sha256(f"{kind} {sources[0].article.id} {sources[0].record}".encode()).hexdigest()[:16],
        kind=kind,
        independent=len(groups),
        event=merged(fields),
        fields=fields,
        copies=tuple(group for group in groups if len(group) > 1),
        links=tuple(
            Link(records=(held[one].record, held[other].record), why=why)
            for one in numbers
            for other, why in index.links_of(one)
        ),
        sources=tuple(sources),
    )
