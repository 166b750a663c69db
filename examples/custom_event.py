"""A fourth event type in ten lines: military exercises, read with the same checks as the built-in kinds.

python examples/custom_event.py examples/articles/02-phone-call.txt
communique extract examples/articles --kinds examples.custom_event:Exercise
"""

import sys
from pathlib import Path
from typing import ClassVar

from communique import Actor, Article, Cues, Event, Extractor, Phrase, Place, When


class Exercise(Event):
    """A military exercise."""

    kind: ClassVar[str] = "exercise"
    question: ClassVar[str] = "military exercises of states or services"
    cues: ClassVar[Cues | str | None] = Cues(triggers=("exercise", "exercises", "drill*", "tatbikat*"))
    identity: ClassVar[tuple[str, ...]] = ("participants",)
    type: Phrase | None = None
    participants: tuple[Actor, ...] = ()
    date: When | None = None
    place: Place | None = None


if __name__ == "__main__":
    path = Path(sys.argv[1])
    with Extractor(kinds=(Exercise,)) as extractor:
        for record in extractor.extract(Article(id=path.stem, text=path.read_text(encoding="utf-8"))).records:
            print(record.to_json())
