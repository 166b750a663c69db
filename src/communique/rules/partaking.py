"""Who takes part in what a sentence tells, where the words leave no choice: all who are named, and states that act."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.forms import Candidate
from communique.rules.candidates import candidates
from communique.rules.cues import CompiledCues
from communique.rules.office_holders import meeting_holder
from communique.rules.owners import owners
from communique.rules.states import states
from communique.rules.subjects import subject_before
from communique.shapes import FieldShape, shape_of
from communique.spans import Span
from communique.tagging.mentions import CountryMention

RULE = "all_named"
_FEW = 2
_REACH = 12
"""How far before "attended by" its "which was also" may stand."""
_CALLED = re.compile(r"['’]?\w*[ıiuü]\s(?:da\s|de\s)?ziyaret\s(?:et|ed)")
_ROW = re.compile(r"['’]?\w*(?:,|\s(?:ve|ile))\s")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$")
_VISIT = re.compile(r"(?:visits?|trip)\sto\b", re.IGNORECASE)
_GENITIVE = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}")
_MEMBERS = re.compile(r"(?:that|which)\s(?:included|comprised|consisted of)\b")
"""What opens the list of a delegation's members: "a delegation that included X, Y and Z"."""
_MODALS = ("would", "could")
_RELATIVE = re.compile(
    r",\s(?P<clause>(?:who|whose|which)\s[^;]*?),\s(?:(?:has|have|had|will|would|is|was|to|also|later|then|earlier|separately|on\s\w+day)\s)*$"
)
_PARTICIPLE = re.compile(
    r"(?P<clause>[^;]{8,}?\s(?:[a-zçğıöşü]*[^dt\W\d_][ae]n|eden|giden|yöneten|yürüten)\s)"
    r"(?:[A-ZÇĞİÖŞÜ][\w.-]*\s){0,6}[A-ZÇĞİÖŞÜ][\w.-]*,\s"
)
_TOGETHER = re.compile(r"davet|konu[kğ]|misafir|birlikte|beraber|\sile\s|['’]?y?l[ae]\s")
"""What tells in a participle of somebody that he is with the subject: "Y'nin davetlisi olarak gelen X"."""
_PROGRAMME = re.compile(r"(?<!\w)(?:includ(?:e|es|ed|ing)|programme|itinerary|agenda|schedule)(?!\w)", re.IGNORECASE)


def partakers(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, told: Sequence[Span]
) -> Mapping[str, tuple[DraftValue, ...]]:
    """The members of the list of those who take part in what the sentences tell; {} where the class has none or
    somebody may be named aside."""
    shape = shape_of(event, cues.parties) if cues.parties else None
    if shape is None:
        return {}
    if is_one_sided(article, event, cues, told):
        whose = owners(article, told[0])
        return {cues.parties: (*whose, *_met(article, shape, told[0]))} if whose else {}
    visitor = _visitor(article, cues, told[0])
    members = _members(article, event, cues, told) if visitor is None else _alone(article, shape, visitor)
    return {cues.parties: members} if members else {}


def is_one_sided(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, told: Sequence[Span]) -> bool:
    """Whether all whom the first sentence names are whom others meet, so that asking who met would make them meet each
    other: "their programme includes meetings with X, Y and Z"."""
    shape = shape_of(event, cues.parties) if cues.parties else None
    if shape is None:
        return False
    people = _people(article, told[0])
    named = tuple(one for one in _distinct(candidates(article, shape, told[0], ())) if one.key in people)
    return len(named) >= _FEW and _is_one_side(article, cues, named, told[0])


def _met(article: AnnotatedArticle, shape: FieldShape, focus: Span) -> Iterator[DraftValue]:
    people = _people(article, focus)
    return (_ruled(one.value) for one in _distinct(candidates(article, shape, focus, ())) if one.key in people)


def _alone(article: AnnotatedArticle, shape: FieldShape, visitor: Span) -> tuple[DraftValue, ...]:
    found = tuple(_ruled(one.value) for one in candidates(article, shape, visitor, ()))
    return found if len(found) == 1 else ()


def _members(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, told: Sequence[Span]
) -> tuple[DraftValue, ...]:
    shape = shape_of(event, cues.parties)
    if shape is None:
        return ()
    focus = told[0]
    subject = subject_before(article, event, cues, focus)
    attended = tuple(span for span in told[1:] if any(True for _ in article.source.search(cues.attending, within=span)))
    options = _distinct(one for span in (subject, focus, *attended) for one in candidates(article, shape, span, ()))
    elsewhere = _told_aside(article, cues, focus)
    options = tuple(one for one in options if not any(clause.start <= one.start < clause.end for clause in elsewhere))
    people = frozenset(key for span in (focus, subject, *attended) for key in _people(article, span))
    named = tuple(one for one in options if one.key in people)
    acting = () if len(people) >= _FEW else states(article, cues, focus)
    codes = _codes(article, focus)
    given = [_state(article, cues, focus, country) for country in acting if country.code not in codes]
    if given:
        known = options if len(given) < _FEW else named
        named = () if _is_between(article, acting[0]) else known
        return (*(_ruled(one.value) for one in named), *given)
    is_plain = len(told) == 1 and len(named) == len(options) <= _FEW and not len(subject) and not elsewhere
    is_lone = len(options) == 1 and (len(subject) > 0 or bool(elsewhere)) and article.passage.language == "tr"
    if len(named) == 1 and (is_lone or _is_call(article, options, focus)):
        return tuple(_ruled(one.value) for one in options)
    if len(named) < _FEW and (later := _named_later(article, cues, shape, told)):
        return later
    if (
        len(named) < _FEW
        or is_plain
        or _names_aside(article, cues, named, (focus, *attended))
        or _is_one_side(article, cues, named, focus)
    ):
        return ()
    return tuple(_ruled(one.value) for one in named)


def _is_between(article: AnnotatedArticle, first: CountryMention) -> bool:
    """Whether the states are told as the two or more sides: "Kent pointed to the talks between Oman and Peru"."""
    return _BETWEEN.search(article.text, max(0, first.span.start - _REACH), first.span.start) is not None


def _is_call(article: AnnotatedArticle, options: tuple[Candidate, ...], focus: Span) -> bool:
    """Whether all but the first are Turkish bodies in one row that the first calls on: "X Komutanlığı ve Y Okulunu
    ziyaret etti"."""
    bodies = [one for one in inside(article.names, (focus,)) if one.kind == "organisation"]
    called = [one for one in bodies if ("name", one.entity) in {option.key for option in options[1:]}]
    if article.passage.language != "tr" or not called or len(called) != len(options) - 1:
        return False
    ends = [*(one.span.start for one in called[1:]), focus.end]
    between = [article.text[one.span.end : end] for one, end in zip(called, ends, strict=True)]
    return _CALLED.match(between[-1]) is not None and all(_ROW.fullmatch(gap) for gap in between[:-1])


def _visitor(article: AnnotatedArticle, cues: CompiledCues, focus: Span) -> Span | None:
    """Whose visit is told of in passing, by the genitive before it: "at the time of Kent's visit to Oman"."""
    hits = tuple(cues.hits(article.source, cues.triggers, focus)) if article.passage.language == "en" else ()
    if len(hits) != 1 or _VISIT.match(article.text, hits[0].start) is None:
        return None
    persons = (name.span for name in inside(article.names, (focus,)) if name.kind == "person")
    whose = (span for span in persons if _GENITIVE.fullmatch(article.text, span.end, hits[0].start) is not None)
    return next(whose, None)


def _named_later(
    article: AnnotatedArticle, cues: CompiledCues, shape: FieldShape, told: Sequence[Span]
) -> tuple[DraftValue, ...]:
    """All whom the sentence behind names as meeting, where the first names but one of them: "During the talks, X and Y
    will …"."""
    here = _people(article, told[0])
    for span in told[1:2] if len(here) == 1 else ():
        options = _distinct(candidates(article, shape, span, ()))
        named = tuple(one for one in options if one.key in _people(article, span))
        opens = next(article.source.search(cues.continues, within=span), None) if len(named) >= _FEW else None
        is_opened = opens is not None and opens.start == span.start and named[0].start - opens.end <= _REACH
        if is_opened and here <= {one.key for one in named} and not _names_aside(article, cues, named, (span,)):
            return tuple(_ruled(one.value) for one in named)
    return ()


def _distinct(options: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple({one.key: one for one in reversed(tuple(options))}.values())[::-1]


def _people(article: AnnotatedArticle, focus: Span) -> frozenset[object]:
    """The keys of the persons who are named, described or meant by a group."""
    named = named_inside(article, (focus,))
    grouped = (entity for group in inside(article.groups, (focus,)) for entity in group.entities)
    return frozenset(("name", entity) for entity in (*(one.entity for one in named if one.kind == "person"), *grouped))


def _state(article: AnnotatedArticle, cues: CompiledCues, focus: Span, country: CountryMention) -> DraftValue:
    value = {"country": Proposed(country.span.of(article.text), country.span, rule="delegates")}
    holder = meeting_holder(article, cues, focus, country)
    if holder is None:
        return value
    return {"role": Proposed(holder.role.of(article.text), holder.role, rule="delegates"), **value}


def _codes(article: AnnotatedArticle, focus: Span) -> frozenset[str]:
    """The countries of those who are named, as the article tells them anywhere."""
    here = named_inside(article, (focus,))
    entities = {name.entity for name in here if name.kind == "person"}
    known = (name.country for name in article.names if name.entity in entities)
    return frozenset(country.code for country in known if country is not None)


def _names_aside(
    article: AnnotatedArticle, cues: CompiledCues, named: tuple[Candidate, ...], spans: Iterable[Span]
) -> bool:
    """Whether a word between the first and the last name of a sentence tells that the next may have no part in it."""
    starts = [[one.start for one in named if span.start <= one.start < span.end] for span in spans]
    return any(_has_word_aside(article, cues, Span(min(held), max(held))) for held in starts if held)


def _has_word_aside(article: AnnotatedArticle, cues: CompiledCues, between: Span) -> bool:
    attended = next((hit.start for hit in article.source.search(cues.attending, within=between)), None)
    names = tuple(name.span for name in inside(article.names, (between,)))
    clauses = _told_aside(article, cues, between)
    return any(
        attended is None or hit.end < attended - _REACH or hit.start > attended
        for hit in article.source.search(cues.aside, within=between)
        if not any(words.contains(hit) for words in (*names, *clauses))  # "Salim bin Said"
        and _MEMBERS.match(article.text, hit.start) is None
        and not _is_auxiliary(article, cues, hit, between)
    )


def _is_auxiliary(article: AnnotatedArticle, cues: CompiledCues, word: Span, between: Span) -> bool:
    """Whether the word goes with the verb of the event: "would meet"."""
    told = cues.hits(article.source, cues.triggers, between) if word.of(article.text).lower() in _MODALS else ()
    return any(hit.start == word.end + 1 for hit in told)


def _told_aside(article: AnnotatedArticle, cues: CompiledCues, focus: Span) -> tuple[Span, ...]:
    """What a relative clause tells before the event's verb: "X, who came at the invitation of Y, met Z"."""
    if article.passage.language == "tr":
        return _led_up_to(article, cues, focus)
    if article.passage.language != "en":
        return ()
    clauses = (_RELATIVE.search(article.text, focus.start, hit.start) for hit in _hits(article, cues, focus))
    return tuple(Span(*found.span("clause")) for found in clauses if found is not None)


def _led_up_to(article: AnnotatedArticle, cues: CompiledCues, focus: Span) -> tuple[Span, ...]:
    """What a Turkish participle tells of the subject that it leads up to, of whom others are named behind: "Y'nin
    vereceği yemeğe katılacak olan X, Z'yi ziyaret edecek"."""
    found = _PARTICIPLE.match(article.text, focus.start, focus.end)
    clause = None if found is None else Span(*found.span("clause"))
    if clause is None or any(True for _ in cues.hits(article.source, cues.triggers, clause)):
        return ()
    is_of_others = len(_people(article, Span(clause.end, focus.end))) >= _FEW
    return (clause,) if is_of_others or _TOGETHER.search(clause.of(article.text)) is None else ()


def _hits(article: AnnotatedArticle, cues: CompiledCues, focus: Span) -> Iterator[Span]:
    yield from cues.hits(article.source, cues.triggers, focus)
    yield from cues.hits(article.source, cues.objects, focus)


def _is_one_side(article: AnnotatedArticle, cues: CompiledCues, named: tuple[Candidate, ...], focus: Span) -> bool:
    """Whether all of them are whom somebody else meets: "their programme includes meetings with X, Y and Z"."""
    first = min(one.start for one in named)
    if article.passage.language == "tr" or first <= focus.start:
        return False
    met = article.source.search(cues.company, within=Span(focus.start, first))
    return any(_PROGRAMME.search(article.text, focus.start, hit.start) for hit in met)


def _ruled(value: DraftValue) -> DraftValue:
    if isinstance(value, Mapping):
        name = value.get("name")
        if isinstance(name, Proposed):
            return {**value, "name": Proposed(name.text, name.span, rule=name.rule or RULE)}
    return value
