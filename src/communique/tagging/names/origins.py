"""The country of a person that no office tells: "Cemil Aksoy of Türkiye", "Qatar's Salim Nasser", "US Senator Reed",
and whoever leads a country's delegation."""

from collections.abc import Iterator

from communique.source import fold
from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention
from communique.tagging.names.context import Context
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins

_ARTICLES = ("a", "an")
_SENDING = 3
"""The words of "counterpart from Denmark"."""
_REACH = 6
"""So many words may stand between a country and who leads its delegation."""
_FURTHEST = 10
"""And so many where the delegation is told of by its ministry."""


def country_beside(context: Context, at: int, end: int, title: Span | None) -> CountryMention | None:
    """The country of the person named by the words from `at` up to `end`, with the title before them; None for none."""
    first = _first(context, at, title)
    named = _behind(context, end) or _bracketed(context, end) or _listed(context, end) or _before(context, first, title)
    named = named or _sent_by(context, first)
    return named or _led(context, first, end) or _heading(context, end)


def _first(context: Context, at: int, title: Span | None) -> int:
    """The first word of the title before the name, or of the name."""
    while at and title is not None and context.tokens[at - 1].span.start >= title.start:
        at -= 1
    return at


def _behind(context: Context, end: int) -> CountryMention | None:
    """The country of "X of Türkiye", "X of the Netherlands"; the adjective of one is no country of anybody."""
    tokens = context.tokens
    if end + 1 >= len(tokens) or tokens[end].key != "of" or not (adjoins(tokens[end]) and adjoins(tokens[end + 1])):
        return None
    at = end + 1 + (tokens[end + 1].key == "the" and end + 2 < len(tokens))
    country = context.countries.get(tokens[at].span.start)
    return country if country is not None and country.form == "name" else None


def _bracketed(context: Context, end: int) -> CountryMention | None:
    """The country of "X (Denmark)"."""
    tokens = context.tokens
    if end >= len(tokens) or tokens[end].gap.strip() != "(":
        return None
    country = context.countries.get(tokens[end].span.start)
    closed = end + 1 == len(tokens) or tokens[end + 1].gap.lstrip().startswith(")")
    return country if country is not None and country.form == "name" and closed else None


def _listed(context: Context, end: int) -> CountryMention | None:
    """The country of "Minister X, Denmark; Minister Y, Norway; …"."""
    tokens = context.tokens
    if end + 1 >= len(tokens) or tokens[end].gap.strip() != "," or tokens[end + 1].gap.strip() != ";":
        return None
    country = context.countries.get(tokens[end].span.start)
    return country if country is not None and country.form == "name" else None


def _before(context: Context, first: int, title: Span | None) -> CountryMention | None:
    """The country before the name or its title: its genitive, or with a title its adjective."""
    tokens = context.tokens
    if not first or not adjoins(tokens[first]):
        return None
    country = context.countries.get(tokens[first - 1].span.start)
    is_genitive = tokens[first - 1].suffix.lower().endswith("s") and context.language != "tr"
    is_adjective = title is not None and tokens[first - 1].is_open
    return country if country is not None and country.form != "capital" and (is_genitive or is_adjective) else None


def _sent_by(context: Context, first: int) -> CountryMention | None:
    """The country of "his counterpart from Denmark, X"."""
    tokens = context.tokens
    country = context.countries.get(tokens[first - 1].span.start) if first >= _SENDING else None
    if country is None or country.form != "name" or tokens[first].gap.strip() != ",":
        return None
    return country if tokens[first - 2].key == "from" and tokens[first - 3].key in words("heads") else None


def _led(context: Context, first: int, end: int) -> CountryMention | None:
    """The country of the delegation that the person leads: "a Chinese delegation led by X", "X başkanlığındaki Çin
    heyeti"."""
    tokens = context.tokens
    if context.language == "tr":
        is_led = end < len(tokens) and adjoins(tokens[end]) and tokens[end].key in words("leading")
        return _of_delegation(context, end + 1, min(len(tokens), end + 1 + _REACH)) if is_led else None
    while first and tokens[first - 1].key in words("modifiers", "heads", "links", "determiners"):
        first -= 1  # "headed by the Defence Minister X"
    is_led = first > 1 and tokens[first - 1].key == "by" and tokens[first - 2].key in words("leading")
    if first and tokens[first - 1].key == "under":
        return _of_delegation(context, max(0, first - 1 - _REACH), first - 1)
    return _of_delegation(context, max(0, first - 2 - _FURTHEST), first - 2) if is_led else None


def _heading(context: Context, end: int) -> CountryMention | None:
    """The country of what the person is told to lead: "X, who heads Denmark's navy", "X led the Danish team"."""
    tokens = context.tokens
    at = end + (end < len(tokens) and tokens[end].key == "who")
    if context.language == "tr" or at >= len(tokens) or tokens[at].key not in words("heading"):
        return None
    country = None
    for token in tokens[at + 1 : at + 1 + _REACH]:
        if token.span.start in context.countries:
            country = context.countries[token.span.start]
        elif token.key in words("delegations", "official"):
            return country
        elif not (adjoins(token) and (token.key in words("modifiers", "determiners") or token.key in _ARTICLES)):
            return None
    return None


def _of_delegation(context: Context, start: int, stop: int) -> CountryMention | None:
    """The country that stands last before the first word for a delegation among these words."""
    country = None
    for at, token in enumerate(context.tokens[start:stop], start):
        if not words("delegations").isdisjoint((token.key, *_without_case(token, context))):
            return country or _sender(context, at + 1, stop)
        found = context.countries.get(token.span.start)
        country = found if found is not None and found.form != "capital" else country
    return None


def _sender(context: Context, at: int, stop: int) -> CountryMention | None:
    """The country of "a delegation from Denmark", "of the Ministry of Defence of Denmark"; `at` is the word behind the
    delegation, `stop` where whoever leads it is told of."""
    tokens = context.tokens
    if context.language == "tr" or at + 1 >= len(tokens) or tokens[at].key not in ("from", "of"):
        return None
    starts = (token.span.start for token in tokens[at + 1 : max(stop, at + 3)])
    return next((context.countries[start] for start in starts if start in context.countries), None)


def _without_case(token: Token, context: Context) -> Iterator[str]:
    """The folded forms that a Turkish word may have without its endings."""
    return (fold(form) for form in base_forms(token.text, "tr")) if context.language == "tr" else iter(())
