"""The name of a thing right before the words for it: "Sentinel radars", "Ada-class corvettes", "Kartal savaş uçağı"."""

import re
from collections.abc import Iterator, Sequence

from communique.annotation import AnnotatedArticle, inside
from communique.rules.cues import CompiledCues
from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words as listed

_NAME = re.compile(
    r"(?P<name>(?:[A-ZÇĞİÖŞÜ][\w./-]*|\d+[A-Z][\w-]*)(?:\s[A-ZÇĞİÖŞÜ0-9][\w./-]*){0,2}?)"
    r"(?P<kind>(?:-|\s)(?:class|type|model|series|standard|variant|version|[Ss]ınıfı|[Tt]ipi|[Ss]erisi|adlı))?(?:\s\([^()\n]{1,24}\))?(?:\s\d+x\d+)?\s$"
)
_MADE = re.compile(r"-[a-z]")
_LOOK_BACK = 60


def designation(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Span | None:
    """The name before the first thing of a required phrase in the sentence; no body, person or country is one."""
    return next((name_before(article, thing, sentence) for thing in _things(article, cues, sentence)), None)


def names_another(article: AnnotatedArticle, cues: CompiledCues, name: Span, sentence: Span) -> bool:
    """Whether the name stands right before another thing than the first of the sentence."""
    others = (name_before(article, thing, sentence) for thing in tuple(_things(article, cues, sentence))[1:])
    return any(other is not None and other.overlaps(name) for other in others)


def _things(article: AnnotatedArticle, cues: CompiledCues, sentence: Span) -> Iterator[Span]:
    """The things of the required phrases that stand in the name of nobody ("… Systems")."""
    bodies = [name.span for name in inside(article.names, (sentence,)) if name.kind in ("organisation", "person")]
    for field in cues.requires:
        for thing in cues.things(article.source, field, sentence):
            if not any(body.contains(thing) for body in bodies):
                yield thing


def is_kind_of_thing(named: str) -> bool:
    """Whether the words only tell of what kind something is: "SİHA", "Sınıfı", "Özel"."""
    return listed("equipment", "equipment_modifiers", "classes", "modifiers", "function").issuperset(
        fold(named).split()
    )


def names_thing(article: AnnotatedArticle, cues: CompiledCues, name: Span, sentence: Span) -> bool:
    """Whether the name is that of a thing."""
    named = designation(article, cues, sentence)
    return named is not None and named.overlaps(name)


def name_before(article: AnnotatedArticle, thing: Span, sentence: Span) -> Span | None:
    """The name right before the words for a thing; no body, person or country is one."""
    found = _NAME.search(article.text, max(sentence.start, thing.start - _LOOK_BACK), thing.start)
    if found is None:
        return None
    words = [Span(found.start("name") + one.start(), found.start("name") + one.end()) for one in _words(found["name"])]
    taken = _taken(article, sentence)
    while words and (
        any(words[0].overlaps(other) for other in taken)
        or fold(words[0].of(article.text)) in listed("determiners")
        or _is_common(words[0].of(article.text), found["kind"])
    ):
        words = words[1:]
    named = inside(article.names, (sentence,))
    known = next((name.span for name in named if words and name.span.overlaps(words[-1])), None)
    if known is not None and known.end <= thing.start:
        return None if known in taken else _numbered(article, words, known)
    return words[0].to(words[-1]) if words and words[0].start > sentence.start else None


def _is_common(word: str, kind: str | None) -> bool:
    """Whether the word only tells of what kind a thing is ("Turkish-made", "Milli" of "Milli Gemi"); few do before a
    word such as "class"."""
    kinds = listed("classes") if kind else listed("modifiers", "equipment_modifiers", "classes")
    return _MADE.search(word) is not None or fold(word) in kinds


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
