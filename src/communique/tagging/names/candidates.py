"""The names that stand in a sentence, before they are compared with the rest of the article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.article import Language
from communique.fields import NameKind
from communique.source import fold
from communique.spans import Span
from communique.tagging.gazetteer import is_place
from communique.tagging.lexicon import is_name_word, is_plural_office, words
from communique.tagging.mentions import CountryMention
from communique.tagging.names import parts
from communique.tagging.names.bodies import bodies_in
from communique.tagging.names.context import Context, Office
from communique.tagging.names.headlines import capital_share
from communique.tagging.names.offices import beside
from communique.tagging.names.origins import country_beside
from communique.tagging.names.parts import is_first, is_inner, is_of_a_sum, opens_with_initials
from communique.tagging.names.things import is_common, is_traded, leads_to_a_class, names_nobody
from communique.tagging.suffixes import base_forms
from communique.tagging.tokens import Token, adjoins, whole
from communique.tagging.worded import WordedSentence

_MOST_PARTS = 5
_MOST_MODIFIERS = 3
_FURTHEST_MAKER = 4
_SHORTEST_STEM = 4
_SHORTEST_ACRONYM = 3
_LONGEST_ACRONYM = 6
_ONE, _PAIR = 1, 2
_LOCATIVE = frozenset(f"{case}{ki}" for case in ("da", "de", "ta", "te") for ki in ("", "ki"))
"""A Turkish ending by which the last word is where something happens: "Cemil Aksoy Lahor'da"."""
_DENSE = 0.7
_MODELS = re.compile(r"[A-Z][A-Z-]*-?\d+[A-Z]?s")
_YEARLY = re.compile(r"-(?:19|20)\d\d$")
_SHORT_SENTENCE = 9


class Candidate(NamedTuple):
    """A possible name; `certain` when its context proves it, otherwise it counts only as a form of a certain one."""

    span: Span
    key: tuple[str, ...]
    kind: NameKind
    certain: bool
    title: Span | None = None
    office: Office | None = None
    country: CountryMention | None = None


def candidates(sentence: WordedSentence, language: Language, lower: frozenset[str]) -> Iterator[Candidate]:
    """The names of a sentence; `lower` holds the words the article also writes in lower case."""
    tokens = sentence.tokens
    first = int(bool(tokens) and _is_common_form(tokens[0], language, lower))
    context = _context(sentence, language, first)
    after = 0
    for at in [at for at, token in enumerate(tokens) if token.is_capital or at in context.bodies]:
        if at < after:
            continue
        body = context.bodies.get(at)
        end = body.end if body else _run_end(context, at)
        end = end if body or not opens_with_initials(context, at) else _run_end(context, at + 1)
        designation = _designation(tokens[at]) or _ship(context, at)
        if body:
            if not body.is_place:
                country = _makers_country(context, body.first)
                yield Candidate(body.span, body.key, "organisation", certain=True, country=country)
        elif designation is not None:
            yield designation
            end = at + len(designation.key)
        elif _is_acronym(context, at) and not opens_with_initials(context, at):
            yield from _acronym(context, at)
            end = at + 1
        elif end > max(at, first) and not parts.is_half_sign(tokens, at):
            yield _run(context, max(at, first), end)
        after = max(end, at + 1)


def _is_common_form(token: Token, language: Language, lower: frozenset[str]) -> bool:
    """Whether the article also writes the word, or in Turkish its stem, in lower case; words of bodies are names.

    A Turkish word for an occasion in a case is common, too: a name would have an apostrophe there ("Törende").
    """
    if not is_name_word(token.key):
        return False
    forms = base_forms(token.text, "tr") if language == "tr" and not token.suffix else ()
    stems = {fold(form) for form in forms if len(form) >= _SHORTEST_STEM}
    return token.key in lower or bool(stems & lower) or bool((stems - {token.key}) & words("occasions"))


def known_names(
    sentence: WordedSentence, language: Language, known: Mapping[tuple[str, ...], NameKind]
) -> Iterator[Candidate]:
    """The names of `known` that stand in a headline, the longest first."""
    tokens = sentence.tokens
    context = _context(sentence, language)
    at = 0
    while at < len(tokens):
        lengths = range(min(_MOST_PARTS, len(tokens) - at), 0, -1) if tokens[at].is_capital else ()
        end = next((at + length for length in lengths if _keys(tokens[at : at + length]) in known), at)
        if end > at and all(adjoins(token) for token in tokens[at + 1 : end]):
            key = _keys(tokens[at:end])
            title, office = beside(context, at, end) if known[key] == "person" else (None, None)
            yield Candidate(whole(tokens[at:end]), key, known[key], certain=True, title=title, office=office)
        at = max(end, at + 1)


def _context(sentence: WordedSentence, language: Language, first: int = 0) -> Context:
    tokens = sentence.tokens
    dense = not sentence.is_closed and _is_dense(tokens)
    equipped = language == "tr" or not sentence.keys.isdisjoint(words("equipment"))
    return Context(tokens, sentence.countries, bodies_in(sentence, language, first), dense, language, equipped)


def _is_dense(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell little: most words have them, and in a short sentence all but the small words."""
    return capital_share(tokens) >= (_DENSE if len(tokens) > _SHORT_SENTENCE else 1)


def _keys(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in tokens)


def _without_generation(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without "Jr." or "III", so that the surname stands for it, too."""
    return key[:-1] if len(key) > _PAIR and key[-1] in words("generations") else key


def _run_end(context: Context, at: int) -> int:
    """The index after the words of a name that begins at `at`."""
    tokens, end, count = context.tokens, at, 0
    while end < len(tokens) and count < _MOST_PARTS:
        token = tokens[end]
        if end > at and parts.is_nickname(tokens, end):
            end += 2
            continue
        if end > at and (not adjoins(token) or tokens[end - 1].suffix or _is_equipment(context, end)):
            break
        if end > at and token.is_acronym and token.key in words("honours"):
            break
        if not _is_name_word(context, end) and not (is_inner(context, end) if end > at else is_first(context, end)):
            break
        end += 1
        count += token.key not in words("particles")
    return end - (end - at > _ONE and context.language == "tr" and fold(tokens[end - 1].suffix) in _LOCATIVE)


def _is_name_word(context: Context, at: int) -> bool:
    """Whether the word may be part of a name; "Tan" is half of a title ("Tan Sri") only with the other half."""
    token = context.tokens[at]
    if not token.is_capital or token.key in words("classes"):
        return False
    if context.language == "tr" and (is_common(context.tokens, at) or is_plural_office(token.key)):
        return False
    is_half = token.key in words("halves") and not _is_title(context.tokens, at + 1)
    is_word = is_half or is_name_word(token.key) or parts.is_turkish_name(context, at)
    return is_word and _is_free(context, at)


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].key in words("titles") and adjoins(tokens[at])


def _is_free(context: Context, at: int) -> bool:
    token = context.tokens[at]
    if at in context.bodies or token.span.start in context.countries:
        return False
    return "-" not in token.text or not token.text.rpartition("-")[2].islower()


def _designation(token: Token) -> Candidate | None:
    """The name in "Ada-class" and in "F-16s"."""
    if token.text.endswith("s") and _MODELS.fullmatch(token.text):
        return Candidate(Span(token.span.start, token.span.end - 1), (token.key[:-1],), "other", certain=True)
    name, dash, tail = token.key.partition("-")
    if not dash or tail not in words("classes") or not token.is_capital:
        return None
    if len(name) == 1 and token.gap.endswith("("):  # the letter behind the name: "Reef (R-class)"
        return None
    span = Span(token.span.start, token.span.start + token.text.index("-"))
    return Candidate(span, (name,), "other", certain=True)


def _ship(context: Context, at: int) -> Candidate | None:
    """The name in "TCG Anka", with its prefix, and in "Pakistan Navy Ship Saif"."""
    tokens = context.tokens
    is_of_navy = at > 0 and tokens[at].key == "ship" and tokens[at - 1].key in ("navy", "naval") and adjoins(tokens[at])
    if not is_of_navy and (tokens[at].key not in words("ships") or not tokens[at].is_acronym):
        return None
    end = _run_end(context, at + 1)
    if end == at + 1 or not adjoins(tokens[at + 1]):
        return None
    return Candidate(whole(tokens[at:end]), _keys(tokens[at:end]), "other", certain=True)


def _is_acronym(context: Context, at: int) -> bool:
    token = context.tokens[at]
    return token.is_acronym and token.span.start not in context.countries and token.key not in words("titles")


def _acronym(context: Context, at: int) -> Iterator[Candidate]:
    """The body or designation the acronym stands for; nothing where its neighbours are in capitals, too."""
    tokens, token = context.tokens, context.tokens[at]
    if is_of_a_sum(tokens, at):
        return
    designation = _is_numbered(token.text) or _is_thing(context, at, at + 1) or leads_to_a_class(context, at)
    shouted = at > 0 and tokens[at - 1].is_acronym and adjoins(token)
    shouted = shouted or (
        at + 1 < len(tokens)
        and tokens[at + 1].is_acronym
        and adjoins(tokens[at + 1])
        and not _is_equipment(context, at + 1)
    )
    shouted = shouted or token.key in words("equipment", "equipment_modifiers", "classes")
    usual = _SHORTEST_ACRONYM <= len(token.key) <= _LONGEST_ACRONYM and is_name_word(token.key)
    usual = usual and token.key not in words("short_houses")
    if (usual or designation) and not shouted:
        kind: NameKind = "other" if designation else "organisation"
        yield Candidate(token.span, (token.key,), kind, certain=True)


def _is_numbered(acronym: str) -> bool:
    """Whether a number makes the acronym that of a model, and no year that of an occasion ("EXPO-2024")."""
    return any(map(str.isdigit, acronym)) and _YEARLY.search(acronym) is None


def _is_thing(context: Context, at: int, end: int) -> bool:
    return _is_equipment(context, end) or is_traded(context, at, end)


def _is_equipment(context: Context, at: int) -> bool:
    """Whether a noun of equipment stands at `at`, behind at most a few words such as "armed"."""
    if not context.equipped:
        return False
    tokens, end = context.tokens, at
    while end < min(len(tokens) - 1, at + _MOST_MODIFIERS) and tokens[end].key in words("equipment_modifiers"):
        end += 1
    if end >= len(tokens) or not adjoins(tokens[end]) or not adjoins(tokens[at]):
        return False
    inflected = base_forms(tokens[end].text, "tr") if context.language == "tr" else ()
    return any(fold(form) in words("equipment") for form in (tokens[end].text, *inflected))


def _makers_country(context: Context, at: int) -> CountryMention | None:
    """The country of "the Turkish state-owned contractor X", whose name begins at `at`."""
    tokens, first = context.tokens, at
    while first and at - first < _FURTHEST_MAKER and adjoins(tokens[first]) and not tokens[first - 1].is_capital:
        first -= 1
    if first in (at, 0) or not adjoins(tokens[first]):
        return None
    keys = {token.key for token in tokens[first:at]}
    is_made = not keys.isdisjoint(words("makers")) and keys.isdisjoint(words("function"))
    return context.countries.get(tokens[first - 1].span.start) if is_made else None


def _is_firm(key: tuple[str, ...], after: str) -> bool:
    """Whether a word of trade stands in the name or directly behind it: "Kestrel Tekstil", "Kestrel Sanayi A.Ş."."""
    return after in words("trades", "firms") or any(word in words("trades") for word in key)


def _run(context: Context, at: int, end: int) -> Candidate:
    """A person, or where the words beside it tell so a firm or a designation."""
    tokens = context.tokens
    title, office = beside(context, at, end)
    country = None if office is not None and office.country is not None else country_beside(context, at, end, title)
    span, key = whole(tokens[at:end]), _without_generation(_keys(tokens[at:end]))
    before = tokens[at - 1].key if at and adjoins(tokens[at]) else ""
    after = tokens[end].key if end < len(tokens) and adjoins(tokens[end]) else ""
    if title is None and office is None and tokens[end - 1].is_open and _is_thing(context, at, end):
        return Candidate(span, key, "other", certain=at > 0 or end > 1 or after in words("classes"))
    if title is None and office is None and before in words("vessels") and context.language != "tr":
        return Candidate(span, key, "other", certain=True)
    is_made = before in words("makers") and not parts.is_behind_name(context, at - 1)
    if title is None and office is None and (is_made or _is_firm(key, after)):
        country = _makers_country(context, at)
        return Candidate(span, key, "organisation", certain=is_made or len(key) > 1, country=country)
    if end - at == 1 and at and not context.dense and not {before, after}.isdisjoint(words("sayings")):
        return Candidate(span, key, "person", is_place(key) is False, title, office, country)
    alone = end - at > 1 and not context.dense and not is_place(key[:1])
    alone = alone and before not in words("before_things") and after not in words("after_things")
    alone = alone and not names_nobody(context, end)
    return Candidate(span, key, "person", title is not None or office is not None or alone, title, office, country)
