"""Tokens of a text that nobody has counted: estimated, rather too many than too few."""

from communique.completion import Completion, Prompt, TokenUsage

_BYTES_A_TOKEN = 3  # English has about 4 and Turkish about 3 UTF-8 bytes a token in the vocabularies in use


def estimated_tokens(text: str) -> int:
    """About how many tokens `text` has."""
    return -(-len(text.encode(errors="replace")) // _BYTES_A_TOKEN)


def prompt_tokens(prompt: Prompt) -> int:
    """About how many tokens the messages have."""
    return sum(estimated_tokens(message.content) for message in prompt.messages)


def counted(prompt: Prompt, completion: Completion) -> TokenUsage:
    """What the answer cost as the endpoint counts it, or estimated where it does not count."""
    usage = completion.usage
    if usage.prompt or usage.completion:
        return usage
    return TokenUsage(prompt_tokens(prompt), estimated_tokens(completion.text), calls=usage.calls)
