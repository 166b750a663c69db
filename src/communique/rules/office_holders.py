"""Whoever meets by an office alone: "his Omani counterpart", "Chile's army chief", "the President of Peru".

Only in English, where neither a name stands with the office nor the office for somebody who is named elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.annotation import AnnotatedArticle
from communique.rules.cues import CompiledCues
from communique.spans import Span
from communique.tagging.lexicon import words
from communique.tagging.mentions import CountryMention
from communique.tagging.tokens import Token, adjoins, tokens_of, whole

_LONGEST = 80
_DETERMINER = re.compile(r"(?:\b(?:his|her|their|its|the|a|an)\s)?(?:(?:visiting|new)\s)?$", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:the\s)?$")
_MET = re.compile(
    r"\b(?:met|meets?|meeting|talks|discussions|consultations|negotiations|conversation|call|spoke|speaks?|talked|conferred"
    r"|received|receives?|welcomed|welcomes|greeted|hosted|hosts?|hosting|receiving|called\son|calls\son|visited)"
    r"(?:\s(?:briefly|separately|again|today|yesterday|on\s[A-Z]\w+day|by\s(?:tele)?phone|over\sthe\sphone))?(?:\swith|\sby)?\s$"
)
_AUXILIARIES = re.compile(r"(?:\s(?:will|to|is|was|has|had|set|due|also|later|then|separately))*\s")


@dataclass(frozen=True, slots=True)
class Holder:
    """An office without a name: all words with article and country, and those of the office."""

    phrase: Span
    role: Span


def meeting_holder(
    article: AnnotatedArticle, cues: CompiledCues, sentence: Span, country: CountryMention
) -> Holder | None:
    """The office of the country that somebody in the sentence meets, or that meets somebody; None for none."""
    holder = _holder(article, sentence, country) if article.passage.language == "en" else None
    if holder is None or _is_any(article, holder) or _is_known(article, holder):
        return None
    is_met = _MET.search(article.text, sentence.start, holder.phrase.start) is not None
    return holder if is_met or _meets(article, cues, holder, sentence) else None


def _holder(article: AnnotatedArticle, sentence: Span, country: CountryMention) -> Holder | None:
    if _OF.search(article.text, sentence.start, country.span.start) is not None:
        return _before(article, sentence, country)
    is_genitive = article.text.startswith(("'s ", "’s "), country.span.end)
    if country.form == "adjective" or is_genitive:
        return _behind(article, sentence, country, is_genitive=is_genitive)
    return None


def _behind(article: AnnotatedArticle, sentence: Span, country: CountryMention, *, is_genitive: bool) -> Holder | None:
    """The office behind a country's adjective or genitive."""
    start = country.span.end + len("'s") * is_genitive
    tokens = tokens_of(article.text, Span(start, min(sentence.end, start + _LONGEST)))
    end = 0
    while end < len(tokens) and _fits(tokens[end]) and (end == 0 or adjoins(tokens[end])):
        end += 1
        if tokens[end - 1].suffix:
            break
    if not end or not _is_head(tokens[end - 1]) or _is_named(tokens, end):
        return None
    role = whole(tokens[:end])
    first = _DETERMINER.search(article.text, sentence.start, country.span.start)
    return Holder(Span(country.span.start if first is None else first.start(), role.end), role)


def _before(article: AnnotatedArticle, sentence: Span, country: CountryMention) -> Holder | None:
    """The office before "of" and the country."""
    of = _OF.search(article.text, sentence.start, country.span.start)
    if of is None:
        return None
    tokens = tokens_of(article.text, Span(max(sentence.start, of.start() - _LONGEST), of.start()))
    first = len(tokens)
    while first and (_fits(tokens[first - 1]) or (first < len(tokens) and tokens[first - 1].key in ("of", "and"))):
        first -= 1
    while first < len(tokens) and tokens[first].key in words("links"):
        first += 1
    if first == len(tokens) or not any(map(_is_head, tokens[first:])):
        return None
    role = whole(tokens[first:])
    start = _DETERMINER.search(article.text, sentence.start, role.start)
    return Holder(Span(role.start if start is None else start.start(), country.span.end), role)


def _fits(token: Token) -> bool:
    return token.key in words("modifiers", "heads", "titles")


def _is_head(token: Token) -> bool:
    return token.key in words("heads") and not token.suffix


def _is_named(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name, or the end of a longer office, follows."""
    if end == len(tokens):
        return False
    return tokens[end].is_capital or (adjoins(tokens[end]) and tokens[end].key == "of")


def _is_known(article: AnnotatedArticle, holder: Holder) -> bool:
    """Whether the office stands with a name or for one."""
    offices = (name.role for name in article.names if name.role is not None)
    described = (one.span for one in article.references)
    return any(span.overlaps(holder.phrase) for span in (*offices, *described))


def _is_any(article: AnnotatedArticle, holder: Holder) -> bool:
    """Whether it is just any bearer of the office: "the first visit by an Omani minister"."""
    return holder.phrase.of(article.text).lower().startswith(("a ", "an "))


def _meets(article: AnnotatedArticle, cues: CompiledCues, holder: Holder, sentence: Span) -> bool:
    behind = Span(holder.phrase.end, sentence.end)
    hits = cues.hits(article.source, cues.triggers, behind)
    return any(_AUXILIARIES.fullmatch(article.text, behind.start, hit.start) for hit in hits)
