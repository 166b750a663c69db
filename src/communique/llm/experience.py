"""What is learnt of one endpoint and model, for all clients that ask it."""

import json
from dataclasses import dataclass, field

from communique.errors import StoreError
from communique.llm.ladder import Ladder
from communique.llm.limiting import Limits
from communique.llm.modes import Modes
from communique.store.kept import Lessons


@dataclass(frozen=True, slots=True)
class Experience:
    """How fast the endpoint may be asked, and in which modes; bound to no event loop, so that it outlives a client."""

    limits: Limits = field(default_factory=Limits)
    ladder: Ladder = field(default_factory=Ladder)


def remembering_ladder(lessons: Lessons, *, place: str, model: str) -> Ladder:
    """A ladder that begins where an earlier run found out what the endpoint takes, and tells later runs.

    A lesson that cannot be kept is learnt again.
    """
    name = json.dumps(["modes", place, model])

    def keep(modes: Modes) -> None:
        try:
            lessons.learn(name, modes.to_json())
        except StoreError:
            return

    try:
        known = lessons.setting(name)
    except StoreError:
        known = None
    return Ladder(None if known is None else Modes.from_json(known), learnt=keep)
