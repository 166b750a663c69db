"""The ways of asking a model that are measured: what they ask, what they leave unasked, and how costs are told."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from communique.article import Article
from communique.completion import Completion, Message, Prompt, TokenUsage

answers = pytest.importorskip("benchmarks.prompts.answers", reason="benchmarks/ is not beside the tests")
detecting = pytest.importorskip("benchmarks.prompts.detecting")
reading = pytest.importorskip("benchmarks.prompts.reading")
report = pytest.importorskip("benchmarks.prompts.report")
scoring = pytest.importorskip("benchmarks.prompts.scoring")
variants = pytest.importorskip("benchmarks.prompts.variants")

ARTICLE = Article(
    id="hormuz",
    text="Omani Defence Minister Salim Harthi met his Greek counterpart Nikos Pappas in Muscat on Monday.\n\n"
    "Pappas said the port would be open to both navies.\n\nThe rain did not stop.\n",
)


class FirstOption:
    """A fake model that takes the first option of every closed list, and says yes."""

    def __init__(self) -> None:
        self.prompts: list[Prompt] = []

    async def complete(self, prompt: Prompt) -> Completion:
        self.prompts.append(prompt)
        text = '{"Yes": -0.1, "No": -3.0}' if prompt.schema is None else json.dumps(self.filled(prompt.schema))
        return Completion(text=text, finish_reason="stop", model="fake", usage=TokenUsage(100, 10, 0, 1))

    def filled(self, schema: Mapping[str, Any]) -> Any:
        if schema["type"] == "object":
            return {name: self.filled(held) for name, held in schema["properties"].items()}
        if schema["type"] == "array":
            options = schema["items"].get("enum", [])
            return options if options else []
        return schema["enum"][-1] if "enum" in schema else None


def read(name: str) -> tuple[Any, FirstOption]:
    variant = next(one for one in variants.VARIANTS if one.name == name)
    model = FirstOption()
    return asyncio.run(reading.read(variant, model, ARTICLE)), model


@pytest.mark.parametrize("name", [one.name for one in variants.VARIANTS])
def test_every_variant_reads_an_article_and_tells_what_it_cost(name: str) -> None:
    found, model = read(name)
    assert found.extraction.failure is None
    assert found.cost.calls == len(model.prompts)
    assert found.cost.prompt == 100 * found.cost.calls


def test_rules_alone_find_the_meeting_and_ask_nothing() -> None:
    found, model = read("rules")
    assert not model.prompts
    assert [record.kind for record in found.extraction.records if record.accepted] == ["meeting", "statement"]


def test_a_local_form_shows_the_sentence_and_its_neighbours_only() -> None:
    _, model = read("local")
    (prompt,) = model.prompts
    assert "[2] Pappas said" in prompt.messages[-1].content
    assert "The rain" not in prompt.messages[-1].content


def test_a_prefix_shared_with_the_question_before_is_not_read_again() -> None:
    asker = reading.Asker(FirstOption())
    for end in ("ab", "cd"):
        asyncio.run(
            asker.complete(Prompt((Message("user", "x" * 98 + end),), {"type": "object", "properties": {}}, "s", 9))
        )
    assert asker.prompt == 200
    assert asker.read == pytest.approx(102)


@pytest.mark.parametrize(
    ("tokens", "sign"),
    [
        pytest.param({"Yes": -0.1, "No": -2.5}, 1, id="yes"),
        pytest.param({"Yes": -2.5, "no": -0.6, "No": -0.9}, -1, id="both spellings of no together"),
        pytest.param({"The": -0.1, "No": -4.0}, -1, id="no yes at all"),
    ],
)
def test_the_log_odds_are_of_yes_against_no(tokens: dict[str, float], sign: int) -> None:
    assert detecting.log_odds(tokens) * sign > 0


def test_rates_are_those_that_explain_the_seconds(tmp_path: Path) -> None:
    with answers.Answers(tmp_path / "kept.sqlite") as kept:
        for at, (new, written) in enumerate([(100, 10), (300, 20), (50, 40)]):
            usage = TokenUsage(new + 7, written, 7, 1)
            kept.put(
                str(at), Completion(text="{}", finish_reason="stop", model="m", usage=usage), new * 0.02 + written * 0.1
            )
        rates = kept.rates()
        assert kept.get("0") is not None
        assert kept.get("3") is None
    assert (rates.read, rates.written) == pytest.approx((0.02, 0.1))


def test_the_table_has_a_row_a_variant() -> None:
    found, _ = read("rules")
    gold = next(iter(scoring.read_records(scoring.GOLD).reports))
    assert gold.article.id
    figures = scoring.Figures(variants.VARIANTS[0], _evaluated(found), 10, 0, 0.0, 0.0, 0.0, 0.0, 0.0, 0)
    assert report.as_markdown([figures]).splitlines()[2].startswith("| rules | 1.00 |")


def _evaluated(found: Any) -> Any:
    own = scoring.RecordSet.of([found.extraction])
    return scoring.evaluate(own, own, draws=0)
