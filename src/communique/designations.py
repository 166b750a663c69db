"""The name of a thing right before the words for it: "Sentinel radars", "Ada-class corvettes", "Kartal savaş uçağı"."""

import re
from collections.abc import Sequence

from communique.annotation import AnnotatedArticle, inside
from communique.cues import CompiledCues
from communique.spans import Span

_NAME = re.compile(
    r"(?P<name>(?:[A-ZÇĞİÖŞÜ][\w./-]*|\d+[A-Z][\w-]*)(?:\s[A-ZÇĞİÖŞÜ0-9][\w./-]*){0,2}?)"
    r"(?:(?:-|\s)(?:class|type|model|series|sınıfı|tipi|serisi|adlı))?(?:\s\d+x\d+)?\s$"
)
_MADE = re.compile(r"-[a-z]")
_LOOK_BACK = 60


def designation(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Span | None:
    """The name before the first thing of a required phrase in the sentence; no body, person or country is one."""
    for field in cues.requires:
        for thing in cues.things(article.source, field, sentence):
            return _before(article, thing, sentence)
    return None


def names_thing(article: AnnotatedArticle, cues: CompiledCues, name: Span, sentence: Span) -> bool:
    """Whether the name is that of a thing."""
    named = designation(article, cues, sentence)
    return named is not None and named.overlaps(name)


def _before(article: AnnotatedArticle, thing: Span, sentence: Span) -> Span | None:
    found = _NAME.search(article.text, max(sentence.start, thing.start - _LOOK_BACK), thing.start)
    if found is None:
        return None
    words = [Span(found.start("name") + one.start(), found.start("name") + one.end()) for one in _words(found["name"])]
    taken = _taken(article, sentence)
    while words and (any(words[0].overlaps(other) for other in taken) or _MADE.search(words[0].of(article.text))):
        words = words[1:]
    named = inside(article.names, (sentence,))
    known = next((name.span for name in named if words and name.span.overlaps(words[-1])), None)
    if known is not None and known.end <= thing.start:
        return None if known in taken else _numbered(article, words, known)
    return words[0].to(words[-1]) if words and words[0].start > sentence.start else None


def _numbered(article: AnnotatedArticle, words: Sequence[Span], name: Span) -> Span:
    """The name with the model's number before it: "M1A2 Abrams"."""
    is_number = words[0].start < name.start and any(map(str.isdigit, words[0].of(article.text)))
    return words[0].to(name) if is_number else name


def _words(name: str) -> Sequence[re.Match[str]]:
    return tuple(re.finditer(r"(?<!\S)\S+?(?=-(?:class|type)\b|\s|$)", name))


def _taken(article: AnnotatedArticle, sentence: Span) -> tuple[Span, ...]:
    bodies = (
        name.span
        for name in inside(article.names, (sentence,))
        if name.kind == "organisation" or name.title or name.role
    )
    countries = (country.span for country in inside(article.countries, (sentence,)))
    dates = (date.span for date in inside(article.dates, (sentence,)))
    counted = (amount.span for amount in inside(article.amounts, (sentence,)))
    return (*bodies, *countries, *dates, *counted)
