"""What a model is asked and what it answers: the seam between the pure stages and the one step that does I/O."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

MessageRole = Literal["system", "user", "assistant"]
FinishReason = Literal["stop", "length", "content_filter", "refusal", "other"]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: MessageRole
    content: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question: the messages in order, and the JSON Schema the answer must obey, or None for free text.

    `schema_name` names the schema to the endpoint (letters, digits, `_` and `-`). `max_tokens` bounds the answer.
    """

    messages: tuple[Message, ...]
    schema: Mapping[str, Any] | None
    schema_name: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class TokenUsage:
    """Tokens as the endpoint counts them; `cached` is the part of `prompt` that was not computed again."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0
    calls: int = 0

    def __add__(self, other: "TokenUsage") -> "TokenUsage":
        return TokenUsage(
            prompt=self.prompt + other.prompt,
            completion=self.completion + other.completion,
            cached=self.cached + other.cached,
            calls=self.calls + other.calls,
        )


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer: its text as received (empty for a refusal without words), why it ended, and what it cost."""

    text: str
    finish_reason: FinishReason
    model: str
    usage: TokenUsage


class CompletionClient(Protocol):
    """Anything that answers prompts."""

    async def complete(self, prompt: Prompt) -> Completion:
        """The model's answer; raises CompletionError when there is none."""
        ...


@runtime_checkable
class RejectingClient(CompletionClient, Protocol):
    """A client that keeps answers, and is told which of them were of no use."""

    async def reject(self, prompt: Prompt) -> bool:
        """Keeps the answer as a failure, to be asked for again on request; whether an earlier run had done so."""
        ...
