"""Who takes part, as PLOVER writes them: a state's code, a sector, the words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from communique._resources import read_toml
from communique.export.fields import text
from communique.rules.cue_patterns import compiled
from communique.source import fold

Member = Mapping[str, Any]
"""A group of an event's fields: a person or a body, with role, organisation and country where they are told."""


@cache
def _sectors() -> Mapping[str, re.Pattern[str]]:
    return {code: compiled(words) for code, words in read_toml("plover.toml")["sectors"].items()}


@cache
def _bodies() -> Mapping[str, str]:
    """The codes of bodies of several states, by folded name."""
    return {fold(name): code for code, names in read_toml("plover.toml")["codes"].items() for name in names}


def actor(member: Member) -> dict[str, str]:
    """PLOVER's actor object: `code` and `sector` only where the article's words give them."""
    told = {
        "code": _code(member),
        "sector": sector(member),
        "actor_text": _said(member, "name") or _said(member, "organisation") or _said(member, "country", "text"),
        "office": _said(member, "role"),
    }
    return {name: value for name, value in told.items() if value is not None}


def _said(member: Member, name: str, part: str = "value") -> str | None:
    held = member.get(name)
    return text(held[part]) if held else None


def _code(member: Member) -> str | None:
    own = _said(member, "country")
    bodies = (_bodies().get(fold(name)) for field in ("name", "organisation") if (name := _said(member, field)))
    return own or next((code for code in bodies if code), None)


def sector(member: Member) -> str | None:
    """The sector by the words of the body, then of the office; a person's own name tells none."""
    fields = ("organisation", "role") if "role" in member else ("name",)
    return next((found for name in fields if (said := _said(member, name)) and (found := _sector_of(said))), None)


def _sector_of(words: str) -> str | None:
    found = sorted(_matches(fold(words)), key=lambda match: -match[0])
    return found[0][1] if found else None


def _matches(folded: str) -> Iterator[tuple[int, str]]:
    for code, pattern in _sectors().items():
        lengths = [len(match.group()) for match in pattern.finditer(folded)]
        if lengths:
            yield max(lengths), code
