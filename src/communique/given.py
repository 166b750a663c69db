"""A text that somebody gives to be checked or tagged: what the lines of `ground` and `tag` share."""

from datetime import date
from typing import get_args

from pydantic import BaseModel, ConfigDict, field_validator

from communique.article import Language, day_given, whole_characters


class GivenText(BaseModel):
    """A text with its day of publication and its language.

    A null `published` is unknown and never looked for; of a time stamp the day counts. A missing `language` is
    detected; one that is not read is "other". Members that are not known are left unread, so that other tools' output
    can be given as it is.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)

    id: str
    text: str
    published: date | None = None
    language: Language | None = None

    @field_validator("*", mode="after")
    @classmethod
    def _is_unicode(cls, given: object) -> object:
        return whole_characters(given) if isinstance(given, str) else given

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, given: object) -> object:
        return day_given(given)

    @field_validator("language", mode="before")
    @classmethod
    def _read_language(cls, given: object) -> object:
        if not isinstance(given, str) or not given:
            return None
        primary = given.lower().replace("_", "-").split("-")[0]
        return primary if primary in get_args(Language) else "other"
