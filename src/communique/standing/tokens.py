"""The words and marks of a sentence, folded, for rules that go from word to word."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique._resources import read_toml
from communique.source import SourceText, fold
from communique.spans import Span

_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]")

_MONTH = "the-month-of-may"

Standing = Literal["happened", "planned", "denied", "cancelled", "conditional"]


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word or mark, and where it stands."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """How the event stands, and the words that say so; `is_weak` where a modifier or preposition only hints at it, and
    `is_aside` inside a relative clause."""

    standing: Standing
    span: Span
    is_weak: bool = False
    is_aside: bool = False


def tokens_of(source: SourceText, sentence: Span) -> tuple[Token, ...]:
    """The words and marks of the sentence, in order."""
    spans = source.search(_TOKEN, within=sentence)
    return tuple(Token(_key(span.of(source.text)), span) for span in spans)


def _key(word: str) -> str:
    """The folded word; a month that is also a verb of what may be stands for itself alone: "on 4 May"."""
    return _MONTH if word == "May" else fold(word)


@cache
def listed(language: str, *names: str) -> frozenset[str]:
    """The folded words of lists of standing.LANGUAGE.toml, together."""
    table = read_toml(f"standing.{language}.toml")
    return frozenset(fold(word) for name in names for word in table[name])
