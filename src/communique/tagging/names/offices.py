"""The office before or after a name: its words, its country and its body."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.spans import Span
from communique.tagging.mentions import CountryMention
from communique.tagging.names.lexicon import is_office_word, words
from communique.tagging.tokens import Token, adjoins

Countries = Mapping[int, CountryMention]
_FURTHEST = 14


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office and what stands in them."""

    role: Span
    organisation: Span | None = None
    country: CountryMention | None = None


def _fits(token: Token, countries: Countries) -> bool:
    return is_office_word(token.key) or token.span.start in countries


def _office(tokens: Sequence[Token], countries: Countries) -> Office | None:
    """The office the words make, without links at its edges; None without a head such as "minister"."""
    edge = words("links")
    kept = list(tokens)
    while kept and kept[0].key in edge:
        kept.pop(0)
    while kept and kept[-1].key in edge:
        kept.pop()
    if not any(token.key in words("heads") for token in kept):
        return None
    country = next((countries[token.span.start] for token in kept if token.span.start in countries), None)
    return Office(kept[0].span.to(kept[-1].span), _body(kept, countries), country)


def _body(tokens: Sequence[Token], countries: Countries) -> Span | None:
    """The capitalised words up to the last body word, back to a head or a link."""
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].key in words("bodies")), None)
    if last is None or not tokens[last].is_capital:
        return None
    first = last
    while first and tokens[first - 1].is_capital and tokens[first - 1].key not in words("heads") | words("links"):
        first -= 1
        if tokens[first].span.start in countries:
            break
    return tokens[first].span.to(tokens[last].span)


def office_before(tokens: Sequence[Token], at: int, countries: Countries) -> Office | None:
    """The office that ends directly before the token at `at`."""
    first = at
    while first and at - first < _FURTHEST and _fits(tokens[first - 1], countries):
        if not adjoins(tokens[first]) and not (first == at and tokens[first].gap.strip() == ","):
            break
        first -= 1
    return _office(tokens[first:at], countries)


def office_after(tokens: Sequence[Token], at: int, countries: Countries) -> Office | None:
    """The office in apposition after a comma or bracket, whose first word stands at `at`."""
    if at >= len(tokens) or tokens[at].gap.strip() not in (",", "(", ", ("):
        return None
    last = at
    while last < len(tokens) and last - at < _FURTHEST and _fits(tokens[last], countries):
        if last > at and not adjoins(tokens[last]):
            break
        last += 1
    return _office(tokens[at:last], countries)
