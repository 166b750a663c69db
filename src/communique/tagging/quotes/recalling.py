"""Speakers that only recall a body that spoke before: "it", "the ministry", "Bakanlık"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import QuoteMention
from communique.tagging.quotes.cues import words
from communique.tagging.quotes.speakers import Names

_STEM = 5
"""The fewest letters by which a Turkish word is known through its softened ending: "Bakanlık", "Bakanlığı"."""


def recalled(mentions: Sequence[QuoteMention], names: Names) -> Iterator[QuoteMention]:
    """The quotes in text order, those of a recalled speaker with the body, where only one body spoke before."""
    named = _words_of_bodies(names)
    spoken: set[int] = set()
    for mention in mentions:
        known = mention
        if mention.speaker is not None and mention.speaker_entity is None and len(spoken) == 1:
            (body,) = spoken
            if _is_impersonal(mention, names) or _is_named(mention.speaker, names, named[body]):
                known = replace(mention, speaker_entity=body)
        if known.speaker_entity in named:
            spoken.add(known.speaker_entity)
        yield known


def _words_of_bodies(names: Names) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for mention in names.mentions:
        if mention.kind == "organisation":
            parts = frozenset(fold(mention.span.of(names.text)).split())
            found[mention.entity] = found.get(mention.entity, frozenset()) | parts
    return found


def _is_impersonal(mention: QuoteMention, names: Names) -> bool:
    if mention.speaker is None or fold(mention.speaker.of(names.text)) not in words(names.language, "impersonal"):
        return False
    between = names.text[mention.speaker.end : mention.cue.start] if mention.cue else ""
    return words(names.language, "be").isdisjoint(between.lower().split())


def _is_named(speaker: Span, names: Names, known: frozenset[str]) -> bool:
    """Whether the phrase is the body's head noun alone."""
    if names.within(speaker):
        return False
    article, _, head = fold(speaker.of(names.text)).rpartition(" ")
    if names.language != "tr":
        return article == "the" and head in known
    return not article and len(head) > _STEM and any(word.startswith(head[:-1]) for word in known)
