"""Decides what to ask: the whole article at once, or a small form for each sentence that looks like an event."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Literal

from communique.annotation import AnnotatedArticle
from communique.datelines import behind_dateline
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.fields import Amount, Choice, Name, Phrase, Quote, When
from communique.forms import DocumentForm, Form, Question, SentenceForm
from communique.passage import Sentence
from communique.rules.attributing import Utterance, as_told, is_source_tag, sentences_of, utterances
from communique.rules.bearers import borne
from communique.rules.beside_states import joined
from communique.rules.candidates import candidates, is_closed
from communique.rules.circumstances import is_beside, own, turns_away, without_countries
from communique.rules.continuing import continued, tells_of_thing_next
from communique.rules.cues import CompiledCues, cues_of
from communique.rules.denied import is_denied
from communique.rules.ends import ends_of
from communique.rules.in_turn import in_turn
from communique.rules.lots import lots
from communique.rules.other_end import without_other_end
from communique.rules.partaking import is_one_sided, partakers
from communique.rules.parting import parts
from communique.rules.severally import severally
from communique.rules.sifting import sifted
from communique.rules.slotted import slotted
from communique.rules.triggers import trigger
from communique.shapes import shapes, typed
from communique.spans import Span
from communique.tracing import traced

_PARTIES = 2
Strategy = Literal["document", "sentence"]


@traced("propose")
def propose(article: AnnotatedArticle, kinds: Iterable[type[Event]], strategy: Strategy) -> tuple[Form, ...]:
    """The forms to ask, in text order; an event class without cues is read by `document` whatever the strategy."""
    wanted = tuple(kinds)
    language = article.passage.language
    by_cues = {event: cues for event in wanted if strategy == "sentence" and (cues := cues_of(event, language))}
    whole = tuple(event for event in wanted if event not in by_cues)
    small = [form for event, cues in by_cues.items() for form in _small_forms(article, event, by_cues)]
    small.sort(key=lambda form: form.focus)
    return (*((DocumentForm(whole),) if whole and article.numbered else ()), *small)


def _small_forms(
    article: AnnotatedArticle, event: type[Event], by_cues: Mapping[type[Event], CompiledCues]
) -> Iterator[SentenceForm]:
    cues = by_cues[event]
    if any(typed(event, Quote)):
        others = {other: known for other, known in by_cues.items() if other is not event}
        for told in utterances(article):
            form = None if _is_told_as_event(article, told, others) else _quote_form(article, event, cues, told)
            if form is not None:
                yield form
    else:
        yield from _told_forms(article, event, cues)


def _told_forms(article: AnnotatedArticle, event: type[Event], cues: CompiledCues) -> Iterator[SentenceForm]:
    """A form for each sentence, or part of one, that tells of it, with the sentences that go on telling of it."""
    told: set[int] = set()
    for sentence in article.numbered.values():
        is_new = sentence.role in ("body", "caption") and sentence.number not in told
        if not is_new:
            continue
        if trigger(article, event, cues, sentence.span) is None and not tells_of_thing_next(
            article, event, cues, sentence
        ):
            continue
        *before, last = parts(article, event, cues, sentence)
        further = continued(article, event, cues, last)
        told |= {one.number for one in further}
        for sentences in (*((part,) for part in before), (last, *further)):
            if is_denied(article, event, cues, [one.span for one in sentences]):
                continue
            yield from _lot_forms(article, event, cues, sentences)


def _lot_forms(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: tuple[Sentence, ...]
) -> Iterator[SentenceForm]:
    """The forms of each lot that the sentences tell of, and of each of several who are met one by one or in turn."""
    for given, told in lots(article, event, cues, sentences):
        form = _form(article, event, cues, told, given)
        for one in () if form is None else severally(article, cues, form, sentences[0].span):
            yield from in_turn(article, cues, one, sentences)


def _is_told_as_event(article: AnnotatedArticle, told: Utterance, others: Mapping[type[Event], CompiledCues]) -> bool:
    """Whether the words are the article's own report of another event, with the name of its source behind it."""
    words = (told[0].span,)
    return is_source_tag(article, told) and any(
        trigger(article, event, cues, words[0]) or cues.telling.own_cues(article.source, words)
        for event, cues in others.items()
    )


def _quote_form(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, told: Utterance
) -> SentenceForm | None:
    sentences = sentences_of(article, told)
    if not sentences or told[0].speaker_entity is None:
        return None
    return _form(article, event, cues, sentences, as_told(article, event, told))


def _form(
    article: AnnotatedArticle,
    event: type[Event],
    cues: CompiledCues,
    sentences: tuple[Sentence, ...],
    given: Mapping[str, DraftValue],
) -> SentenceForm | None:
    """The form on these sentences, or None where nothing is left to ask."""
    decided = {**decided_by_cues(article, event, cues, sentences), **given}
    decided |= {name: value for s in sentences for name, value in borne(article, event, cues, s.span)}
    for sentence in sentences:
        decided = joined(cues, ends_of(article, event, cues, sentence.span), decided)
    decided |= partakers(article, event, cues, tuple(sentence.span for sentence in sentences))
    if cues.parties not in decided and is_one_sided(article, event, cues, [one.span for one in sentences]):
        return None
    by_slots = slotted(article, event, cues, _told(article, sentences), decided)
    decided = {**by_slots.values, **decided}
    asked = tuple(
        one
        for question in _questions(article, event, cues, sentences, frozenset(decided))
        if (
            one := without_other_end(
                article, event, sifted(article, event, cues, _left(question, by_slots.used), sentences), decided
            )
        ).options
        or question.options == ()
    )
    decided |= {question.shape.name: members for question in asked if (members := _group_of(question))}
    if _has_two_parties(cues, decided, asked):
        asked = tuple(
            one for question in asked if (one := without_countries(article, question)).options or one is question
        )
    questions = tuple(question for question in asked if question.shape.name not in decided)
    if not _names_somebody(event, decided, questions) or _is_half(event, decided, questions):
        return None
    return SentenceForm(event, tuple(sentence.number for sentence in sentences), decided, questions)


def _told(article: AnnotatedArticle, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """The sentences' spans without the place and the day from which an article was sent: those are none of an event."""
    first, *others = (sentence.span for sentence in sentences)
    begin = first.start + behind_dateline(first.of(article.text))
    return (Span(begin, first.end) if begin < first.end else first, *others)


def _has_two_parties(cues: CompiledCues, decided: Mapping[str, DraftValue], asked: tuple[Question, ...]) -> bool:
    """Whether two or more take part, so that the country alone tells nothing of where."""
    given = decided.get(cues.parties, ())
    options = (question.options for question in asked if question.shape.name == cues.parties)
    return max((len(given) if isinstance(given, tuple) else 0, *map(len, options))) >= _PARTIES


def _group_of(question: Question) -> tuple[DraftValue, ...]:
    """The members of a list that "the two generals" or "both sides" settles: nobody else stands in the sentence."""
    values = tuple(option.value for option in question.options)
    names = [value.get("name") for value in values if isinstance(value, Mapping)]
    is_settled = len(names) == len(values) > 1 and all(
        isinstance(name, Proposed) and name.rule == "coreference" for name in names
    )
    return values if question.shape.many and is_settled else ()


def _left(question: Question, used: frozenset[int]) -> Question:
    """The question without the dates and sums that fill another field, or none."""
    if not question.shape.is_a(When, Amount):
        return question
    return Question(question.shape, tuple(one for one in question.options if one.start not in used))


def _is_half(event: type[Event], decided: Mapping[str, DraftValue], questions: tuple[Question, ...]) -> bool:
    """Whether no word tells what was done, and all that is known of a transaction is one end, or none for sure."""
    ends = {name for name in event.ends if name in decided or any(one.shape.name == name for one in questions)}
    is_told = any(shape.name in decided for shape in typed(event, Choice) if not shape.many)
    is_open = ends.isdisjoint(decided) or len(ends) < len(event.ends)
    return bool(event.ends) and is_open and not is_told


def _names_somebody(event: type[Event], decided: Mapping[str, DraftValue], questions: tuple[Question, ...]) -> bool:
    """Whether the form can tell who: an event class with groups of names is nothing without them."""
    groups = {shape.name for shape in shapes(event) if shape.group is not None}
    asked = {question.shape.name for question in questions if question.options}
    return bool(groups & (asked | set(decided))) if groups else bool(asked | set(decided))


def decided_by_cues(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: tuple[Sentence, ...]
) -> dict[str, DraftValue]:
    """What the cue words of the sentences decide: choices and cue phrases."""
    evidence = tuple(sentence.span for sentence in sentences)
    values: dict[str, DraftValue] = {}
    for shape in typed(event, Choice):
        options = [
            Proposed(span.of(article.text), span, option=option, rule="cue")
            for option, span in cues.decided(article.source, shape.name, evidence)
        ]
        if options:
            values[shape.name] = tuple(options) if shape.many else options[0]
    bodies = tuple(name.span for name in article.names if name.kind in ("organisation", "person"))
    for shape in typed(event, Phrase):
        things = (thing for span in evidence for thing in cues.things(article.source, shape.name, span))
        if span := next((one for one in things if not any(_is_of_body(one, body) for body in bodies)), None):
            words = Proposed(span.of(article.text), span, rule="cue")
            values[shape.name] = (words,) if shape.many else words
    return values


def _is_of_body(thing: Span, body: Span) -> bool:
    """Whether the words of a thing are those of a body's name, or a part of them: "Rocketsan", "… Systems"."""
    return thing == body or (thing.overlaps(body) and not thing.contains(body))


def _questions(
    article: AnnotatedArticle,
    event: type[Event],
    cues: CompiledCues,
    sentences: tuple[Sentence, ...],
    decided: frozenset[str],
) -> Iterator[Question]:
    spans = tuple(sentence.span for sentence in sentences)
    told = _told(article, sentences)
    focus = told[0].to(told[-1])
    beside = tuple(_neighbours(article, sentences))
    paragraphs = {sentence.paragraph for sentence in sentences}
    for shape in shapes(event):
        wanted = shape.name in event.small_form if event.small_form else True
        if not wanted or shape.name in decided or not cues.is_asked(article.source, shape.name, spans):
            continue
        # who takes part may be named across a paragraph's end; when, where and how many is told beside it or not at all
        named = shape.group is not None or shape.is_a(Name)
        near = tuple(
            one.span
            for one in beside
            if named or (_is_near(one, paragraphs) and is_beside(article, event, cues, one, sentences[0]))
        )
        question = own(article, cues, Question(shape, candidates(article, shape, focus, near)), sentences)
        is_open = not is_closed(shape) and not shape.is_a(Choice, Quote)
        if question.options or is_open:
            yield question


def _is_near(sentence: Sentence, paragraphs: Set[int]) -> bool:
    """Whether the sentence stands in one of the paragraphs, or leads the article: it tells in short what follows."""
    return sentence.paragraph in paragraphs or sentence.number == 1


def _neighbours(article: AnnotatedArticle, sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The body sentence before and the one after, but for those that tell of something else."""
    before, behind = (article.numbered.get(n) for n in (sentences[0].number - 1, sentences[-1].number + 1))
    if before is not None and before.role == "body" and not turns_away(article, sentences[0].span):
        yield before
    if behind is not None and behind.role == "body" and not turns_away(article, behind.span):
        yield behind
