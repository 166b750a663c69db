"""Checks of places: their words stand with the event, whole, Turkish suffixes apart, countries in any form."""

import re
from collections.abc import Iterator

from communique.drafts import Proposed
from communique.grounding.excluded import excluded, is_excluded
from communique.grounding.findings import NEARBY, Context, Finding, misplaced, not_found
from communique.grounding.sightings import weaker
from communique.grounding.words import ground_words
from communique.shapes import FieldShape
from communique.source import Match, fold
from communique.spans import Span
from communique.tagging.countries import Form, country_code
from communique.tagging.gazetteer import is_place
from communique.tagging.here import DATELINE
from communique.tagging.suffixes import inflection_of, split_apostrophe
from communique.verdicts import Tier, Verdict

_LONGEST_SUFFIX = 16
_INITIALS = re.compile(r"(?<=\w) ([A-Z]{2,3})$")
_LONGEST_LED = 12
_LED = re.compile(r"(?<!\w)(?:in|at|near|to|into|from|outside|around|through|via|of|[A-Z]\w*,)\s+$")
_THERE = re.compile(r"['’]?(?:y?[ae]|[dt][ae]n?|[dt][ae]ki)(?!\w)|\s(?:kenti|şehri|ili|kentinde|şehrinde|ilinde)(?!\w)")
_ARTICLE = re.compile(r"(?<![\w-])(al|el|as|es|ash|ar|er)[- ](?=\w)", re.IGNORECASE)


def ground_place(proposed: Proposed, _: FieldShape, context: Context) -> Finding:
    """The verdict on a place: by its mention nearest to the event."""
    if (sent := _sent_from(proposed, context)) is not None:
        return sent
    if proposed.span is not None:
        return ground_words(proposed, context, "place")
    found = _matches(proposed.text.strip(), context)
    matches = tuple(match for match in found if not _is_part(match, proposed, context))
    stated = (match for match in matches if not is_excluded(match.span, context.article))
    best = min(stated, key=lambda match: (context.distance(match.span), match.tier.rank), default=None)
    if best is None and matches:
        return excluded(matches[0].span, context.article)
    if best is None:
        return not_found("place", proposed.text)
    if context.distance(best.span) > NEARBY:
        return misplaced(context, best.span, "place")
    said = best.span.of(context.article.text)
    return Finding(Verdict.SUPPORTED, "it stands in the evidence", best.span, said, best.tier)


def _sent_from(proposed: Proposed, context: Context) -> Finding | None:
    """The finding for the city of the dateline, where the evidence says "here" of it and has it not itself."""
    at = context.article.sent_from
    if (
        at is None
        or fold(proposed.text) != fold(at.of(context.article.text))
        or not context.article.is_here(context.spans)
    ):
        return None
    if proposed.span not in (None, at) or any(
        context.distance(one.span) <= NEARBY for one in _others(proposed, at, context)
    ):
        return None
    words = at.of(context.article.text)
    return Finding(Verdict.INFERRED, "the evidence says “here” of it", at, words, Tier.VERBATIM, rule=DATELINE)


def _others(proposed: Proposed, at: Span, context: Context) -> Iterator[Match]:
    """Where the words stand beside the dateline, for words without a place of their own."""
    return (match for match in _matches(proposed.text.strip(), context) if proposed.span is None and match.span != at)


def _matches(words: str, context: Context) -> Iterator[Match]:
    """Where the words stand, also inflected or without their own suffix, or another form of the country or capital."""
    source = context.article.source
    yield from source.find(words)
    if _INITIALS.search(words):
        pattern = re.compile(_INITIALS.sub(_spaced, re.escape(words).replace(r"\ ", " ")), re.IGNORECASE)
        yield from (Match(span, Tier.TYPOGRAPHY) for span in source.search(pattern, within=Span(0, len(source.text))))
    for written in _with_article(words):
        yield from (Match(match.span, weaker(match.tier, Tier.TYPOGRAPHY)) for match in source.find(written))
    known: tuple[Form, ...] = ("name", "capital")
    meant = {form: code for form in known if (code := country_code(words, form))}
    for country in context.article.countries:
        if meant.get(country.form) == country.code:
            yield Match(country.span, Tier.EQUAL)
    if context.article.passage.language != "en":
        before, space, last = words.rpartition(" ")
        stem, suffix = split_apostrophe(last)
        bare = f"{before}{space}{stem}"
        yield from (Match(match.span, Tier.SUFFIX) for match in (source.find(bare) if suffix else ()))
        yield from _inflected(bare, context)


def _spaced(initials: re.Match[str]) -> str:
    """The pattern of " DC" that finds ", D.C.", too."""
    return r",?\s+" + r"\.?\s?".join(initials[1]) + r"\b"


def _with_article(words: str) -> Iterator[str]:
    """The words with the Arabic article joined by a hyphen, or apart: "al-Yamamah Palace", "Al Yamamah Palace"."""
    yield from {_ARTICLE.sub(rf"\1{joint}", words) for joint in "- "} - {words}


def _inflected(words: str, context: Context) -> Iterator[Match]:
    """Where the words stand with a Turkish suffix on the last one; its own last letter may be softened."""
    source = context.article.source
    before, _, last = words.rpartition(" ")
    head = fold(words)[:-1]
    if not head or not words[0].isupper():
        return
    ending = re.compile(rf"(?<!\w){re.escape(head)}\w{{1,{_LONGEST_SUFFIX}}}(?!\w)")
    for span in source.search(ending, within=Span(0, len(source.text))):
        found, _, inflected = span.of(source.text).rpartition(" ")
        is_same = fold(found) == fold(before) and inflected != last and inflection_of(last, inflected)
        is_same = is_same and not _is_known(span.of(source.text))
        if is_same and span.of(source.text)[0].isupper():
            yield Match(span, Tier.SUFFIX)


def _is_known(words: str) -> bool:
    """Whether the words are a place or country as they stand, and no case of a shorter one ("Kahire")."""
    return is_place(tuple(fold(words).split())) or country_code(words) is not None


def _is_where(span: Span, context: Context) -> bool:
    """Whether what stands around the word tells that something is there: "in Erbil", "Erbil'de"; a surname has none."""
    text = context.article.text
    ahead, behind = text[max(0, span.start - _LONGEST_LED) : span.start], text[span.end : span.end + _LONGEST_SUFFIX]
    return _LED.search(ahead) is not None or _THERE.match(behind) is not None


def _is_part(match: Match, proposed: Proposed, context: Context) -> bool:
    """Whether the words name a person with an office, or are what is left of a longer place ("York" of New York)."""
    article, span = context.article, match.span
    around = [name for name in article.names if name.kind == "person" and name.span.contains(span)]
    is_longer = any(len(name.span) > len(span) for name in around)
    if is_longer and not _is_known(proposed.text) and not _is_where(span, context):
        return True
    held = {name.entity for name in around}
    if any(name.entity in held and (name.title or name.role) for name in article.names):
        return True
    surnamed = article.bearers.surnamed((fold(proposed.text),)) & article.people_of_rank
    if surnamed and not _is_where(span, context):
        return True
    code = country_code(proposed.text, "name")
    longer = [place.span for place in article.places if place.country is not None]
    longer += [country.span for country in article.countries if country.form == "name" and country.code != code]
    if any(whole.contains(span) and whole.start < span.start for whole in longer):
        return True
    return not _is_known(proposed.text) and any(place.contains(span) and place.end > span.end + 1 for place in longer)
