"""What is no answer is recognised and named."""

import json
from typing import Any

import pytest

from communique.completion import Completion, FinishReason, Prompt, TokenUsage
from communique.degenerate import Fault, read_json

SCHEMA = {
    "type": "object",
    "properties": {"guest": {"type": "string"}, "place": {"type": ["string", "null"]}},
    "required": ["guest", "place"],
    "additionalProperties": False,
}
PROMPT = Prompt((), SCHEMA, "x", 100)


def read(text: str, finish_reason: FinishReason = "stop", *, tokens: int = 5) -> Any:
    return read_json(PROMPT, Completion(text, finish_reason, "m", TokenUsage(9, tokens, 0, 1)))


@pytest.mark.parametrize(
    ("text", "finish_reason", "code"),
    [
        pytest.param("", "stop", "empty", id="empty"),
        pytest.param(" \n\t", "stop", "empty", id="white space"),
        pytest.param('{"guest": "Ay', "length", "truncated", id="cut off"),
        pytest.param('{"guest": "Ay', "content_filter", "content_filter", id="filtered"),
        pytest.param("I will not.", "refusal", "refused", id="refused"),
        pytest.param("I'm sorry, but I can't assist with that request.", "stop", "refused", id="refused in words"),
        pytest.param("I cannot provide this information.", "stop", "refused", id="cannot"),
        pytest.param("Üzgünüm, bu konuda yardımcı olamam.", "stop", "refused", id="refused in Turkish"),
        pytest.param("Sure! The guest was Ayşe.", "stop", "not_json", id="prose"),
        pytest.param(json.dumps(SCHEMA), "stop", "schema_echoed", id="the schema"),
        pytest.param('{"properties": {"guest": {"type": "string"}}}', "stop", "schema_echoed", id="part of it"),
        pytest.param(
            '{"guest": {"type": "string"}, "place": {"type": "string"}}', "stop", "schema_echoed", id="members"
        ),
        pytest.param("the guest the guest " * 30, "stop", "repeated", id="words again and again"),
        pytest.param('{"guest": "A' + " " * 500, "length", "repeated", id="blanks to the limit"),
        pytest.param('{"guest": "A' + "\\n" * 500, "length", "repeated", id="line ends to the limit"),
        pytest.param(
            '{"a": [' + '{"name": "Ayşe", "role": "guest of the minister"}, ' * 9, "length", "repeated", id="items"
        ),
        pytest.param("abc" * 25 + "ab", "stop", "repeated", id="an end within the row"),
        pytest.param('"' + "\\ud800" + '"', "stop", "not_json", id="half a character"),
        pytest.param("9" * 3000 + "8" * 3000, "stop", "repeated", id="a number without an end"),
        pytest.param("12345678901" * 400 + "7", "stop", "not_json", id="a number too long"),
    ],
)
def test_what_is_no_answer_is_named(text: str, finish_reason: FinishReason, code: str) -> None:
    fault = read(text, finish_reason)
    assert isinstance(fault, Fault)
    assert fault.code == code
    assert fault.message


def test_an_answer_at_the_limit_is_cut_off_whatever_the_endpoint_says() -> None:
    assert read('{"guest": "Ay', tokens=100) == Fault("truncated", "it was cut off after 100 tokens")
    assert read('{"guest": "Ay', tokens=99).code == "not_json"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"guest": "Ayşe", "place": null}', id="an answer"),
        pytest.param('```json\n{"guest": "Ayşe", "place": null}\n```', id="fenced"),
        pytest.param(json.dumps({"guest": "ha" * 500, "place": None}), id="a value that repeats itself"),
        pytest.param("[" + "1, " * 500 + "1]", id="a list of the same"),
        pytest.param('{"guest": {"type": "guest"}, "place": {"type": 7}}', id="types that no schema has"),
        pytest.param('"I\'m sorry"', id="an apology in JSON"),
        pytest.param('{"guest": "\\ud83d\\ude00", "place": null}', id="both halves of a character"),
    ],
)
def test_what_is_json_is_read(text: str) -> None:
    assert not isinstance(read(text), Fault)


def test_a_schema_that_describes_properties_may_be_answered_with_some() -> None:
    schema = {"type": "object", "properties": {"properties": {"type": "object"}}}
    answer = read_json(Prompt((), schema, "x", 9), Completion('{"properties": {}}', "stop", "m", TokenUsage()))
    assert answer == {"properties": {}}


def test_a_loop_is_shown() -> None:
    assert read("bla " * 40).message == "it repeats 'bla ' to its end"
