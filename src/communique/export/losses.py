"""What a form of export cannot hold: one table a form, counted as it happens, told at the end and in the docs."""

from collections import Counter
from collections.abc import Mapping

Losses = Counter[str]
"""How often each loss happened, by its name in the form's table."""
LossTable = Mapping[str, str]
"""What may be lost, by name: one sentence each."""


REFUSED = "a value that its check refused and the policy left in the event: left out"
"""A loss that all forms but the tables share."""


def told(losses: Losses, table: LossTable) -> list[str]:
    """The losses that happened, in the table's order, a line each."""
    return [f"{losses[name]} x {meaning}" for name, meaning in table.items() if losses[name]]
