"""An article's date mentions, found by their words, by the days they cover and by what is known of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from communique.source import fold
from communique.spans import Span
from communique.tagging.dates.edtf import bounds
from communique.tagging.mentions import DateMention

Days = tuple[date | None, date | None]
_BETWEEN = str.maketrans(dict.fromkeys(",;()", " "))


def date_words(words: str) -> str:
    """The words of a date folded, without the marks between them."""
    return " ".join(fold(words).translate(_BETWEEN).split())


class DateIndex:
    """The mentions of a text, folded once; look-ups give them in text order."""

    def __init__(self, text: str, mentions: Iterable[DateMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._mentions]
        self.words: dict[DateMention, str] = {}
        self._by_token: dict[str, list[DateMention]] = defaultdict(list)
        self._by_days: dict[Days, list[DateMention]] = defaultdict(list)
        self._by_partial: dict[str, list[DateMention]] = defaultdict(list)
        for mention in self._mentions:
            self.words[mention] = date_words(mention.span.of(text))
            for token in set(self.words[mention].split()):
                self._by_token[token].append(mention)
            if mention.value is not None:
                self._by_days[bounds(mention.value)].append(mention)
            elif mention.partial is not None:
                self._by_partial[mention.partial].append(mention)

    def inside(self, span: Span) -> tuple[DateMention, ...]:
        """The mentions that begin inside the span."""
        return tuple(self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])

    def with_words(self, words: str) -> tuple[DateMention, ...]:
        """The mentions whose words hold `words` (as `date_words` gives them), or are held by them."""
        found = {mention: None for token in words.split() for mention in self._by_token.get(token, ())}
        padded = f" {words} "
        return tuple(m for m in found if padded in f" {self.words[m]} " or f" {self.words[m]} " in padded)

    def of_days(self, value: str) -> tuple[DateMention, ...]:
        """The mentions that cover just the days of an EDTF value, "about" apart."""
        return tuple(self._by_days.get(bounds(value), ()))

    def of_partial(self, partial: str) -> tuple[DateMention, ...]:
        """The unresolved mentions of which just this is known."""
        return tuple(self._by_partial.get(partial, ()))
