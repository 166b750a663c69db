"""Whether words that may tell of a fact do: "delivered", but not "to be delivered" or "if delivered"."""

import re

from communique.late_patterns import late
from communique.rules.telling import Telling
from communique.source import SourceText
from communique.spans import Span

_LOOK_BACK = 30
_SURE = re.compile(
    r"(?!imza\w*[ae]c[ae]k)(?:(?:under|will|is|are)\s.*|(?:.*\s)?\w+(?:[aeıi]n|[dt][ıiuü]ğ[ıiuü]\w*|(?<!bil)[ae]c[ae](?:k(?:t[ıi])?|ğ[ıi]\w*)))",
    re.IGNORECASE | re.DOTALL,
)
"""Words that tell of it as settled, whatever is around: "under a contract", "will buy", "imzalanan", "alacak"."""
_IF = re.compile(r"\b(?:if|unless)\s|m[ae]s[ıi]\s(?:durumunda|h[aâ]linde)\s", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:(?:to|will|would|shall|may|might|could|can|should|must)\s(?:be\s|have\s|take\s)?"
    r"|(?:approv|clear|authori[sz])(?:e|es|ed|ing)\s(?:an?|the|its)\s(?:possible\s|potential\s|proposed\s)?"
    r"|(?:consider|mull|weigh|discuss|explor|ey|contemplat)(?:es?|s|ed|ing)\s)(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_AIM = re.compile(r"m[ae]k\s(?:için|amacıyla|istiyor|isteyen|istediğini|istedi|üzere|niyetinde)(?!\w)", re.IGNORECASE)
"""A Turkish infinitive that only tells an aim, searched from before its ending: "satın almak için"."""
_APPROVED = late(
    r"\w*(?:\s(?!onay|ve\s)[\w’'-]+){0,3}?\s(?:onayla|onay\s(?:ver|çık)|izin\sver|yeşil\sışık\syak)", re.IGNORECASE
)
"""What makes the Turkish words before it only what is approved: "satın alımına onay verdi"."""
_PAPERS = re.compile(r"\s(?:(?:the|an?|its|his|her)\s)?(?:letter|document|note|message|proposal|award|medal)s?(?!\w)")
"""What is handed over or sent where no arms are."""
_INFINITIVE = 3
_WHICH = re.compile(r",\s(?:which|who|whose|whom)\s[^,;]*\Z")
_COUNTED = re.compile(r"[^,;]*\d")
"""A clause that tells of a deal of its own: ", which bought 24 jets in 2013,"."""


def is_fact(source: SourceText, telling: Telling, sentence: Span, hit: Span) -> bool:
    """Whether the words found in a sentence tell of what is done or settled."""
    text = source.text
    if _AIM.match(text, hit.end - _INFINITIVE) or _PAPERS.match(text, hit.end):
        return False
    if _APPROVED.match(text, hit.end, sentence.end):
        return False
    if _SURE.fullmatch(hit.of(text)):
        return _IF.search(text, sentence.start, hit.start) is None
    if _AHEAD.search(text, max(sentence.start, hit.start - _LOOK_BACK), hit.start):
        return False
    return all(cue.standing == "happened" for cue in telling.of(source, sentence, hit))


def is_beside(source: SourceText, sentence: Span, hit: Span) -> bool:
    """Whether the words stand in a clause that only adds something: "the firm, which has delivered many before"."""
    which = _WHICH.search(source.text, sentence.start, hit.start + 1)
    return which is not None and _COUNTED.match(source.text, which.start() + 1, sentence.end) is None
