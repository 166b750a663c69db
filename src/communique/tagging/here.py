"""Where an English article was sent from ("RAWALPINDI, March 3 (OPN) — "), and the words "here" that stand for it."""

from collections.abc import Iterator

from communique.datelines import behind_dateline
from communique.late_patterns import late
from communique.passage import Passage
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.gazetteer import large_cities, listed
from communique.tagging.worded import WordedPassage

DATELINE = "dateline"
"""The rule by which "here" is read."""
_FURTHEST = 8
_PLACE = late(r"[A-ZÇĞİÖŞÜ][\w'’.-]{2,30}(?: [A-ZÇĞİÖŞÜ][\w'’.-]{1,30}){0,2}(?=[,/(:\s—–-])")
_DATED = late(
    r"[^,.:\n]{3,40},\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?(?:\s\([^()\n]{2,40}\))?\s?(?:[—–:]|--?(?=\s))"
)
"""A dateline whose city is not in capitals: "Rawalpindi, 17 March:"."""
_BARE = late(
    r"\([A-Z][^()\n]{2,30}\)\s(?=[A-Z])|[A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]{2,20})?(?:\s\([^()\n]{2,40}\))?\s?[–—]\s"
    r"|[A-ZÇĞİÖŞÜ]\w{2,20}(?: [A-ZÇĞİÖŞÜ]\w{2,20})?\s\([^()\n]{2,40}\)\s-\s"
    r"|[A-Z]\w{2,20}(?: [A-Z]\w{2,20})?/\s"
    r"|[A-Z-]{4,20}\. [A-Z]{4,20}(?: [–—-])?\s"
)
"""One without a day: an agency in brackets, a city and a dash, a city and an agency."""
_NO_PLACE = ("from", "over")


def dateline(passage: Passage) -> Span | None:
    """The first dateline in the article's first sentences, with place, day and agency."""
    for sentence in passage.sentences[:_FURTHEST]:
        start = sentence.span.start
        found = (pattern.match(passage.text, start) for pattern in (_DATED, _BARE))
        length = behind_dateline(sentence.span.of(passage.text))
        end = start + length if length else next((match.end() for match in found if match is not None), start)
        if end > start:
            return Span(start, end)
    return None


def sent_from(passage: Passage) -> Span | None:
    """The city of the dateline; None for none, or one that no list has."""
    lead = dateline(passage)
    place = _PLACE.match(passage.text, lead.start, lead.end) if lead is not None else None
    if lead is None or place is None:
        return None
    words = place.group().split()
    ends = (len(" ".join(words[:length]).rstrip(".")) for length in range(len(words), 0, -1))
    found = (Span(lead.start, lead.start + end) for end in ends)
    return next((span for span in found if _is_city(span.of(passage.text))), None)


def _is_city(words: str) -> bool:
    key = tuple(fold(words).split())
    return key in listed() or key in large_cities() or country_code(words.title(), "capital") is not None


def tag_here(worded: WordedPassage) -> Iterator[Span]:
    """The words "here" that tell where something happens, in text order."""
    for sentence in worded.sentences if worded.passage.language != "tr" else ():
        tokens = sentence.tokens
        for at in sentence.places_of("here"):
            before = tokens[at - 1].key if at else ""
            if at and not tokens[at].is_capital and not tokens[at].suffix and before not in _NO_PLACE:
                yield tokens[at].span
