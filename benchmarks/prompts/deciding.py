"""What need not be asked, and what may be asked though a rule decides it: forms to other forms."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from benchmarks.prompts.reading import Propose
from communique.annotation import AnnotatedArticle
from communique.drafts import DraftValue
from communique.fields import Quote
from communique.forms import Candidate, Form, Question, SentenceForm
from communique.passage import Sentence
from communique.rules.candidates import candidates
from communique.shapes import FieldShape, shape_of, typed

Change = Callable[[SentenceForm, AnnotatedArticle], SentenceForm]


def changed(propose: Propose, change: Change) -> Propose:
    """The same forms, each changed."""

    def proposed(article: AnnotatedArticle) -> tuple[Form, ...]:
        return tuple(change(form, article) if isinstance(form, SentenceForm) else form for form in propose(article))

    return proposed


def single(form: SentenceForm, _: AnnotatedArticle) -> SentenceForm:
    """A closed question with one candidate takes it, and a list of at most two takes both, unless another question
    has the same candidates."""
    return _settled(form, [one for one in form.questions if _is_plain(one) and not rivals(one, form)])


def _is_plain(question: Question) -> bool:
    return 0 < len(question.options) <= (2 if question.shape.many else 1)


def rivals(question: Question, form: SentenceForm) -> tuple[Question, ...]:
    """The other lists of the form that share a candidate with this one."""
    own = {option.key for option in question.options} if question.shape.many else set()
    others = (other for other in form.questions if other is not question and other.shape.many)
    return tuple(other for other in others if own & {option.key for option in other.options})


def all_taken(form: SentenceForm, _: AnnotatedArticle) -> SentenceForm:
    """Every closed question takes its first candidate, a list all of them; open questions are left out."""
    settled = _settled(form, [one for one in form.questions if one.options])
    return replace(settled, questions=())


def closed_only(form: SentenceForm, _: AnnotatedArticle) -> SentenceForm:
    """Open questions are left out."""
    return replace(form, questions=tuple(one for one in form.questions if one.options))


def _settled(form: SentenceForm, questions: Iterable[Question]) -> SentenceForm:
    given: dict[str, DraftValue] = dict(form.given)
    settled = list(questions)
    for question in settled:
        values = tuple(option.value for option in question.options)
        given[question.shape.name] = values if question.shape.many else values[0]
    left = tuple(one for one in form.questions if one not in settled)
    return replace(form, given=given, questions=left)


def speaker_asked(form: SentenceForm, article: AnnotatedArticle) -> SentenceForm:
    """A quote's speaker is asked for among the names beside it, the tagger's first."""
    shape = shape_of(form.event, "speaker")
    if shape is None or not any(typed(form.event, Quote)) or "speaker" not in form.given:
        return form
    held = [article.numbered[number] for number in form.focus]
    focus = held[0].span.to(held[-1].span)
    own = candidates(article, shape, focus, ())
    options = {one.label: one for one in (*own, *_beside(form, article, shape))}
    if len(options) < 2:  # noqa: PLR2004 - one name is no choice
        return form
    given = {name: value for name, value in form.given.items() if name != "speaker"}
    return replace(form, given=given, questions=(*form.questions, Question(shape, tuple(options.values()))))


def _beside(form: SentenceForm, article: AnnotatedArticle, shape: FieldShape) -> Iterable[Candidate]:
    near: list[Sentence] = [
        article.numbered[number]
        for number in (form.focus[0] - 1, form.focus[-1] + 1)
        if number in article.numbered and article.numbered[number].role == "body"
    ]
    for sentence in near:
        yield from candidates(article, shape, sentence.span, ())
