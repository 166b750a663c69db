"""What an endpoint refuses is learnt from its 400 once; the request is then written without it."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, get_args

from communique.completion import Prompt

Constraint = Literal["json_schema", "tool", "json_object", "none"]
Limit = Literal["max_tokens", "max_completion_tokens"]

_LIMITS = get_args(Limit)
_RUNGS: tuple[Constraint, ...] = ("json_schema", "tool", "json_object", "none")
_UNTOLD = frozenset({"json_object", "none"})
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
    limit: Limit = "max_tokens"
    constraint: Constraint = "json_schema"

    def body(self, prompt: Prompt, *, model: str, sampling: Sampling) -> dict[str, Any]:
        """The Chat Completions request body that asks `prompt` in these modes."""
        body: dict[str, Any] = {"model": model, "messages": self._messages(prompt), self.limit: prompt.max_tokens}
        if self.temperature:
            body["temperature"] = sampling.temperature
        if self.seed:
            body["seed"] = sampling.seed
        if prompt.schema is not None:
            body |= _constraint(prompt.schema, prompt.schema_name, self.constraint)
        return body

    def without_what_either_lacks(self, other: "Modes") -> "Modes":
        """The modes that send only what both send, and the looser constraint."""
        return Modes(
            temperature=self.temperature and other.temperature,
            seed=self.seed and other.seed,
            limit=self.limit if self.limit != Modes().limit else other.limit,
            constraint=max(self.constraint, other.constraint, key=_RUNGS.index),
        )

    def to_json(self) -> str:
        """The modes as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Modes | None":
        """The modes of `to_json`; None where another version wrote others."""
        try:
            told = json.loads(text)
            modes = cls(**told)
        except (ValueError, TypeError):
            return None
        return modes if modes.constraint in _RUNGS and modes.limit in _LIMITS else None

    def _messages(self, prompt: Prompt) -> list[dict[str, str]]:
        messages = [{"role": message.role, "content": message.content} for message in prompt.messages]
        if prompt.schema is not None and self.constraint in _UNTOLD:
            messages[-1]["content"] += _SCHEMA_AS_TEXT + json.dumps(prompt.schema, ensure_ascii=False)
        return messages


def _constraint(schema: Mapping[str, Any], name: str, constraint: Constraint) -> dict[str, Any]:
    """The members of a request that hold an answer to the schema."""
    if constraint == "json_schema":
        told = {"name": name, "strict": True, "schema": dict(schema)}
        return {"response_format": {"type": "json_schema", "json_schema": told}}
    if constraint == "tool":
        function = {"name": name, "strict": True, "parameters": dict(schema)}
        chosen = {"type": "function", "function": {"name": name}}
        return {"tools": [{"type": "function", "function": function}], "tool_choice": chosen}
    return {"response_format": {"type": "json_object"}} if constraint == "json_object" else {}


@dataclass(frozen=True, slots=True)
class _Rule:
    """The words by which an endpoint names the field it refuses, and the modes without it."""

    field: str
    named: re.Pattern[str]
    without: Callable[[Modes], Modes | None]


def looser(modes: Modes) -> Modes | None:
    """The same on the next looser rung of the ladder; None below the last."""
    below = _RUNGS[_RUNGS.index(modes.constraint) + 1 :]
    return replace(modes, constraint=below[0]) if below else None


_RULES = (
    _Rule(
        "response_format",
        re.compile(r"response_format|json_schema|json_object|structured output|\bstrict\b|guided|grammar"),
        looser,
    ),
    _Rule("tools", re.compile(r"\btools?\b|tool_choice|function|\bstrict\b|grammar"), looser),
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
