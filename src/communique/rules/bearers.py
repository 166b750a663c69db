"""Fields whose bearer word order tells: the host is named right behind "received by", or right before "hosted"."""

import re
from collections.abc import Iterator

from communique.annotation import AnnotatedArticle, named_inside
from communique.drafts import Proposed
from communique.events import Event
from communique.rules.cues import CompiledCues
from communique.shapes import shape_of
from communique.spans import Span
from communique.tagging.mentions import NameMention

_BARE = re.compile(r"[)\s]*(?:,|\s(?!(?:ile|ve|tarafından)\s))")
_OWNER = re.compile(r"['’]n?[ıiuü]n[,\s]")
_CLAUSE = re.compile(r"(?:[dt][ıiuü]ğ|[ae]c[ae]ğ|m[ae]s)[ıiuü]\w*$")
"""The end of a Turkish verb whose subject stands in the genitive: "Kaya'nın Nowak'ı ağırladığı"."""
_TOLD_OF = re.compile(r"\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?(?=\s)|,\s[^,;.]{3,80},")
_CALL = re.compile(r"\s(?:(?:an?|the|another|also)\s)?(?:phone|telephone|video|call|letter|message|invitation)")
"""What is received without being a host: "received a phone call"."""
_FILL = re.compile(
    r"(?:['’][a-zıü]{1,3})?[\s,]*(?:(?:the|his|her|their|also|later|then|has|had|today|yesterday|(?:on\s)?\w+day|on\s\d{1,2}\s\w+(?:\s\d{4})?|on\s\w+\s\d{1,2}(?:,?\s\d{4})?|makamında)\s+)*[\s,]*",
    re.IGNORECASE,
)


def borne(
    article: AnnotatedArticle, event: type[Event], cues: CompiledCues, sentence: Span
) -> Iterator[tuple[str, Proposed | dict[str, Proposed]]]:
    """The fields of one bearer that the words of the sentence give, each with the name next to them."""
    for name in dict.fromkeys((*cues.named_behind, *cues.named_before, *cues.named_first)):
        shape = shape_of(event, name)
        found = next(_named(article, cues, name, sentence), None)
        if shape is not None and found is not None:
            words = Proposed(found.span.of(article.text), found.span, rule="word_order")
            yield name, {"name": words} if shape.group is not None else words


def _named(article: AnnotatedArticle, cues: CompiledCues, name: str, sentence: Span) -> Iterator[NameMention]:
    mentions = [found for found in named_inside(article, (sentence,)) if found.kind != "other"]
    for hit in cues.search(article.source, cues.named_behind, name, sentence):
        yield from (found for found in mentions if _adjoins(article.text, hit.end, found.begin))
    hits = cues.search(article.source, cues.named_before, name, sentence)
    for hit in sorted(hits, key=lambda hit: not hit.of(article.text).startswith("tarafından")):
        led = (found for found in mentions if _leads(article, found.span.end, hit.start, mentions))
        yield from led if _CALL.match(article.text, hit.end) is None else ()
    for hit in cues.search(article.source, cues.named_first, name, sentence):
        subjects = (_OWNER, _BARE) if _CLAUSE.search(hit.of(article.text)) else (_BARE,)
        before = [found for found in mentions if found.kind == "person" and found.span.end <= hit.start]
        yield from (one for case in subjects for one in before if case.match(article.text, one.span.end, hit.start))


def _leads(article: AnnotatedArticle, end: int, start: int, mentions: list[NameMention]) -> bool:
    """Whether a name that ends at `end` is the subject right before the words: perhaps with its country or office
    between, "Qasim of Oman hosted", "Pemberton, chief of staff, welcomed"."""
    behind = _TOLD_OF.match(article.text, end, start)
    is_alone = not any(end <= other.span.start < start for other in mentions if other.kind == "person")
    return _adjoins(article.text, end, start) or (
        behind is not None and is_alone and _adjoins(article.text, behind.end(), start)
    )


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether only small words stand between."""
    return end <= start and _FILL.fullmatch(text, end, start) is not None
