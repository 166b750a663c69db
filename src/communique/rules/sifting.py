"""Candidates that a form does not offer, because they stand for something else than its event.

Only of an event told in steps: its day is named in the sentence that tells of it, or fits a slot, and is not yet to
come; what is counted is a thing, and a thing's name is not that of another one.
"""

import re
from collections.abc import Mapping, Sequence

from communique.annotation import AnnotatedArticle
from communique.drafts import Proposed
from communique.events import Event
from communique.fields import Amount, Name, Quantity, When
from communique.forms import Candidate, Question
from communique.passage import Sentence
from communique.rules.bearings import bearing_of, case_of, is_bracketed
from communique.rules.bystanders import is_bystander
from communique.rules.cues import CompiledCues
from communique.rules.designations import names_another
from communique.rules.slots import BYSTANDER, fits
from communique.rules.slotted import is_to_come
from communique.rules.triggers import trigger
from communique.spans import Span

_CLAUSE = re.compile(
    r";|(?<!\w)(?:(?:that|which)(?!\s(?:dates|was\ssigned))|who|whose|while|whereas|after|before|because|but|although|as(?!\s(?:part|well|of|an?|the)\s))(?!\w)"
)
"""What begins another clause."""
_IN = re.compile(r"(?<!\w)(?:in|at)\s(?:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?,\s)?$")
_LOOK_BACK = 40


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
    if question.shape.name in event.ends:
        left = (one for one in question.options if not _is_where(article, one) and not _is_aside(article, cues, one))
        return Question(question.shape, tuple(one for one in left if not _is_bystander(article, cues, one)))
    told = [sentence.span for sentence in sentences]
    kept = tuple(
        one for one in question.options if _may_fill(article, event, cues, Question(question.shape, (one,)), told)
    )
    return Question(question.shape, kept)


def _may_fill(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, asked: Question, told: Sequence[Span]
) -> bool:
    """Whether the one option of the question may fill its field."""
    shape, value = asked.shape, asked.options[0].value
    span = value.span if isinstance(value, Proposed) else None
    if span is None:
        return True
    if shape.is_a(When):
        is_own = told[0].contains(span) and not is_to_come(article, span)
        return shape.many or (is_own and _is_of_deed(article, cues, span, told[0]))
    is_told = any(sentence.contains(span) for sentence in told)
    if shape.is_a(Quantity):
        return is_told and _counts_a_thing(article, cues, span)
    if shape.is_a(Amount):
        return is_told or not _tells_of_another(article, event, cues, span)
    if shape.is_a(Name) and shape.of is not None and shape.of.kinds == ("other",):
        return not names_another(article, cues, span, told[0])
    return True


def _is_aside(article: AnnotatedArticle, cues: CompiledCues, option: Candidate) -> bool:
    """Whether the words beside the option put it at no end: "(NYSE: ABC)", "Türkiye merkezli", "NATO üyesi"."""
    parts = (option.value.get("country"), option.value.get("name")) if isinstance(option.value, Mapping) else ()
    span = next((part.span for part in parts if isinstance(part, Proposed) and part.span is not None), None)
    sentence = article.source.sentence_at(span.start) if span is not None else None
    if span is None or sentence is None:
        return False
    if is_bracketed(article, span, sentence.span):
        return True
    if article.passage.language != "tr":
        return False
    bearing = bearing_of(article, span, sentence.span)
    return any(True for _ in fits(cues.slots, article.source, bearing, (BYSTANDER,)))


def _is_of_deed(article: AnnotatedArticle, cues: CompiledCues, day: Span, told: Span) -> bool:
    """Whether the day stands in the article's own words, and in English in one clause with words that tell of it: not
    "on Monday denied reports that it had sold"."""
    if any(quote.form == "direct" and quote.told != "phrase" and quote.span.contains(day) for quote in article.quotes):
        return False
    if article.passage.language != "en":
        return True
    between = [sorted((hit, day)) for hit in cues.hits(article.source, cues.triggers, told)]
    clauses = [_CLAUSE.search(article.text, first.end, second.start) for first, second in between]
    return not clauses or None in clauses


def _is_bystander(article: AnnotatedArticle, cues: CompiledCues, option: Candidate) -> bool:
    """Whether the option is a body that stands at no end in any case."""
    name = option.value.get("name") if isinstance(option.value, Mapping) else None
    span = name.span if isinstance(name, Proposed) else None
    mention = next((one for one in article.names if one.span == span and one.kind == "organisation"), None)
    return mention is not None and (is_bystander(article, cues, mention) or case_of(article, mention.span) == "loc")


def _is_where(article: AnnotatedArticle, option: Candidate) -> bool:
    """Whether the option is a country or capital in which something happens: "Roma'da", "in Rome", "in Pisa, Italy"."""
    country = option.value.get("country") if isinstance(option.value, Mapping) else None
    if not isinstance(country, Proposed) or country.span is None:
        return False
    before = article.text[max(0, country.span.start - _LOOK_BACK) : country.span.start]
    is_bearer = article.text.startswith(("'s", "’s"), country.span.end)
    return case_of(article, country.span) == "loc" or (_IN.search(before) is not None and not is_bearer)


def _tells_of_another(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, span: Span) -> bool:
    """Whether the sentence with these words looks like an event of its own."""
    sentence = article.source.sentence_at(span.start)
    return sentence is not None and trigger(article, event, cues, sentence.span) is not None


def _counts_a_thing(article: AnnotatedArticle, cues: CompiledCues, span: Span) -> bool:
    """Whether the words count what a required phrase tells of, or something with a name of its own ("twelve F-16s")."""
    things = (thing for name in cues.requires for thing in cues.things(article.source, name, span))
    named = (name.span for name in article.names if name.kind == "other")
    return any(True for _ in things) or any(span.overlaps(name) for name in named)
