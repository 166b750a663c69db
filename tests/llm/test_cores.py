import os
from pathlib import Path

import pytest

from communique.llm.cores import usable_cores

NOWHERE = Path("/nowhere")


@pytest.fixture
def four_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two cores of two hyper-threads each."""
    for cpu in range(4):
        topology = tmp_path / f"cpu{cpu}" / "topology"
        topology.mkdir(parents=True)
        (topology / "thread_siblings_list").write_text(f"{cpu % 2},{cpu % 2 + 2}\n")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    return tmp_path


def test_hyper_threads_count_as_one_core(four_threads: Path) -> None:
    assert usable_cores(four_threads, NOWHERE) == 2


def test_without_a_topology_each_cpu_counts(four_threads: Path) -> None:
    assert usable_cores(NOWHERE, NOWHERE) == 4


def test_cores_of_others_do_not_count(four_threads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {1, 3}, raising=False)
    assert usable_cores(four_threads, NOWHERE) == 1


def test_without_affinity_every_cpu_counts(four_threads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity")
    assert usable_cores(NOWHERE, NOWHERE) == 4


@pytest.mark.parametrize(
    ("quota", "cores"),
    [
        pytest.param("max 100000", 4, id="no limit"),
        pytest.param("350000 100000", 3, id="three and a half"),
        pytest.param("50000 100000", 1, id="half a core"),
    ],
)
def test_a_containers_share_is_the_limit(four_threads: Path, quota: str, cores: int) -> None:
    (four_threads / "cpu.max").write_text(quota)
    assert usable_cores(NOWHERE, four_threads / "cpu.max") == cores
