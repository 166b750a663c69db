"""Ids that a run has seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest import seen
from communique.ingest.seen import SeenIds


@given(st.lists(st.text(max_size=4), max_size=60))
def test_an_id_is_new_once(names: list[str]) -> None:
    ids, known = SeenIds(), set[str]()
    for name in names:
        assert ids.add(name) is (name not in known)
        known.add(name)


def test_ids_of_one_row_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short hashes in one row also stand amid two others, where they are none."""
    monkeypatch.setattr(seen, "_ROWS", 1)
    monkeypatch.setattr(seen, "_SIZE", 3)
    ids = SeenIds()
    assert all(ids.add(str(number)) for number in range(2_000))
    assert not any(ids.add(str(number)) for number in range(2_000))
