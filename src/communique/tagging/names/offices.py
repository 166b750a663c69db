"""The office before or after a name: its words, its country and its body."""

import re
from collections.abc import Sequence

from communique.spans import Span
from communique.tagging.lexicon import is_name_word, words
from communique.tagging.names.bodies import Body
from communique.tagging.names.context import Context, Office
from communique.tagging.names.office_states import country_of, of_state
from communique.tagging.names.parts import before_bracket, is_branch
from communique.tagging.tokens import Token, adjoins, whole

_AIR_CHIEF = ("air", "chief", "marshal")
_FURTHEST = 14
_PLURAL = re.compile(r"l[ae]ri?$")
_SEAT = ("in", "at")
_HOUSED = ("at", "in")
_RELATIVE = ("is", "was")
_PAIR = 2
_APPOSED = (",", "(", ", (", "–", "—", "),", ") –")


def beside(context: Context, at: int, end: int) -> tuple[Span | None, Office | None]:
    """The title and the office of the person named by the words from `at` up to `end`."""
    tokens, first = context.tokens, before_bracket(context.tokens, at)
    inner = first
    while first and tokens[first - 1].key in words("titles") and (adjoins(tokens[first]) or first == inner < at):
        if first > 1 and tokens[first - 1].key in words("modifiers") and tokens[first - 2].key in words("generals"):
            break
        first -= 1
    if first and first < at and tokens[first - 1].key == "staff" and not adjoins(tokens[first - 1]):
        first -= 1  # "…, Staff Brigadier General X"
    if first > 1 and tuple(token.key for token in tokens[first - 2 : first + 1]) == _AIR_CHIEF:
        first -= 2
    first -= context.language == "tr" and 0 < first < at and is_branch(tokens, first - 1)
    title = whole(tokens[first:at]) if first < at else None
    is_parted = first > 0 and tokens[first - 1].key == "and"  # "Kent, the Omani minister and Salim Harthi"
    office = None if is_parted else office_before(context, first)
    if tokens[end - 1].is_open and (office is None or _belongs_to_another(context, office, first)):
        office = office_after(context, end) or office
    elif tokens[end - 1].is_open and office is not None and _is_bare(office):
        behind = office_after(context, end)
        office = office if behind is None or _is_bare(behind) else behind
    return title, office


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
        country = country_of(context, beside)
    return Office(tokens[first].span.to(tokens[end - 1].span), body.span if body else None, country)


def office_before(context: Context, at: int) -> Office | None:
    """The office that ends directly before the word at `at`; a body with its own name stands before the office."""
    tokens = context.tokens
    if at > 1 and at < len(tokens) and tokens[at].gap.strip() in (")", "),") and tokens[at - 1].gap.strip() == "(":
        at -= 1
    first = at - _is_post(tokens, at)
    while first and at - first < _FURTHEST and context.goes_on(first - 1):
        if _is_behind_short_form(context, first):
            return _office(context, first, at, context.bodies.get(first - 2))
        if not _joins(tokens[first]) and not (first == at and tokens[first].gap.strip() in (",", "(")):
            break
        body = context.proper(first - 1)
        if body is not None:
            linked = body.first and tokens[body.first - 1].key in words("links")
            if not linked:
                return _office(context, first, at, body)
            first = body.first
        elif _ends_another(context, first - 1) or _is_anothers(context, first, at):
            break
        elif context.fits(first - 1) or _is_seat(tokens, first - 1) or _is_of_acronym(context, first):
            first -= 1
        elif (step := _to_firm(context, first)) > 1:
            first -= step
        else:
            break
    return _office(context, first, at, None)


def _is_behind_short_form(context: Context, first: int) -> bool:
    """Whether a body's short form stands in brackets before the office: "Dalış Teşkilatı (DAT) Başkanı"."""
    tokens = context.tokens
    is_bracketed = first > 1 and tokens[first].gap.strip() == ")" and tokens[first - 1].gap.strip() == "("
    return is_bracketed and tokens[first - 1].is_acronym and first - 2 in context.bodies


def _joins(token: Token) -> bool:
    return adjoins(token) or token.gap.strip() == "&"


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
    here, start = context.countries, context.tokens[first + (context.tokens[first].key == "the")].span.start
    return start in here and any(
        token.span.start in here for token in context.tokens[max(0, first - _PAIR * 2) : first]
    )


def _is_of_acronym(context: Context, first: int) -> bool:
    """Whether the office at `first` is of the body whose initials stand before it: "NDC-K Commandant X"; in Turkish
    only behind its state: "Kore DAPA Başkanı X"."""
    tokens = context.tokens
    before = tokens[first - 1]
    is_body = before.text.isupper() and before.is_acronym and before.key not in words("titles")
    is_body = is_body and before.span.start not in context.countries
    is_stated = first > 1 and tokens[first - _PAIR].span.start in context.countries and adjoins(before)
    is_office = first < len(tokens) and tokens[first].key in words("heads")
    return is_body and is_office and (context.language != "tr" or is_stated)


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


def _is_bare(office: Office) -> bool:
    """Whether nothing tells whose office it is: "Commander General X, chief of the Danish Army"."""
    return office.organisation is None and office.country is None


def _belongs_to_another(context: Context, office: Office, at: int) -> bool:
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
    if tokens[at].key == "who" and at + 2 < len(tokens) and tokens[at + 1].key in _RELATIVE:
        at += 2
    beside = context.proper(at)
    start = end = beside.end if beside else at
    while end < len(tokens) and end - start < _FURTHEST:
        if end > at and not ((_joins(tokens[end]) or _is_bracketed(tokens, end)) and context.goes_on(end - 1)):
            break
        end += _is_bracketed(tokens, end)
        body = context.proper(end)
        if body is None and not context.fits(end) and not _is_housed(context, start, end):
            break
        if body is not None and tokens[end - 1].key not in words("links") and tokens[end - 1].key not in _HOUSED:
            break
        end = body.end if body else end + 1
    if _leads_to_a_name(context, start, end) or _goes_on_in_turkish(context, at, end):
        return None
    return of_state(context, _office(context, start, end, beside), end)


def _is_housed(context: Context, start: int, at: int) -> bool:
    """Whether the word leads from an office to its body: "state secretary at the Danish Ministry of Defence"."""
    tokens = context.tokens
    if tokens[at].key not in _HOUSED or context.language == "tr":
        return False
    first = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].key == "the")
    first += first < len(tokens) and tokens[first].span.start in context.countries and first not in context.bodies
    body = context.bodies.get(first)
    return body is not None and not body.is_place and any(context.is_head(one) for one in range(start, at))


def _is_bracketed(tokens: Sequence[Token], at: int) -> bool:
    """Whether initials in brackets stand within an office: "Chief of Defence Staff (CDS) of Oman"."""
    if at + 1 >= len(tokens) or not tokens[at].is_acronym or tokens[at + 1].key not in words("links"):
        return False
    return tokens[at].gap.strip() == "(" and tokens[at + 1].gap.strip() == ")"


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
