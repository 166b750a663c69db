"""What an endpoint refuses is learnt from its 400 once; the request is then written without it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from communique.completion import Prompt

Constraint = Literal["json_schema", "json_object", "none"]

_LOOSER: Mapping[Constraint, Constraint] = {"json_schema": "json_object", "json_object": "none"}
_SCHEMA_AS_TEXT = "\n\nAnswer with one JSON object and nothing else. It must obey this JSON Schema:\n"


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the model chooses its words; the defaults are as repeatable as a model can be."""

    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Modes:
    """How a request is written for one endpoint and model; the defaults are the OpenAI API's own."""

    temperature: bool = True
    seed: bool = True
    limit: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    constraint: Constraint = "json_schema"

    def body(self, prompt: Prompt, *, model: str, sampling: Sampling) -> dict[str, Any]:
        """The Chat Completions request body that asks `prompt` in these modes."""
        body: dict[str, Any] = {"model": model, "messages": self._messages(prompt), self.limit: prompt.max_tokens}
        if self.temperature:
            body["temperature"] = sampling.temperature
        if self.seed:
            body["seed"] = sampling.seed
        if prompt.schema is not None and self.constraint != "none":
            body["response_format"] = _response_format(prompt.schema, prompt.schema_name, self.constraint)
        return body

    def _messages(self, prompt: Prompt) -> list[dict[str, str]]:
        messages = [{"role": message.role, "content": message.content} for message in prompt.messages]
        if prompt.schema is not None and self.constraint != "json_schema":
            messages[-1]["content"] += _SCHEMA_AS_TEXT + json.dumps(prompt.schema, ensure_ascii=False)
        return messages


def _response_format(schema: Mapping[str, Any], name: str, constraint: Constraint) -> dict[str, Any]:
    if constraint == "json_object":
        return {"type": "json_object"}
    return {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": dict(schema)}}


@dataclass(frozen=True, slots=True)
class _Rule:
    """The words by which an endpoint names the field it refuses, and the modes without it."""

    field: str
    named: re.Pattern[str]
    without: Callable[[Modes], Modes]


def _loosen(modes: Modes) -> Modes:
    return replace(modes, constraint=_LOOSER.get(modes.constraint, "none"))


_RULES = (
    _Rule("response_format", re.compile(r"response_format|json_schema|json_object|guided|grammar"), _loosen),
    _Rule("max_tokens", re.compile(r"max_tokens"), lambda modes: replace(modes, limit="max_completion_tokens")),
    _Rule("temperature", re.compile(r"temperature"), lambda modes: replace(modes, temperature=False)),
    _Rule("seed", re.compile(r"\bseed\b"), lambda modes: replace(modes, seed=False)),
)


def learn(modes: Modes, refusal: str, sent: Mapping[str, Any]) -> Modes | None:
    """The modes without what the endpoint refused, or None when the refusal is about nothing these modes can change.

    `refusal` is the parameter the endpoint names, or else its message. Only a field that was `sent` can be refused.
    """
    words = refusal.casefold()
    for rule in _RULES:
        if rule.field in sent and rule.named.search(words):
            return rule.without(modes)
    return None
