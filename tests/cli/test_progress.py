"""The bar shows on a terminal and nowhere else."""

import io

import pytest
from rich.console import Console

from communique.cli.progress import RunProgress


@pytest.mark.parametrize("terminal", [pytest.param(True, id="terminal"), pytest.param(False, id="pipe")])
def test_the_bar_shows_on_a_terminal_only(*, terminal: bool) -> None:
    screen = io.StringIO()
    with RunProgress(2, console=Console(file=screen, force_terminal=terminal, width=100)) as progress:
        progress.weights(10_000_000, 50_000_000)
        progress.article_done()
        progress.weights(50_000_000, 50_000_000)
        progress.article_done()
    assert ("articles" in screen.getvalue()) is terminal
