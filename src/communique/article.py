"""An article as it was given: its text is never stripped and never normalised."""

import re
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Language = Literal["en", "tr", "other"]
PublishedFrom = Literal["given", "metadata", "text"]


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", re.ASCII)


def day_given(given: object) -> object:
    """The day of a date as it was given: of a time stamp its day, of an empty text none; raises ValueError for a number
    and for other writings, which would have to be guessed at."""
    if given is None or given == "":
        return None
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    found = _DAY.match(given) if isinstance(given, str) else None
    if found is None:
        raise ValueError("this is no date")
    return found.group()


def whole_characters(text: str) -> str:
    """The text; raises ValueError where it holds half a character, which no file could hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"lone surrogate at character {error.start}; decode the file again") from error
    return text


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()


class Article(BaseModel):
    """A news article.

    `text` is the decoded text with its line ends, without a byte-order mark. Offsets everywhere are code points of it.
    `id` defaults to the first 16 hex digits of `sha256`. A time stamp gives `published` its day; `published_from` tells
    where that came from: given by the user, the file's metadata, or the text's head. `language` is detected when it is
    None. `title` and `url` are metadata and never a source of spans.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    id: str = Field(default_factory=lambda data: digest(data.get("text", ""))[:16], min_length=1)
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    language: Language | None = None
    url: str | None = None

    @field_validator("text")
    @classmethod
    def _is_unicode(cls, text: str) -> str:
        return whole_characters(text)

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, given: object) -> object:
        return day_given(given)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text's UTF-8, in hex."""
        return digest(self.text)
