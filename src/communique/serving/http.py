"""The HTTP service: the library's answers as JSON, many articles as JSON Lines, and refusals in plain words.

A failed article is an answer (200, `article.status` "failed"). A refusal is {"detail": …}: 413 too much, 422 no such
question (400: not even UTF-8), 429 too many at once, 503 no model here or no longer.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.serving.answers import Health, ReadArticle, Refusal, Tags, Verdicts
from communique.serving.questions import ArticlesToRead, ArticleToRead, TextToCheck, TextToTag, fault
from communique.serving.reader import NO_MODEL, Reader

_REFUSALS: dict[int | str, dict[str, Any]] = {code: {"model": Refusal} for code in (400, 413, 422)}
_BUSY: dict[int | str, dict[str, Any]] = {code: {"model": Refusal} for code in (429, 503)}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may hold (`body_bytes`, `articles`), and how many requests are read at a time, each of them with
    `concurrency` articles under way."""

    body_bytes: int = 8_000_000
    articles: int = 100
    concurrency: int = 4


def application(reader: Reader | None, limits: Limits = Limits(), *, hosts: tuple[str, ...] = ("*",)) -> FastAPI:
    """The service, as an ASGI application; requests for other `hosts` are refused, so that no web page reaches it by a
    name of its own."""
    service = FastAPI(
        title="communique",
        version=version("communique"),
        description="News articles into source-checked events; checks and tags without a model.",
        responses=_REFUSALS,
        docs_url=None,  # pages that load their scripts from elsewhere; /openapi.json is for any viewer
        redoc_url=None,
    )
    places = _Places(reader, limits.concurrency)
    reading = Annotated[Reader, Depends(places.taken)]

    def few(given: ArticlesToRead) -> ArticlesToRead:
        if len(given.articles) > limits.articles:
            raise HTTPException(413, f"more than {limits.articles} articles; send fewer at a time")
        return given

    @service.post("/extract", responses=_BUSY)
    async def extract(article: ArticleToRead, reader: reading) -> ReadArticle:
        """The events of one article; one that failed is an answer, with `article.error`."""
        return ReadArticle.of(await reader.aextract(article.article))

    @service.post("/extract/stream", responses=_BUSY)
    async def stream(given: Annotated[ArticlesToRead, Depends(few)], reader: reading) -> AsyncIterator[ReadArticle]:
        """The events of many articles as JSON Lines, in their order, each as soon as those before it are read."""
        articles = (one.article for one in given.articles)
        async for extraction in reader.stream(articles, concurrency=limits.concurrency):
            yield ReadArticle.of(extraction)

    @service.post("/ground")
    def ground(question: TextToCheck) -> Verdicts:
        """Whether a text says what somebody took from it; no model is asked."""
        return Verdicts.on(question)

    @service.post("/tag")
    def tag(question: TextToTag) -> Tags:
        """The dates, quotes, amounts, names and places of a text; no model is asked."""
        return Tags.of(question)

    @service.get("/health")
    async def health() -> Health:
        """That the service answers."""
        return Health(version=service.version, reads=reader is not None)

    @service.get("/ready", responses={503: _BUSY[503]})
    async def ready() -> Health:
        """That the service reads articles, or was started to read none; 503 once it reads no more."""
        places.check()
        return Health(version=service.version, reads=reader is not None)

    service.add_exception_handler(RequestValidationError, _no_question)
    service.add_middleware(_BoundedBody, most=limits.body_bytes)
    service.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return service


class _Places:
    """Lets so many requests be read at a time, and refuses the others."""

    def __init__(self, reader: Reader | None, count: int) -> None:
        self._reader, self._free, self._count = reader, count, count

    def check(self) -> None:
        """Raises 503 where the reader reads no more."""
        stopped = None if self._reader is None else self._reader.stopped
        if stopped is not None:
            raise HTTPException(503, f"{stopped.code}: {stopped.message}")

    async def taken(self) -> AsyncIterator[Reader]:
        """The reader, for as long as a request is read; raises 429 and 503."""
        self.check()
        if self._reader is None:
            raise HTTPException(503, NO_MODEL)
        if not self._free:
            told = f"{self._count} requests are being read; ask again, or start the server with a higher --concurrency"
            raise HTTPException(429, told, headers={"Retry-After": "1"})
        self._free -= 1
        try:
            yield self._reader
        finally:
            self._free += 1


class _BoundedBody:
    """Refuses a request whose body is longer than `most` bytes, whatever its headers say."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the application does."""
        left = self._most

        async def bounded() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, f"the body is longer than {self._most} bytes; send less at a time")
            return message

        await self._app(scope, bounded, send)


async def _no_question(request: Request, error: Exception) -> JSONResponse:
    """Says what is wrong first, and where, without giving back what was sent."""
    found: Any = error
    first = found.errors()[0]
    detail = fault(first["loc"][1:], first["msg"])
    if "json" not in request.headers.get("content-type", ""):
        detail = "send JSON, with the header Content-Type: application/json"
    return JSONResponse(Refusal(detail=detail).model_dump(), 422)
