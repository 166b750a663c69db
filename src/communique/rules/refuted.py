"""What is told as a claim, and refuted in the next sentence: "Some papers wrote that the two had met. The ministry
rejected the reports."
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.late_patterns import late
from communique.source import SourceText
from communique.spans import Span
from communique.standing import Cue

_CLAIMED = {
    "en": late(
        r"(?<!\w)(?:claim(?:ed|s)?|alleg(?:ed|es|ations?)|rumou?r(?:ed|s)?|report(?:ed|s)|suggest(?:ed|s)|wrote|according\sto)(?!\w)",
        re.IGNORECASE,
    ),
    "tr": late(r"(?<!\w)(?:iddia|söylenti|öne\ssür|haber|yaz[dm]|ileri\ssür)", re.IGNORECASE),
}
_REFUTED = {
    "en": late(
        r"(?<!\w)(?:denied|denies|rejected|rejects|dismissed|dismisses|refuted|refutes)\s(?:the|these|those|such|this|that|all|both)\s"
        r"(?:\w+\s)?(?:claims?|reports?|allegations?|rumou?rs?|story|stories|suggestions?)(?!\w|\s(?:that|of|by|about)(?!\w))"
        r"|(?<!\w)(?:claims?|reports?|allegations?|rumou?rs?|story|stories)\s(?:is|are|was|were)\s(?:\w+\s)?"
        r"(?:untrue|not\strue|false|baseless|unfounded|groundless|fabricated|incorrect)(?!\w)"
        r"|(?<!\w)no\ssuch\s(?:meeting|visit|talks|call|conversation|contact|deal|contract|sale|agreement|order)s?(?!\w)"
        r"|(?<!\w)(?:denied|denies)\s(?:it|this|that)(?=\s*(?:[.,;]|$))",
        re.IGNORECASE,
    ),
    "tr": late(
        r"(?<!\w)(?:(?:iddia|haber|söylenti)\w*|bunu)\s(?:\w+\s){0,2}?(?:reddet|reddedi|yalanla|asılsız|doğru\sdeğil|gerçek\sdışı|gerçeği\syansıtm)\w*"
        r"|(?<!\w)böyle\sbir\s(?:görüşme|ziyaret|toplantı|temas|satış|anlaşma|sözleşme)\w*\s(?:\w+\s)?(?:olmadı|gerçekleşmedi|yapılmadı|yok)\w*",
        re.IGNORECASE,
    ),
}
_FAR = 300
_TOLD = ("happened", "planned")


def refutation(source: SourceText, sentence: Span) -> Span | None:
    """Where the sentence behind refutes what this one tells as a claim; None where it does not."""
    language = source.passage.language
    claimed, refuting = _CLAIMED.get(language), _REFUTED.get(language)
    if claimed is None or refuting is None or not claimed.search(source.text, sentence.start, sentence.end):
        return None
    behind = source.sentence_behind(sentence.end)
    end = 0 if behind is None else min(behind.span.end, behind.span.start + _FAR)
    found = None if behind is None else refuting.search(source.text, behind.span.start, end)
    return None if found is None else Span(*found.span())


def refuted(source: SourceText, sentence: Span, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues of a sentence, as denials where it tells a claim that the sentence behind it refutes."""
    denial = refutation(source, sentence)
    if denial is None:
        return cues
    return (Cue("denied", denial), *(replace(cue, standing="denied") for cue in cues if cue.standing in _TOLD))
