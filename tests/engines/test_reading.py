"""A worker's configuration can be pickled, holds no secret, and reads as the run's Extractor does."""

import asyncio
import pickle
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from communique.engines.reading import Asker, Reading, RunAsker
from communique.errors import CommuniqueError, CompletionError, ContextOverflow, InputError, StoreError
from communique.events import MeetingEvent
from communique.extractor import Extractor
from communique.llm.allowance import Allowance
from communique.llm.connecting import Connection
from communique.records import Extraction
from communique.store.sqlite import SQLiteStore
from communique.testing import FakeClient
from communique.verdicts import Policy
from tests.articles import CROWDED, ENGLISH, TURKISH
from tests.fakes import first_listed


@asynccontextmanager
async def asking(extractor: Extractor) -> AsyncIterator[Asker]:
    async with extractor.connection.open() as client:
        yield RunAsker(extractor.connection, client)


async def relayed(extractor: Extractor, article: Any) -> Extraction:
    """What a worker makes of the article, whose configuration was pickled on its way."""
    async with asking(extractor) as asker:
        reading: Reading = pickle.loads(pickle.dumps(Reading.of(extractor)))  # noqa: S301 - our own
        return await reading.extractor(asker).aextract(article)


@pytest.mark.parametrize("article", [ENGLISH, TURKISH, CROWDED], ids=["english", "turkish", "crowded"])
@pytest.mark.parametrize("strategy", ["document", "sentence"])
def test_a_worker_reads_as_the_run_does(strategy: Any, article: Any) -> None:
    extractor = Extractor(client=FakeClient(first_listed), strategy=strategy, policy=Policy(second_look=True))
    assert asyncio.run(relayed(extractor, article)) == extractor.extract(article)


def test_everything_a_model_decides_is_decided_before() -> None:
    reading = Reading.of(Extractor("local", kinds=(MeetingEvent,)))
    assert (reading.strategy, reading.vocabulary, reading.kinds) == ("sentence", "closed", (MeetingEvent,))


def test_long_articles_are_cut_by_the_counts_of_the_run() -> None:
    """A worker has no server that counts: the run's is asked."""
    connection = Connection(None, client=FakeClient(first_listed), allowance=Allowance(max_article_tokens=100))
    extractor = Extractor(connection, strategy="document")
    read = asyncio.run(relayed(extractor, ENGLISH))
    assert read == extractor.extract(ENGLISH)
    assert read.usage.calls > 1


def test_answers_of_no_use_are_rejected_in_the_store_of_the_run(tmp_path: Any) -> None:
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        extractor = Extractor(Connection(None, client=FakeClient(lambda _: "no JSON"), store=store))
        first = asyncio.run(relayed(extractor, ENGLISH))
        assert (first.failure and first.failure.code, first.failed_before) == ("not_json", False)
    with SQLiteStore(tmp_path / "store.sqlite") as store:
        extractor = Extractor(Connection(None, client=FakeClient(lambda _: "no JSON"), store=store))
        assert asyncio.run(relayed(extractor, ENGLISH)).failed_before


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(
            CompletionError("busy", code="rate_limit", status=429, retry_after=2.0, is_kept=True), id="completion"
        ),
        pytest.param(CompletionError("long", code="context_length", overflow=ContextOverflow(8, 9)), id="overflow"),
        pytest.param(InputError("no", path="a.txt", line=3, mend="mend it"), id="input"),
        pytest.param(StoreError(Path("s"), "full", "make room"), id="store"),
    ],
)
def test_errors_keep_their_facts_when_they_are_pickled(error: CommuniqueError) -> None:
    same = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(same), str(same), vars(same)) == (type(error), str(error), vars(error))
