"""The flow, readable top to bottom: an article in, source-checked records out.

    describe -> segment -> annotate -> propose -> render -> complete -> parse -> ground [-> repair] -> merge -> ground
    [-> second look: render -> … -> ground] -> records

Only `complete` does I/O; everything else is a pure function.
"""

from collections.abc import AsyncIterator, Awaitable, Iterable, Iterator, Mapping
from functools import partial
from types import TracebackType
from typing import Any, Literal

from communique import _sync
from communique.annotation import AnnotatedArticle, annotate
from communique.article import Article
from communique.completion import Completion, CompletionClient, Prompt, RejectingClient, TokenUsage
from communique.conflicts import conflicts
from communique.degenerate import Fault
from communique.drafts import Draft
from communique.errors import CompletionError, InputError, check_choice
from communique.events import BUILT_IN, Event
from communique.forms import Form
from communique.grounded import GroundedEvent
from communique.grounding.ground import ground
from communique.in_order import in_order
from communique.kinds import checked_kinds
from communique.llm.connecting import Connection
from communique.merging import merge
from communique.metadata import describe
from communique.missed import missed
from communique.parsing import decided_drafts, parse, read_answer
from communique.prompting import render, render_fault, render_repair
from communique.proposing import Strategy, propose
from communique.recording import to_records, usage_of
from communique.records import Extraction, Failure, SecondLook
from communique.repairing import Repair
from communique.rules.settling import settle
from communique.second_look import MOST, second_look
from communique.segmentation import segment
from communique.tracing import Facts, traced_async
from communique.verdicts import Policy
from communique.vocabulary import Vocabulary, spoken

STOPPED = Failure(
    code="stopped", message="the run was stopped before this article; the same command again goes on from here"
)
LAST = frozenset({"budget", "store"})
"""The codes of failures after which every other article would fail, too."""


def _facts(extraction: Extraction) -> Facts:
    """What an observer is told of an article that was read."""
    failed = {"error.type": extraction.failure.code} if extraction.failure else {}
    return {
        "communique.article.sha256": extraction.article.sha256,
        "communique.records": len(extraction.records),
        **failed,
    }


class Extractor:
    """Reads articles with a language model and asserts only what they say.

    `model` is a name for an OpenAI-compatible endpoint (OPENAI_BASE_URL, OPENAI_API_KEY), "local" for the embedded
    model, the path of a GGUF file, or a Connection; None: OPENAI_MODEL, else the embedded model where it is installed.
    A `client` of your own wins over `model`. `kinds` are event classes, built-in or your own. `strategy` "auto" reads
    by `sentence` with a local model, else by `document`. `vocabulary` "closed" lets the model choose only among what
    the article holds; "auto" is closed for a local model or by `sentence`, else open. A Connection also keeps answers
    in a store. Raises ConfigurationError where no model can be had.
    """

    def __init__(
        self,
        model: str | Connection | None = None,
        *,
        kinds: Iterable[type[Event]] = BUILT_IN,
        client: CompletionClient | None = None,
        policy: Policy = Policy(),  # noqa: B008 - frozen
        strategy: Literal["auto", "document", "sentence"] = "auto",
        vocabulary: Literal["auto", "closed", "open"] = "auto",
    ) -> None:
        self.kinds, self.policy = checked_kinds(kinds), policy
        check_choice("strategy", strategy, ("auto", "document", "sentence"))
        check_choice("vocabulary", vocabulary, ("auto", "closed", "open"))
        self.connection = model if isinstance(model, Connection) else Connection(model, client=client)
        self.strategy: Strategy = self.connection.strategy if strategy == "auto" else strategy
        by_model: Vocabulary = "closed" if self.strategy == "sentence" or self.connection.is_local else "open"
        self.vocabulary: Vocabulary = by_model if vocabulary == "auto" else vocabulary
        self._stopped: Failure | None = None

    def extract(self, article: Article | str) -> Extraction:
        """What the article gave. Blocking; inside a running loop use `aextract`."""
        return _sync.run(self.aextract(article), blocking="extract", awaitable="await extractor.aextract(article)")

    async def aextract(self, article: Article | str) -> Extraction:
        """What the article gave; a failed article is a value with `failure`."""
        async with self.connection.open() as client:
            return await self._read(client, article)

    def stop(self, failure: Failure = STOPPED) -> None:
        """Lets no further article begin: those under way end, and each of the rest is a failed one with `failure`.

        For good: a stopped extractor reads nothing more. A signal handler may call it.
        """
        self._stopped = self._stopped or failure

    @property
    def stopped(self) -> Failure | None:
        """Why no further article begins; None while they do."""
        return self._stopped

    async def stream(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> AsyncIterator[Extraction]:
        """What each article gave, in input order; `concurrency` articles are under way at a time, and eight times as
        many are held at most: behind one that waits for its endpoint, others go on."""
        if isinstance(articles, str | Article):
            raise InputError("this is one article", mend="give a list of articles, or call `extract` for one")
        async with self.connection.open() as client:
            async for extraction in in_order(articles, partial(self._read, client), concurrency=concurrency):
                yield extraction

    def extract_all(self, articles: Iterable[Article | str], *, concurrency: int = 4) -> Iterator[Extraction]:
        """`stream`, blocking."""
        items = self.stream(articles, concurrency=concurrency)
        return _sync.iterate(items, blocking="extract_all", awaitable="async for … in extractor.stream(articles)")

    def plan(self, article: Article | str) -> tuple[Prompt, ...]:
        """What would be asked first, without asking. Blocking; inside a running loop use `aplan`."""
        return _sync.run(self.aplan(article), blocking="plan", awaitable="await extractor.aplan(article)")

    async def aplan(self, article: Article | str) -> tuple[Prompt, ...]:
        """What would be asked first; an allowance that cuts long articles asks the server to count, and raises
        CompletionError where it cannot."""
        annotated = annotated_article(article)
        return tuple(render(form, annotated) for form in await self._forms(annotated) if not form.is_decided)

    def close(self) -> None:
        """Stops the embedded engine, if one was started."""
        self.connection.close()

    def __enter__(self) -> "Extractor":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    async def _forms(self, article: AnnotatedArticle) -> tuple[Form, ...]:
        fitting = self.connection.fitting
        forms: list[Form] = []
        for form in propose(article, self.kinds, self.strategy):
            settled = settle(form) if self.vocabulary == "closed" else form
            forms += await fitting.fit(settled, article, self._spoken)
        return tuple(forms)

    def _spoken(self, form: Form, article: AnnotatedArticle) -> Form:
        return spoken(form, article, self.vocabulary)

    @traced_async("read", told=_facts)
    async def _read(self, client: CompletionClient, article: Article | str) -> Extraction:
        if self._stopped is not None:
            return Extraction(article=given_article(article), failure=self._stopped)
        annotated = annotated_article(article)
        reading = _Reading(client, annotated, self.policy)
        events = await reading.events(await reading.given(self._forms(annotated)))
        left = missed(annotated, self.kinds, events)
        looked: SecondLook | None = None
        if self.policy.second_look and left and reading.failure is None:
            asked = second_look(annotated, self.kinds, left, self.strategy)
            events = await reading.events(spoken(form, annotated, self.vocabulary) for form in asked)
            before, left = left, missed(annotated, self.kinds, events)
            looked = SecondLook(asked=min(len(before), MOST), gained=len(before) - len(left))
        if reading.failure is not None and reading.failure.code in LAST:
            self.stop(reading.failure)
        return Extraction(
            article=annotated.passage.article,
            records=to_records(events, annotated.passage.article, self.policy),
            missed=left,
            conflicts=conflicts(annotated),
            injections=annotated.passage.injections,
            usage=usage_of(reading.usage),
            failure=reading.failure,
            failed_before=reading.failed_before,
            second_look=looked,
        )


def annotated_article(article: Article | str) -> AnnotatedArticle:
    """The article with everything that is found in it without a model."""
    return annotate(segment(describe(given_article(article))))


def given_article(article: Article | str) -> Article:
    """The article; of a bare text, one without an id."""
    if isinstance(article, str):
        return Article(text=article)
    if not isinstance(article, Article):
        raise InputError(f"{type(article).__name__} is no article", mend="give an Article, or its text")
    return article


class _Reading:
    """One article being read: the events found so far, the calls they took and what went wrong."""

    def __init__(self, client: CompletionClient, article: AnnotatedArticle, policy: Policy) -> None:
        self.client, self.article, self.policy = client, article, policy
        self.usage = TokenUsage()
        self.failure: Failure | None = None
        self.failed_before = False
        self._found: list[GroundedEvent] = []

    async def given(self, forms: Awaitable[tuple[Form, ...]]) -> tuple[Form, ...]:
        """The forms; none, and a failure, where the server that counts an article's tokens does not answer."""
        try:
            return await forms
        except CompletionError as error:
            self._failed(Failure(code=error.code, message=error.message), before=False)
            return ()

    async def events(self, forms: Iterable[Form]) -> tuple[GroundedEvent, ...]:
        """The events of these and all earlier forms' answers; a form that fails is noted and the next is asked."""
        for form in forms:
            drafts = await self._drafts(form)
            self._found.extend([await self._repaired(self._grounded(draft)) for draft in drafts])
        known = {
            id(found.draft): found for found in self._found
        }  # a draft that none was merged with is checked already
        merged = merge(self._found, self.article)
        return tuple(known.get(id(draft)) or self._grounded(draft) for draft in merged)

    async def _drafts(self, form: Form) -> tuple[Draft, ...]:
        if form.is_decided:
            return decided_drafts(form, self.article)
        prompt = render(form, self.article)
        answered = await self._answer(prompt)
        if answered is None:
            return ()
        answer, completion = answered
        return parse(form, self.article, answer, completion)

    async def _answer(self, prompt: Prompt) -> tuple[Mapping[str, Any], Completion] | None:
        """The answer that obeys the prompt's schema, asked for once more after a bad one; None after a failure."""
        fault: Fault | None = None
        asked: list[Prompt] = []
        for _ in range(2):
            asked.append(prompt)
            completion = await self._complete(prompt)
            if completion is None:
                return None
            answer = read_answer(prompt, completion)
            if not isinstance(answer, Fault):
                return answer, completion
            fault, prompt = answer, render_fault(prompt, completion, answer.message)
        if fault is not None:
            message = f"the model's answer could not be used twice: {fault.message}"
            self._failed(Failure(code=fault.code, message=message), before=await self._rejected(asked))
        return None

    async def _rejected(self, asked: Iterable[Prompt]) -> bool:
        """Tells a client that keeps answers that these were of no use; whether it was told so in an earlier run."""
        if not isinstance(self.client, RejectingClient):
            return False
        return all([await self.client.reject(prompt) for prompt in asked])

    @traced_async("complete", told=lambda completion: {"error.type": "completion"} if completion is None else {})
    async def _complete(self, prompt: Prompt) -> Completion | None:
        try:
            completion = await self.client.complete(prompt)
        except CompletionError as error:
            self._failed(Failure(code=error.code, message=error.message), before=error.is_kept)
            return None
        self.usage += completion.usage
        return completion

    def _failed(self, failure: Failure, *, before: bool) -> None:
        """Notes what went wrong first, and whether it had in an earlier run."""
        if self.failure is None:
            self.failure, self.failed_before = failure, before

    async def _repaired(self, grounded: GroundedEvent) -> GroundedEvent:
        """The event after at most `policy.repairs` questions about its refused values; the better version wins."""
        repair = Repair(grounded, grounded)
        for _ in range(self.policy.repairs):
            asked = repair.asked
            prompt = (
                render_repair(self.article, asked, grounded.draft.event, repair.near(self.article)) if asked else None
            )
            answered = await self._answer(prompt) if prompt else None
            if answered is None:
                break
            repair = repair.answered(answered[0], answered[1].usage, self._grounded)
        return repair.best

    def _grounded(self, draft: Draft) -> GroundedEvent:
        return ground(draft, self.article, self.policy)
