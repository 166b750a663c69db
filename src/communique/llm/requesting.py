"""A client whose requests are told to whoever observes them, in the words of OpenTelemetry's GenAI conventions."""

from urllib.parse import urlsplit

from communique.completion import Completion, CompletionClient, Prompt
from communique.errors import CompletionError
from communique.tracing import Facts, stage

_PORTS = {"http": 80, "https": 443}


class TracedClient:
    """Asks `inner`, and tells of each request: model, host and port, tokens, or the error's code."""

    def __init__(self, inner: CompletionClient, *, model: str, url: str) -> None:
        self._inner, self._name = inner, f"chat {model}"
        address = urlsplit(url)
        self._facts: Facts = {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": "openai",  # by the API that is spoken, whoever speaks it
            "gen_ai.output.type": "json",
            "gen_ai.request.model": model,
            "server.address": address.hostname or "",
            "server.port": address.port or _PORTS.get(address.scheme, 0),
        }

    async def complete(self, prompt: Prompt) -> Completion:
        """The answer of `inner`; raises CompletionError."""
        asked = {**self._facts, "gen_ai.request.max_tokens": prompt.max_tokens}
        with stage(self._name, asked, is_request=True) as request:
            try:
                completion = await self._inner.complete(prompt)
            except CompletionError as error:
                if error.status is not None:
                    request.tell({"http.response.status_code": error.status})
                raise
            request.tell(_answered(completion))
            return completion


def _answered(completion: Completion) -> Facts:
    return {
        "gen_ai.response.model": completion.model,
        "gen_ai.response.finish_reasons": (completion.finish_reason,),
        "gen_ai.usage.input_tokens": completion.usage.prompt,
        "gen_ai.usage.output_tokens": completion.usage.completion,
        "gen_ai.usage.cache_read.input_tokens": completion.usage.cached,
    }
