"""The example's fourth event type works from the command line's class names on, without touching the library."""

import json
from pathlib import Path

import pytest

from communique.article import Article
from communique.completion import Prompt
from communique.extractor import Extractor
from communique.kinds import resolve_kinds
from communique.records import EventRecord
from communique.schemas import schema_of, validate_record
from communique.testing import FakeClient

EXAMPLES = Path(__file__).parents[1] / "examples"


def everything(prompt: Prompt) -> str:
    """A fake model that takes every option of a list and nothing else."""
    assert prompt.schema is not None
    answer = {
        name: schema["items"]["enum"] if schema["type"] == "array" else "none" if "enum" in schema else None
        for name, schema in prompt.schema["properties"].items()
    }
    return json.dumps(answer)


def test_a_class_of_ones_own_is_named_read_checked_and_validated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES)
    (exercise,) = kinds = resolve_kinds("custom_event:Exercise")
    text = (EXAMPLES / "articles" / "02-phone-call.txt").read_text(encoding="utf-8")
    extractor = Extractor(client=FakeClient(everything), kinds=kinds, strategy="sentence")
    (record,) = extractor.extract(Article(id="02", text=text)).records
    assert record.kind == "exercise"
    assert [actor["country"]["value"] for actor in record.model_dump()["event"]["participants"]] == ["TUR", "AZE"]
    validate_record(json.loads(record.to_json()), exercise)
    assert EventRecord.from_json(record.to_json(), kinds=kinds) == record
    assert "participants" in json.dumps(schema_of(exercise))
