"""One who meets others in turn, each at a place or on a day of its own: "met Kent in Doha on Friday and Ferro in Muscat
on Saturday" is two meetings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from communique.annotation import AnnotatedArticle
from communique.drafts import DraftValue, Proposed
from communique.fields import Place, When
from communique.forms import Candidate, Question, SentenceForm
from communique.passage import Sentence
from communique.rules.candidates import candidates
from communique.rules.circumstances import own
from communique.rules.cues import CompiledCues
from communique.rules.severally import placed
from communique.shapes import shapes
from communique.spans import Span

_LEAST, _TURNS = 3, 2
_AND = re.compile(r",?\s(?:and\s|then\s|later\s|also\s|finally\s)*(?:with\s|by\s)?(?:the\s)?")
_VE = re.compile(r"(?:['’]?y?l[ae]|\sile)?,?\s(?:ve\s|ise\s|da\s|de\s|ardından\s|sonra\s)*")
"""What joins a turn to the one before it."""
_WITH = re.compile(r"['’]?y?l[ae](?!\w)|\sile(?!\w)")
_Member = tuple[Span, DraftValue]


@dataclass(slots=True)
class _Turn:
    """Whom the one meets in a turn, and the days and places that are told of it."""

    others: list[_Member] = field(default_factory=list)
    circumstances: list[Candidate] = field(default_factory=list)


def in_turn(
    article: AnnotatedArticle, cues: CompiledCues, form: SentenceForm, sentences: Sequence[Sentence]
) -> Iterator[SentenceForm]:
    """A form for each turn that the first sentence tells; the form itself where it tells of one meeting."""
    told = sentences[0].span
    members = sorted(placed(form.given.get(cues.parties)), key=lambda member: member[0])
    if len(members) < _LEAST or not all(told.contains(span) for span, _ in members):
        yield form
        return
    asked = [
        own(article, cues, Question(shape, candidates(article, shape, told, ())), tuple(sentences))
        for shape in shapes(form.event)
        if shape.is_a(When, Place)
    ]
    turns = _turns(article, members, [one for question in asked for one in question.options])
    if len(turns) < _TURNS:
        yield form
        return
    others = tuple(one for one in form.questions if not one.shape.is_a(When, Place))
    for at, turn in enumerate(turns):
        given = {**form.given, cues.parties: (members[0][1], *(one for _, one in turn.others))}
        near = turns[at::-1] if article.passage.language == "tr" else turns[at:]
        circumstances = (_own(question, near, turns) for question in asked)
        yield replace(form, given=given, questions=(*others, *(one for one in circumstances if one.options)))


def _turns(article: AnnotatedArticle, members: Sequence[_Member], circumstances: Sequence[Candidate]) -> list[_Turn]:
    """The turns, each with its days and places: behind the names in English, before them in Turkish; none where one has
    none of its own."""
    is_turkish = article.passage.language == "tr"
    (subject, _), *others = members
    marks: list[tuple[int, _Member | Candidate]] = [(one[0].start, one) for one in others]
    marks += [(one.start, one) for one in circumstances if one.start >= subject.end]
    turns = [_Turn()]
    for _, mark in sorted(marks, key=lambda pair: pair[0]):
        turn = turns[-1]
        has_ended = turn.others if is_turkish else turn.circumstances
        if has_ended and isinstance(mark, Candidate) == is_turkish:
            turns.append(turn := _Turn())
        if not isinstance(mark, Candidate):
            turn.others.append(mark)
        elif is_turkish or turn.others:
            turn.circumstances.append(mark)
    turns = [turn for turn in turns if turn.others]
    if not all(turn.circumstances for turn in turns):
        return []
    are_joined = _are_joined_in_turkish if is_turkish else _are_joined
    return turns if are_joined(article, turns) else []


def _are_joined(article: AnnotatedArticle, turns: Sequence[_Turn]) -> bool:
    """Whether nothing but "and" stands between a turn's last day or place and whom the next one names."""
    begins = {name.span: name.begin for name in article.names}
    return all(
        _AND.fullmatch(article.text, _end(one.circumstances[-1]), begins.get(other.others[0][0], 0)) is not None
        for one, other in pairwise(turns)
    )


def _are_joined_in_turkish(article: AnnotatedArticle, turns: Sequence[_Turn]) -> bool:
    """Whether each turn ends with whom the one meets ("X ile"), and the next one begins right there."""
    are_with = all(_WITH.match(article.text, turn.others[-1][0].end) for turn in turns)
    return are_with and all(
        _VE.fullmatch(article.text, one.others[-1][0].end, other.circumstances[0].start) is not None
        for one, other in pairwise(turns)
    )


def _end(circumstance: Candidate) -> int:
    value = circumstance.value
    return value.span.end if isinstance(value, Proposed) and value.span is not None else circumstance.start


def _own(question: Question, near: Sequence[_Turn], turns: Sequence[_Turn]) -> Question:
    """The question with the turn's own days or places, else with those of the turns nearby, else of no turn."""
    for turn in near:
        if found := tuple(one for one in question.options if one in turn.circumstances):
            return replace(question, options=found)
    told = [one for turn in turns for one in turn.circumstances]
    return replace(question, options=tuple(one for one in question.options if one not in told))
