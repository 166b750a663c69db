"""Other words for a form: another context, another order, with or without hints, examples and guidelines."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tomllib import loads
from typing import Any

from benchmarks.prompts.reading import Asker, Fill
from communique.annotation import AnnotatedArticle
from communique.answer_schemas import sentence_schema
from communique.completion import Completion, Message, Prompt, TokenUsage
from communique.drafts import Draft
from communique.forms import Form, Question, SentenceForm
from communique.parsing import decided_drafts, parse
from communique.prompting import numbered_article, render

TEXTS = Path(__file__).parent / "texts"
_SMALL_ANSWER, _LONG_ANSWER = 256, 1024
Context = Callable[[SentenceForm, AnnotatedArticle], str]


def template(name: str) -> str:
    """The text of that name."""
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")


def whole(_: SentenceForm, article: AnnotatedArticle) -> str:
    """The numbered article, as the library shows it."""
    return numbered_article(article)


def local(form: SentenceForm, article: AnnotatedArticle) -> str:
    """The form's sentences with one before and one after, numbered."""
    first, last = form.focus[0] - 1, form.focus[-1] + 1
    numbers = [number for number in range(first, last + 1) if number in article.numbered]
    return f"{dated(article)}\n{_lines(article, numbers)}"


def only(form: SentenceForm, article: AnnotatedArticle) -> str:
    """The form's sentences alone."""
    return f"{dated(article)}\n{_lines(article, form.focus)}"


def dated(article: AnnotatedArticle) -> str:
    """The line that tells the article's day."""
    published = article.passage.published
    return f"From an article of {published:%A} {published.isoformat()}:" if published else "From an article:"


def _lines(article: AnnotatedArticle, numbers: Iterable[int]) -> str:
    return "\n".join(f"[{number}] {words(article, number)}" for number in numbers)


def words(article: AnnotatedArticle, number: int) -> str:
    """The sentence of that number on one line."""
    return " ".join(article.numbered[number].span.of(article.text).split())


def hinted(question: Question) -> str:
    """A question with its options, and what they resolve to in brackets."""
    return _line(question, [f"{one.label} ({one.hint})" if one.hint else one.label for one in question.options])


def bare(question: Question) -> str:
    """A question with its options alone."""
    return _line(question, [one.label for one in question.options])


def guided(question: Question) -> str:
    """A question with its options and a sentence on what belongs there."""
    guide: Mapping[str, str] = loads((TEXTS / "guide.toml").read_text(encoding="utf-8"))
    told = guide.get(question.shape.name, "")
    return f"{hinted(question)}. {told}" if told else hinted(question)


def _line(question: Question, options: list[str]) -> str:
    asked = f"- {question.shape.name}: {question.shape.description}"
    if not options:
        return f"{asked}{', at most three,' if question.shape.many else ''} in the sentence's own words"
    return f"{asked}; choose from: {'; '.join(options)}"


@dataclass(frozen=True, slots=True)
class Wording:
    """How a small form is put into words; a form on the whole article stays as the library has it."""

    text: str
    context: Context = whole
    line: Callable[[Question], str] = hinted
    examples: str = ""

    def render(self, form: Form, article: AnnotatedArticle) -> Prompt:
        """The prompt."""
        if not isinstance(form, SentenceForm):
            return render(form, article)
        asked = template("second" if form.second else self.text).format(
            article=self.context(form, article),
            focus=", ".join(str(number) for number in form.focus),
            question=form.event.question,
            words=" ".join(words(article, number) for number in form.focus),
            fields="\n".join(self.line(question) for question in form.questions),
        )
        messages = (Message("system", template("system")), *self._shots(), Message("user", asked))
        return Prompt(messages, sentence_schema(form), form.event.kind, _SMALL_ANSWER)

    def _shots(self) -> tuple[Message, ...]:
        if not self.examples:
            return ()
        shots = template(self.examples).split("\n===\n")
        turns = [turn for shot in shots for turn in shot.split("\n---\n")]
        return tuple(Message("assistant" if at % 2 else "user", turn) for at, turn in enumerate(turns))


def together(wording: Wording) -> Fill:
    """Fills all forms of an article that are not decided by one call."""

    async def fill(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Draft, ...]:
        small = [form for form in forms if isinstance(form, SentenceForm)]
        asked = [form for form in small if not form.is_decided]
        drafts: dict[int, tuple[Draft, ...]] = {
            id(form): decided_drafts(form, article) for form in small if form.is_decided
        }
        answered = await asker.answer(_joint(wording, asked, article)) if asked else None
        if answered is not None:
            answer, completion = answered
            for at, form in enumerate(asked, 1):
                share = completion if at == 1 else _free(completion)
                drafts[id(form)] = parse(form, article, answer[f"form{at}"], share)
        return tuple(draft for form in small for draft in drafts.get(id(form), ()))

    return fill


def _free(completion: Completion) -> Completion:
    return Completion(completion.text, completion.finish_reason, completion.model, TokenUsage())


def _joint(wording: Wording, forms: list[SentenceForm], article: AnnotatedArticle) -> Prompt:
    parts = [
        template("joint_form").format(
            number=at,
            focus=", ".join(str(number) for number in form.focus),
            question=form.event.question,
            fields="\n".join(wording.line(question) for question in form.questions),
        )
        for at, form in enumerate(forms, 1)
    ]
    text = template("joint").format(article=numbered_article(article), forms="\n\n".join(parts))
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {f"form{at}": sentence_schema(form) for at, form in enumerate(forms, 1)},
        "required": [f"form{at}" for at in range(1, len(forms) + 1)],
        "additionalProperties": False,
    }
    messages = (Message("system", template("system")), Message("user", text))
    return Prompt(messages, json.loads(json.dumps(schema)), "forms", _LONG_ANSWER)
