"""An article as it was given: its text is never stripped and never normalised."""

from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

Language = Literal["en", "tr", "other"]
PublishedFrom = Literal["given", "metadata", "text"]


def digest(text: str) -> str:
    """The SHA-256 of the text's UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()


class Article(BaseModel):
    """A news article.

    `text` is the decoded text with its line ends, without a byte-order mark. Offsets everywhere are code points of it.
    `id` defaults to the first 16 hex digits of `sha256`. `published_from` tells where `published` came from: given by
    the user, the file's metadata, or the text's head. `language` is detected when it is None. `title` and `url` are
    metadata and never a source of spans.
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
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise ValueError(f"lone surrogate at character {error.start}; decode the file again") from error
        return text

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text's UTF-8, in hex."""
        return digest(self.text)
