"""An event class that ends the process in which it meets the name of a file that is there, or "Poison"."""

import os
from pathlib import Path
from typing import ClassVar

from pydantic import field_validator

from communique.events import Event
from communique.fields import Name


class Deadly(Event):
    """Whoever is named."""

    kind: ClassVar[str] = "deadly"
    name: Name | None = None

    @field_validator("name")
    @classmethod
    def _ends(cls, name: Name | None) -> Name | None:
        if name is not None and "Poison" in name.value:
            marker = Path(os.environ["DEADLY"])
            if os.environ["DEADLY_ALWAYS"] or marker.exists():
                marker.unlink(missing_ok=True)
                os._exit(3)
        return name
