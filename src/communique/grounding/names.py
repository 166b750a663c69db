"""Checks of names: one mention or coreferent mentions of one person or body, never a mixture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.drafts import Proposed
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.grounding.sightings import Sighting, sightings, weaker
from communique.grounding.writing import is_general, is_public
from communique.shapes import FieldShape
from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_code
from communique.tagging.lexicon import words as lexicon_words
from communique.tagging.mentions import NameMention
from communique.tagging.names.bearers import Keys
from communique.tagging.names.coreference import initials
from communique.tagging.names.name_words import parts_of
from communique.tagging.names.namesakes import ranks_of, same_rank
from communique.tagging.names.titles import bare_name
from communique.tagging.suffixes import split_apostrophe
from communique.verdicts import Tier, Verdict
from communique.word_index import words_of

_LED = re.compile(r"(?:(?:the|an?|his|her|its|their|this|that|visiting)\s+){0,2}", re.IGNORECASE)
"""What may stand in a description before its own words; "the commander of the Land Forces" is not the Land Forces."""
_IN_BRACKETS = re.compile(r"([^()]{3,200}?)\s*\((\w{2,12})\)")


def ground_name(proposed: Proposed, shape: FieldShape, context: Context) -> Finding:
    """The verdict on a name: found as printed, up to titles, Turkish suffixes and spelling, or as an alias of a
    coreferent mention."""
    if proposed.span is not None:
        return _of_span(proposed.span, context)
    given = _without_acronym(_without_article(proposed.text.strip()))
    stem, suffix = split_apostrophe(given)
    if suffix.islower() and " " not in suffix and context.article.passage.language != "en":
        return _inflected(ground_name(Proposed(stem), shape, context))
    bare = bare_name(given)
    found = _ranked(bare, context)
    if bare != given and (not found or _is_tagged(given, context)):
        bare, found = given, _ranked(given, context) or found
    if not found or is_general(proposed.text, context.article.passage.language):
        return not_found("name", bare)
    title = given.partition(bare)[0]
    if bare != given and (_is_foreign(title, found[0].span, context) or _is_of_another(title, found[0].span, context)):
        return not_found("name", given)
    tier = found[0].tier if bare == given else weaker(found[0].tier, Tier.TITLE)
    return _placed(bare, found, tier, context)


def _is_foreign(title: str, span: Span, context: Context) -> bool:
    """Whether the title names a country that the article does not, or another one than the bearer's."""
    article = context.article
    claimed = {code for word in title.split() if (code := country_code(word)) is not None}
    mention = article.bearers.holding(span)
    own = {
        name.country.code
        for name in article.names
        if mention is not None and name.entity == mention.entity and name.country is not None
    }
    return not claimed <= (own or {country.code for country in article.countries})


def _is_of_another(title: str, span: Span, context: Context) -> bool:
    """Whether the rank is another person's of the article, and its bearer has a different one."""
    article = context.article
    mention = article.bearers.holding(span)
    ranks = [word for word in words_of(title) if word in lexicon_words("titles")][-1:]
    if mention is None or not ranks:
        return False
    held = [(name.entity == mention.entity, own) for name in article.names for own in ranks_of(name, article.text)]
    fitting = [is_own for is_own, own in held if same_rank(own, ranks[0])]
    return any(is_own for is_own, _ in held) and bool(fitting) and not any(fitting)


def _inflected(finding: Finding) -> Finding:
    """The finding on a name whose own Turkish suffix was taken off."""
    return finding if finding.tier is None else replace(finding, tier=weaker(finding.tier, Tier.SUFFIX))


def _without_article(text: str) -> str:
    return text[4:].lstrip() if text[:4].lower() == "the " else text


def _without_acronym(text: str) -> str:
    """The name of a body without its own initials in brackets behind it."""
    found = _IN_BRACKETS.fullmatch(text)
    own = found is not None and initials(fold(found[1]).split()) == fold(found[2])
    return found[1] if found is not None and own else text


def _is_tagged(given: str, context: Context) -> bool:
    """Whether the tagger takes the words for one name, though they begin as a title does ("General Electric")."""
    held = (context.article.bearers.holding(seen.span) for seen in sightings(given, context.article)[:1])
    return any(mention is not None for mention in held)


def _ranked(name: str, context: Context) -> list[Sighting]:
    """Where the name stands, the nearest to the event first, the strongest of equals."""
    found = sightings(name, context.article)
    return sorted(found, key=lambda seen: (context.distance(seen.span), seen.tier.rank))


def _of_span(span: Span, context: Context) -> Finding:
    mention = _mention_at(span, context)
    tier = Tier.ALIAS if mention is not None and mention in context.article.references else Tier.VERBATIM
    return _checked(span, mention, tier, context)


def _mention_at(span: Span, context: Context) -> NameMention | None:
    mention = context.article.bearers.holding(span)
    if mention is not None and mention.span == span:
        return mention
    if any(country.span == span and country.form == "name" for country in context.article.countries):
        return None  # the state, and not its parliament that the words stand in
    references, text = context.article.references, context.article.text
    exact = next((reference for reference in references if reference.span == span), None)
    heads = (one for one in references if one.span.start < span.start and one.span.end == span.end)
    led = (one for one in heads if _LED.fullmatch(text, one.span.start, span.start))
    return exact or mention or next(led, None)


def _placed(name: str, found: Sequence[Sighting], tier: Tier, context: Context) -> Finding:
    span = found[0].span
    mention = context.article.bearers.holding(span)
    if rivals := _rivals(name, found, context):
        both = " and ".join(rivals)
        value = span.of(context.article.text)
        return Finding(Verdict.AMBIGUOUS, f"it may be {both}", span=span, value=value, tier=tier, found=both)
    return _checked(span, mention, tier, context)


def _checked(span: Span, mention: NameMention | None, tier: Tier, context: Context) -> Finding:
    value = span.of(context.article.text) if mention is None else context.article.canonical(mention)
    at = span if context.distance(span) <= NEARBY else _coreferent(mention, context)
    if at is None:
        return misplaced(context, span, "name")
    used = tier if at == span else weaker(tier, Tier.ALIAS)
    return Finding(Verdict.SUPPORTED, _reason(used), span=at, value=value, tier=used)


def _reason(tier: Tier) -> str:
    return "it stands in the evidence" if tier != Tier.ALIAS else "a mention of the same bearer stands in the evidence"


def _coreferent(mention: NameMention | None, context: Context) -> Span | None:
    """A mention of the same entity that stands with the event, maybe as one of a group ("the two generals"); or the
    words by which a quote there is its own ("the statement added")."""
    if mention is None:
        return None
    article = context.article
    same = (found.span for found in (*article.names, *article.references) if found.entity == mention.entity)
    grouped = (group.span for group in article.groups if mention.entity in group.entities)
    said_by = (quote.speaker for quote in article.quotes if quote.speaker and quote.speaker_entity == mention.entity)
    return next((span for span in (*same, *grouped, *said_by) if context.distance(span) <= NEARBY), None)


def _rivals(name: str, found: Sequence[Sighting], context: Context) -> tuple[str, ...]:
    """The fuller names of two persons or more that the name may stand for."""
    article, bearers = context.article, context.article.bearers
    keys = tuple(part.key for part in parts_of(name))
    nearest = context.distance(found[0].span)
    held = [bearers.holding(seen.span) for seen in found if context.distance(seen.span) == nearest]
    entities = {mention.entity for mention in held if mention is not None and _is_fuller(mention, keys, name, context)}
    if any(mention is None or len(bearers.keys(mention)) <= len(keys) for mention in held):
        entities |= set() if bearers.is_full(keys) else bearers.surnamed(keys)
    names = sorted({article.fullest[entity].span.of(article.text) for entity in entities})
    return tuple(names) if len(names) > 1 else ()


def _has_inside(full: Keys, keys: Keys) -> bool:
    """Whether the words stand together in the name, before its last one: given names."""
    return any(full[at : at + len(keys)] == keys for at in range(len(full) - len(keys)))


def _is_fuller(mention: NameMention, keys: Keys, name: str, context: Context) -> bool:
    """Whether the mention is a person's, with the name as surname, or as a given name that is no country or body; or
    one that the name gives by initials."""
    full = context.article.bearers.keys(mention)
    if len(keys) > 1 and len(min(keys[:-1], key=len)) == 1:
        return mention.kind == "person" and len(full) >= len(keys)
    surname = full[-len(keys) :] == keys
    return (
        mention.kind == "person"
        and len(full) > len(keys)
        and (surname or (_has_inside(full, keys) and not is_public(name)))
    )
