import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from communique.completion import Message, Prompt
from communique.errors import ConfigurationError
from communique.llm.store import SQLiteStore, StoringClient, completion_key
from tests.llm.fakes import ANSWER, PROMPT, FakeClient


def test_an_answer_outlives_the_store_object(tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.sqlite"
    with SQLiteStore(path) as store:
        assert store.get("k") is None
        store.put("k", ANSWER)
    with SQLiteStore(str(path)) as store:
        assert store.get("k") == ANSWER


def test_the_first_answer_under_a_key_stays(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store, SQLiteStore(tmp_path / "s") as other:
        store.put("k", ANSWER)
        other.put("k", replace(ANSWER, text="other"))
        assert other.get("k") == ANSWER


def test_a_kept_answer_is_not_asked_for_again(tmp_path: Path) -> None:
    fake = FakeClient([ANSWER])
    with SQLiteStore(tmp_path / "s") as store:
        client = StoringClient(fake, store, "model")
        first, second = asyncio.run(client.complete(PROMPT)), asyncio.run(client.complete(PROMPT))
    assert first == second == ANSWER
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    ("identity", "prompt"),
    [
        pytest.param("other", PROMPT, id="identity"),
        pytest.param("model", replace(PROMPT, messages=(Message("user", "Why?"),)), id="messages"),
        pytest.param("model", replace(PROMPT, schema=None), id="schema"),
        pytest.param("model", replace(PROMPT, schema=dict(reversed(list((PROMPT.schema or {}).items())))), id="order"),
        pytest.param("model", replace(PROMPT, schema_name="other"), id="schema name"),
        pytest.param("model", replace(PROMPT, max_tokens=51), id="limit"),
    ],
)
def test_whatever_changes_the_question_changes_the_key(identity: str, prompt: Prompt) -> None:
    assert completion_key(identity, prompt) != completion_key("model", PROMPT)


def test_a_store_of_another_version_is_refused_by_name(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "s")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(ConfigurationError, match="version 99"):
        SQLiteStore(tmp_path / "s")


@pytest.mark.parametrize(
    "content", [pytest.param(None, id="directory"), pytest.param(b"no database" * 99, id="other file")]
)
def test_a_place_that_can_hold_no_store_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "s"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"no store can be kept here .*; name another file"):
        SQLiteStore(path)


def test_an_answer_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store._database.execute("PRAGMA query_only = ON")
        with pytest.raises(ConfigurationError, match="cannot be kept"):
            store.put("k", ANSWER)


def test_a_store_that_can_no_longer_be_read_is_named(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "s") as store:
        store._database.execute("DROP TABLE completions")
        with pytest.raises(ConfigurationError, match="cannot be read"):
            store.get("k")
