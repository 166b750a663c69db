"""The types an event's fields have. A field's value carries the characters of the article that support it.

Every value is `{text, start, end, value}` with `article.text[start:end] == text`; the offsets (and `text`) are null
only for a value inferred without words of its own. A stage asks the type, never the event: a user's own event class
works everywhere.
"""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from communique.spans import Span

NameKind = Literal["person", "organisation", "place", "country", "other"]


class GroundedValue(BaseModel):
    """What all field values share: the supporting words and where they stand, in code points of the article's text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked_as: ClassVar[str] = "the words of the article"
    """How a model is asked for a value of this type."""

    text: str | None
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _words_have_a_place(self) -> "GroundedValue":
        if len({self.text is None, self.start is None, self.end is None}) > 1:
            raise ValueError("text, start and end are given together or are all null")
        return self

    @property
    def span(self) -> Span | None:
        """Where the words stand, or None for a value inferred without words of its own."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


class Name(GroundedValue):
    """A person, a body or a designation; `value` is the article's longest mention of it, cut of titles and suffixes."""

    asked_as: ClassVar[str] = "a name as printed, without title"
    value: str


class Country(GroundedValue):
    """A country; `value` is ISO 3166-1 alpha-3."""

    asked_as: ClassVar[str] = "the country as printed"
    value: str = Field(pattern="^[A-Z]{3}$")


class When(GroundedValue):
    """A date; `value` is EDTF (ISO 8601-2) or null, and then `partial` says what is known ("XXXX-05-18", "friday")."""

    asked_as: ClassVar[str] = "the words of the date as printed"
    value: str | None
    granularity: Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "interval"]
    anchor: Literal["published", "text", "none"]
    partial: str | None = None


class Place(GroundedValue):
    """A city, region, building or country as a place; `value` is the words without suffixes."""

    asked_as: ClassVar[str] = "the place as printed"
    value: str


class Phrase(GroundedValue):
    """Words that stand in the event's evidence."""

    asked_as: ClassVar[str] = "a few words copied from the article"
    value: str


class Quote(GroundedValue):
    """What was said: the words themselves, or the reported clause."""

    asked_as: ClassVar[str] = "the words said, copied from the article"
    value: str


class Amount(GroundedValue):
    """A number with its currency (ISO 4217) or unit; `max` is the upper end of a range."""

    asked_as: ClassVar[str] = "the amount as printed"
    value: float
    max: float | None = None
    currency: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    unit: str | None = None
    modifier: Literal["exact", "about", "at_least", "at_most", "range"] = "exact"


class Quantity(Amount):
    """A count; `unit` is the head noun as printed."""

    asked_as: ClassVar[str] = "the number with its noun, as printed"


Options = TypeVar("Options")


class Choice(GroundedValue, Generic[Options]):
    """One of a fixed list, with the words that decided it: `Choice[Literal["held", "planned"]]`."""

    asked_as: ClassVar[str] = "one of the list"
    value: Options

    @classmethod
    def options(cls) -> tuple[str, ...]:
        """The values of the list, in the order they were declared."""
        return tuple(cls._listed().__args__)

    @classmethod
    def _listed(cls) -> Any:  # noqa: ANN401 - a Literal
        return cls.__pydantic_generic_metadata__["args"][0]

    def __reduce__(self) -> tuple[Callable[..., GroundedValue], tuple[Any, ...]]:
        """By the list: a class that is made of one has no name under which pickle would find it."""
        return _chosen, (self._listed(), self.__getstate__())


def _chosen(listed: Any, state: dict[Any, Any]) -> GroundedValue:  # noqa: ANN401 - a Literal
    kind = Choice[listed]
    value = kind.__new__(kind)
    value.__setstate__(state)
    return value
