"""The names that stand in a sentence, before they are compared with the rest of the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.article import Language
from communique.fields import NameKind
from communique.spans import Span
from communique.tagging.countries import country_at
from communique.tagging.mentions import CountryMention
from communique.tagging.names.lexicon import is_name_word, words
from communique.tagging.names.offices import Countries, Office, office_after, office_before
from communique.tagging.tokens import Token, adjoins

_MOST_PARTS = 5
_LONGEST_BODY = 12
_TITLE_CASE = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name; `certain` when its own context proves it, otherwise it counts only as a form of a certain one."""

    span: Span
    key: tuple[str, ...]
    kind: NameKind
    certain: bool
    title: Span | None = None
    office: Office | None = None


def countries_in(tokens: Sequence[Token], language: Language) -> Countries:
    """The countries of a sentence by the offset of each of their words."""
    found: dict[int, CountryMention] = {}
    at = 0
    while at < len(tokens):
        hit = country_at(tokens, at, language)
        end = at + 1 if hit is None else hit[1]
        if hit is not None:
            found.update((token.span.start, hit[0]) for token in tokens[at:end])
        at = end
    return found


def _run_end(tokens: Sequence[Token], at: int, countries: Countries) -> int:
    """The index after the words of a name that begins at `at`."""
    end = at
    while end < len(tokens) and end - at < _MOST_PARTS:
        token = tokens[end]
        particle = end > at and token.key in words("particles") and end + 1 < len(tokens) and tokens[end + 1].is_capital
        if end > at and (not adjoins(token) or not tokens[end - 1].is_open):
            break
        if end == at and token.text.rpartition("-")[2].islower() and "-" in token.text:
            break
        if not particle and not (token.is_capital and is_name_word(token.key) and token.span.start not in countries):
            break
        end += 1
    return end


def _whole(tokens: Sequence[Token]) -> Span:
    return tokens[0].span.to(tokens[-1].span)


def candidates(tokens: Sequence[Token], language: Language, lower: frozenset[str]) -> Iterator[Candidate]:
    """The names of a sentence; `lower` holds the words the article also writes in lower case."""
    countries = countries_in(tokens, language)
    at = 0
    while at < len(tokens):
        body = _body_end(tokens, at, countries)
        end = body or _run_end(tokens, at, countries)
        if body:
            yield Candidate(_whole(tokens[at:body]), _keys(tokens[at:body]), "organisation", certain=True)
        elif tokens[at].is_acronym and tokens[at].span.start not in countries and tokens[at].key not in words("titles"):
            yield from _acronym(tokens, at, countries)
            end = at + 1
        elif end > at:
            first = at + 1 if at == 0 and tokens[0].key in lower else at
            if first < end:
                yield _person(tokens, first, end, countries)
        at = max(end, at + 1)


def _keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)


def _body_end(tokens: Sequence[Token], at: int, countries: Countries) -> int:
    """The index after the body's name that begins at `at`, or 0: capitalised words up to a body word, not before a head."""
    end = at
    while (
        end < min(len(tokens), at + _LONGEST_BODY)
        and tokens[end].is_capital
        and (end == at or (adjoins(tokens[end]) and tokens[end - 1].is_open))
    ):
        if tokens[end].key in words("never") and tokens[end].key not in (
            "strategic",
            "cooperation",
            "joint",
            "international",
        ):
            break
        if tokens[end].key in words("heads") | words("titles") - words("modifiers"):
            return 0
        end += 1
    while end > at and tokens[end - 1].key not in words("bodies"):
        end -= 1
    own = [t for t in tokens[at:end] if t.key not in words("generic") and t.span.start not in countries]
    if end - at < 2 or not own or tokens[end - 1].key in words("places"):
        return 0
    before = tokens[at - 1].key if at else ""
    return 0 if before in words("heads") or (at > 1 and tokens[at - 2].key in words("heads")) else end


def _start(token: Token) -> int:
    return token.span.start


def _acronym(tokens: Sequence[Token], at: int, countries: Countries) -> Iterator[Candidate]:
    token = tokens[at]
    after = tokens[at + 1].key if at + 1 < len(tokens) and adjoins(tokens[at + 1]) else ""
    designation = any(map(str.isdigit, token.text)) or after in words("equipment")
    known = token.key in words("organisations")
    beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
    if not known and any(other.is_acronym and adjoins(max(other, token, key=_start)) for other in beside):
        return
    if (len(token.key) > 2 and is_name_word(token.key)) or known or designation:
        kind: NameKind = "other" if designation and not known else "organisation"
        yield Candidate(token.span, (token.key,), kind, certain=token.span.start not in countries)


def _person(tokens: Sequence[Token], at: int, end: int, countries: Countries) -> Candidate:
    titles = at
    while titles and tokens[titles - 1].key in words("titles") and adjoins(tokens[titles]):
        titles -= 1
    title = _whole(tokens[titles:at]) if titles < at else None
    office = office_before(tokens, titles, countries)
    if office is None and tokens[end - 1].is_open:
        office = office_after(tokens, end, countries)
    span, key = _whole(tokens[at:end]), _keys(tokens[at:end])
    previous = tokens[at - 1].key if at else ""
    after = tokens[end].key if end < len(tokens) and adjoins(tokens[end]) else ""
    if title is None and office is None and (after in words("equipment") or previous in words("makers")):
        kind: NameKind = "other" if after in words("equipment") else "organisation"
        return Candidate(span, key, kind, certain=True)
    titled = sum(token.is_capital for token in tokens) > _TITLE_CASE * len(tokens)
    alone = end - at > 1 and not titled and previous != "the" and after not in words("places") | words("bodies")
    return Candidate(span, key, "person", title is not None or office is not None or alone, title, office)
