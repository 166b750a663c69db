"""One event of the world as several records tell it: the line that `communique link` writes."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.records import ArticleReference
from communique.spans import Span

OCCURRENCE: Literal["communique/occurrence/1"] = "communique/occurrence/1"


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class Source(_Line):
    """A record that tells of the event: its id, its article, and its event and evidence as the record has them.

    `sketch` is the MinHash of the article's text in hex, null where the text was not given.
    """

    record: str = Field(pattern="^[0-9a-f]{16}$")
    article: ArticleReference
    event: Mapping[str, Any]
    evidence: tuple[Span, ...]
    sketch: str | None = None


class Link(_Line):
    """Two records that are of one event, and why."""

    records: tuple[str, str]
    why: tuple[str, ...]


class Said(_Line):
    """What some records say of a field: the value, and the records, first told first."""

    value: str | float | None
    text: str | None
    records: tuple[str, ...]


class FieldSaid(_Line):
    """All that is said of one field, the most told first; `conflict` where two of it cannot both be true.

    `path` is an RFC 6901 pointer into the occurrence's `event`.
    """

    path: str
    said: tuple[Said, ...]
    conflict: bool


class Occurrence(_Line):
    """An event with all its sources.

    `copies` are the articles that are one text, by article id; `independent` counts them once. `event` is the merged
    view, plain values: of each field what most independent sources say, then the more exact, then the earlier told.
    """

    schema_: Literal["communique/occurrence/1"] = Field(default=OCCURRENCE, alias="schema")
    id: str = Field(pattern="^[0-9a-f]{16}$")
    kind: str
    independent: int
    event: Mapping[str, Any]
    fields: tuple[FieldSaid, ...]
    copies: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]

    def to_json(self) -> str:
        """The occurrence as one line of JSON, without the line end."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False)
