"""Bad answers are named faults; good ones become drafts."""

import json

import pytest

from communique.completion import Completion, FinishReason, Prompt, TokenUsage
from communique.degenerate import Fault
from communique.drafts import Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.forms import DocumentForm, SentenceForm
from communique.parsing import parse, read_answer
from communique.prompting import render
from communique.proposing import propose
from tests.articles import ENGLISH

ARTICLE = annotated_article(ENGLISH)
SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "required": ["a"],
    "additionalProperties": False,
}
PROMPT = Prompt((), SCHEMA, "x", 10)


def completion(text: str, finish_reason: FinishReason = "stop") -> Completion:
    return Completion(text, finish_reason, "fake", TokenUsage(1, 2, 0, 1))


@pytest.mark.parametrize(
    ("text", "finish_reason", "code"),
    [
        pytest.param('{"a": "b', "length", "truncated", id="truncated"),
        pytest.param("", "content_filter", "content_filter", id="filtered"),
        pytest.param("I cannot help", "refusal", "refused", id="refused"),
        pytest.param(" \n", "stop", "empty", id="empty"),
        pytest.param("Sure! Here it is", "stop", "not_json", id="prose"),
        pytest.param("[1," * 100_000 + "0", "stop", "not_json", id="too-deep"),
        pytest.param('{"b": 1}', "stop", "wrong_shape", id="other-keys"),
        pytest.param("[1]", "stop", "wrong_shape", id="no-object"),
    ],
)
def test_a_bad_answer_is_a_named_fault(text: str, finish_reason: FinishReason, code: str) -> None:
    answer = read_answer(PROMPT, completion(text, finish_reason))
    assert isinstance(answer, Fault)
    assert answer.code == code
    assert answer.message


@pytest.mark.parametrize(
    "text", [pytest.param('{"a": "b"}', id="plain"), pytest.param('```json\n{"a": "b"}\n```', id="fenced")]
)
def test_a_good_answer_is_read(text: str) -> None:
    assert read_answer(PROMPT, completion(text)) == {"a": "b"}


def test_labels_are_mapped_back_to_spans() -> None:
    form = next(form for form in propose(ARTICLE, (MeetingEvent,), "sentence") if isinstance(form, SentenceForm))
    answer = {"participants": ["Cemil Aksoy", "Haroon Yusuf"], "date": "on Thursday", "place": "none", "topics": []}
    asked = {question.shape.name for question in form.questions}
    (draft,) = parse(form, ARTICLE, {name: answer[name] for name in asked}, completion("{}"))
    people = draft.fields["participants"]
    assert isinstance(people, tuple)
    words = [person["name"] for person in people if isinstance(person, dict)]
    assert [word.text for word in words if isinstance(word, Proposed)] == ["Cemil Aksoy", "Haroon Yusuf"]
    assert all(word.span and word.span.of(ARTICLE.text) == word.text for word in words if isinstance(word, Proposed))
    assert "place" not in draft.fields
    assert draft.evidence == form.focus


def test_a_document_answer_gives_its_drafts() -> None:
    form = DocumentForm((ArmsDeal,))
    deal = {
        "evidence": [99, 3, 3],
        "stage": "contract",
        "supplier": [{"name": "Denizak", "country": None}],
        "recipient": [],
        "designation": None,
        "description": "patrol vessels",
        "quantity": "two patrol vessels",
        "amount": None,
        "date": "September 2020",
        "deliveries": [],
        "terms": ["licence"],
    }
    answer = {"arms_deal": [deal]}
    assert read_answer(render(form, ARTICLE), completion(json.dumps(answer))) == answer
    (draft,) = parse(form, ARTICLE, answer, completion("{}"))
    assert draft.evidence == (3,)
    assert draft.fields["stage"] == Proposed("contract", option="contract")
    assert draft.fields["supplier"] == ({"name": Proposed("Denizak")},)
    assert "recipient" not in draft.fields
    assert draft.model == "fake"
