"""What a question and its answer take: as the endpoint counts, else estimated, rather too much than too little."""

from communique.completion import Completion, Prompt, TokenUsage
from communique.llm.gauging import estimate


def prompt_tokens(prompt: Prompt) -> int:
    """How many tokens the messages have at most."""
    return sum(estimate(message.content) for message in prompt.messages)


def counted(prompt: Prompt, completion: Completion) -> TokenUsage:
    """What the answer cost as the endpoint counts it, or estimated where it does not count."""
    usage = completion.usage
    if usage.prompt or usage.completion:
        return usage
    return TokenUsage(prompt_tokens(prompt), estimate(completion.text), calls=usage.calls)
