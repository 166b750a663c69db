"""Names that stand at no end of a deal: of papers, fairs, things, sums, and of parliaments that decide on it."""

import re

from communique.annotation import AnnotatedArticle, inside
from communique.rules.cues import CompiledCues
from communique.rules.onlookers import occasion
from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention

_MEDIUM = re.compile(
    r"\s(?:(?:news|haber)\s)?(?:agency|broadcaster|channel|daily|newspaper|magazine|portal|website|weekly|ajansı|dergisi|gazetesi|kanalı|portalı|sitesi)",
    re.IGNORECASE,
)
"""What makes the name before it that of a medium: "Harbour Defence news portal"."""


def is_bystander(article: AnnotatedArticle, cues: CompiledCues, name: NameMention) -> bool:
    """Whether the body of that name neither gives nor gets what the deal is about."""
    return (
        is_medium(article.canonical(name))
        or _MEDIUM.match(article.text, name.span.end) is not None
        or fold(name.span.of(article.text)) in words("no_firms")
        or any(one.span.contains(name.span) for one in article.amounts)  # "USD 5 million"
        or _is_occasion(article, name)
        or _is_thing(article, cues, name)
        or _decides(article, name)
    )


def is_medium(name: str) -> bool:
    """Whether the name is that of an agency, a paper or a platform."""
    first, *others = fold(name).split()
    is_agency = first in words("wires") and words("agencies").issuperset(others)
    return is_agency or (others or [first])[-1] in words("papers")


def _is_occasion(article: AnnotatedArticle, name: NameMention) -> bool:
    """Whether the name is but the beginning of a fair's: "the Harbour Defence 2026 exhibition"."""
    return article.passage.language == "en" and occasion().match(article.text, name.span.end) is not None


def _is_thing(article: AnnotatedArticle, cues: CompiledCues, name: NameMention) -> bool:
    """Whether the name is a thing's elsewhere, or but the words for one: "Elektronik Harp Sistemleri"."""
    key = fold(name.span.of(article.text))
    if any(other.kind == "other" and fold(other.span.of(article.text)) == key for other in article.names):
        return True
    things = (thing for field in cues.requires for thing in cues.things(article.source, field, name.span))
    return any(thing == name.span for thing in things)


def _decides(article: AnnotatedArticle, name: NameMention) -> bool:
    """Whether the name is that of a parliament or department that decides on what others trade, without its state's."""
    key = fold(article.canonical(name))
    if any(True for _ in inside(article.countries, (name.span,))):
        return False
    return words("chambers").issuperset(key.split()) or any(" " in one and one in key for one in words("deciding"))
