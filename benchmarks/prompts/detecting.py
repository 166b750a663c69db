"""Whether a sentence tells of an event, asked of the model: by the odds of yes, calibrated or not, or by its word."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from benchmarks.prompts.answers import ODDS
from benchmarks.prompts.reading import Asker, Gate
from benchmarks.prompts.wording import template, words
from communique.annotation import AnnotatedArticle
from communique.completion import Message, Prompt
from communique.events import Event
from communique.fields import Quote
from communique.forms import Form, SentenceForm
from communique.prompting import numbered_article
from communique.shapes import typed

_UNSEEN = -20.0
NOTHING = "N/A"
"""What stands in the place of a sentence to learn how the model leans of itself (Zhao et al. 2021)."""

_NOT = "it does not"
_LETTERS = ("A", "B")
_WORD_SCHEMA = {
    "type": "object",
    "properties": {"answer": {"type": "string", "enum": list(_LETTERS)}},
    "required": ["answer"],
    "additionalProperties": False,
}


def log_odds(tokens: Mapping[str, float]) -> float:
    """The log-odds of yes against no as the first word of an answer."""

    def mass(word: str) -> float:
        found = [math.exp(logprob) for token, logprob in tokens.items() if token.strip().lower() == word]
        return math.log(sum(found)) if found else _UNSEEN

    return mass("yes") - mass("no")


async def odds_of(asker: Asker, kind: type[Event], sentence: str) -> float:
    """The log-odds that the sentence reports an event of the kind."""
    return await _odds(asker, template("odds").format(words=sentence, question=kind.question))


async def _odds(asker: Asker, text: str) -> float:
    completion = await asker.complete(Prompt((Message("user", text),), None, ODDS, 1))
    tokens: Mapping[str, float] = json.loads(completion.text)
    return log_odds(tokens)


def by_odds(*, calibrated: bool = False, threshold: float = 0.0) -> Gate:
    """Lets pass the forms whose sentence has log-odds over the threshold; `calibrated`: less those of no sentence."""

    async def gate(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        passed: list[Form] = []
        for form in forms:
            if not _is_judged(form):
                passed.append(form)
                continue
            odds = await odds_of(asker, form.event, _focus(form, article))
            if calibrated:
                odds -= await odds_of(asker, form.event, NOTHING)
            if odds > threshold:
                passed.append(form)
        return tuple(passed)

    return gate


def by_word() -> Gate:
    """Lets pass the forms of whose sentence the model says so, the options turned round by the article's hash."""

    async def gate(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        told = [await _is_told(asker, article, form) for form in forms]
        return tuple(form for form, passes in zip(forms, told, strict=True) if passes)

    return gate


async def _is_told(asker: Asker, article: AnnotatedArticle, form: Form) -> bool:
    if not _is_judged(form):
        return True
    return (await says_so(asker, article, form.event, _focus(form, article))).is_told


@dataclass(frozen=True, slots=True)
class Word:
    """What the model says of a sentence, and whether that was the first option."""

    is_told: bool
    is_first: bool


async def says_so(asker: Asker, article: AnnotatedArticle, kind: type[Event], sentence: str) -> Word:
    """Whether the model says that the sentence reports an event of the kind."""
    options = [f"it reports {kind.question}", _NOT]
    if int(article.passage.article.sha256, 16) % 2:
        options.reverse()
    listed = "\n".join(f"{letter}: {option}" for letter, option in zip(_LETTERS, options, strict=True))
    text = template("word").format(words=sentence, options=listed)
    answered = await asker.answer(Prompt((Message("user", text),), _WORD_SCHEMA, "word", 16))
    at = 0 if answered is None else _LETTERS.index(answered[0]["answer"])
    return Word(is_told=options[at] != _NOT, is_first=at == 0)


def by_kind() -> Gate:
    """Lets pass the forms of the kinds that the whole article is said to report."""

    async def gate(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        asked = dict.fromkeys(form.event for form in forms if _is_judged(form))
        text = numbered_article(article)
        told = {
            event: await _odds(asker, template("kind").format(article=text, question=event.question)) > 0
            for event in asked
        }
        return tuple(form for form in forms if not isinstance(form, SentenceForm) or told.get(form.event, True))

    return gate


def _is_judged(form: Form) -> TypeGuard[SentenceForm]:
    """Whether a sentence was proposed by cue words: of a quote's sentence nothing is in doubt."""
    return isinstance(form, SentenceForm) and not any(typed(form.event, Quote))


def _focus(form: SentenceForm, article: AnnotatedArticle) -> str:
    return " ".join(words(article, number) for number in form.focus)
