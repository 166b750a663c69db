"""Lines that cannot be used, told on standard error: of many, the first."""

from collections.abc import Iterable

import click

from communique.cli import DONE, SOME_FAILED
from communique.cli.terminal import printable
from communique.errors import InputError

MOST_TOLD = 10


class Faults:
    """Counts faults, and tells the first ten as they come."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, fault: InputError) -> None:
        """Counts one."""
        self.count += 1
        if self.count <= MOST_TOLD:
            click.echo(f"communique: {printable(fault)}", err=True)

    def end(self) -> int:
        """The exit code, once it is told how many more there were."""
        if self.count > MOST_TOLD:
            click.echo(f"communique: and {self.count - MOST_TOLD} more lines like these", err=True)
        return SOME_FAILED if self.count else DONE


def tell(faults: Iterable[InputError]) -> int:
    """The exit code of a command that met these faults, told."""
    told = Faults()
    for fault in faults:
        told.tell(fault)
    return told.end()
