"""From the words of an event class to how the event stands in a sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.source import SourceText
from communique.spans import Span
from communique.standing import turkish
from communique.standing.nouns import by_noun
from communique.standing.tokens import Cue, Standing, Token, listed, tokens_of
from communique.standing.verbs import Reading, by_verb, is_verb

__all__ = ["Cue", "Head", "Standing", "heads", "told"]


_BACK, _AHEAD = 80, 60
"""A word's surroundings that are read, so that a text without sentences takes linear time."""


@dataclass(frozen=True, slots=True)
class Head:
    """Words that tell of an event, and whether they are its noun or may be its noun or its verb."""

    span: Span
    is_noun: bool
    is_either: bool = False


def heads(source: SourceText, sentence: Span, verbs: re.Pattern[str], nouns: re.Pattern[str]) -> tuple[Head, ...]:
    """The words of the sentence that tell of the event, in order."""
    named = set(source.search(nouns, within=sentence))
    told_by = set(source.search(verbs, within=sentence))
    ordered = sorted(named | told_by)
    return tuple(Head(span, span in named, is_either=span in named and span in told_by) for span in ordered)


def told(source: SourceText, sentence: Span, found: Sequence[Head]) -> tuple[Cue, ...]:
    """How the event stands by each of the words, those that say nothing certain left out; the best cue first."""
    if not found:
        return ()
    tokens = tokens_of(source, sentence)
    cues = tuple(_cues(source.passage.language, tokens, found))
    return tuple(sorted(cues, key=lambda cue: (cue.is_aside, cue.is_weak)))


def _cues(language: str, tokens: tuple[Token, ...], found: Sequence[Head]) -> Iterator[Cue]:
    keys = tuple(token.key for token in tokens)
    starts = [token.span.start for token in tokens]
    for head in found:
        first = bisect_right(starts, head.span.start) - 1
        last = max(first + 1, bisect_right(starts, head.span.end - 1))
        low = max(0, first - _BACK)
        reading = _read(language, keys[low : last + _AHEAD], head, first - low, last - low)
        if reading is not None:
            standing, begin, end, is_weak, is_aside = reading
            yield Cue(standing, tokens[low + begin].span.to(tokens[low + end - 1].span), is_weak, is_aside)


def _read(language: str, keys: tuple[str, ...], head: Head, first: int, last: int) -> Reading | None:
    if language == "tr" or (language != "en" and turkish.form_of(keys[last - 1]) != "open"):
        return turkish.by_word(keys, first, last)
    is_progressive = keys[first].endswith("ing") and first > 0 and keys[first - 1] in listed("en", "be")
    if head.is_noun and not (is_progressive or (head.is_either and is_verb(keys, first))):
        return by_noun(keys, first, last)
    return by_verb(keys, first, last)
