"""Answers that are none, recognised and named: empty, cut off, refused, filtered, looping, the schema, no JSON."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from communique.completion import Completion, Prompt

_REFUSAL = re.compile(
    r"\s*(?:(?:i['’]?m|i am) (?:(?:very |so )?sorry|unable to|not able to)|sorry,|my apologies|i apologi[sz]e"
    r"|i (?:can(?:no|['’])t|won['’]t) |as an ai\b|üzgünüm|özür dilerim|maalesef|yardımcı olamam)",
    re.IGNORECASE,
)
_SHORT_PERIOD = 50
_LONGEST_PERIOD = 1500
_LEAST_LOOP = 60
_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an answer cannot be used.

    `code`: truncated, repeated, refused, content_filter, empty, schema_echoed, not_json or wrong_shape.
    """

    code: str
    message: str


def read_json(prompt: Prompt, completion: Completion) -> Any | Fault:  # noqa: ANN401 - JSON is anything
    """The answer as JSON of any shape, or what is wrong with it."""
    text = completion.text
    if completion.finish_reason == "length":
        return _looping(text) or Fault("truncated", f"it was cut off after {completion.usage.completion} tokens")
    if completion.finish_reason == "content_filter":
        return Fault("content_filter", "the endpoint's content filter stopped it")
    if completion.finish_reason == "refusal":
        return Fault("refused", f"the model refused: {text[:200]}")
    if not text.strip():
        return Fault("empty", "it was empty")
    try:
        answer = json.loads(_unfenced(text))
    except (ValueError, RecursionError) as error:
        return _no_json(prompt, completion, error)
    return _echo(prompt.schema, answer) or _half_characters(answer) or answer


def _unfenced(text: str) -> str:
    """The text without a Markdown code fence around it, which endpoints without constrained decoding like to add."""
    stripped = text.strip()
    if not stripped.startswith("```"):
        return stripped
    return stripped.strip("`").removeprefix("json").strip()


def _no_json(prompt: Prompt, completion: Completion, error: Exception) -> Fault:
    """What text that is no JSON is instead; some endpoints say neither of a limit nor of a refusal."""
    text, tokens = completion.text, completion.usage.completion
    if loop := _looping(text):
        return loop
    if tokens >= prompt.max_tokens:
        return Fault("truncated", f"it was cut off after {tokens} tokens")
    if _REFUSAL.match(text):
        return Fault("refused", f"the model refused: {text.strip()[:200]}")
    return Fault("not_json", f"it is not JSON ({error})")


def _looping(text: str) -> Fault | None:
    """The fault of a text whose end is the same row of characters again and again: small models and greedy decoding
    get caught in loops (Holtzman et al. 2020, "The Curious Case of Neural Text Degeneration")."""
    for period in range(1, min(_LONGEST_PERIOD, len(text) // 3) + 1):
        times = 6 if period <= _SHORT_PERIOD else 3
        length = max(times * period, _LEAST_LOOP)
        if length <= len(text) and text[-length:-period] == text[period - length :]:
            return Fault("repeated", f"it repeats {text[-period:][:60]!r} to its end")
    return None


def _echo(schema: Mapping[str, Any] | None, answer: object) -> Fault | None:
    """The fault of an answer that is the schema, whole or member by member, instead of what the schema describes."""
    properties = (schema or {}).get("properties")
    if not isinstance(answer, dict) or not properties:
        return None
    whole = "properties" not in properties and isinstance(answer.get("properties"), dict)
    member_wise = answer.keys() == properties.keys() and all(_is_schema(answer[name]) for name in properties)
    return Fault("schema_echoed", "it is the JSON Schema itself, not an answer to it") if whole or member_wise else None


def _is_schema(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("type"), str) and value["type"] in _TYPES


def _half_characters(answer: object) -> Fault | None:
    """The fault of an escape that is half a character, which no file can hold."""
    try:
        json.dumps(answer, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return Fault("not_json", "it has half of a surrogate pair")
    return None
