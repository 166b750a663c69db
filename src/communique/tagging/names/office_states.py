"""The country of an office that its own words do not tell: of the body beside it, or behind it."""

from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention
from communique.tagging.names.bodies import Body
from communique.tagging.names.context import Context, Office
from communique.tagging.names.facts import listed
from communique.tagging.tokens import adjoins

_IN_THE = ("in", "the")


def country_of(context: Context, body: Body) -> CountryMention | None:
    """The country in a body's name: at its head ("Oman Shipyards"), of a service anywhere ("Royal Danish Navy")."""
    named = context.countries.get(body.span.start)
    if named is not None and named.form == "name":
        return named
    if words("official").isdisjoint(body.key) or context.language == "tr":
        return None
    starts = (context.tokens[at].span.start for at in range(body.first, body.end))
    return next((context.countries[start] for start in starts if start in context.countries), None)


def of_state(context: Context, office: Office | None, at: int) -> Office | None:
    """The office with the country or the country's service that stands behind it: "…, Chief of Staff, Omani Navy"."""
    tokens = context.tokens
    is_open = office is not None and office.country is None and context.language != "tr"
    if office is not None and is_open and (state := _state_within(context, at)) is not None:
        return office._replace(country=state)
    if office is None or not is_open or at >= len(tokens) or tokens[at].gap.strip() != ",":
        return office
    body, country = context.bodies.get(at), context.countries.get(tokens[at].span.start)
    if body is not None and not body.is_place:
        country = country_of(context, body) if _closes(context, body.span.end) else None
        return office if country is None else office._replace(organisation=body.span, country=country)
    if country is None or country.form != "name" or not _closes(context, country.span.end):
        return office
    return office._replace(country=country)


def _state_within(context: Context, at: int) -> CountryMention | None:
    """The country of "…, commander of the land forces in the Kingdom of Oman"."""
    tokens = context.tokens
    keys = tuple(token.key for token in tokens[at : at + len(_IN_THE) + 1])
    if len(keys) <= len(_IN_THE) or keys[:-1] != _IN_THE or keys[-1] not in words("polities"):
        return None
    starts = (token.span.start for token in tokens[at + len(_IN_THE) :][: len(_IN_THE) + 1])
    return next((context.countries[start] for start in starts if start in context.countries), None)


def _closes(context: Context, end: int) -> bool:
    """Whether what ends there is the last that is told of somebody: a mark or what they did follows."""
    behind = next((token for token in context.tokens if token.span.start >= end), None)
    if behind is None or not adjoins(behind):
        return True
    is_verb = behind.key.endswith("ed") or behind.key in listed("en", "follows") or behind.key in words("headline")
    return is_verb and behind.span.start > end and behind.key not in ("and", "who")
