"""Names that stand at no end of a deal: of papers, fairs, things, sums, and of parliaments that decide on it."""

import re

from communique.annotation import AnnotatedArticle, inside
from communique.rules.cues import CompiledCues
from communique.rules.onlookers import occasion
from communique.source import fold
from communique.tagging.lexicon import organisations, words
from communique.tagging.mentions import NameMention

_MEDIUM = re.compile(
    r"\s(?:(?:news|haber)\s)?(?:agency|broadcaster|channel|daily|newspaper|magazine|portal|website|weekly|ajansı|dergisi|gazetesi|kanalı|portalı|sitesi)",
    re.IGNORECASE,
)
"""What makes the name before it that of a medium: "Harbour Defence news portal"."""
_NUMBER = re.compile(r"\d(?:\sadet)?\s$")
_MODEL = re.compile(r"\s\d[\w./-]*(?!\w)")
_LOOK_BACK = 12


def is_bystander(article: AnnotatedArticle, cues: CompiledCues, name: NameMention) -> bool:
    """Whether the body of that name neither gives nor gets what the deal is about."""
    return (
        is_medium(article.canonical(name))
        or _MEDIUM.match(article.text, name.span.end) is not None
        or fold(name.span.of(article.text)) in words("no_firms")
        or any(one.span.contains(name.span) for one in article.amounts)  # "USD 5 million"
        or _is_occasion(article, name)
        or _is_thing(article, cues, name)
        or _is_counted(article, cues, name)
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


def _is_counted(article: AnnotatedArticle, cues: CompiledCues, name: NameMention) -> bool:
    """Whether a number before the name or a model's behind makes it a thing's: "543 Kestrel Systems", "ORN 39"."""
    named = name.span.of(article.text)
    is_acronym = named.isupper() and tuple(fold(named).split()) not in organisations()
    is_kind = any(
        thing.end == name.span.end for field in cues.requires for thing in cues.things(article.source, field, name.span)
    )
    if is_acronym and _MODEL.match(article.text, name.span.end) is not None:
        return True
    before = _NUMBER.search(article.text, max(0, name.span.start - _LOOK_BACK), name.span.start)
    return before is not None and (is_kind or is_acronym)


def _decides(article: AnnotatedArticle, name: NameMention) -> bool:
    """Whether the name is that of a parliament or department that decides on what others trade, without its state's."""
    if any(True for _ in inside(article.countries, (name.span,))):
        return False
    return is_deciding(article.canonical(name))


def is_deciding(name: str) -> bool:
    """Whether the name is but a parliament's or a department's: "Congress", "the State Department"."""
    key = fold(name)
    return words("chambers").issuperset(key.split()) or any(" " in one and one in key for one in words("deciding"))
