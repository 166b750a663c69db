"""The words that tell of an event, and how the event stands by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.late_patterns import late
from communique.rules.called_off import called_off
from communique.rules.cue_patterns import NEVER
from communique.rules.refuted import refuted
from communique.source import SourceText
from communique.spans import Span
from communique.standing import Cue, Head, heads, told

_THIS = late(r"(?<!\w)(?:this|that|bu|söz\skonusu)\s", re.IGNORECASE)
_THE = late(r"(?<!\w)the\s", re.IGNORECASE)
_BEFORE, _WITHIN = 12, 5


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that tell of an event as patterns: its verbs, its nouns, and the verbs that stand in for them."""

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    echoes: re.Pattern[str]

    def cues(self, source: SourceText, evidence: tuple[Span, ...]) -> tuple[Cue, ...]:
        """How the event stands by its words in the evidence, the best first; else by words that stand in for them."""
        return self.own_cues(source, evidence) or _cues(source, evidence, self.echoes, NEVER)

    def own_cues(self, source: SourceText, evidence: tuple[Span, ...]) -> tuple[Cue, ...]:
        """How the event stands by its own words in the evidence, the best first."""
        return _cues(source, evidence, self.verbs, self.nouns)

    def of(self, source: SourceText, sentence: Span, hit: Span) -> tuple[Cue, ...]:
        """How the event stands by the words `hit` of the sentence."""
        noun = next(source.search(self.nouns, within=hit), None)
        is_noun = noun is not None and noun.start == hit.start
        return told(source, sentence, (Head(noun if is_noun and noun else hit, is_noun),))


def _cues(
    source: SourceText, evidence: tuple[Span, ...], verbs: re.Pattern[str], nouns: re.Pattern[str]
) -> tuple[Cue, ...]:
    read = ((span, heads(source, span, verbs, nouns)) for span in evidence)
    by_sentence = (refuted(source, span, told(source, span, found)) for span, found in read if found)
    found = [called_off(source, cue) for cues in by_sentence for cue in _corrected(source, cues)]
    return tuple(sorted(found, key=lambda cue: (cue.is_aside, cue.is_weak)))


def _corrected(source: SourceText, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The sentence's last word alone, where it takes back what stands before: "…, but this meeting did not take
    place"."""
    for cue in cues if len(cues) > 1 else ():
        before = [one.standing for one in cues if one.span.end <= cue.span.start]
        near = max(0, cue.span.start - _BEFORE), cue.span.start + _WITHIN
        is_same = _THIS.search(source.text, *near) or ("planned" in before and _THE.search(source.text, *near))
        if before and is_same and cue.standing in ("denied", "cancelled"):
            return (cue,)
    return cues
