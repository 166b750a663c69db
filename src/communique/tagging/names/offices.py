"""The office before or after a name: its words, its country and its body."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.article import Language
from communique.spans import Span
from communique.tagging.countries import Countries
from communique.tagging.lexicon import is_name_word, is_office_word, ours, words
from communique.tagging.mentions import CountryMention
from communique.tagging.names.bodies import Body
from communique.tagging.tokens import Token, adjoins

_FURTHEST = 14
_PLURAL = re.compile(r"l[ae]ri?$")
_SEAT = ("in", "at")
_PAIR = 2
_APPOSED = (",", "(", ", (", "–", "—", "),", ") –")
_GENITIVES = ("s", "ın", "in", "un", "ün", "nın", "nin", "nun", "nün")
_POSSESSIVES = ("su", "sü", "sı", "si", "u", "ü", "ı", "i")


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
        return is_office_word(token.key) or token.span.start in self.countries or self._is_of_state(at)

    def _is_of_state(self, at: int) -> bool:
        """Whether the word is the "Republic" of "Republic of Türkiye", or the "Under" of "Under Secretary"."""
        tokens = self.tokens
        if at + 1 == len(tokens) or not tokens[at].is_capital:
            return False
        key, follows = tokens[at].key, tokens[at + 1].key
        is_polity = follows == "of" and at + 2 < len(tokens) and tokens[at + 2].span.start in self.countries
        return (is_polity and key in words("polities")) or (key, follows) == ("under", "secretary") or self.rules(at)

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
        return token.is_open or (token.span.start in self.countries and token.suffix.lower() in _GENITIVES)

    def proper(self, at: int) -> Body | None:
        """The body with a name of its own that the word at `at` belongs to."""
        body = self.bodies.get(at)
        return body if body and body.proper and not body.is_place else None


def _office(context: Context, first: int, end: int, beside: Body | None) -> Office | None:
    """The office of the words, without links at its edges; None without a head such as "minister"."""
    tokens = context.tokens
    while first < end and tokens[first].key in words("links"):
        first += 1
    while end > first and tokens[end - 1].key in words("links"):
        end -= 1
    if not any(context.is_head(at) for at in range(first, end)):
        return None
    if context.language == "tr" and _PLURAL.search(tokens[end - 1].key):  # "Türk ve Rus bakanları X ve Y": of two
        return None
    starts = (tokens[at].span.start for at in range(first, end))
    country = next((context.countries[start] for start in starts if start in context.countries), None)
    inside = [body for at in range(first, end) if (body := context.bodies.get(at))]
    body = inside[-1] if inside else beside
    if country is None and beside is not None:
        named = context.countries.get(beside.span.start)
        country = named if named is not None and named.form == "name" else None
    return Office(tokens[first].span.to(tokens[end - 1].span), body.span if body else None, country)


def office_before(context: Context, at: int) -> Office | None:
    """The office that ends directly before the word at `at`; a body with its own name stands before the office."""
    tokens = context.tokens
    if at > 1 and at < len(tokens) and tokens[at].gap.strip() in (")", "),") and tokens[at - 1].gap.strip() == "(":
        at -= 1
    first = at - _is_post(tokens, at)
    while first and at - first < _FURTHEST and context.goes_on(first - 1):
        if not adjoins(tokens[first]) and not (first == at and tokens[first].gap.strip() in (",", "(")):
            break
        body = context.proper(first - 1)
        if body is not None:
            linked = body.first and tokens[body.first - 1].key in words("links")
            if not linked:
                return _office(context, first, at, body)
            first = body.first
        elif _ends_another(context, first - 1) or _is_anothers(context, first, at):
            break
        elif context.fits(first - 1) or _is_seat(tokens, first - 1):
            first -= 1
        elif (step := _to_firm(context, first)) > 1:
            first -= step
        else:
            break
    return _office(context, first, at, None)


def _ends_another(context: Context, at: int) -> bool:
    """Whether the word is the "and" behind the country of one named before: "X of the US and Foreign Minister Y"."""
    tokens = context.tokens
    country = context.countries.get(tokens[at - 1].span.start) if at > 1 and tokens[at].key == "and" else None
    return country is not None and country.form != "adjective" and tokens[at - 2].key in ("of", "the")


def _is_anothers(context: Context, first: int, at: int) -> bool:
    """Whether "and" before the office parts it from somebody else's: "Oman's president and Saudi minister X"."""
    is_whole = any(token.key in words("heads") for token in context.tokens[first:at])
    if context.tokens[first - 1].key != "and" or not is_whole:
        return False
    here, start = context.countries, context.tokens[first].span.start
    return start in here and any(
        token.span.start in here for token in context.tokens[max(0, first - _PAIR * 2) : first]
    )


def _to_firm(context: Context, first: int) -> int:
    """How many words before `first` name a firm by its noun: "head of Rosta corporation X"; 0 for none."""
    tokens = context.tokens
    if first < _PAIR or tokens[first - 1].key not in words("makers") or not adjoins(tokens[first - 1]):
        return 0
    firm = tokens[first - 2]
    return _PAIR if firm.is_capital and firm.is_open and not context.fits(first - 2) else 0


def _is_post(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before the rank at `at` is what its bearer commands: "Commander Coast, Rear Admiral X"."""
    if at < _PAIR or at == len(tokens) or tokens[at].key not in words("titles"):
        return False
    post, head = tokens[at - 1], tokens[at - 2]
    return post.is_capital and head.is_capital and head.key in words("posts") and adjoins(post)


def _is_seat(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is the "in" of "ambassador in Belgrade"."""
    return tokens[at].key in _SEAT and at > 0 and tokens[at - 1].key in words("envoys")


def belongs_to_another(context: Context, office: Office, at: int) -> bool:
    """Whether the office before the word at `at` stands between two names and commas: "Kent, Emir of Oman, Berg, …"."""
    tokens = context.tokens
    first = next((place for place in range(at) if tokens[place].span.start == office.role.start), 0)
    if not first or tokens[at].gap.strip() != "," or tokens[first].gap.strip() != ",":
        return False
    before = tokens[first - 1]
    return before.is_capital and is_name_word(before.key) and before.span.start not in context.countries


def office_after(context: Context, at: int) -> Office | None:
    """The office in apposition after a comma, dash or bracket, whose first word stands at `at`."""
    tokens = context.tokens
    if at + 1 < len(tokens) and tokens[at].gap.strip() == "(" and tokens[at].key in words("bracketed"):
        at += 1
    if at >= len(tokens) or tokens[at].gap.strip() not in _APPOSED:
        return None
    beside = context.proper(at)
    start = end = beside.end if beside else at
    while end < len(tokens) and end - start < _FURTHEST:
        if end > at and not (adjoins(tokens[end]) and context.goes_on(end - 1)):
            break
        body = context.proper(end)
        if body is None and not context.fits(end):
            break
        if body is not None and tokens[end - 1].key not in words("links"):
            break
        end = body.end if body else end + 1
    if _leads_to_a_name(context, start, end) or _goes_on_in_turkish(context, at, end):
        return None
    return _office(context, start, end, beside)


def _goes_on_in_turkish(context: Context, at: int, end: int) -> bool:
    """Whether the sentence goes on behind the words, which a comma closes in an apposition: "Kaya, Bakan ve heyete"."""
    tokens = context.tokens
    is_open = context.language == "tr" and tokens[at].gap.strip() == ","
    return is_open and end < len(tokens) and adjoins(tokens[end])


def _leads_to_a_name(context: Context, start: int, end: int) -> bool:
    """Whether a name follows the words, whose office they are: "Kaya, Polonya Genelkurmay Başkanı Nowak ile".

    In English they are so where they end with a head that is no bare "chairman", which "of" may be missing behind.
    """
    tokens = context.tokens
    if context.language != "tr":
        head = tokens[end - 1]
        if end - start < _PAIR or not head.is_capital or head.key not in words("heads"):
            return False
    return 0 < end < len(tokens) and adjoins(tokens[end]) and tokens[end - 1].is_open and tokens[end].is_capital
