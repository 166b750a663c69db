"""The country of a person that no office tells: "Cemil Aksoy of Türkiye", "Qatar's Salim Nasser", "US Senator Reed"."""

from communique.spans import Span
from communique.tagging.mentions import CountryMention
from communique.tagging.names.offices import Context
from communique.tagging.tokens import adjoins


def country_beside(context: Context, at: int, end: int, title: Span | None) -> CountryMention | None:
    """The country of the person named by the words from `at` up to `end`, with the title before them; None for none."""
    return _behind(context, end) or _before(context, at, title)


def _behind(context: Context, end: int) -> CountryMention | None:
    """The country of "X of Türkiye"; the adjective of one is no country of anybody."""
    tokens = context.tokens
    if end + 1 >= len(tokens) or tokens[end].key != "of" or not (adjoins(tokens[end]) and adjoins(tokens[end + 1])):
        return None
    country = context.countries.get(tokens[end + 1].span.start)
    return country if country is not None and country.form == "name" else None


def _before(context: Context, at: int, title: Span | None) -> CountryMention | None:
    """The country before the name or its title: its genitive, or with a title its adjective."""
    tokens, first = context.tokens, at
    while first and title is not None and tokens[first - 1].span.start >= title.start:
        first -= 1
    if not first or not adjoins(tokens[first]):
        return None
    country = context.countries.get(tokens[first - 1].span.start)
    is_genitive = tokens[first - 1].suffix.lower().endswith("s") and context.language != "tr"
    is_adjective = title is not None and tokens[first - 1].is_open
    return country if country is not None and country.form != "capital" and (is_genitive or is_adjective) else None
