"""Schemas are legal in strict mode everywhere, and no list is without a way out."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from communique.article import Article
from communique.events import BUILT_IN, MeetingEvent
from communique.extractor import Extractor, annotated_article
from communique.forms import Form
from communique.missed import missed
from communique.prompting import render, render_repair
from communique.second_look import second_look
from communique.testing import FakeClient
from communique.verdicts import Check, Verdict
from communique.vocabulary import Vocabulary, spoken
from tests.articles import CROWDED, ENGLISH, KALABALIK, OVERLOOKED, TURKISH

_KEYWORDS = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf", "maxItems"}


def planned() -> Iterator[Any]:
    for article in (ENGLISH, TURKISH, CROWDED, KALABALIK):
        for strategy in ("document", "sentence"):
            for vocabulary in ("closed", "open"):
                extractor = Extractor(client=FakeClient(str), strategy=strategy, vocabulary=vocabulary)
                schemas = [prompt.schema for prompt in extractor.plan(article)]
                if schemas:
                    yield pytest.param(schemas, id=f"{article.id}-{strategy}-{vocabulary}")
    yield pytest.param([render(form, annotated_article(OVERLOOKED)).schema for form in looked()], id="second-look")
    check = Check(path="/place", verdict=Verdict.NOT_FOUND, proposed="Karachi", reason="")
    yield pytest.param([render_repair(annotated_article(ENGLISH), (check,), MeetingEvent, (1,)).schema], id="repair")


def looked(article: Article = OVERLOOKED, vocabulary: Vocabulary = "closed") -> Iterator[Form]:
    annotated = annotated_article(article)
    overlooked = missed(annotated, BUILT_IN, ())
    for strategy in ("document", "sentence"):
        for form in second_look(annotated, BUILT_IN, overlooked, strategy):
            yield spoken(form, annotated, vocabulary)


def nodes(node: Any, depth: int = 0) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Every schema below and in `node`, with the objects around it."""
    yield node, depth
    deeper = depth + (node.get("type") == "object")
    below = [
        *node.get("properties", {}).values(),
        *node.get("anyOf", ()),
        *([node["items"]] if "items" in node else []),
    ]
    for member in below:
        yield from nodes(member, deeper)


PLANNED = list(planned())


@pytest.mark.parametrize("schemas", PLANNED)
def test_a_schema_is_strict_legal(schemas: list[Any]) -> None:
    assert schemas
    for schema in schemas:
        assert schema["type"] == "object"
        for node, depth in nodes(schema):
            assert set(node) <= _KEYWORDS
            assert depth <= 5
            if node.get("type") == "object":
                assert node["required"] == list(node["properties"])
                assert node["additionalProperties"] is False
        assert sum(len(node.get("properties", ())) for node, _ in nodes(schema)) <= 100


@pytest.mark.parametrize("schemas", PLANNED)
def test_a_list_has_a_way_out(schemas: list[Any]) -> None:
    """The first option of a single field is none; an array may be empty."""
    for schema in schemas:
        for node, _ in nodes(schema):
            for name, member in node.get("properties", {}).items():
                if "enum" in member:
                    assert member["enum"][0] in (None, "none"), name
