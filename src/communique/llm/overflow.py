"""What an endpoint says of an article that is longer than its context: recognised, with both numbers where it tells."""

import re
from collections.abc import Mapping
from http import HTTPStatus

from openai import APIStatusError

from communique.errors import ContextOverflow

_NAMED = re.compile(
    r"context[ _](?:length|size|window)|maximum context|exceed_context|maximum model length|too many tokens"
    r"|prompt is too long|prompt too long|too large for model|input token count|input tokens exceed"
)
_LIMIT = r"(?P<limit>\d[\d,]*)"
_NEEDED = r"(?P<needed>\d[\d,]*)"
_WORDINGS = tuple(
    re.compile(wording)
    for wording in (
        # OpenAI, OpenRouter and vLLM; the last two say how many tokens the answer may have, which count as well
        rf"context length is (?:only )?{_LIMIT} tokens.*?(?:requested|resulted in|request has) (?:about )?{_NEEDED}",
        rf"limit of {_LIMIT} tokens.*?resulted in {_NEEDED} tokens",
        # vLLM
        rf"prompt \((?:total )?length {_NEEDED}\) is longer than the maximum model length of {_LIMIT}",
        rf"passed {_NEEDED} input tokens.*?context length is (?:only )?{_LIMIT}",
        # llama.cpp, and Ollama where it does not cut the prompt
        rf"\({_NEEDED} tokens\) exceeds the (?:available|maximum) context (?:size|length) \({_LIMIT} tokens\)",
        # Anthropic and Gemini behind their compatible addresses
        rf"prompt is too long: {_NEEDED} tokens > {_LIMIT}",
        rf"input token count \({_NEEDED}\) exceeds the maximum number of tokens allowed \({_LIMIT}\)",
        # Mistral
        rf"contains {_NEEDED} tokens.*?with {_LIMIT} maximum context",
        # Groq, whose minute is smaller than one request
        rf"limit {_LIMIT}, requested {_NEEDED}",
        # the limit alone
        rf"(?:context (?:length|size|window)|model length)(?: is| of|:)? (?:only )?{_LIMIT}",
    )
)


def context_overflow(error: APIStatusError) -> ContextOverflow | None:
    """What `error` says of the context length, or None where it is about something else."""
    said = f"{error.code or ''} {error.type or ''} {error.message}".casefold()
    if error.status_code != HTTPStatus.REQUEST_ENTITY_TOO_LARGE and not _NAMED.search(said):
        return None
    return _told_apart(error.body) or _told_in_words(said)


def _told_apart(body: object) -> ContextOverflow | None:
    """llama.cpp's `n_ctx` and `n_prompt_tokens`."""
    if not isinstance(body, Mapping):
        return None
    limit, needed = body.get("n_ctx"), body.get("n_prompt_tokens")
    return ContextOverflow(limit, needed) if isinstance(limit, int) and isinstance(needed, int) else None


def _told_in_words(said: str) -> ContextOverflow:
    for wording in _WORDINGS:
        if found := wording.search(said):
            numbers = found.groupdict()
            return ContextOverflow(_number(numbers["limit"]), _number(numbers.get("needed")))
    return ContextOverflow(None, None)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits.replace(",", ""))
