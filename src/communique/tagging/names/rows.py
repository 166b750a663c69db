"""Several whom somebody meets in a row: the country that the first one's office tells is that of all the bare ones."""

import re
from collections.abc import Iterator, Sequence

from communique.source import fold
from communique.tagging.lexicon import words
from communique.tagging.mentions import NameMention

_LINK = re.compile(r",?\s(?:and\s)?(?:the\s)?|,\s")
_MET = re.compile(
    r"\b(?:with|met|meet|meets|visited|(?:received|welcomed|greeted|hosted|seen\soff)(?:\sby)?|called\son|calls\son)\s(?:the\s)?$"
)
_REACH = 24


def in_a_row(text: str, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """The names; who is met together with somebody of a country, and has a bare office, has that country: "was received
    by the Omani minister, Ada Kent, and Chief of Staff Salim Nasser"."""
    last: NameMention | None = None
    stated = {name.entity for name in names if name.country is not None}
    for name in names:
        one = name
        if name.kind == "person" and last is not None and name.entity not in stated and _is_beside(text, last, name):
            one = name._replace(country=last.country)
        yield one
        last = one if one.kind == "person" and _is_met(text, one, last) else None


def _is_beside(text: str, last: NameMention, name: NameMention) -> bool:
    is_bare = name.role is not None and name.role < name.span and name.organisation is None
    if name.role is not None and not words("envoys").isdisjoint(fold(name.role.of(text)).split()):
        return False  # an ambassador among the hosts is more often the guest's
    return is_bare and last.country is not None and _LINK.fullmatch(text, last.span.end, name.begin) is not None


def _is_met(text: str, name: NameMention, last: NameMention | None) -> bool:
    """Whether somebody meets the one, whose office stands before the name, alone or behind another."""
    if name.role is None or name.span < name.role or name.country is None:
        return False
    is_row = last is not None and _LINK.fullmatch(text, last.span.end, name.begin) is not None
    return is_row or _MET.search(text, max(0, name.begin - _REACH), name.begin) is not None
