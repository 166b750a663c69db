"""Tables and events on standard output."""

from typing import NoReturn

from rich.console import Console


class DataConsole(Console):
    """Standard output, its text taken as it is; a reader that goes away ends the command as it does without rich."""

    def __init__(self) -> None:
        super().__init__(markup=False, highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Raises BrokenPipeError, where rich would end the process with 1."""
        raise BrokenPipeError
