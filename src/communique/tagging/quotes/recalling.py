"""Speakers that only recall a body that spoke before: "it", "the ministry", "Bakanlık"."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from communique.source import fold
from communique.spans import Span
from communique.tagging.mentions import QuoteMention
from communique.tagging.quotes.cues import lexicon, words
from communique.tagging.quotes.speakers import Names
from communique.tagging.word_patterns import any_of

_STEM = 5
"""The fewest letters by which a Turkish word is known through its softened ending: "Bakanlık", "Bakanlığı"."""

_OPENING = 100
_NEXT = 2
"""So many line ends part two paragraphs."""


@cache
def _statement() -> re.Pattern[str]:
    media = any_of(lexicon("tr")["words"]["media"])
    return re.compile(
        rf"(?:^|[.!?:…”\"]\s+|\n\s*)(?:(?!\w+['’]?n[ıiuü]n\b)\w+\s+){{0,2}}?{media}[dt][ae](?!\w)[^.!?\n]*$",
        re.IGNORECASE,
    )


def recalled(mentions: Sequence[QuoteMention], names: Names) -> Iterator[QuoteMention]:
    """The quotes in text order, those of a recalled speaker with the body, where one body spoke alone or last."""
    named = _words_of_bodies(names)
    spoken: set[int] = set()
    last: int | None = None
    before: QuoteMention | None = None
    for mention in mentions:
        known = mention
        if mention.speaker_entity is None and before is not None and _adds(mention, before, names):
            known = mention._replace(speaker_entity=before.speaker_entity)
        nearest = next(iter(spoken)) if len(spoken) == 1 else last
        if mention.speaker_entity is None and (body := _recalled(mention, names, named, spoken, nearest)) is not None:
            known = mention._replace(speaker_entity=body)
        last = None
        if known.speaker_entity in named and _is_source(known, names):
            last = known.speaker_entity
            spoken.add(known.speaker_entity)
        before = known
        yield known


def _adds(mention: QuoteMention, before: QuoteMention, names: Names) -> bool:
    """Whether "he added" goes on with what the person quoted right before said."""
    if mention.speaker is None or before.speaker_entity is None or names.language != "en":
        return False
    is_pronoun = mention.speaker.of(names.text).lower() in words("en", "personal")
    is_near = names.text.count("\n", before.span.end, mention.span.start) <= _NEXT
    return is_pronoun and is_near and _cue(mention, names) in words("en", "going_on")


def _recalled(
    mention: QuoteMention,
    names: Names,
    named: Mapping[int, frozenset[str]],
    spoken: Set[int],
    nearest: int | None,
) -> int | None:
    """The nearest body, where only a pronoun or its statement is cited; else the only one of that noun."""
    if _is_impersonal(mention, names) or _is_in_its_statement(mention, names):
        return nearest
    fitting = [body for body in named if mention.speaker and _is_named(mention.speaker, names, named[body])]
    heard = [body for body in fitting if body in spoken] or fitting
    return heard[0] if len(heard) == 1 else None


def _cue(mention: QuoteMention, names: Names) -> str:
    return "" if mention.cue is None else fold(mention.cue.of(names.text))


def _is_source(mention: QuoteMention, names: Names) -> bool:
    """Whether the body speaks, if only to deny; a wire credited with its report says nothing of its own."""
    cue, known = _cue(mention, names), lexicon(names.language)
    return cue not in known["not_said"] or cue in known["denials"]


def _is_in_its_statement(mention: QuoteMention, names: Names) -> bool:
    """Whether a Turkish sentence has no speaker but the statement that it opens with: "Açıklamada, “…” denildi"."""
    if names.language != "tr" or mention.speaker is not None or mention.cue is None:
        return False
    opening = names.text[max(0, mention.span.start - _OPENING) : mention.span.start]
    return _statement().search(opening) is not None


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
