"""What a claimed amount says: its number, currency, noun and the names in its words, in either language's writing."""

import re
from dataclasses import dataclass
from functools import cache

from communique.article import Language
from communique.source import fold
from communique.spans import Span
from communique.tagging.amounts import parse_number, tag_amounts_in
from communique.tagging.mentions import AmountMention
from communique.tagging.numerals import lexicon

_WORD = re.compile(r"[^\W_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class ClaimedAmount:
    """A claimed amount; `rest` are its words beside number, unit and noun, `names` those of them that are names."""

    text: str
    amount: AmountMention
    rest: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The words beside number and noun that are names or designations: capitalised, or with a digit."""
        return tuple(word for word in self.rest if word[0].isupper() or any(map(str.isdigit, word)))


def claimed_amount(text: str, language: Language, *, is_count: bool) -> ClaimedAmount | None:
    """The claim as the language reads it that covers more of it, the article's of equals; None without a number."""
    languages: tuple[Language, Language] = ("tr", "en") if language == "tr" else ("en", "tr")
    amount = _amount(text, languages[0], is_count=is_count)
    covered = 0 if amount is None else len(amount.span if languages[0] == "tr" else whole(amount))
    if covered < len(text.strip()):
        readings = [read for read in (amount, _amount(text, languages[1], is_count=is_count)) if read is not None]
        amount = max(readings, key=lambda read: len(read.span), default=None)
    return None if amount is None else ClaimedAmount(text, amount, tuple(_rest(text, amount)))


def _amount(text: str, language: Language, *, is_count: bool) -> AmountMention | None:
    """The claimed amount in a language's reading: money and percentages first, for a quantity counts."""
    mentions = tag_amounts_in(text, language=language)
    if not mentions:
        return parse_number(text, language=language)
    counts = [mention for mention in mentions if mention.kind != "money"]
    if is_count and counts:
        return next((mention for mention in counts if mention.noun), counts[0])
    return next((mention for mention in mentions if mention.kind in ("money", "percent")), mentions[0])


def whole(mention: AmountMention) -> Span:
    """The number with its noun."""
    return mention.span if mention.noun is None else mention.span.to(mention.noun)


def _rest(text: str, amount: AmountMention) -> list[str]:
    taken = [amount.span, *([amount.noun] if amount.noun else [])]
    words = [match for match in _WORD.finditer(text) if not any(Span(*match.span()).overlaps(span) for span in taken)]
    return [match.group() for match in words if fold(match.group()) not in _plain_words()]


@cache
def _plain_words() -> frozenset[str]:
    """The words that say nothing of what is counted: hedges and function words of both languages."""
    tables = (lexicon("en"), lexicon("tr"))
    hedges = [words for table in tables for side in table["modifiers"].values() for words in side.values()]
    others = [table["nouns"][name] for table in tables for name in ("stops", "counters")]
    return frozenset(fold(word) for phrases in (*hedges, *others) for phrase in phrases for word in phrase.split())
