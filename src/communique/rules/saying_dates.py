"""When something was said: the date beside the verb or its speaker, "said on Friday", "dün yaptığı açıklamada"."""

import re

from communique.annotation import AnnotatedArticle, inside
from communique.spans import Span
from communique.tagging.mentions import DateMention, QuoteMention

_BEHIND = re.compile(r"(?:\s[a-zçğıöşü]+){0,2}\s")
_BEFORE = re.compile(r",?\s")
_STATED = re.compile(
    r"\s(?:yap(?:tığı|ılan)|düzenle(?:diği|nen)|ver(?:diği|ilen)|yayımla(?:dığı|nan)|paylaştığı)(?!\w)"
)


def said_on(article: AnnotatedArticle, quote: QuoteMention) -> DateMention | None:
    """The date on which the words were said, where the attribution tells it."""
    sentence = None if quote.cue is None else article.source.sentence_at(quote.cue.start)
    if quote.cue is None or sentence is None:
        return None
    dates = inside(article.dates, (sentence.span,))
    return next((date for date in dates if _is_of_saying(article.text, quote, quote.cue, date.span)), None)


def _is_of_saying(text: str, quote: QuoteMention, cue: Span, date: Span) -> bool:
    if quote.span.overlaps(date):
        return False
    if cue.end <= date.start:
        return _BEHIND.fullmatch(text, cue.end, date.start) is not None
    speaker = quote.speaker
    if _STATED.match(text, date.end) is not None:
        return True
    if speaker is None or quote.span.contains(Span(speaker.start, speaker.start + 1)):
        return False
    if speaker.contains(date):
        return date.end == speaker.end
    is_between = speaker.end <= date.start and _BEHIND.fullmatch(text, speaker.end, date.start) is not None
    return is_between or _BEFORE.fullmatch(text, date.end, max(date.end, speaker.start)) is not None
