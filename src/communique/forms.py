"""What is asked of a model, before it is put into words: the frozen type between proposing, prompting and parsing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from communique.drafts import DraftValue
from communique.events import Event, Group
from communique.fields import Amount, Choice, Country, GroundedValue, Name, Phrase, Place, Quantity, Quote, When
from communique.shapes import FieldShape, shapes, typed
from communique.spans import Span

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
    """A small form on one sentence: what cues and taggers have decided is `given`, the rest is asked.

    A `second` look asks about a sentence that no event covers, and its answer may well be that there is none.
    """

    event: type[Event]
    focus: tuple[int, ...]
    given: Mapping[str, DraftValue]
    questions: tuple[Question, ...]
    second: bool = False

    @property
    def prompt(self) -> str:
        """The name of the prompt file that asks it."""
        return "second_sentence.2" if self.second else "sentence.2"

    @property
    def reach(self) -> tuple[int, int]:
        """How many sentences before and behind its candidates may come from."""
        return (2, 1) if self.second else (1, 1)

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left to ask."""
        return not self.questions


EntryList = Literal["people", "bodies", "other names", "countries", "dates", "places", "sums", "counts", "quotes"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the article names, as a line of one of its lists: its label, a hint for the model ("" for none), the
    kind of name it is ("" where it is none), and every place where it stands."""

    listed: EntryList
    label: str
    hint: str
    kind: str
    spans: tuple[Span, ...]


_LISTS: tuple[tuple[type[GroundedValue], EntryList], ...] = (
    (Country, "countries"),
    (When, "dates"),
    (Place, "places"),
    (Quantity, "counts"),  # before Amount: it is one too
    (Amount, "sums"),
    (Quote, "quotes"),
)


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """The whole article for several event classes; for a second look, the sentences `focus` alone, of which `shown` are
    told.

    `entries` close the vocabulary: what the article has no entry for is not asked. None: the answers are open words.
    """

    events: tuple[type[Event], ...]
    entries: tuple[Entry, ...] | None = None
    focus: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()

    @property
    def prompt(self) -> str:
        """The name of the prompt file that asks it."""
        if self.focus:
            return "second_document.1"
        return "document.1" if self.entries is None else "document.2"

    @property
    def is_decided(self) -> bool:
        """Whether no event class is left to ask for."""
        return not self.events

    def asked(self, owner: type[Event] | type[Group]) -> Iterator[FieldShape]:
        """The fields that are asked for: all; of a closed form, those that have something to choose from, and nothing
        that is known with the number of a quote."""
        known = ("form", "cue") if self.entries is not None and issubclass(owner, Event) and is_told(owner) else ()
        for shape in shapes(owner):
            if shape.name not in known and self._has_answers(shape):
                yield shape

    def _has_answers(self, shape: FieldShape) -> bool:
        if shape.group is not None:
            return any(True for _ in self.asked(shape.group))
        return self.entries is None or not is_listed(shape) or bool(self.options(shape))

    def options(self, shape: FieldShape) -> tuple[Entry, ...]:
        """The entries a field is chosen from; () for open words."""
        return tuple(entry for entry in self.entries or () if _fits(shape, entry))


def is_document(prompt: str) -> bool:
    """Whether a prompt of this name asks a DocumentForm, whose answers may be words of the model's own."""
    return "document" in prompt


def is_told(event: type[Event]) -> bool:
    """Whether the event class holds words that somebody said."""
    return any(True for _ in typed(event, Quote))


def is_listed(shape: FieldShape) -> bool:
    """Whether a closed vocabulary lists what may fill the field."""
    return shape.field_type is not None and not shape.is_a(Choice, Phrase)


def _fits(shape: FieldShape, entry: Entry) -> bool:
    if shape.is_a(Name):
        return bool(entry.kind) and shape.takes(entry.kind)
    return entry.listed == next((listed for wanted, listed in _LISTS if shape.is_a(wanted)), None)


Form = SentenceForm | DocumentForm
