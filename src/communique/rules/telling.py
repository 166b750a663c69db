"""The words that tell of an event, and how the event stands by them."""

import re
from dataclasses import dataclass

from communique.rules.called_off import called_off
from communique.rules.cue_patterns import NEVER
from communique.source import SourceText
from communique.spans import Span
from communique.standing import Cue, Head, heads, told


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that tell of an event as patterns: its verbs, its nouns, and the verbs that stand in for them."""

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    echoes: re.Pattern[str]

    def cues(self, source: SourceText, evidence: tuple[Span, ...]) -> tuple[Cue, ...]:
        """How the event stands by its words in the evidence, the best first; else by words that stand in for them."""
        for verbs, nouns in ((self.verbs, self.nouns), (self.echoes, NEVER)):
            by_sentence = (told(source, span, heads(source, span, verbs, nouns)) for span in evidence)
            found = [called_off(source, cue) for cues in by_sentence for cue in cues]
            if found:
                return tuple(sorted(found, key=lambda cue: (cue.is_aside, cue.is_weak)))
        return ()

    def of(self, source: SourceText, sentence: Span, hit: Span) -> tuple[Cue, ...]:
        """How the event stands by the words `hit` of the sentence."""
        noun = next(source.search(self.nouns, within=hit), None)
        is_noun = noun is not None and noun.start == hit.start
        return told(source, sentence, (Head(noun if is_noun and noun else hit, is_noun),))
