"""How far a run is: a bar with rate and time left on a terminal, nothing otherwise."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text


class RateColumn(ProgressColumn):
    """Articles a minute."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        return Text(f"{task.speed * 60:.1f}/min" if task.speed and task.description == "articles" else "")


class RunProgress:
    """The bars of one run, on standard error; without a `total` the bar only moves."""

    def __init__(self, total: int | None, *, console: Console | None = None) -> None:
        held = console or Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), MofNCompleteColumn())
        self._bars = Progress(
            *columns, RateColumn(), TimeRemainingColumn(), console=held, disable=not held.is_terminal, transient=True
        )
        self._articles = self._bars.add_task("articles", total=total)
        self._weights_task = self._bars.add_task("joining the model (MB)", total=None, visible=False)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def article_done(self) -> None:
        """One article more is done."""
        self._bars.advance(self._articles)

    def weights(self, done: int, total: int) -> None:
        """So many bytes of the model's weights are joined."""
        self._bars.update(
            self._weights_task, completed=done // 1_000_000, total=total // 1_000_000, visible=done < total
        )
