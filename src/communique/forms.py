"""What is asked of a model, before it is put into words: the frozen type between proposing, prompting and parsing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from communique.drafts import DraftValue
from communique.events import Event
from communique.shapes import FieldShape

NONE = "none"
"""The way out of a closed list. It stands first: small models lean to the last option."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One option: its label, what it stands for, a hint for the model ("" for none), and a key that equal candidates
    share."""

    label: str
    value: DraftValue
    hint: str
    key: object
    start: int


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a small form; `options` is empty for open words."""

    shape: FieldShape
    options: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """A small form on one sentence: what cues and taggers have decided is `given`, the rest is asked."""

    prompt: ClassVar[str] = "sentence.1"

    event: type[Event]
    focus: tuple[int, ...]
    given: Mapping[str, DraftValue]
    questions: tuple[Question, ...]

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.questions


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """The whole article for several event classes, with open answers."""

    prompt: ClassVar[str] = "document.1"

    events: tuple[type[Event], ...]

    @property
    def is_decided(self) -> bool:
        """Never: an open answer is always asked for."""
        return False


Form = SentenceForm | DocumentForm
