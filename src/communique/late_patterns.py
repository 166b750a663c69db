"""Patterns that are compiled when a text first needs them: one text needs few, and a command starts without most."""

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern: what is asked of it is the compiled pattern's, and kept here for the next time."""

    def __init__(self, form: str, flags: int) -> None:
        self._form, self._flags = form, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._form, self._flags), name)
        setattr(self, name, found)
        return found


def late(form: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a form; a fault in it is told when it is first used."""
    return cast("re.Pattern[str]", _Late(form, flags))
