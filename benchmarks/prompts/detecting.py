"""Whether a sentence tells of an event, asked of the model: by the odds of yes, calibrated or not, or by its word."""

import json
import math
from collections.abc import Mapping

from benchmarks.prompts.answers import ODDS
from benchmarks.prompts.reading import Asker, Gate
from benchmarks.prompts.wording import template, words
from communique.annotation import AnnotatedArticle
from communique.completion import Message, Prompt
from communique.fields import Quote
from communique.forms import Form, SentenceForm
from communique.prompting import numbered_article
from communique.shapes import typed

_UNSEEN = -20.0
_NOTHING = "N/A"
"""What stands in the place of a sentence to learn how the model leans of itself (Zhao et al. 2021)."""


def log_odds(tokens: Mapping[str, float]) -> float:
    """The log-odds of yes against no as the first word of an answer."""

    def mass(word: str) -> float:
        found = [math.exp(logprob) for token, logprob in tokens.items() if token.strip().lower() == word]
        return math.log(sum(found)) if found else _UNSEEN

    return mass("yes") - mass("no")


async def _odds(asker: Asker, text: str) -> float:
    completion = await asker.complete(Prompt((Message("user", text),), None, ODDS, 1))
    tokens: Mapping[str, float] = json.loads(completion.text)
    return log_odds(tokens)


def by_odds(*, calibrated: bool = False, threshold: float = 0.0) -> Gate:
    """Lets pass the forms whose sentence has log-odds over the threshold; `calibrated`: less those of no sentence."""

    async def gate(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        passed = []
        for form in forms:
            if not _is_judged(form):
                passed.append(form)
                continue
            odds = await _odds(asker, _question(form, _focus(form, article)))
            if calibrated:
                odds -= await _odds(asker, _question(form, _NOTHING))
            if odds > threshold:
                passed.append(form)
        return tuple(passed)

    return gate


def by_word() -> Gate:
    """Lets pass the forms of whose sentence the model says so, the options turned round by the article's hash."""

    async def gate(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Form, ...]:
        passed = []
        for form in forms:
            if not _is_judged(form) or await _says_so(asker, article, form):
                passed.append(form)
        return tuple(passed)

    return gate


async def _says_so(asker: Asker, article: AnnotatedArticle, form: SentenceForm) -> bool:
    options = [f"it reports {form.event.question}", "it does not"]
    if int(article.passage.article.sha256, 16) % 2:
        options.reverse()
    letters = ("A", "B")
    listed = "\n".join(f"{letter}: {option}" for letter, option in zip(letters, options, strict=True))
    text = template("word").format(words=_focus(form, article), options=listed)
    schema = {
        "type": "object",
        "properties": {"answer": {"type": "string", "enum": list(letters)}},
        "required": ["answer"],
        "additionalProperties": False,
    }
    answered = await asker.answer(Prompt((Message("user", text),), schema, "word", 16))
    return answered is None or options[letters.index(answered[0]["answer"])] != "it does not"


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


def _is_judged(form: Form) -> bool:
    """Whether a sentence was proposed by cue words: of a quote's sentence nothing is in doubt."""
    return isinstance(form, SentenceForm) and not any(typed(form.event, Quote))


def _question(form: SentenceForm, sentence: str) -> str:
    return template("odds").format(words=sentence, question=form.event.question)


def _focus(form: SentenceForm, article: AnnotatedArticle) -> str:
    return " ".join(words(article, number) for number in form.focus)
