"""What a proposed date says: EDTF or words, in the article's language or in the other."""

import re
from dataclasses import dataclass

from communique.annotation import AnnotatedArticle
from communique.article import Language
from communique.drafts import Proposed
from communique.spans import Span
from communique.tagging.dates import bounds, date_words, parse_date
from communique.tagging.dates.edges import edges_in, third
from communique.tagging.mentions import DateMention, Granularity

_CLOCK = re.compile(
    r"(?<=\d)T\d{2}:?\d{2}.{0,20}\Z"
    r"|,?\s{1,2}(?:at |around |saat )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|utc|local time|tsi))?\Z"
    r"|,?\s{1,2}(?:at |around )\d{1,2}\s?[ap]\.?m\.?\Z",
    re.IGNORECASE,
)
_COARSE = ("month", "quarter", "half", "season", "year")
_SHARP = ("day", "week", "weekend", "month")


@dataclass(frozen=True, slots=True)
class ClaimedDate:
    """A claim's text, its folded words, its span where a closed list gave it, and what it was read as, or None."""

    text: str
    words: str
    span: Span | None
    mention: DateMention | None

    @property
    def value(self) -> str | None:
        """The EDTF value, or None where it is not known."""
        return None if self.mention is None else self.mention.value

    @property
    def edges(self) -> frozenset[int]:
        """The parts of a year or another long period that the words name and the value does not tell: "late 2028"."""
        is_days = self.value is None or "-" in self.value.partition("/")[2] or grain(self) in _SHARP
        return frozenset() if is_days else edges_in(self.text)


def claimed_date(proposed: Proposed, article: AnnotatedArticle) -> ClaimedDate:
    """The proposed date, read once; a clock time at its end is left out."""
    text = _CLOCK.sub("", proposed.text.strip())
    passage = article.passage
    languages: tuple[Language, ...] = (passage.language, *(x for x in ("en", "tr") if x != passage.language))
    read = (parse_date(text, language=language, published=passage.published) for language in languages)
    return ClaimedDate(
        text, date_words(text), proposed.span, next((found for found in read if found is not None), None)
    )


def grain(claimed: ClaimedDate) -> Granularity:
    """The claim's granularity; a day's for what could not be read."""
    return claimed.mention.granularity if claimed.mention is not None else "day"


def is_coarse(claimed: ClaimedDate) -> bool:
    """Whether the claim is a month, quarter, half, season or year."""
    return grain(claimed) in _COARSE


def covers(claimed: ClaimedDate, mention: DateMention) -> bool:
    """Whether the claim is a month, quarter, half, season or year in which the whole of the mention lies."""
    if claimed.value is None or mention.value is None or not is_coarse(claimed):
        return False
    (first, last), (start, end) = bounds(claimed.value), bounds(mention.value)
    if first is None or last is None or start is None or end is None:
        return False
    if len(claimed.edges) == 1:
        first, last = third(first, last, *claimed.edges)
    return first <= start and end <= last
