"""Candidates that a form does not offer, because they stand for something else than its event.

Only of an event told in steps: its day is named in the sentence that tells of it, or fits a slot, and is not yet to
come; what is counted is a thing, and a thing's name is not that of another one.
"""

from collections.abc import Sequence

from communique.annotation import AnnotatedArticle
from communique.cues import CompiledCues
from communique.designations import names_another
from communique.drafts import Proposed
from communique.events import Event
from communique.fields import Name, Quantity, When
from communique.forms import Candidate, Question
from communique.passage import Sentence
from communique.slotted import is_to_come
from communique.spans import Span


def sifted(
    article: AnnotatedArticle,
    event: type[Event],
    cues: CompiledCues,
    question: Question,
    sentences: Sequence[Sentence],
) -> Question:
    """The question without what is told of something else."""
    if not event.steps:
        return question
    first = sentences[0].span
    kept = tuple(one for one in question.options if _may_fill(article, cues, question, one, first))
    return Question(question.shape, kept)


def _may_fill(
    article: AnnotatedArticle, cues: CompiledCues, question: Question, option: Candidate, sentence: Span
) -> bool:
    shape, span = question.shape, option.value.span if isinstance(option.value, Proposed) else None
    if span is None:
        return True
    if shape.is_a(When):
        return shape.many or (sentence.contains(span) and not is_to_come(article, span))
    if shape.is_a(Quantity):
        return _counts_a_thing(article, cues, span)
    if shape.is_a(Name) and shape.of is not None and shape.of.kinds == ("other",):
        return not names_another(article, cues, span, sentence)
    return True


def _counts_a_thing(article: AnnotatedArticle, cues: CompiledCues, span: Span) -> bool:
    """Whether the words count what a required phrase tells of, or something with a name of its own ("twelve F-16s")."""
    things = (thing for name in cues.requires for thing in cues.things(article.source, name, span))
    named = (name.span for name in article.names if name.kind == "other")
    return any(True for _ in things) or any(span.overlaps(name) for name in named)
