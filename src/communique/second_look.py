"""What is asked about the sentences that look like an event and that no event covers: just them, and boundedly.

By `sentence` each gets a small form whose names may come from two sentences before to one behind; by `document` all are
asked about in one prompt that tells them and their neighbours.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from communique.annotation import AnnotatedArticle
from communique.drafts import DraftValue
from communique.events import Event
from communique.fields import Name
from communique.forms import DocumentForm, Form, Question, SentenceForm, is_told
from communique.passage import Sentence
from communique.proposing import decided_by_cues
from communique.records import Missed
from communique.rules.attributing import as_told, sentences_of, utterances
from communique.rules.candidates import candidates, wide_candidates
from communique.rules.cues import CompiledCues, cues_of
from communique.shapes import FieldShape, shapes

MOST = 12
"""So many sentences of an article are asked about; more are missed for a reason that asking does not mend."""

_BEFORE, _BEHIND = 2, 1


def second_look(
    article: AnnotatedArticle,
    kinds: Iterable[type[Event]],
    overlooked: Sequence[Missed],
    strategy: Literal["document", "sentence"],
) -> tuple[Form, ...]:
    """The forms that ask about the first of the overlooked sentences."""
    by_kind = {event.kind: event for event in kinds}
    looked = overlooked[:MOST]
    asked = tuple((by_kind[missed.kind], sentence) for missed in looked for sentence in _sentence(article, missed))
    if strategy == "document":
        return _document_form(article, asked)
    forms: list[Form] = []
    for event, sentence in asked:
        forms += (form for form in _small_forms(article, event, sentence) if form not in forms)
    return tuple(forms)


def _sentence(article: AnnotatedArticle, missed: Missed) -> Iterator[Sentence]:
    return (sentence for sentence in article.numbered.values() if sentence.span.start == missed.start)


def _document_form(article: AnnotatedArticle, asked: Sequence[tuple[type[Event], Sentence]]) -> tuple[Form, ...]:
    if not asked:
        return ()
    focus = sorted({sentence.number for _, sentence in asked})
    beside = {number for at in focus for number in range(at - _BEFORE, at + _BEHIND + 1)}
    shown = tuple(number for number in article.numbered if number in beside)
    return (DocumentForm(tuple(dict.fromkeys(event for event, _ in asked)), focus=tuple(focus), shown=shown),)


def _small_forms(article: AnnotatedArticle, event: type[Event], sentence: Sentence) -> Iterator[SentenceForm]:
    cues = cues_of(event, article.passage.language)
    if cues is None:
        return
    if not is_told(event):
        yield from _form(article, event, cues, (sentence,), {})
        return
    for utterance in utterances(article):
        if any(part.span.overlaps(sentence.span) for part in utterance):
            told = as_told(article, event, utterance)
            given = {name: value for name, value in told.items() if name != "speaker"}
            yield from _form(article, event, cues, sentences_of(article, utterance), given)


def _form(
    article: AnnotatedArticle,
    event: type[Event],
    cues: CompiledCues,
    sentences: tuple[Sentence, ...],
    given: dict[str, DraftValue],
) -> Iterator[SentenceForm]:
    """The form on the sentences, where somebody can be chosen; an event without anybody is none."""
    if not sentences:
        return
    decided = {**decided_by_cues(article, event, cues, sentences), **given}
    wanted = (shape for shape in shapes(event) if shape.name not in decided and shape.name in _asked_for(event))
    questions = tuple(question for shape in wanted if (question := _question(article, shape, sentences)).options)
    bearers = {shape.name for shape in shapes(event) if shape.group is not None}
    if questions and (not bearers or bearers & {question.shape.name for question in questions}):
        yield SentenceForm(event, tuple(sentence.number for sentence in sentences), decided, questions, second=True)


def _asked_for(event: type[Event]) -> tuple[str, ...]:
    return event.small_form or tuple(shape.name for shape in shapes(event))


def _question(article: AnnotatedArticle, shape: FieldShape, sentences: tuple[Sentence, ...]) -> Question:
    """The field with the names around the sentences; whatever else it holds is told beside it or not at all."""
    first, last = sentences[0], sentences[-1]
    beside = [article.numbered.get(n) for n in range(first.number - _BEFORE, last.number + _BEHIND + 1)]
    near = tuple(s for s in beside if s is not None and s not in sentences and s.role == "body")
    focus = first.span.to(last.span)
    if shape.group is not None or shape.is_a(Name):
        return Question(shape, wide_candidates(article, shape, focus, [s.span for s in reversed(near)]))
    paragraph = [s.span for s in near if s.paragraph == first.paragraph]
    return Question(shape, candidates(article, shape, focus, paragraph))
