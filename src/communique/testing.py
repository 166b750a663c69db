"""Fakes for tests of code that uses the library; they are fakes, not recordings."""

from collections.abc import Callable

from communique.completion import Completion, FinishReason, Prompt, TokenUsage


class FakeClient:
    """A client that answers with what `answer` returns for a prompt, and keeps the prompts it was given."""

    def __init__(self, answer: Callable[[Prompt], str], *, finish_reason: FinishReason = "stop") -> None:
        self.answer, self.finish_reason = answer, finish_reason
        self.prompts: list[Prompt] = []

    async def complete(self, prompt: Prompt) -> Completion:
        """The faked answer; tokens are counted as words."""
        self.prompts.append(prompt)
        text = self.answer(prompt)
        words = sum(len(message.content.split()) for message in prompt.messages)
        return Completion(text, self.finish_reason, "fake", TokenUsage(words, len(text.split()), 0, 1))
