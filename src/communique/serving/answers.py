"""What a server answers: the library's own lines, typed for those who ask."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.claims import ClaimVerdict, check_claim
from communique.fields import NameKind
from communique.records import ArticleReport, EventRecord, Extraction
from communique.serving.questions import TextToCheck, TextToTag
from communique.tagging.mentions import AmountKind, Anchor, Granularity, Modifier
from communique.tags import tag


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReadArticle(_Answer):
    """What became of an article, and the events that it tells of; one that failed says why in `article.error`."""

    article: ArticleReport
    records: tuple[EventRecord, ...]

    @classmethod
    def of(cls, extraction: Extraction) -> "ReadArticle":
        """What an extraction has for those who ask."""
        return cls(article=extraction.report, records=extraction.records)


class Verdicts(_Answer):
    """The verdict on each claim, in their order."""

    verdicts: tuple[ClaimVerdict, ...]

    @classmethod
    def on(cls, question: TextToCheck) -> "Verdicts":
        """The verdicts on the question's claims; no model is asked."""
        return cls(verdicts=tuple(check_claim(claim) for claim in question.each))


class Words(_Answer):
    """Words of the text: [start, end) in code points."""

    start: int
    end: int
    text: str


class TaggedDate(Words):
    """A date; `value` is EDTF, or null, and then `partial` says what is known."""

    value: str | None
    granularity: Granularity
    anchor: Anchor
    partial: str | None


class TaggedQuote(Words):
    """What somebody is said to have said."""

    form: Literal["direct", "reported"]
    speaker: Words | None
    cue: Words | None


class TaggedAmount(Words):
    """Money (ISO 4217), a percentage, a count of things or a number."""

    kind: AmountKind
    value: float
    max: float | None
    unit: str | None
    currency: str | None
    modifier: Modifier


class TaggedName(Words):
    """A person, body or country, and its longest form in the text; countries are ISO 3166-1 alpha-3."""

    kind: NameKind
    canonical: str
    role: Words | None
    country: str | None


class TaggedPlace(Words):
    """A place, with its country where that is known."""

    country: str | None


class Tags(_Answer):
    """What stands in a text, each kind in text order."""

    dates: tuple[TaggedDate, ...]
    quotes: tuple[TaggedQuote, ...]
    amounts: tuple[TaggedAmount, ...]
    names: tuple[TaggedName, ...]
    places: tuple[TaggedPlace, ...]

    @classmethod
    def of(cls, question: TextToTag) -> "Tags":
        """The tags of the question's text; no model is asked."""
        found: dict[str, Any] = tag(question.given)
        return cls.model_validate({name: mentions for name, mentions in found.items() if name != "id"})


class Health(_Answer):
    """That a service answers, and whether it reads articles."""

    status: Literal["ok"] = "ok"
    version: str
    reads: bool


class Refusal(_Answer):
    """Why a question was not answered, and what to do."""

    detail: Annotated[str, Field(examples=["text: String should have at most 200000 characters"])]
