"""The subject that a later part of a sentence, or a Turkish sentence, leaves out because it stands before."""

import re
from collections.abc import Sequence

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.events import Event
from communique.passage import Sentence
from communique.rules.cues import CompiledCues
from communique.rules.parting import is_led_to
from communique.rules.triggers import trigger
from communique.spans import Span
from communique.tagging.mentions import NameMention

_NO_SUBJECT = re.compile(r"\s(?:ile|tarafından|başkanlığında)(?!\w)|['’](?!n?[ıiuü]n(?!\w))")
_OF_SUBJECT = re.compile(r"['’]n?[ıiuü]n(?!\w)")
_LINK = re.compile(r"[\s,]*(?:(?:ardından|ayrıca)\s+)?\Z")
_BORDER = re.compile(r"(?:['’]n?[ıiuü]n)?[\s,]*(?:(?:ardından|ayrıca)\s+)?")
_FARTHEST = 2
"""How many sentences back a Turkish subject goes on."""


def subject_before(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, focus: Span) -> Span:
    """The name or description of whose deed `focus` tells, where it stands before; an empty span where it need not."""
    nothing = Span(focus.start, focus.start)
    whole, words = article.source.sentence_at(focus.start), trigger(article, event, cues, focus)
    if whole is None or words is None:
        return nothing
    if whole.span.start == focus.start:
        return _dropped(article, cues, whole, focus) or nothing
    return _opening(article, whole, focus, words) or nothing


def _opening(article: AnnotatedArticle, whole: Sentence, focus: Span, words: Span) -> Span | None:
    """The name that opens the sentence of which `focus` is a later part without a subject of its own."""
    named = [one for one in (*article.names, *article.references) if one.kind == "person"]
    link = _LINK.search(article.text, whole.span.start, focus.start)
    is_led = is_led_to(article, Span(whole.span.start, focus.start if link is None else link.start()))
    if not is_led and any(focus.start <= one.span.start < words.start and not _is_agent(article, one) for one in named):
        return None
    before = [one for one in named if whole.span.start <= one.span.start < focus.start]
    if article.passage.language == "tr":  # whom a participle leads up to: "X'i ziyaret eden Y, yarın Z'ye gidecek"
        led = [one for one in before if _BORDER.fullmatch(article.text, one.span.end, focus.start)]
        before = led or _bare(article, before) or [one for one in before if not _is_agent(article, one)] or before
    return min((one.span for one in before), default=None)


def _bare(article: AnnotatedArticle, names: Sequence[NameMention]) -> list[NameMention]:
    """The Turkish names that stand in no case."""
    text = article.text
    return [one for one in names if not (_is_agent(article, one) or _OF_SUBJECT.match(text, one.span.end))]


def _is_agent(article: AnnotatedArticle, name: NameMention) -> bool:
    """Whether a Turkish name is by whom, with whom or to whom something is done, and so no subject."""
    return article.passage.language == "tr" and _NO_SUBJECT.match(article.text, name.span.end) is not None


def _dropped(article: AnnotatedArticle, cues: CompiledCues, whole: Sentence, focus: Span) -> Span | None:
    """The subject of the Turkish sentence before in its paragraph, where this one names only whom somebody meets:
    "Kaya dün Lima'ya gitti. Ardından Başkan Ferro tarafından kabul edildi."."""
    if article.passage.language != "tr":
        return None
    named = [name for name in named_inside(article, (focus,)) if name.kind == "person"]
    is_grouped = next(inside(article.groups, (focus,)), None) is not None
    if not named or is_grouped or any(not _is_agent(article, name) for name in named):
        return None
    for number in range(whole.number - 1, whole.number - 1 - _FARTHEST, -1):
        before = article.numbered.get(number)
        if before is None or before.paragraph != whole.paragraph:
            return None
        subject = _subject_of(article, before.span)
        if subject is not None and not cues.goes_on(article.source, before.span):
            return None if subject.entity in {name.entity for name in named} else subject.span
    return None


def _subject_of(article: AnnotatedArticle, sentence: Span) -> NameMention | None:
    """The first person of the sentence who stands in no case; None where another person stands before in one."""
    people = sorted((name for name in named_inside(article, (sentence,)) if name.kind == "person"), key=_start)
    first = people[0] if people else None
    return None if first is None or not _bare(article, [first]) else first


def _start(name: NameMention) -> int:
    return name.span.start
