"""The noun phrase of whoever acts, with its article, and in Turkish the case in which it stands."""

import re

from communique.annotation import AnnotatedArticle
from communique.rules.slots import Bearing
from communique.source import fold
from communique.spans import Span

_KIND = r"(?:(?:state-owned|state-run|state|private|privately-owned|local|domestic)\s)?"
ARTICLE = re.compile(
    rf"(?:(?<!\w)(?:the|an?|its|his|their)\s{_KIND})?"
    r"(?:(?:government|governments|republic|kingdom|state|sultanate)\sof\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_CASES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (case, re.compile(ending))
    for case, ending in (
        ("for", r" icin(?!\w)"),
        ("by", r" tarafindan(?!\w)"),
        ("ins", r"'?(?:y?l[ae])?(?: ile)(?!\w)|'?yl[ae](?!\w)|'l[ae](?!\w)"),
        ("abl", r"'?n?[dt][ae]n(?!\w)"),
        ("loc", r"'?n?[dt][ae](?:ki)?(?!\w)"),
        ("gen", r"'?n?[iu]n(?!\w)"),
        ("dat", r"'?[yn]?[ae](?!\w)"),
        ("acc", r"'?[yn][iu](?!\w)|'[iu](?!\w)"),
        ("nom", r"(?!\w|')"),
    )
)
_HOLDS_A_PLACE = re.compile(
    r"['’]n?[ıiuü]n\s(?:[^\W\d_][\w’'-]*\s){0,3}?(?:başkent|şehr|kent|eyalet|ilçe|liman|bölge|kıyı|sahil|kasaba)"
)
"""What makes a Turkish country only where something is: "Umman'ın Suhar limanında"."""
LOOK_BACK = 80
_LOOK_AHEAD = 24


def bearing_of(article: AnnotatedArticle, phrase: Span, sentence: Span) -> Bearing:
    """The noun phrase with the article and the "government of" before it."""
    begin = phrase.start
    if article.passage.language != "tr":
        low = max(sentence.start, begin - LOOK_BACK)
        found = ARTICLE.search(article.text, low, begin)
        begin = begin if found is None else found.start()
    return Bearing(Span(begin, phrase.end), case_of(article, phrase), sentence)


def is_bracketed(article: AnnotatedArticle, phrase: Span, sentence: Span) -> bool:
    """Whether the words stand alone in brackets, as an acronym or a stock's sign does."""
    before = article.text[sentence.start : phrase.start]
    return before.rfind("(") > before.rfind(")") and ")" in article.text[phrase.end :][:_LOOK_AHEAD]


def is_whereabouts(article: AnnotatedArticle, phrase: Span) -> bool:
    """Whether the Turkish words only tell where something happens: "Umman'da", "Umman'ın Suhar limanında"."""
    return case_of(article, phrase) == "loc" or _HOLDS_A_PLACE.match(article.text, phrase.end) is not None


def case_of(article: AnnotatedArticle, phrase: Span) -> str:
    """The Turkish case of the phrase by what hangs on it or stands behind it; "" in other languages."""
    if article.passage.language != "tr":
        return ""
    tail = fold("x" + article.text[phrase.end : phrase.end + _LOOK_AHEAD])[1:]
    return next((case for case, ending in _CASES if ending.match(tail)), "")
