"""What leaves the library: one record an event, one report an article. JSON on one line each."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, WithJsonSchema

from communique.article import Article, Language, PublishedFrom
from communique.errors import CommuniqueError, ConfigurationError
from communique.events import BUILT_IN, Event
from communique.json_lines import json_line
from communique.spans import Span
from communique.verdicts import Check

RECORD: Literal["communique/record/1"] = "communique/record/1"
ARTICLE: Literal["communique/article/1"] = "communique/article/1"


_OPEN = {"type": "object", "description": "Checked against the schema of the record's kind."}


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True)


class ArticleReference(_Line):
    """Which article, and which text of it: records are joined by `id` and refuse another `sha256`.

    `sha256` is null only for an article that could not be read.
    """

    id: str
    sha256: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: Language | None = None

    @classmethod
    def to(cls, article: Article) -> "ArticleReference":
        """The reference to `article`."""
        return cls(
            id=article.id,
            sha256=article.sha256,
            published=article.published.isoformat() if article.published else None,
            published_from=article.published_from,
            language=article.language,
        )


class Usage(_Line):
    """Tokens the event's calls took; whether they were cached is not part of a record."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    calls: int = 0


class Provenance(_Line):
    """What made the record: no time, host or attempt, so that the same answers give the same bytes."""

    model: str
    prompt: str
    prompt_sha256: str
    policy_sha256: str
    library: str
    usage: Usage


class EventRecord(_Line):
    """One event with its evidence, the verdict on every proposed value, and what made it.

    `id` is 16 hex digits of sha256(article id, article sha256, kind, evidence, ordinal): a correction keeps it.
    """

    schema_: Literal["communique/record/1"] = Field(default=RECORD, alias="schema")
    id: str = Field(pattern="^[0-9a-f]{16}$")
    kind: str
    accepted: bool
    article: ArticleReference
    event: Annotated[SerializeAsAny[Event], WithJsonSchema(_OPEN)]
    evidence: tuple[Span, ...]
    checks: tuple[Check, ...]
    provenance: Provenance

    def to_json(self) -> str:
        """The record as one line of JSON, without the line end."""
        return json_line(self.model_dump(mode="json"))

    @classmethod
    def from_json(cls, line: str, kinds: Iterable[type[Event]] = BUILT_IN) -> "EventRecord":
        """The record of one line; `kinds` are the event classes it may hold. Raises ConfigurationError for another
        kind."""
        return cls.of(json.loads(line), kinds)

    @classmethod
    def of(cls, data: Mapping[str, Any], kinds: Iterable[type[Event]] = BUILT_IN) -> "EventRecord":
        """The record of a line that is read already; the same."""
        by_kind: Mapping[str, type[Event]] = {kind.kind: kind for kind in kinds}
        if data["kind"] not in by_kind:
            raise ConfigurationError(f"unknown kind {data['kind']!r}; name its class with --kinds package.module:Class")
        return cls.model_validate({**data, "event": by_kind[data["kind"]].model_validate(data["event"])})


def record_id(article: Article, kind: str, evidence: Iterable[Span], ordinal: int) -> str:
    """The id of the `ordinal`-th event (from 0) of its kind and evidence in the article."""
    spans = [[span.start, span.end] for span in evidence]
    key = json.dumps([article.id, article.sha256, kind, spans, ordinal], ensure_ascii=False)
    return sha256(key.encode()).hexdigest()[:16]


class Missed(_Line):
    """A sentence that looks like an event of `kind` and is covered by none."""

    start: int
    end: int
    kind: str


class SecondLook(_Line):
    """What was asked about sentences that no event covered: how many of them, and how many are covered since."""

    asked: int
    gained: int


class Conflict(_Line):
    """Words of the article that contradict one another: the weekday `said` of the day `value`, which `falls_on`
    another."""

    start: int
    end: int
    kind: Literal["weekday_date"]
    text: str
    value: str
    said: str
    falls_on: str


class Failure(_Line):
    """Why an article gave no answer: `code` is stable, `message` says what to do."""

    code: str
    message: str


class ArticleReport(_Line):
    """What became of one article: read, empty or failed; articles in are articles accounted for.

    `injections` are the parts of its text that address a machine, and were not read.
    """

    schema_: Literal["communique/article/1"] = Field(default=ARTICLE, alias="schema")
    article: ArticleReference
    status: Literal["read", "empty", "failed"]
    error: Failure | None = None
    events: tuple[str, ...] = ()
    missed_evidence: tuple[Missed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    injections: tuple[Span, ...] = ()

    def to_json(self) -> str:
        """The report as one line of JSON, without the line end."""
        return json_line(self.model_dump(mode="json"))


class Extraction(BaseModel):
    """What one article gave; a failed article is a value with `failure`, and `records` may still hold what was read
    before. `failed_before` says that it failed in an earlier run, as a store tells."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: Article
    records: tuple[EventRecord, ...] = ()
    missed: tuple[Missed, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    injections: tuple[Span, ...] = ()
    usage: Usage = Usage()
    failure: Failure | None = None
    failed_before: bool = False
    second_look: SecondLook | None = None

    @property
    def report(self) -> ArticleReport:
        """The line for OUT.articles.jsonl."""
        empty = not self.article.text.strip()
        return ArticleReport(
            article=ArticleReference.to(self.article),
            status="failed" if self.failure else "empty" if empty else "read",
            error=self.failure,
            events=tuple(record.id for record in self.records),
            missed_evidence=self.missed,
            conflicts=self.conflicts,
            injections=self.injections,
        )


def failure_of(error: CommuniqueError) -> Failure:
    """The failure an exception of the library stands for."""
    return Failure(code=getattr(error, "code", "error"), message=str(error))
