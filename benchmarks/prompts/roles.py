"""Two lists of the same candidates asked as one question a candidate: supplier, recipient or neither."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from benchmarks.prompts.deciding import rivals
from benchmarks.prompts.reading import Asker, Fill, one_by_one
from benchmarks.prompts.wording import Wording
from communique.annotation import AnnotatedArticle
from communique.completion import Prompt
from communique.drafts import Draft
from communique.forms import NONE, Form, Question, SentenceForm
from communique.parsing import parse


def by_candidate(wording: Wording) -> Fill:
    """Fills a form with lists of the same candidates by asking which list each belongs to, others as they are."""
    plain = one_by_one(wording.render)

    async def fill(asker: Asker, article: AnnotatedArticle, forms: tuple[Form, ...]) -> tuple[Draft, ...]:
        drafts: list[Draft] = []
        for form in forms:
            lists = _shared(form) if isinstance(form, SentenceForm) else ()
            if not lists or not isinstance(form, SentenceForm):
                drafts.extend(await plain(asker, article, (form,)))
            elif (answered := await asker.answer(_prompt(wording, form, lists, article))) is not None:
                answer, completion = answered
                drafts.extend(parse(form, article, _by_list(answer, lists), completion))
        return tuple(drafts)

    return fill


def _shared(form: SentenceForm) -> tuple[Question, ...]:
    return tuple(one for one in form.questions if rivals(one, form))


def _prompt(wording: Wording, form: SentenceForm, lists: tuple[Question, ...], article: AnnotatedArticle) -> Prompt:
    """The form's prompt with a line and a key a candidate instead of its lists."""
    others = tuple(one for one in form.questions if one not in lists)
    base = wording.render(replace(form, questions=others), article)
    told = " or ".join(f"{one.shape.name} ({one.shape.description})" for one in lists)
    names = [one.shape.name for one in lists]
    lines = [f"- {label}: {told}, or {NONE}" for label in _labels(lists)]
    schema: Any = base.schema
    asked = {label: {"type": "string", "enum": [NONE, *names]} for label in _labels(lists)}
    properties = {**asked, **schema["properties"]}
    last = base.messages[-1]
    text = "\n".join((last.content, *lines))
    return Prompt(
        (*base.messages[:-1], replace(last, content=text)),
        {**schema, "properties": properties, "required": list(properties)},
        base.schema_name,
        base.max_tokens,
    )


def _labels(lists: tuple[Question, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.label for one in lists for option in one.options))


def _by_list(answer: Mapping[str, Any], lists: tuple[Question, ...]) -> dict[str, Any]:
    chosen = {
        one.shape.name: [option.label for option in one.options if answer[option.label] == one.shape.name]
        for one in lists
    }
    return {**{name: value for name, value in answer.items() if name not in _labels(lists)}, **chosen}
