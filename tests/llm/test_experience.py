from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.llm.experience import remembering_ladder
from communique.llm.modes import Modes

FULL = StoreError(Path("store.sqlite"), "the disk is full", "free disk space")


class Memory(dict[str, str]):
    """A memory of what was learnt."""

    def setting(self, name: str) -> str | None:
        return self.get(name)

    def learn(self, name: str, value: str) -> None:
        self[name] = value


class BrokenMemory:
    """A memory that fails."""

    def setting(self, name: str) -> str | None:
        raise FULL

    def learn(self, name: str, value: str) -> None:
        raise FULL


def test_endpoints_and_models_are_told_apart() -> None:
    memory = Memory()
    for model in ("a", "b"):
        ladder = remembering_ladder(memory, place="http://h/v1", model=model)
        ladder._keep(Modes(constraint="tool"))
    remembering_ladder(memory, place="http://i/v1", model="a")._keep(Modes(seed=False))
    assert len(memory) == 3
    assert remembering_ladder(memory, place="http://h/v1", model="b").modes == Modes(constraint="tool")
    assert remembering_ladder(memory, place="http://i/v1", model="a").modes == Modes(seed=False)
    assert remembering_ladder(memory, place="http://i/v1", model="b").modes == Modes()


@pytest.mark.parametrize(
    "memory", [BrokenMemory(), Memory({'["modes", "http://h/v1", "m"]': "{"})], ids=["full", "odd"]
)
def test_a_memory_that_fails_is_none(memory: Memory) -> None:
    ladder = remembering_ladder(memory, place="http://h/v1", model="m")
    ladder._keep(Modes(seed=False))
    assert ladder.modes == Modes(seed=False)
