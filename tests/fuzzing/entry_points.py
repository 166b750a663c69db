"""What holds for any text: the entry points raise nothing, and every span lies in the text and covers its words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from communique.article import Article, Language
from communique.claims import Claim, ClaimKind, check_claim
from communique.segmentation import segment
from communique.source import SourceText
from communique.spans import Span
from communique.tags import TaggedText, tag

KINDS: tuple[ClaimKind, ...] = ("name", "date", "quote", "amount", "quantity", "place")
PUBLISHED = date(2026, 2, 13)

HOSTILE = (
    *Path(__file__).with_name("hostile.txt").read_text(encoding="utf-8").split(),
    *("\n", "\n\n", "\t", "\u00a0", "\u200b", "\u202e", "\ufeff", "\u0301", "e\u0301"),
)
"""The words and marks that rules are about, to be strung together in any order."""


def check_folding(text: str, words: str) -> None:
    """Whatever is found of `words` stands inside the text."""
    source = SourceText(segment(Article(text=text)))
    for parts in (False, True):
        for match in source.find(words, parts=parts):
            _holds(text, match.span)


def check_tags(text: str, language: Language | None) -> None:
    """Every mention's span covers its words."""
    found = tag(TaggedText(id="1", text=text, published=PUBLISHED, language=language))
    for mention in _mentions(found):
        _holds(text, Span(mention["start"], mention["end"]))
        assert text[mention["start"] : mention["end"]] == mention["text"]


def check_claims(text: str, value: str, language: Language | None) -> None:
    """Every kind of claim gets a verdict, and its spans cover their words."""
    for kind in KINDS:
        speaker = value if kind == "quote" else None
        claim = Claim(
            id="1", text=text, kind=kind, value=value, language=language, published=PUBLISHED, speaker=speaker
        )
        verdict = check_claim(claim)
        for span in (*verdict.spans, *([verdict.span] if verdict.span else [])):
            _holds(text, Span(span.start, span.end))
            assert text[span.start : span.end] == span.text


def _mentions(found: Any) -> Iterator[dict[str, Any]]:
    """Every member with a start, however deep."""
    if isinstance(found, dict):
        if "start" in found:
            yield found
        for member in found.values():
            yield from _mentions(member)
    elif isinstance(found, list):
        for member in found:
            yield from _mentions(member)


def _holds(text: str, span: Span) -> None:
    assert 0 <= span.start < span.end <= len(text)
