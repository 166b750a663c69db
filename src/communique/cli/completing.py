"""What a shell is offered for values that no list of an option names."""

import click
from click.shell_completion import CompletionItem

KINDS = ("meeting", "arms_deal", "statement")
"""The built-in kinds, as a test holds them: their classes take longer to load than a reader waits after a tab."""


def kinds_begun(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - click gives them
    """The kinds that go on with what stands after the last comma, of those that are not named before it."""
    before, comma, begun = incomplete.rpartition(",")
    named = before.split(",")
    return [CompletionItem(before + comma + kind) for kind in KINDS if kind.startswith(begun) and kind not in named]


def paths_begun(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001 - the same
    """Whatever file or folder the shell finds."""
    return [CompletionItem(incomplete, type="file")]


def models_begun(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """The embedded model, else the GGUF files that the shell finds."""
    return [CompletionItem("local")] if "local".startswith(incomplete) else paths_begun(ctx, param, incomplete)
