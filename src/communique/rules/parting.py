"""Sentences that tell of two events, parted where the second begins: "X met Y, while Z was received by W"."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from communique.annotation import AnnotatedArticle, inside, named_inside
from communique.events import Event
from communique.late_patterns import late
from communique.passage import Sentence
from communique.rules.actors import actors
from communique.rules.cues import CompiledCues
from communique.rules.triggers import trigger
from communique.spans import Span

_DONE = (
    r"(?:(?<=[dt][ıiuü])|(?<=m[ıiuü]ş)|(?<=[ae]c[ae]k)|(?<=yor)|(?<=ğ[ıiuü])|(?<=ğ[ıiuü]n[ıiuü]))(?:,\s+(?:ve\s+)?|\s+ve\s+)"
    r"|(?:(?<=[ae]r[ae]k)(?<!olarak)|(?<=[ıiuü]p)),?\s+"
)
"""What stands behind a Turkish verb that may close a clause."""
_BORDER = re.compile(
    r";\s+|,\s+(?:while|whereas|(?P<where>where)|and|but|as|ardından|ayrıca)\s+|\s+(?:while|whereas)\s+|,\s+(?=[^,;]{2,60}\sise\s)"
    rf"|(?P<done>{_DONE})"
    r"|(?P<turn>(?<=\w),\s+(?=[a-zçğıöşü])|['’]n?[ıiuü]n,?\s+(?=(?:ayrıca|daha\ssonra|ardından|yarın)(?!\w)))"
    r"|(?<=[dt][ıiuü]kt[ae]n)\s+sonra\s+|(?P<and>\s+and\s+)"
)
_LONGEST_VERB = 60
_DURING = re.compile(r"\b(?:during|on|amid|as part of)\s(?:his|her|their|an?|the)\s[^,;]*$")
"""What makes the words an occasion of the meeting told before: ", and General X, during his visit to Y"."""
_BEARER = re.compile(
    r"(?:görüşen|ziyaret\seden|ziyarette\sbulunan|araya\sgelen|kabul\sed(?:en|ilen)|karşıla(?:nan|yan)|ağırla(?:nan|yan)|buluşan)"
    r"\s(?:[A-ZÇĞİÖŞÜ][\w.-]*\s){0,6}[A-ZÇĞİÖŞÜ][\w.-]*(?:['’]n?[ıiuü]n)?(?:\sve\s(?:beraberindeki\s)?heyet\w*)?$"
)
"""A participle that tells of an event, with the name of whose deed it was."""
_ADVERBS = re.compile(
    r"(?:(?:was|were|has|had|been|will|would|is|are|to|expected|scheduled|due|set|later|then|also|subsequently|afterwards|daha|sonra|dün|bugün)\s)*"
)


_LEAD = late(
    r"(?:After|Before|Besides|Having|While|(?:In addition|Prior) to)\s(?:\w+ly\s)?\w+(?:ing|ed|en)\s"
    r"[^,;]{8,160}(?P<end>,\s)(?=[A-Z])"
)
"""A clause that tells of a deal before the one that the sentence is about: "After pledging its guns to X, Oman …"."""


def parts(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence cut before each part that names who acts in front of trigger words of its own; else the whole."""
    start = sentence.span.start
    if event.ends and (lead := _LEAD.match(article.text, start, sentence.span.end)):
        before, behind = Span(start, lead.start("end")), Span(lead.end(), sentence.span.end)
        if trigger(article, event, cues, before) and trigger(article, event, cues, behind):
            yield replace(sentence, span=before)
            start = behind.start
    for border in _BORDER.finditer(article.text, start, sentence.span.end):
        before, behind = Span(start, border.start()), Span(border.end(), sentence.span.end)
        if border["turn"]:
            is_parted = _turns(article, event, cues, behind, before)
        elif border["done"]:
            is_told = _is_told(article, cues, before) and _meets_another(article, event, cues, behind)
            is_parted = is_told or _turns(article, event, cues, behind, before)
        elif border["and"]:
            is_parted = _goes_on(article, event, cues, behind) and _is_whole(article, event, cues, before)
        elif border["where"]:
            is_parted = _is_elsewhere(article, event, cues, behind) and _is_whole(article, event, cues, before)
        else:
            is_parted = (
                _turns(article, event, cues, behind, before)
                or _begins_anew(article, event, cues, behind)
                or _goes_on(article, event, cues, behind)
                or _trades_anew(article, event, cues, before, behind)
            )
        if is_parted and trigger(article, event, cues, before):
            yield replace(sentence, span=before)
            start = border.end()
    yield replace(sentence, span=Span(start, sentence.span.end))


def _is_told(article: AnnotatedArticle, cues: CompiledCues, before: Span) -> bool:
    """Whether the Turkish words end with a verb that tells of the event and of whom: "Y'yi ziyaret ederek"."""
    if article.passage.language != "tr":
        return False
    tail = Span(max(before.start, before.end - _LONGEST_VERB), before.end)
    last = deque(cues.hits(article.source, cues.triggers, tail), maxlen=1)
    return bool(last) and last[0].end == before.end and _names_a_person(article, before)


def _meets_another(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, behind: Span) -> bool:
    words = trigger(article, event, cues, behind)
    return words is not None and _names_a_person(article, Span(behind.start, words.start))


def _names_a_person(article: AnnotatedArticle, words: Span) -> bool:
    return any(name.kind == "person" for name in named_inside(article, (words,)))


def _goes_on(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, behind: Span) -> bool:
    """Whether the same subject is told to do the next: ", and later received by the president, Selim Tarhan"."""
    words = trigger(article, event, cues, behind)
    if words is None or _ADVERBS.fullmatch(article.text, behind.start, words.start) is None:
        return False
    named = named_inside(article, (behind,))
    return any(name.kind == "person" and name.span.start >= words.end for name in named)


def _is_whole(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, before: Span) -> bool:
    """Whether the part before "and" or "where" tells whom: "met the crown prince, Ada Kent", not "met"."""
    words = trigger(article, event, cues, before)
    named = named_inside(article, (before,))
    return words is not None and any(name.kind == "person" and name.span.start >= words.end for name in named)


def _is_elsewhere(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, behind: Span) -> bool:
    """Whether somebody else acts there, by name: ", where President X received him", not ", where he met X"."""
    words = trigger(article, event, cues, behind)
    persons = (name for name in inside(article.names, (behind,)) if name.kind == "person")
    return words is not None and any(name.span.end <= words.start for name in persons)


def _turns(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, behind: Span, before: Span) -> bool:
    """Whether a Turkish participle tells of one event and its bearer does the next: "X'i ziyaret eden Y, yarın Z'ye
    gidecek"."""
    if not is_led_to(article, before):
        return False
    words = trigger(article, event, cues, behind)
    found = [name.span for name in named_inside(article, (behind,))]
    found += [place.span for place in inside(article.places, (behind,))]
    return words is not None and any(at.start < words.start for at in found)


def is_led_to(article: AnnotatedArticle, before: Span) -> bool:
    """Whether the Turkish words end with a participle that tells of an event, and whose deed that was."""
    return article.passage.language == "tr" and _BEARER.search(article.text, before.start, before.end) is not None


def _begins_anew(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, behind: Span) -> bool:
    words = trigger(article, event, cues, behind)
    if words is None or _DURING.search(article.text, behind.start, words.start + 1) is not None:
        return False
    named = named_inside(article, (behind,))
    return any(name.kind == "person" and name.span.end <= words.start for name in named)


def _trades_anew(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, before: Span, behind: Span) -> bool:
    """Whether somebody else stands before trigger words of a further transaction: ", while Peru ordered ten tanks"."""
    words = trigger(article, event, cues, behind) if event.ends else None
    if words is None:
        return False
    known = {actor.key for actor in actors(article, event, cues, before)}
    new = (one for one in actors(article, event, cues, behind) if one.begin < words.start and one.key not in known)
    return bool(known) and next(new, None) is not None
