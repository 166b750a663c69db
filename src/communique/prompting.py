"""Forms to prompts. A form on the article has the article first; a small one has its sentences and those beside them,
which is all that its candidates come from."""

import json
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from communique._resources import read_text
from communique.annotation import AnnotatedArticle
from communique.answer_schemas import document_schema, repair_schema, sentence_schema
from communique.characters import one_line
from communique.completion import Completion, Message, Prompt
from communique.events import Event
from communique.forms import DocumentForm, Entry, Form, Question, SentenceForm, is_document, is_told
from communique.shapes import FieldShape
from communique.tracing import traced
from communique.verdicts import Check

ARTICLE_SCHEMA = "events"
"""The name of the answer to a question about a whole article, or a portion of it."""

_SMALL_ANSWER, _LONG_ANSWER = 256, 4096
_NUMBERED = re.compile(r"\[(\s*\d+\s*)\]")


def _template(name: str) -> str:
    return read_text("prompts", f"{name}.txt").rstrip("\n")


def prompt_sha256(name: str) -> str:
    """The SHA-256 of the prompt files that a prompt of this name is made of, in hex."""
    told = "article.1" if is_document(name) else "excerpt.1"
    return sha256("\0".join(_template(part) for part in ("system.1", told, name)).encode()).hexdigest()


@traced("render")
def render(form: Form, article: AnnotatedArticle) -> Prompt:
    """The prompt that asks `form`."""
    if isinstance(form, SentenceForm):
        return _prompt(_sentence_text(form, article), sentence_schema(form), form.event.kind, _SMALL_ANSWER)
    schema = document_schema(form, form.shown or article.numbered)
    return _prompt(_document_text(form, article), schema, ARTICLE_SCHEMA, _LONG_ANSWER)


def _prompt(text: str, schema: dict[str, object], name: str, max_tokens: int) -> Prompt:
    return Prompt((Message("system", _template("system.1")), Message("user", text)), schema, name, max_tokens)


def numbered_article(article: AnnotatedArticle, shown: Sequence[int] = ()) -> str:
    """The article as a model sees it: one numbered sentence a line, without boilerplate; of it what is `shown`, or
    all."""
    return _numbered("article.1", article, shown or tuple(article.numbered))


def excerpt(form: SentenceForm, article: AnnotatedArticle) -> str:
    """The form's sentences with those that its candidates may come from, numbered as in the article."""
    before, behind = form.reach
    near = range(form.focus[0] - before, form.focus[-1] + behind + 1)
    shown = [n for n in near if n in form.focus or (n in article.numbered and article.numbered[n].role == "body")]
    return _numbered("excerpt.1", article, shown)


def _numbered(name: str, article: AnnotatedArticle, shown: Sequence[int]) -> str:
    published = article.passage.published
    lines = (numbered_line(article, number) for number in shown)
    return _template(name).format(
        published=f" of {published:%A} {published.isoformat()}" if published else "", sentences="\n".join(lines)
    )


def _numberless(line: str) -> str:
    """The line with numbers in brackets written otherwise: only ours number a sentence."""
    return _NUMBERED.sub(r"(\1)", line)


def numbered_line(article: AnnotatedArticle, number: int) -> str:
    """A sentence as a model sees it."""
    return f"[{number}] {_numberless(one_line(article.numbered[number].span.of(article.text)))}"


def _sentence_text(form: SentenceForm, article: AnnotatedArticle) -> str:
    return _template(form.prompt).format(
        article=excerpt(form, article),
        focus=", ".join(str(number) for number in form.focus),
        question=_question_of(form.event),
        fields="\n".join(_question_line(question) for question in form.questions),
    )


def _question_line(question: Question) -> str:
    asked = f"- {question.shape.name}: {question.shape.description}"
    if not question.options:
        return f"{asked}{', at most three,' if question.shape.many else ''} in the sentence's own words"
    return f"{asked}; choose from: {'; '.join(_told(option.label, option.hint) for option in question.options)}"


def _document_text(form: DocumentForm, article: AnnotatedArticle) -> str:
    return _template(form.prompt).format(
        article=numbered_article(article, form.shown),
        lists="".join(f"{line}\n" for line in _list_lines(form.entries or ())),
        focus=", ".join(str(number) for number in form.focus),
        kinds="\n".join(line for event in form.events for line in _kind_lines(form, event)),
    )


def _list_lines(entries: Sequence[Entry]) -> Iterator[str]:
    """Each list once, since many fields choose from it."""
    for listed in dict.fromkeys(entry.listed for entry in entries):
        told = "; ".join(_told(entry.label, entry.hint) for entry in entries if entry.listed == listed)
        yield f"{listed}: {told}"


def _told(label: str, hint: str) -> str:
    return f"{label} ({hint})" if hint else label


def _kind_lines(form: DocumentForm, event: type[Event]) -> Iterator[str]:
    yield f"{event.kind}: {event.question or (event.__doc__ or event.kind).splitlines()[0]}"
    for shape in form.asked(event):
        yield f"- {shape.name}: {_asked(form, event, shape)}"


def _asked(form: DocumentForm, event: type[Event], shape: FieldShape) -> str:
    if shape.options:
        return f"{shape.description}, one of {', '.join(shape.options)}"
    if entries := form.options(shape):
        return f"{shape.description}, {_from_lists(entries)}"
    if shape.field_type is not None:
        return f"{shape.description}, {shape.field_type.asked_as}"
    if form.entries is None or shape.group is None:
        return shape.description
    members = ", ".join(f"{member.name} {_from_lists(form.options(member))}" for member in form.asked(shape.group))
    is_known = shape.name == "speaker" and is_told(event)
    return f"{shape.description}{', only where it is another than the quote tells, else null' * is_known}: {members}"


def _from_lists(entries: Sequence[Entry]) -> str:
    """Where a field is chosen from; words of the article where no list has it."""
    lists = dict.fromkeys(entry.listed for entry in entries)
    return f"from {' or '.join(lists)}" if lists else "in the sentences' words"


def render_fault(prompt: Prompt, completion: Completion, fault: str) -> Prompt:
    """The same question once more, with what was wrong with the answer."""
    again = _template("fault.1").format(fault=fault)
    given = (Message("assistant", completion.text[:2000] or "(empty)"), Message("user", again))
    return Prompt((*prompt.messages, *given), prompt.schema, prompt.schema_name, prompt.max_tokens)


def render_repair(
    article: AnnotatedArticle, refused: Sequence[Check], event: type[Event], near: Sequence[int]
) -> Prompt:
    """One question about the refused values of an event and nothing else, with the sentences `near`; its answer has
    the keys F1, F2, … in their order."""
    faults = "\n".join(
        f"F{number}: {check.path.strip('/')} = {json.dumps(check.proposed, ensure_ascii=False)}: {check.reason}"
        for number, check in enumerate(refused, 1)
    )
    text = _template("repair.2").format(
        article=numbered_article(article, near), question=_question_of(event), faults=faults
    )
    return _prompt(text, repair_schema([check.path for check in refused]), "repair", _SMALL_ANSWER * 2)


def _question_of(event: type[Event]) -> str:
    return event.question or event.kind.replace("_", " ")
