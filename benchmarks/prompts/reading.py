"""A variant is a composition of the library's stages; reading an article by it gives events and what they cost."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.annotation import AnnotatedArticle
from communique.article import Article
from communique.completion import Completion, CompletionClient, Prompt
from communique.drafts import Draft
from communique.events import BUILT_IN
from communique.extractor import annotated_article
from communique.forms import Form
from communique.grounded import GroundedEvent, refused
from communique.grounding.ground import ground
from communique.merging import merge
from communique.missed import missed
from communique.parsing import Fault, decided_drafts, parse, read_answer
from communique.prompting import render, render_fault
from communique.recording import to_records
from communique.records import Extraction
from communique.second_look import second_look
from communique.verdicts import Policy


@dataclass(slots=True)
class Asker:
    """The model as one article asks it, with what that cost. `read` leaves out the tokens of the prefix that a prompt
    shares with the one before it: such a prefix a server has kept. They are told by the share of the characters."""

    model: CompletionClient
    before: str = ""
    calls: int = 0
    prompt: int = 0
    read: float = 0.0
    written: int = 0
    failures: int = 0

    async def complete(self, prompt: Prompt) -> Completion:
        """The model's answer."""
        completion = await self.model.complete(prompt)
        text = "\n".join(message.content for message in prompt.messages)
        new = 1 - _shared(self.before, text) / max(1, len(text))
        self.before = text
        self.calls += 1
        self.prompt += completion.usage.prompt
        self.read += completion.usage.prompt * new
        self.written += completion.usage.completion
        return completion

    async def answer(self, prompt: Prompt) -> tuple[Mapping[str, Any], Completion] | None:
        """The answer that obeys the schema, asked for once more after a bad one, as the library does; else None."""
        for _ in range(2):
            completion = await self.complete(prompt)
            answer = read_answer(prompt, completion)
            if not isinstance(answer, Fault):
                return answer, completion
            prompt = render_fault(prompt, completion, answer.message)
        self.failures += 1
        return None


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    at = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        at += 1
    return at


Propose = Callable[[AnnotatedArticle], tuple[Form, ...]]
Render = Callable[[Form, AnnotatedArticle], Prompt]
Gate = Callable[[Asker, AnnotatedArticle, tuple[Form, ...]], Awaitable[tuple[Form, ...]]]
Fill = Callable[[Asker, AnnotatedArticle, tuple[Form, ...]], Awaitable[tuple[Draft, ...]]]


def one_by_one(render: Render = render) -> Fill:
    """Fills each form by a call of its own; what is decided takes none."""

    async def fill(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Draft, ...]:
        drafts: list[Draft] = []
        for form in forms:
            if form.is_decided:
                drafts.extend(decided_drafts(form, article))
            elif (answered := await asker.answer(render(form, article))) is not None:
                drafts.extend(parse(form, article, *answered))
        return tuple(drafts)

    return fill


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to read an article: which forms are proposed, which of them pass the gate, how they are filled, and whether
    it is looked at a second time."""

    name: str
    what: str
    propose: Propose
    gate: Gate | None = None
    fill: Fill = field(default_factory=one_by_one)
    looks_again: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article gave by a variant; `proposed` values, of which the checks refused `refused`."""

    extraction: Extraction
    cost: Asker
    proposed: int
    refused: int


async def read(variant: Variant, model: CompletionClient, article: Article) -> Reading:
    """The article read by the variant."""
    annotated, policy, asker = annotated_article(article), Policy(), Asker(model)
    forms = variant.propose(annotated)
    if variant.gate is not None:
        forms = await variant.gate(asker, annotated, forms)
    grounded = [ground(one, annotated, policy) for one in await variant.fill(asker, annotated, forms)]
    events = _merged(grounded, annotated, policy)
    if variant.looks_again and (left := missed(annotated, BUILT_IN, events)):
        again = second_look(annotated, BUILT_IN, left, "sentence")
        grounded += [ground(one, annotated, policy) for one in await variant.fill(asker, annotated, again)]
        events = _merged(grounded, annotated, policy)
    extraction = Extraction(
        article=annotated.passage.article,
        records=to_records(events, annotated.passage.article, policy),
        missed=missed(annotated, BUILT_IN, events),
    )
    checks = [check for event in grounded for check in event.checks]
    return Reading(extraction, asker, len(checks), sum(1 for _ in refused(checks)))


def _merged(grounded: list[GroundedEvent], article: AnnotatedArticle, policy: Policy) -> tuple[GroundedEvent, ...]:
    return tuple(ground(draft, article, policy) for draft in merge(grounded, article))
