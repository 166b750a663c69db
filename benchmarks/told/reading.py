"""What the rules alone find: the library's own flow, with a client that knows nothing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.article import Article
from communique.completion import Completion, CompletionClient, Prompt, TokenUsage
from communique.evaluation import RecordSet
from communique.events import Event
from communique.extractor import Extractor


class Ignorant:
    """A client that chooses nothing where it may: every list empty, every other value null or the first option."""

    async def complete(self, prompt: Prompt) -> Completion:
        """The emptiest answer that obeys the prompt's schema; it costs one call."""
        return Completion(json.dumps(emptiest(prompt.schema or {})), "stop", "none", TokenUsage(calls=1))


def emptiest(schema: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    """The emptiest value that obeys a schema of answers."""
    kind = schema.get("type")
    if kind == "object":
        return {name: emptiest(held) for name, held in schema["properties"].items()}
    if kind == "array":
        return []
    return schema["enum"][0] if "enum" in schema else None


@dataclass(frozen=True, slots=True)
class Found:
    """The events of some articles, and the questions that were left to a model."""

    records: RecordSet
    asked: int


def found(articles: Iterable[Article], kinds: Sequence[type[Event]], client: CompletionClient | None = None) -> Found:
    """What the rules find in the articles; a client of one's own is asked what they leave open."""
    with Extractor(client=client or Ignorant(), kinds=kinds, strategy="sentence") as extractor:
        extractions = list(extractor.extract_all(articles))
    return Found(RecordSet.of(extractions), sum(one.usage.calls for one in extractions))
