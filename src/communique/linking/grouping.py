"""Pairs that are one event, grown into groups; a group never holds two records that a rule says are not one."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from communique.events import Event
from communique.linking.deciding import decide, is_apart
from communique.linking.index import Index

_MOST_COMPARED = 50
_MOST_ASKED = 8


class Groups:
    """Union-find over record numbers; the leader of a group is its first record."""

    def __init__(self, count: int) -> None:
        self._parents = array("l", range(count))
        self._members: dict[int, list[int]] = {}

    def leader(self, number: int) -> int:
        """The first record of the group."""
        while self._parents[number] != number:
            self._parents[number] = self._parents[self._parents[number]]
            number = self._parents[number]
        return number

    def members(self, leader: int) -> Sequence[int]:
        """The records of the leader's group."""
        return self._members.get(leader, [leader])

    def join(self, one: int, other: int) -> None:
        """Makes two groups one; both are given by their leaders."""
        first, second = sorted((one, other))
        self._parents[second] = first
        self._members[first] = [*self.members(first), *self._members.pop(second, [second])]

    def __iter__(self) -> Iterator[int]:
        return (self.leader(number) for number in range(len(self._parents)))


def group(index: Index, count: int, kinds: Mapping[str, type[Event]]) -> Groups:
    """The groups of all records of the index; what was linked and why is kept there."""
    groups = Groups(count)
    for block in index.blocks():
        _join_block(block, index, groups, kinds)
    return groups


def _join_block(block: Sequence[int], index: Index, groups: Groups, kinds: Mapping[str, type[Event]]) -> None:
    """Compares each record of a block with the groups before it there, the latest first, and at most so many."""
    leaders: dict[int, None] = {}
    for number in block:
        own = groups.leader(number)
        for known in tuple(islice(reversed(leaders), _MOST_COMPARED)):
            leader = groups.leader(known)
            if leader != own:
                own = _joined(number, own, leader, (index, groups, kinds))
        leaders.pop(own, None)
        leaders[own] = None


def _joined(number: int, own: int, leader: int, held: tuple[Index, Groups, Mapping[str, type[Event]]]) -> int:
    """The leader of the record's group after it was compared with another group."""
    index, groups, kinds = held
    features = index.features(number)
    kind = kinds[features.kind]
    for known in groups.members(leader)[:_MOST_ASKED]:
        reasons = decide(index.features(known), features, kind)
        if reasons is not None and not _parted(own, leader, held):
            index.link(min(known, number), max(known, number), reasons.told)
            groups.join(own, leader)
            return groups.leader(number)
    return own


def _parted(one: int, other: int, held: tuple[Index, Groups, Mapping[str, type[Event]]]) -> bool:
    """Whether a record of one group is told apart from one of the other."""
    index, groups, kinds = held
    left, right = (
        [index.features(number) for number in groups.members(leader)[:_MOST_ASKED]] for leader in (one, other)
    )
    return any(is_apart(mine, theirs, kinds[mine.kind]) for mine in left for theirs in right)
