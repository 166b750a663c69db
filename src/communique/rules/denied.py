"""Deeds that a sentence only denies, supposes or asks about: "has not sold", "if it sells", "sattı mı?"."""

import re
from collections.abc import Sequence

from communique.annotation import AnnotatedArticle
from communique.events import Event
from communique.late_patterns import late
from communique.rules.cues import CompiledCues
from communique.rules.refuted import refutation
from communique.spans import Span

_BEFORE, _BEHIND, _FAR = 80, 60, 240
_NOT = late(
    r"(?<!\w)(?:(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|shall|should|must)"
    r"(?:n['’]t|\s+not)|cannot|won['’]t|can['’]t|never|no\s+longer|(?:almost|nearly)"
    r"|(?:would|could|might|should)\s+have|(?:refus|declin|fail)(?:ed|es|ing|e)?\s+to)"
    r"\s+(?:(?:be|been|being|ever|even|also|actually|currently|knowingly)\s+){0,3}$",
    re.IGNORECASE,
)
_NO = late(
    r"(?<!\w)(?:no\s+(?:such\s+|new\s+|formal\s+)?|los(?:t|es|ing)\s+(?:the|an?|its|their|out\s+on\s+the)\s+)$",
    re.IGNORECASE,
)
_DENIED = late(
    r"(?<!\w)(?:denied|denies|denying|den(?:y|ial)|refuted|rejected\s+(?:claims|reports|allegations))"
    r"(?:\s+(?!but\b)[\w’'-]+){0,7}\s+$",
    re.IGNORECASE,
)
_SUPPOSED = late(
    r"(?:^|[,;:]\s|\b(?:but|and|that)\s)(?:if|unless)\s[^,;:]{0,200}$|^should\s[^,;:]{0,200}$", re.IGNORECASE
)
_DOUBTED = late(r"(?<!\w)doubt(?:s|ed)?\s(?:that|whether)\s[^,;:]{0,80}$", re.IGNORECASE)
_NOT_SO = late(r"(?<!\w)(?:not(?!\sonly)|\w+n['’]t|never)\s(?:(?!\sbut\s)[^.;:]){0,120}$", re.IGNORECASE)
_BUT = late(r"[^.;:]{0,120}?,?\s(?:but|yet|instead)\s(?!also\b)")
_CLOSERS = " \"'”’»)"
_DENIED_BEHIND = late(
    r"\w*(?:\s+(?:iddia\w*|haber\w*|söylenti\w*|yönündeki|yolundaki|ilişkin|dair)){0,3}\s+"
    r"(?:yalanla|reddet|reddedi|asılsız|gerçek\sdışı|doğru\s(?:değil|olmadı)|gerçeği\syansıtm)",
    re.IGNORECASE,
)


def is_denied(article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentences: Sequence[Span]) -> bool:
    """Whether all words of the sentences that tell of an event in steps are denied, supposed or asked about; an event
    with a choice for it has its own word on that."""
    if not event.steps:
        return False
    hits = [(span, hit) for span in sentences for hit in cues.hits(article.source, cues.triggers, span)]
    return bool(hits) and all(
        _is_denied(article, span, hit) or refutation(article.source, span) is not None for span, hit in hits
    )


def is_ruled_out(article: AnnotatedArticle, sentence: Span, words: Span) -> bool:
    """Whether the English words are named only to be told apart from the right ones: "has not bought from X, but from
    Y"."""
    return (
        article.passage.language == "en"
        and _NOT_SO.search(article.text, sentence.start, words.start) is not None
        and _BUT.match(article.text, words.end, sentence.end) is not None
    )


def _is_denied(article: AnnotatedArticle, sentence: Span, hit: Span) -> bool:
    text = article.text
    if sentence.of(text).rstrip(_CLOSERS).endswith("?"):
        return True
    if article.passage.language == "tr":
        return _DENIED_BEHIND.match(text, hit.end, min(sentence.end, hit.end + _BEHIND)) is not None
    start = max(sentence.start, hit.start - _BEFORE)
    if any(denial.search(text, start, hit.start) is not None for denial in (_NOT, _NO, _DENIED, _DOUBTED)):
        return True
    return _SUPPOSED.search(text[max(sentence.start, hit.start - _FAR) : hit.start]) is not None
