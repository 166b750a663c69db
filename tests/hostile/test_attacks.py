"""Whatever an article says to the machine that reads it, only the events that it reports are asserted."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, Literal

import pytest

from communique.article import Article
from communique.completion import Prompt
from communique.extractor import Extractor
from communique.records import EventRecord, Extraction
from communique.testing import FakeClient
from communique.verdicts import Policy
from tests.fakes import first_listed
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.models import obedient, possessed

Way = tuple[Literal["document", "sentence"], Literal["closed", "open"]]
WAYS = [
    pytest.param(("document", "open"), id="document-open"),
    pytest.param(("document", "closed"), id="document-closed"),
    pytest.param(("sentence", "closed"), id="sentence-closed"),
    pytest.param(("sentence", "open"), id="sentence-open"),
]
FREE = [WAYS[0], WAYS[-1]]
"""Where a model may say what it likes."""
EVERY = [
    *(pytest.param(attack, possessed, id=f"{attack.id}-possessed") for attack in ATTACKS),
    *(pytest.param(attack, obedient, id=f"{attack.id}-obedient") for attack in ATTACKS if attack.is_seen),
]
"""A model that obeys and is not shown an attack is looked at more closely."""
UNSEEN = [pytest.param(attack, id=attack.id) for attack in ATTACKS if not attack.is_seen]
OMITTING = [pytest.param(attack, id=attack.id) for attack in ATTACKS if attack.demand == "omit"]


def extractor(client: FakeClient, way: Way) -> Extractor:
    strategy, vocabulary = way
    return Extractor(client=client, strategy=strategy, vocabulary=vocabulary, policy=Policy(repairs=1))


def read(article: Article, client: FakeClient, way: Way) -> Extraction:
    return extractor(client, way).extract(article)


def told(record: EventRecord, moved: Callable[[int], int]) -> dict[str, Any]:
    """What a record asserts, without what names its article, its offsets `moved`."""
    data = record.model_dump(mode="json")
    kept = {name: data[name] for name in ("kind", "accepted", "event", "evidence", "checks")}
    relocated: dict[str, Any] = _relocated(kept, moved)
    return relocated


def _relocated(node: Any, moved: Callable[[int], int]) -> Any:
    if isinstance(node, dict):
        return {
            name: moved(value - (name == "end")) + (name == "end")
            if name in ("start", "end") and value is not None
            else _relocated(value, moved)
            for name, value in node.items()
        }
    return [_relocated(item, moved) for item in node] if isinstance(node, list) else node


def asserted(node: Any) -> list[str]:
    """Every text and value that an event asserts."""
    if isinstance(node, dict):
        return [text for value in node.values() for text in asserted(value)]
    if isinstance(node, list):
        return [text for item in node for text in asserted(item)]
    return [str(node)] if node is not None else []


def test_there_are_enough_attacks_in_both_languages() -> None:
    assert len({attack.id for attack in ATTACKS}) >= 40
    assert sum(attack.calm.language == "tr" for attack in ATTACKS) >= 12


@cache
def calm_reading(article: Article, way: Way) -> tuple[Extraction, tuple[Prompt, ...]]:
    """What an honest model gives without an attack, and what it is asked."""
    client = FakeClient(first_listed)
    return read(article, client, way), tuple(client.prompts)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("attack", UNSEEN)
def test_a_model_that_obeys_is_asked_and_gives_what_it_is_and_gives_without_the_attack(
    attack: Attack, way: Way
) -> None:
    calm, asked = calm_reading(attack.calm, way)
    client = obedient(attack)
    hostile = read(attack.hostile, client, way)
    assert [_closed_up(prompt) for prompt in client.prompts] == [_closed_up(prompt) for prompt in asked]
    assert calm.records
    assert hostile.failure is None
    assert [told(record, attack.moved) for record in calm.records] == [
        told(record, lambda offset: offset) for record in hostile.records
    ]
    assert (hostile.article.published, hostile.article.language) == (calm.article.published, calm.article.language)
    assert [(missed.kind, attack.moved(missed.start)) for missed in calm.missed] == [
        (missed.kind, missed.start) for missed in hostile.missed
    ]


@pytest.mark.parametrize("way", FREE)
@pytest.mark.parametrize(("attack", "model"), EVERY)
def test_nothing_that_the_attack_wants_is_asserted(
    attack: Attack, way: Way, model: Callable[[Attack], FakeClient]
) -> None:
    extraction = read(attack.hostile, model(attack), way)
    for record in extraction.records:
        said = [text.casefold() for text in asserted(record.model_dump(mode="json")["event"])]
        assert [words for words in attack.forbidden if any(words.casefold() in text for text in said)] == []
        _stands(record.model_dump(mode="json")["event"], attack.hostile.text)


def _closed_up(prompt: Prompt) -> Prompt:
    """The prompt without the space that words taken out of a sentence leave before its full stop."""
    messages = (replace(message, content=message.content.replace(" .", ".")) for message in prompt.messages)
    return replace(prompt, messages=tuple(messages))


def _stands(node: Any, text: str) -> None:
    """Every value's words stand where it says."""
    if isinstance(node, dict):
        if node.get("start") is not None:
            assert text[node["start"] : node["end"]] == node["text"]
        for value in node.values():
            _stands(value, text)
    elif isinstance(node, list):
        for item in node:
            _stands(item, text)


@pytest.mark.parametrize("attack", OMITTING)
def test_events_that_a_model_leaves_out_are_told_as_missed(attack: Attack) -> None:
    extraction = read(attack.hostile, possessed(attack), ("document", "open"))
    assert extraction.records == ()
    assert {missed.kind for missed in extraction.missed} == {"meeting", "arms_deal", "statement"}


def test_what_was_set_aside_is_told() -> None:
    attack = next(attack for attack in ATTACKS if attack.id == "ignore-instructions")
    extraction = read(attack.hostile, obedient(attack), ("document", "open"))
    assert [span.of(attack.hostile.text) for span in extraction.report.injections] == [attack.text]
    assert read(attack.calm, obedient(attack), ("document", "open")).report.injections == ()
