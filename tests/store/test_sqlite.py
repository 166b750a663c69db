"""Outcomes outlive the process, leases do not."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from communique.completion import Completion
from communique.store.kept import Kept, KeptFailure, State
from communique.store.sqlite import SQLiteStore
from tests.llm.fakes import ANSWER

DONE = Kept("done", ANSWER)
FAILED = Kept("failed", KeptFailure("server", "it is down", 503))


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(DONE, id="done"),
        pytest.param(FAILED, id="failed"),
        pytest.param(Kept("refused", replace(ANSWER, finish_reason="refusal")), id="refusal"),
        pytest.param(Kept("refused", KeptFailure("content_filter", "no")), id="filtered"),
        pytest.param(Kept("done", replace(ANSWER, text="\ud800\0 \U0001f600", model="\udfff")), id="any-words"),
    ],
)
def test_an_outcome_outlives_the_store_object(tmp_path: Path, kept: Kept) -> None:
    path = tmp_path / "new" / "store.sqlite"
    with SQLiteStore(path) as store:
        assert store.get("k") is None
        assert store.claim("k")
        store.keep("k", kept)
        assert store.get("k") == kept
    with SQLiteStore(str(path)) as store:
        assert store.get("k") == kept
        assert not store.claim("k")


def test_the_first_answer_under_a_key_stays(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store, SQLiteStore(tmp_path / "s") as other:
        store.keep("k", DONE)
        other.keep("k", Kept("done", replace(ANSWER, text="other")))
        other.keep("k", FAILED)
        assert other.get("k") == DONE


def test_a_failure_gives_way_to_an_answer(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.keep("k", FAILED)
        store.keep("k", DONE)
        assert store.get("k") == DONE


@pytest.mark.parametrize("state", ["failed", "refused"])
def test_failures_of_earlier_runs_are_asked_again_only_on_request(tmp_path: Path, state: State) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.keep("k", Kept(state, KeptFailure("server", "it is down")))
    with SQLiteStore(tmp_path / "s") as store:
        assert not store.claim("k")
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        assert store.get("k") is None
        assert store.claim("k")
        store.keep("k", FAILED)
        assert store.get("k") == FAILED
        assert not store.claim("k")


@pytest.mark.parametrize("state", ["failed", "refused"])
def test_a_server_asks_again_what_failed_in_its_own_run(tmp_path: Path, state: State) -> None:
    with SQLiteStore(tmp_path / "s", retry_own=True) as store:
        assert store.claim("k")
        store.keep("k", Kept(state, KeptFailure("server", "it is down")))
        assert store.get("k") is None
        assert store.claim("k")
        store.keep("k", DONE)
        assert store.get("k") == DONE
        assert not store.claim("k")


def test_answers_are_never_asked_again(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.keep("k", DONE)
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        assert store.get("k") == DONE
        assert not store.claim("k")


def test_what_another_asks_is_not_claimed_until_it_is_given_back(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store, SQLiteStore(tmp_path / "s") as other:
        assert store.claim("k")
        assert not other.claim("k")
        assert not store.claim("k")
        other.release("k")
        assert not other.claim("k")
        store.release("k")
        assert other.claim("k")


def test_a_run_that_ends_gives_back_what_it_claimed(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as other:
        with SQLiteStore(tmp_path / "s") as store:
            assert store.claim("k")
        assert other.claim("k")


def test_times_attempts_and_run_are_kept_for_an_audit(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.claim("k")
        store.keep("k", FAILED)
    with SQLiteStore(tmp_path / "s", retry_failed=True) as store:
        store.claim("k")
        store.keep("k", DONE)
    with closing(sqlite3.connect(tmp_path / "s")) as database:
        row = database.execute("SELECT state, attempts, run, asked <= ended, code FROM completions").fetchone()
    assert row == ("done", 2, 2, 1, None)


def test_what_was_learnt_is_kept(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        assert store.setting("modes") is None
        store.learn("modes", "1")
        store.learn("modes", "2")
    with SQLiteStore(tmp_path / "s") as store:
        assert store.setting("modes") == "2"


def test_a_completion_is_a_value(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store.keep("k", DONE)
        kept = store.get("k")
    assert kept is not None
    assert isinstance(kept.outcome, Completion)
    assert kept.outcome.usage == ANSWER.usage
