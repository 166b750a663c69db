"""An extractor that asks nobody: each line of an article is a statement of its first word."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any, ClassVar, Self

from communique.article import Article
from communique.completion import Message, Prompt
from communique.errors import ConfigurationError
from communique.events import Speaker, Statement
from communique.fields import Name, Quote
from communique.llm.connecting import Connection
from communique.records import (
    ArticleReference,
    EventRecord,
    Extraction,
    Failure,
    Missed,
    Provenance,
    SecondLook,
    Usage,
    record_id,
)
from communique.spans import Span
from communique.verdicts import Check, Verdict

USAGE = Usage(prompt_tokens=10, completion_tokens=2, calls=1)


def statement(article: Article, *, accepted: bool = True) -> EventRecord:
    """A record of the article's first word, as speaker, and the rest, as words."""
    name, words = article.text.split(maxsplit=1)
    quote = Quote(text=words, start=len(name) + 1, end=len(article.text), value=words)
    speaker = Speaker(name=Name(text=name, start=0, end=len(name), value=name))
    span = Span(0, len(article.text))
    refused = Check(path="/date", verdict=Verdict.NOT_FOUND, proposed="in May", reason="the article has no May")
    held = Check(path="/speaker/name", verdict=Verdict.SUPPORTED, proposed=name, span=Span(0, len(name)), reason="")
    whole = Check(path="", verdict=Verdict.NOT_FOUND, proposed="statement", rule="acceptance", reason="not whole")
    return EventRecord(
        id=record_id(article, "statement", (span,), 0),
        kind="statement",
        accepted=accepted,
        article=ArticleReference.to(article),
        event=Statement(speaker=speaker, quote=quote),
        evidence=(span,),
        checks=(held, refused) if accepted else (held, refused, whole),
        provenance=Provenance(
            model="fake", prompt="p.1", prompt_sha256="0", policy_sha256="0", library="0", usage=USAGE
        ),
    )


class FakeExtractor:
    """Takes what Extractor takes. "silent" gives nothing, "missing" sentences that no event covers, "fail" a failure,
    "ran out" a used budget,
    "refused" no accepted event."""

    made: ClassVar[list["FakeExtractor"]] = []

    def __init__(self, model: Connection | str, **options: Any) -> None:
        self.made.append(self)
        self.connection = model if isinstance(model, Connection) else Connection(model)
        self.model, self.options = self.connection.model, options

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def stop(self) -> None:
        """Nothing is under way."""

    def plan(self, article: Article) -> tuple[Prompt, ...]:
        return (Prompt((Message("user", article.text),), {"type": "object"}, "statement", 64),)

    def extract_all(self, articles: Iterable[Article], *, concurrency: int) -> Iterator[Extraction]:
        for article in articles:
            yield self._read(article)

    def _read(self, article: Article) -> Extraction:
        if "unconfigured" in article.text:
            raise ConfigurationError("no key; set one")
        if "interrupt" in article.text:
            raise KeyboardInterrupt
        if "fail" in article.text:
            return Extraction(article=article, usage=USAGE, failure=Failure(code="server", message="it is down"))
        if "ran out" in article.text:
            return Extraction(article=article, failure=Failure(code="budget", message="it is used up"))
        if "silent" in article.text:
            return Extraction(article=article, usage=USAGE)
        if "missing" in article.text:
            missed = (Missed(start=0, end=4, kind="statement"), Missed(start=5, end=9, kind="meeting"))
            looked = SecondLook(asked=3, gained=1) if self.options["policy"].second_look else None
            return Extraction(article=article, missed=missed, usage=USAGE, second_look=looked)
        return Extraction(
            article=article, records=(statement(article, accepted="refused" not in article.text),), usage=USAGE
        )
