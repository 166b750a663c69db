"""Completions to drafts: schema-checked, then read. A bad answer is a named fault, never an exception and never
silently empty."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from communique.annotation import AnnotatedArticle
from communique.completion import Completion, Prompt, TokenUsage
from communique.conformity import Conformity
from communique.degenerate import Fault, read_json
from communique.document_answers import document_drafts
from communique.drafts import Draft, DraftValue, Proposed
from communique.forms import NONE, DocumentForm, Form, Question, SentenceForm
from communique.schema_limits import unlisted
from communique.shapes import FieldShape
from communique.tracing import traced


def read_answer(prompt: Prompt, completion: Completion) -> Mapping[str, Any] | Fault:
    """The answer as JSON that obeys the prompt's schema, or what is wrong with it.

    Words that are on none of its lists are no fault of the whole answer, which an endpoint without constrained decoding
    gives: each is checked as any other value.
    """
    answer = read_json(prompt, completion)
    return answer if isinstance(answer, Fault) else _checked(prompt, answer)


def _checked(prompt: Prompt, answer: Any) -> Mapping[str, Any] | Fault:  # noqa: ANN401 - JSON is anything
    error = _shape(json.dumps(unlisted(prompt.schema or {"type": "object"}))).fault(answer)
    if error is not None:
        where = "/".join(str(step) for step in error.absolute_path)
        return Fault("wrong_shape", f"at /{where}: {error.message[:200]}")
    held: Mapping[str, Any] = answer
    return held


@lru_cache(maxsize=64)
def _shape(schema: str) -> Conformity:
    """The compiled schema: without its lists it is that of every article."""
    return Conformity(json.loads(schema))


@traced("parse")
def parse(
    form: Form, article: AnnotatedArticle, answer: Mapping[str, Any], completion: Completion
) -> tuple[Draft, ...]:
    """The drafts that an answer to `form` holds."""
    if isinstance(form, DocumentForm):
        return tuple(document_drafts(form, article, answer, completion))
    if form.second and not any(_chosen(question, answer[question.shape.name]) for question in form.questions):
        return ()
    return (_small_draft(form, article, answer, completion),)


_DECIDED = Completion(text="{}", finish_reason="stop", model="rules", usage=TokenUsage())


def decided_drafts(form: Form, article: AnnotatedArticle) -> tuple[Draft, ...]:
    """The drafts of a form that asks nothing: taggers and cue words have decided it all, and no model is credited."""
    return () if isinstance(form, DocumentForm) else (_small_draft(form, article, {}, _DECIDED),)


def _small_draft(
    form: SentenceForm, article: AnnotatedArticle, answer: Mapping[str, Any], completion: Completion
) -> Draft:
    values: dict[str, DraftValue] = dict(form.given)
    for question in form.questions:
        chosen = _chosen(question, answer[question.shape.name])
        if chosen:
            values[question.shape.name] = chosen if question.shape.many else chosen[0]
    told = {number for value in values.values() for number in _standing(article, value)}
    before, behind = form.reach
    known = {number for number in told if form.focus[0] - before <= number <= form.focus[-1] + behind}
    return Draft(
        form.event, tuple(sorted({*form.focus, *known})), values, completion.usage, form.prompt, completion.model
    )


def _chosen(question: Question, given: Any) -> tuple[DraftValue, ...]:  # noqa: ANN401 - JSON is anything
    listed = given if isinstance(given, list) else [given]
    labels = [label for label in dict.fromkeys(listed) if label and label != NONE]
    values = {option.label: option.value for option in question.options}
    return tuple(values[label] if label in values else _in_words(question.shape, label) for label in labels)


def _in_words(shape: FieldShape, words: str) -> DraftValue:
    """The model's own words for a field; a group is told by its name."""
    return Proposed(words) if shape.group is None else {"name": Proposed(words)}


def _standing(article: AnnotatedArticle, value: DraftValue) -> Iterator[int]:
    """The numbers of the sentences in which a draft's words stand."""
    if isinstance(value, Proposed):
        if value.span is not None and (sentence := article.source.sentence_at(value.span.start)):
            yield sentence.number
        return
    for member in value.values() if isinstance(value, Mapping) else value:
        yield from _standing(article, member)
