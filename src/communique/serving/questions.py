"""What a program asks a server: typed and bounded. A text is given as it is, never as a path or an address."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from communique.article import Article, Language, whole_characters
from communique.claims import Claim, ClaimKind
from communique.errors import InputError
from communique.tags import TaggedText

MOST_CHARACTERS = 200_000
"""Of a text, some 30,000 words: reading it in holds the server for about a second."""
MOST_CLAIMS = 1_000

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Question = TypeVar("Question", bound=BaseModel)


class _Question(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _AboutText(_Question):
    text: Annotated[str, Field(max_length=MOST_CHARACTERS, description="The text itself, not a path or an address.")]
    published: Annotated[
        date | None,
        Field(description='The day of publication (YYYY-MM-DD), by which "on Friday" is read; leave out if unknown.'),
    ] = None
    language: Annotated[Language | None, Field(description="Detected where it is left out.")] = None

    @field_validator("text")
    @classmethod
    def _is_unicode(cls, text: str) -> str:
        return whole_characters(text)

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, given: object) -> object:
        """A day as it is asked for: Pydantic would take numbers and times of day for one, too."""
        if given is None or (isinstance(given, str) and _DAY.fullmatch(given)):
            return given
        raise ValueError("give a day as YYYY-MM-DD")


class ArticleToRead(_AboutText):
    """A news article."""

    id: Annotated[str | None, Field(min_length=1, max_length=500, description="A name of yours for it.")] = None
    title: Annotated[str | None, Field(max_length=2_000, description="Its headline; nothing is taken from it.")] = None

    @property
    def article(self) -> Article:
        """The article as the library takes it."""
        return Article.model_validate(self.model_dump(exclude_none=True))


class ArticlesToRead(_Question):
    """News articles, which are read one by one."""

    articles: Annotated[tuple[ArticleToRead, ...], Field(min_length=1)]


class Stretch(_Question):
    """Where words stand in the text: [start, end) in code points."""

    start: Annotated[int, Field(ge=0, strict=True)]
    end: Annotated[int, Field(ge=0, strict=True)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise ValueError("start comes after end")
        return self


class ClaimedValue(_Question):
    """A value that somebody took from the text."""

    kind: ClaimKind
    value: Annotated[
        str,
        Field(max_length=20_000, description="A date in EDTF or words, an amount in any writing, a quote's words."),
    ]
    speaker: Annotated[str | None, Field(max_length=2_000, description="Who is to have said a quote.")] = None
    evidence: Annotated[
        tuple[Stretch, ...] | None,
        Field(description="Where it is to stand; without this anywhere in the text."),
    ] = None


class TextToCheck(_AboutText):
    """A text, and the values that are to be checked against it."""

    claims: Annotated[tuple[ClaimedValue, ...], Field(max_length=MOST_CLAIMS)]

    @property
    def each(self) -> tuple[Claim, ...]:
        """The claims as the library takes them; their place, from 0, is their id."""
        text = self.model_dump(include={"text", "published", "language"})
        return tuple(
            Claim.model_validate({"id": str(place), **text, **claim.model_dump()})
            for place, claim in enumerate(self.claims)
        )


class TextToTag(_AboutText):
    """A text to be tagged."""

    @property
    def given(self) -> TaggedText:
        """The text as the library takes it."""
        return TaggedText.model_validate({"id": "", **self.model_dump()})


def asked(kind: type[Question], data: object) -> Question:
    """The question that `data` is; raises InputError, which names the member, where it is none."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise InputError(
            fault(first["loc"], first["msg"]), code="bad_question", mend="ask as the schema says"
        ) from error


def fault(place: Iterable[object], message: str) -> str:
    """What is wrong, and where; without the value, which may be a whole article."""
    return f"{'.'.join(map(str, place)) or 'the question'}: {message.removeprefix('Value error, ')}"
