"""A name as somebody gives it, without the titles, ranks, offices and honours around it."""

import re
from collections.abc import Sequence

from communique.source import fold
from communique.spans import Span
from communique.tagging.countries import country_at
from communique.tagging.lexicon import organisations, words
from communique.tagging.tokens import Token, tokens_of

_HONOUR = re.compile(r"(?:\s*,\s*|\s+|(?<=\w))(?:\(?\b[HNSTK][IJQK]a?\b\.?\s*(?:\(M\)|\(Military\))?\)?)$")
_RETIRED = re.compile(
    r"\s*,?\s*\(\s*(?:retd|ret|rtd|r|m|late|emekli|e)\.?\s*\)$|\s*,?\s+(?:retd|rtd)\.?$", re.IGNORECASE
)
_EXCELLENCY = re.compile(r"(?:H\.\s?E\.?|S\.\s?E\.?|T\.\s?C\.)\s+|(?:His|Her)\s+(?:Excellency|Majesty|Highness)\s+")
_LEAST = 2


def bare_name(text: str) -> str:
    """The name without what is none of it; the text itself where nothing would be left, or a body is named."""
    given = text.strip()
    name = _without_tail(given)
    name = _EXCELLENCY.sub("", name, count=1) if _EXCELLENCY.match(name) else name
    tokens = tokens_of(name, Span(0, len(name)))
    if tuple(token.key for token in tokens) in organisations():
        return name
    end = _apposition(tokens)
    kept = tokens[:end]
    while len(kept) > 1 and kept[-1].key in words("after"):
        kept = kept[:-1]
    first = _name_start(kept)
    if first >= len(kept):
        return name
    return name[kept[first].span.start : kept[-1].end if kept[-1] is not tokens[-1] else len(name)]


def is_office(word: str) -> bool:
    """Whether the word is a title or the head of an office: "Gov.", "Minister"."""
    return fold(word).strip(".,") in words("titles", "heads")


def _without_tail(name: str) -> str:
    """The name without "(retd)" and the letters of decorations behind it."""
    for _ in range(3):
        shorter = _RETIRED.sub("", name)
        shorter = _HONOUR.sub("", shorter).rstrip(" ,")
        if shorter == name or len(shorter) < _LEAST:
            break
        name = shorter
    return name


def _apposition(tokens: Sequence[Token]) -> int:
    """The index after the words before a comma or bracket that an office follows; else that of all words."""
    for at in range(1, len(tokens)):
        if tokens[at].gap.strip() in (",", "(") and _name_start((*tokens[at:],)) == len(tokens) - at:
            return at
    return len(tokens)


def _name_start(tokens: Sequence[Token]) -> int:
    """The index after the title or office the words begin with; 0 where they begin with none."""
    best = at = 0
    headed = linked = False
    while at < len(tokens):
        found = country_at(tokens, at, "tr")
        key = tokens[at].key
        if all(part in words("titles", "heads") for part in key.split("-")):
            headed, linked, best = True, False, at + 1
        elif found is not None or (key,) in organisations() or key in words("modifiers", "bodies"):
            linked = linked and headed
            at = found[1] - 1 if found is not None else at
            best = at + 1 if linked else best
        elif key in words("links"):
            linked = headed
        else:
            return 0 if at and tokens[at - 1].key in words("links") else best
        at += 1
    return best
