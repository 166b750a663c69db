"""A sentence as offices are read in it, and an office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from communique.article import Language
from communique.spans import Span
from communique.tagging.countries import Countries
from communique.tagging.lexicon import is_office_word, ours, words
from communique.tagging.mentions import CountryMention
from communique.tagging.names.bodies import Body
from communique.tagging.tokens import Token, adjoins

_SENT = ("to", "for")
_GENITIVES = ("s", "ın", "in", "un", "ün", "nın", "nin", "nun", "nün")
_POSSESSIVES = ("su", "sü", "sı", "si", "u", "ü", "ı", "i")


@cache
def _region_words() -> frozenset[str]:
    return frozenset(part for region in words("regions") for part in region.split()) | {"the", "and"}


class Office(NamedTuple):
    """The words of an office and what stands in them."""

    role: Span
    organisation: Span | None = None
    country: CountryMention | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence: its words, its countries by offset, its bodies by index, whether most words are capitalised, and
    whether a noun of equipment may be among them."""

    tokens: Sequence[Token]
    countries: Countries
    bodies: Mapping[int, Body]
    dense: bool
    language: Language
    equipped: bool

    def fits(self, at: int) -> bool:
        """Whether the word at `at` may stand in an office."""
        token = self.tokens[at]
        if self.language == "tr" and ours(token.key) is not None:
            return True
        return (
            is_office_word(token.key)
            or token.span.start in self.countries
            or self._is_of_state(at)
            or self._is_of_region(at)
        )

    def _is_of_state(self, at: int) -> bool:
        """Whether the word is the "Republic" of "Republic of Türkiye", or the "Under" of "Under Secretary"."""
        tokens = self.tokens
        if at + 1 == len(tokens) or not tokens[at].is_capital:
            return False
        key, follows = tokens[at].key, tokens[at + 1].key
        is_polity = follows == "of" and at + 2 < len(tokens) and tokens[at + 2].span.start in self.countries
        return (is_polity and key in words("polities")) or (key, follows) == ("under", "secretary") or self.rules(at)

    def _is_of_region(self, at: int) -> bool:
        """Whether the word is one of a region that somebody is sent to: "envoy for the Middle East"."""
        first = at
        while first and self.tokens[first].key in _region_words():
            first -= 1
        return first < at and self.tokens[first].key in _SENT

    def rules(self, at: int) -> bool:
        """Whether the word names a ruler with a realm behind: "Emir of Qatar", "King of the Hashemite …"."""
        tokens = self.tokens
        follows = at + 1 < len(tokens) and tokens[at + 1].key == "of" and adjoins(tokens[at + 1])
        return follows and tokens[at].is_capital and tokens[at].key in words("rulers")

    def is_head(self, at: int) -> bool:
        """Whether the word at `at` is the noun of an office, in Turkish also with "our"."""
        key = self.tokens[at].key
        return key in words("heads") or self.rules(at) or (self.language == "tr" and ours(key) in words("heads"))

    def goes_on(self, at: int) -> bool:
        """Whether an office may go on after the word at `at`: it is bare, a country's genitive, or "CEO'su"."""
        token = self.tokens[at]
        if token.is_acronym and token.key in words("heads") and self.language == "tr":
            return token.suffix.lower() in ("", *_POSSESSIVES)
        is_bearer = token.span.start in self.countries or self._is_body_end(at)
        return token.is_open or (is_bearer and token.suffix.lower() in _GENITIVES)

    def _is_body_end(self, at: int) -> bool:
        """Whether the word ends an English body, whose something follows: "the Danish Navy's chief"."""
        body = self.bodies.get(at)
        return body is not None and body.end == at + 1 and self.language != "tr"

    def proper(self, at: int) -> Body | None:
        """The body with a name of its own that the word at `at` belongs to."""
        body = self.bodies.get(at)
        return body if body and body.proper and not body.is_place else None
