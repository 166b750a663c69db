from dataclasses import replace
from typing import Any

import pytest

from communique.llm.modes import Constraint, Modes, Sampling, learn, looser
from tests.llm.fakes import PROMPT, SCHEMA


def body(modes: Modes) -> dict[str, Any]:
    return modes.body(PROMPT, model="m", sampling=Sampling(seed=3))


def test_the_first_request_is_constrained_and_repeatable() -> None:
    assert body(Modes()) == {
        "model": "m",
        "messages": [{"role": "system", "content": "Read."}, {"role": "user", "content": "Who came?"}],
        "max_tokens": 50,
        "temperature": 0.0,
        "seed": 3,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "form", "strict": True, "schema": SCHEMA},
        },
    }


@pytest.mark.parametrize(
    ("refusal", "learnt"),
    [
        pytest.param("temperature", Modes(temperature=False), id="parameter"),
        pytest.param("Unsupported value: 'temperature' does not support 0.0", Modes(temperature=False), id="message"),
        pytest.param("Unrecognized request argument supplied: seed", Modes(seed=False), id="seed"),
        pytest.param(
            "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
            Modes(limit="max_completion_tokens"),
            id="limit",
        ),
        pytest.param("response_format", Modes(constraint="tool"), id="response format"),
        pytest.param("This model does not do json_schema", Modes(constraint="tool"), id="json_schema"),
    ],
)
def test_a_refusal_is_learnt_from_what_it_names(refusal: str, learnt: Modes) -> None:
    assert learn(Modes(), refusal, body(Modes())) == learnt


@pytest.mark.parametrize(
    ("modes", "refusal"),
    [
        pytest.param(Modes(), "messages", id="another parameter"),
        pytest.param(Modes(), "the seedling is too young", id="another word"),
        pytest.param(Modes(temperature=False), "temperature", id="no longer sent"),
        pytest.param(Modes(limit="max_completion_tokens"), "max_completion_tokens is too large", id="both limits"),
        pytest.param(Modes(constraint="none"), "response_format", id="nothing looser"),
    ],
)
def test_a_refusal_that_no_mode_mends_teaches_nothing(modes: Modes, refusal: str) -> None:
    assert learn(modes, refusal, body(modes)) is None


@pytest.mark.parametrize(
    ("refusal", "constraint", "below"),
    [
        pytest.param("response_format", "json_schema", "tool", id="json_schema"),
        pytest.param("tool_choice is not supported", "tool", "json_object", id="tool"),
        pytest.param("response_format", "json_object", "none", id="json_object"),
    ],
)
def test_constraints_loosen_one_rung_at_a_time(refusal: str, constraint: Constraint, below: Constraint) -> None:
    modes = Modes(constraint=constraint)
    assert learn(modes, refusal, body(modes)) == looser(modes) == Modes(constraint=below)


def test_below_the_last_rung_is_nothing() -> None:
    assert looser(Modes(constraint="none")) is None


def test_a_tool_is_called_with_the_answer() -> None:
    sent = body(Modes(constraint="tool"))
    function = {"name": "form", "strict": True, "parameters": SCHEMA}
    assert sent["tools"] == [{"type": "function", "function": function}]
    assert sent["tool_choice"] == {"type": "function", "function": {"name": "form"}}
    assert "response_format" not in sent
    assert sent["messages"][1]["content"] == "Who came?"


@pytest.mark.parametrize("turned", [False, True], ids=["one way", "the other way"])
def test_what_two_learnt_apart_is_put_together(*, turned: bool) -> None:
    one, other = Modes(seed=False, constraint="tool"), Modes(temperature=False, limit="max_completion_tokens")
    both = other.without_what_either_lacks(one) if turned else one.without_what_either_lacks(other)
    assert both == Modes(temperature=False, seed=False, limit="max_completion_tokens", constraint="tool")


@pytest.mark.parametrize("modes", [Modes(constraint="json_object"), Modes(constraint="none")], ids=["object", "none"])
def test_a_schema_that_does_not_constrain_is_said_in_the_last_message(modes: Modes) -> None:
    sent = body(modes)
    assert sent["messages"][0]["content"] == "Read."
    assert sent["messages"][1]["content"].startswith("Who came?\n\nAnswer with one JSON object")
    assert '"required": ["guest"]' in sent["messages"][1]["content"]
    assert sent.get("response_format") == ({"type": "json_object"} if modes.constraint == "json_object" else None)


def test_without_a_schema_nothing_is_constrained_and_nothing_added() -> None:
    sent = Modes(constraint="none").body(replace(PROMPT, schema=None), model="m", sampling=Sampling())
    assert "response_format" not in sent
    assert sent["messages"][1]["content"] == "Who came?"


def test_modes_are_written_and_read_again() -> None:
    modes = Modes(temperature=False, limit="max_completion_tokens", constraint="tool")
    assert Modes.from_json(modes.to_json()) == modes


@pytest.mark.parametrize(
    "text", ["{", "[]", "7", '{"colour": "red"}', '{"constraint": "grammar"}', '{"limit": "none"}']
)
def test_modes_of_another_version_are_none(text: str) -> None:
    assert Modes.from_json(text) is None
