"""The example articles read by the embedded model, replayed from recordings: the records are held by snapshots.

A changed prompt or candidate list voids a recording; `python -m tests.replay.record` makes the voided ones anew.
"""

import asyncio
import json
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from vcr.cassette import Cassette

from communique.article import Article
from communique.extractor import Extractor
from communique.llm.openai import OpenAIClient
from communique.records import Extraction

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
SNAPSHOTS = Path(__file__).parent / "snapshots"
CASSETTES = Path(__file__).parent / "cassettes"
ARTICLES = sorted(EXAMPLES.glob("*.txt"))
Opened = Callable[[], AbstractAsyncContextManager[OpenAIClient]]


async def read(article: Article, opened: Opened) -> Extraction:
    async with opened() as client:
        return await Extractor(client=client, strategy="sentence").aextract(article)


def without_version(record: dict[str, Any]) -> dict[str, Any]:
    provenance = {name: value for name, value in record["provenance"].items() if name != "library"}
    return {**record, "provenance": provenance}


def lines(extraction: Extraction) -> list[dict[str, Any]]:
    records = [without_version(record.model_dump(mode="json")) for record in extraction.records]
    return [*records, extraction.report.model_dump(mode="json")]


@pytest.mark.vcr
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in ARTICLES])
def test_an_example_is_read_as_recorded(path: Path, embedded: Opened, vcr: Cassette, record_mode: str) -> None:
    article = Article(id=path.stem, text=path.read_text(encoding="utf-8"))
    extraction = asyncio.run(read(article, embedded))
    assert extraction.failure is None
    found = lines(extraction)
    snapshot = SNAPSHOTS / f"{path.stem}.json"
    if record_mode != "none" or "UPDATE_SNAPSHOTS" in os.environ:
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(snapshot.read_text(encoding="utf-8"))
    assert record_mode != "none" or vcr.all_played


def test_recordings_hold_no_key_and_no_address_of_the_recording_machine() -> None:
    recordings = sorted(CASSETTES.rglob("*.yaml"))
    assert recordings
    for recording in recordings:
        text = recording.read_text(encoding="utf-8").lower()
        assert "authorization" not in text
        assert "bearer" not in text
        assert "uri: http://127.0.0.1:8080/v1/chat/completions" in text


def test_every_recording_belongs_to_an_example() -> None:
    recorded = {path.stem.split("[")[1].rstrip("]") for path in (CASSETTES / "test_examples").iterdir()}
    assert recorded <= {path.stem for path in ARTICLES}
